// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/store_views.h"
#include "core/workspace/session.h"

/// The administrators' way down: what a store has lost is given up by their quorum, in an entry of the history that is
/// there now, and each desk then takes that history over for itself. @source ledger-events.md section 8 (accept_loss)
namespace cs::loss {

/// Opens what the store shows now beside what was verified here. @returns as Session::open()
Result<std::unique_ptr<Session>> open(const std::string& location, const Environment& environment,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress = {}, std::stop_token stop = {});

/// @param session from open(). @returns CS-LOSS-NONE where nothing is lost.
Result<query::LossCase> look(const Session& session);

/// Proposes to give up what is lost, or endorses that. @returns CS-LOSS-NONE, or what a law says.
Result<Appended> sign(Session& session, const std::string& reason, const Signer& signer);

/// Where a desk keeps the copy of a server's ledger that it gave up. @param root of the head that was given up, in
/// hexadecimal digits
std::string keptCopy(const Environment& environment, const std::string& root);

/// Takes over what the store shows, where the quorum has accepted that: the former copy is kept aside, the pin goes
/// down. @param session is closed. @returns one sentence; CS-LOSS-OPEN where nobody has accepted it yet.
Result<std::string> settle(std::unique_ptr<Session> session);

} // namespace cs::loss
