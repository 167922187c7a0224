// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"
#include "core/workspace/service.h"

#include <map>

/// Values as a workspace with lending models would show them. All times hang on fakeNow().
namespace cs::fake {

UtcTime fakeNow();
query::PersonView person(const char* role, const char* title, bool service = false, bool me = false);
query::PromotionView promotion41();
query::InboxView inbox();
std::vector<views::PromotionRow> promotionRows();
query::EntryRow entryRow(EntryIndex index, EntryIndex size);
query::EntryDetail entryDetail(EntryIndex index, EntryIndex size);
query::HeadView head();
query::FlowView flow();
query::FlowPace flowPace();
/// What v1014 (mortgage-approval v14, in canary) and v1007 (loan-pricing v7, in staging) could be proposed for.
std::map<std::int64_t, query::ProposalView> proposals();
query::PeopleView people();
/// Two roles by two transitions; Audit signs the second for regulated systems, and nobody holds it.
query::RaciView raci(bool regulated);
Digest digestOf(std::int64_t seed);
query::VerifyReport intactReport(std::int64_t entries);
query::VerifyReport brokenReport();
/// Facts as countersign-reader writes them.
query::PreviewResult preview(const QString& media, const query::PreviewRequest& request);

/// Two registries: one in step, one with findings and a failed run.
query::ConnectionsView connections();

} // namespace cs::fake
