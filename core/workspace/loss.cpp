// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/loss.h"

#include "core/identity/keychain_pin.h"
#include "core/workspace/people_commands.h"
#include "core/workspace/team.h"
#include "core/workspace/views.h"

#include <algorithm>

namespace cs::loss {
namespace {

using engine::AuthorityCase;
using events::change::AcceptLoss;

Error nothingLost(const Session& session)
{
    return usageError("CS-LOSS-NONE", "%1 holds everything that was verified here: nothing is lost.",
        {qs(session.headView().location)});
}

/// Does this proposal give up what this desk has verified, to the last entry? Of a head that is not named nobody can
/// say that the administrators saw what is below it. One that this desk knew before the loss is about another.
bool covers(const AuthorityCase& item, const Loss& lost)
{
    const auto* change = std::get_if<AcceptLoss>(&item.change);
    if (change == nullptr)
        return false;
    const bool same = change->had.size == lost.had.size && change->had.root == lost.had.root.hex();
    return same && (!lost.bothKnown || (item.index >= lost.common.size && change->now.size <= lost.common.size));
}

/// The one in force, else the newest that is open.
const AuthorityCase* coveringCase(const Session& session, const Loss& lost)
{
    const AuthorityCase* open = nullptr;
    for (const auto& [index, item] : session.state().authorityCases) {
        if (item.withdrawnAt || !covers(item, lost))
            continue;
        if (item.effectiveAt)
            return &item;
        open = &item;
    }
    return open;
}

query::ShownHead shown(const TreeHead& head)
{
    return {head.size, head.root};
}

/// The first lines that are given up, as far as they can be read.
std::vector<query::LossCase::Row> lostRows(const Session& session, const LogStore& verified, const Loss& lost)
{
    std::vector<query::LossCase::Row> rows;
    const std::int64_t end = std::min(lost.had.size, lost.common.size + std::int64_t(query::LossCase::rowsMax));
    ParsedEntry entry;
    for (EntryIndex index = lost.common.size; index < end; ++index) {
        const auto line = verified.readLine(index);
        if (!line || !entry.parse(*line))
            break;
        const EntryHeader& header = entry.header();
        const auto actor = ActorId::fromText(header.actor);
        const bool known = actor && session.state().actor(*actor) != nullptr;
        rows.push_back({index, header.at, header.type, known ? views::person(session, *actor).name : header.actor});
    }
    return rows;
}

events::HeadRef reference(const TreeHead& head)
{
    return {head.size, head.root.hex()};
}

} // namespace

Result<std::unique_ptr<Session>> open(const std::string& location, const Environment& environment,
    // NOLINTNEXTLINE(performance-unnecessary-value-param): it is kept in the options
    const std::function<void(std::int64_t, std::int64_t)>& progress, std::stop_token stop)
{
    OpenOptions options;
    options.asStored = true;
    options.progress = progress;
    options.stop = std::move(stop);
    return Session::open(location, environment, options);
}

Result<query::LossCase> look(const Session& session)
{
    if (!session.loss())
        return fail(nothingLost(session));
    const Loss& lost = *session.loss();
    query::LossCase out;
    out.had = shown(lost.had);
    out.common = shown(lost.common);
    out.found = shown(session.head());
    out.bothKnown = lost.bothKnown;
    out.lost = lost.had.size - lost.common.size;
    if (const LogStore* verified = session.store().verified())
        out.rows = lostRows(session, *verified, lost);
    out.threshold = session.state().threshold;
    if (const AuthorityCase* item = coveringCase(session, lost)) {
        out.proposal = item->index;
        out.accepted = item->effectiveAt.has_value();
        out.signers.push_back(views::person(session, item->proposer).name);
        for (const ActorId endorser : item->endorsers)
            out.signers.push_back(views::person(session, endorser).name);
    }
    return out;
}

Result<Appended> sign(Session& session, const std::string& reason, const Signer& signer)
{
    if (!session.loss())
        return fail(nothingLost(session));
    const Loss& lost = *session.loss();
    if (const AuthorityCase* item = coveringCase(session, lost)) {
        if (item->effectiveAt)
            return fail(usageError("CS-LOSS-ACCEPTED", "The administrators have accepted this loss already."));
        return session.submit(events::AuthorityEndorsed{item->index, "endorse"}, signer);
    }
    const AcceptLoss change{reference(lost.had), reference(lost.common)};
    return commands::submit(session, people::proposal(session, change, reason), signer);
}

std::string keptCopy(const Environment& environment, const std::string& root)
{
    return environment.stateDir + "/alarms/given-up-" + root.substr(0, 16) + ".countersign";
}

Result<std::string> settle(std::unique_ptr<Session> session)
{
    if (!session->loss())
        return fail(nothingLost(*session));
    const Loss lost = *session->loss();
    const AuthorityCase* item = coveringCase(*session, lost);
    if (item == nullptr || !item->effectiveAt)
        return fail(refused("CS-LOSS-OPEN", "The administrators have not accepted this loss: %1 of %2 have signed.",
            {QString::number(item == nullptr ? 0 : 1 + std::ssize(item->endorsers)),
                QString::number(session->state().threshold)}));
    const Environment environment = session->environment();
    const std::string place = session->store().location(), workspace = session->state().workspaceId;
    const TreeHead head = session->head();
    const bool onServer = session->store().link().state != LogStore::Link::State::Local;
    const EntryIndex accepted = *item->effectiveAt;
    session.reset();
    std::string kept;
    if (onServer) {
        kept = keptCopy(environment, lost.had.root.hex());
        CS_CHECK(TeamStore::takeOver(team::cacheFolder(environment), place, kept));
    }
    std::unique_ptr<SecretPin> secret;
    if (environment.keychain != nullptr)
        secret = std::make_unique<KeychainPin>(*environment.keychain);
    CS_CHECK(PinStore(environment.stateDir, secret.get()).lower(place, workspace, head));
    std::string sentence =
        "Entry " + std::to_string(accepted) + " accepted the loss of " + lost.had.text() + ". Head now " + head.text();
    sentence += kept.empty() ? "." : "; what was given up is kept in " + kept + ".";
    return sentence;
}

} // namespace cs::loss
