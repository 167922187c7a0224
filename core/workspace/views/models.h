// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/complete.h"
#include "core/query/models_views.h"
#include "core/workspace/session.h"

#include <map>

namespace cs::views {

/// All versions of a workspace as a filter reads them. Made from the briefs, so that no row is loaded; made anew when
/// the ledger has grown, kept otherwise.
class ModelsIndex final {
public:
    void refresh(const Session& session);
    const query::filter::VersionTable& table() const { return m_table; }
    /// The open promotion of a version, or an invalid id.
    PromotionId openPromotion(VersionId id) const;
    /// Kind of the gravest open finding about a version, or empty.
    std::string finding(VersionId id) const;
    /// The same about the model as a whole.
    std::string finding(ModelId id) const;

private:
    struct Builder;
    query::filter::VersionTable m_table;
    std::map<VersionId, PromotionId> m_open;
    std::map<VersionId, std::pair<int, std::string>> m_findings; // gravity, kind
    std::map<ModelId, std::pair<int, std::string>> m_modelFindings;
    std::string m_workspace;
    Digest m_root;
    std::int64_t m_size = -1;
};

/// @param me may be invalid: then nothing is owned by "me".
query::filter::Asker askerOf(const Session& session, ActorId me, UtcTime now);
/// @returns the faults of a filter in `fault`, never as an error.
query::VersionsFound findVersions(
    const ModelsIndex& index, std::string_view text, query::filter::Order order, const query::filter::Asker& asker);
/// The rows of these ids, in their order; an id that is not there is left out.
std::vector<query::VersionListRow> versionRows(
    const Session& session, const ModelsIndex& index, const std::vector<VersionId>& ids, UtcTime now);
/// @returns CS-WORKSPACE-NO-VERSION.
Result<query::VersionPageView> versionPage(
    const Session& session, const ModelsIndex& index, VersionId id, ActorId me, UtcTime now);

} // namespace cs::views
