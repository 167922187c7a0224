// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger as a list: one English line an entry, search, and the proof of one.
#include "core/crypto/keys.h"
#include "core/ledger/merkle.h"
#include "core/workspace/views_p.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace cs::views {
namespace {

using namespace events;

/// What one entry says. Each overload is a sentence without its subject: "Proposed #41: …".
struct Says {
    const Session& session;
    EntryIndex index;

    std::string promotionName(PromotionId id) const
    {
        const engine::Promotion* promotion = session.state().promotions.find(id.index());
        return promotion == nullptr ? id.text() : "#" + std::to_string(promotion->number);
    }
    std::string percent(const Decimal& value) const { return value.text() + " %"; }
    std::string actorName(ActorId id) const { return person(session, id).name; }
    std::string role(const std::string& id) const { return roleTitle(session, id); }
    std::string entry(std::int64_t at) const { return "entry " + std::to_string(at); }

    std::string operator()(const change::Enrol& c) const
    {
        return "enrol a " + c.actorKind + ", key " + fingerprint(c.key);
    }
    std::string operator()(const change::AddKey& c) const { return "add a key for " + actorName(c.actor); }
    std::string operator()(const change::RevokeKey& c) const
    {
        return "revoke the key " + fingerprint(c.key) + " (" + c.why + ")";
    }
    std::string operator()(const change::Grant& c) const { return "make " + actorName(c.actor) + " " + role(c.role); }
    std::string operator()(const change::EndRole& c) const { return "end the role granted in " + entry(c.grant); }
    std::string operator()(const change::SetAdmins& c) const
    {
        return std::to_string(c.threshold) + " of " + std::to_string(c.admins.size()) + " administrators";
    }
    std::string operator()(const change::Trust& c) const { return "trust \"" + c.name + "\" for " + c.purpose; }
    std::string operator()(const change::Distrust& c) const { return "distrust \"" + c.name + "\" for " + c.purpose; }
    std::string operator()(const change::SetRules& c) const
    {
        return "raise the laws to version " + std::to_string(c.to);
    }
    std::string operator()(const change::CorrectClock& c) const
    {
        return "correct the clock of entries " + std::to_string(c.from) + " to " + std::to_string(c.to);
    }
    std::string operator()(const change::MoveStore& c) const { return "move the ledger to " + c.to; }
    std::string operator()(const change::AcceptLoss& c) const
    {
        return "accept the loss of entries from " + std::to_string(c.now.size);
    }
    std::string operator()(const change::Close&) const { return "close the workspace"; }

    std::string operator()(const WorkspaceCreated& e) const { return "Founded \"" + e.name + "\""; }
    std::string operator()(const FoundingAccepted&) const { return "Accepted the founding"; }
    std::string operator()(const WorkspaceOpened& e) const
    {
        return "Opened the workspace with " + std::to_string(e.admins.size()) + " administrators, "
            + std::to_string(e.threshold) + " of whom must agree";
    }
    std::string operator()(const AuthorityProposed& e) const { return "Proposed to " + std::visit(*this, e.change); }
    std::string operator()(const AuthorityEndorsed& e) const
    {
        return (e.decision == "endorse" ? "Endorsed " : "Objected to ") + entry(e.proposal);
    }
    std::string operator()(const AuthorityWithdrawn& e) const { return "Withdrew " + entry(e.proposal); }
    std::string operator()(const CardReplaced&) const { return "Changed the printed name"; }
    std::string operator()(const BlobErased& e) const { return "Erased a text (" + e.ground + ")"; }
    std::string operator()(const HoldSet& e) const { return "Set a hold on " + joined(e.about); }
    std::string operator()(const HoldEnded& e) const { return "Ended the hold on " + joined(e.about); }
    std::string operator()(const DelegationGiven& e) const
    {
        return "Delegated " + joined(e.roles) + " to " + actorName(e.to);
    }
    std::string operator()(const DelegationEnded& e) const { return "Ended the delegation of " + entry(e.delegation); }
    std::string operator()(const TimeAnchored& e) const
    {
        return "Anchored " + std::to_string(e.size) + " entries at " + e.genTime.text() + " (" + e.source + ")";
    }
    std::string operator()(const ExportRecorded& e) const { return "Exported " + e.kind; }
    std::string operator()(const VerificationRecorded& e) const
    {
        return "Verified " + std::to_string(e.size) + " entries: " + e.verdict;
    }
    std::string operator()(const PolicyProposed& e) const
    {
        return "Proposed the policy " + e.policy.hex().substr(0, 12);
    }
    std::string operator()(const PolicySignedOff& e) const
    {
        return (e.decision == "approve" ? "Signed off the policy of " : "Rejected the policy of ") + entry(e.proposal)
            + " as " + role(e.role);
    }
    std::string operator()(const PolicyAdopted& e) const { return "Adopted the policy of " + entry(e.proposal); }
    std::string operator()(const PolicyWithdrawn& e) const { return "Withdrew the policy of " + entry(e.proposal); }
    std::string operator()(const ModelRegistered& e) const { return "Registered the model " + e.name; }
    std::string operator()(const ModelDescribed& e) const { return "Described " + modelName(session, e.model); }
    std::string operator()(const ModelTagsSet& e) const
    {
        std::vector<std::string> tags;
        for (const auto& [name, value] : e.tags)
            tags.push_back(name + " = " + value);
        return "Tagged " + modelName(session, e.model) + ": " + joined(tags);
    }
    std::string operator()(const ModelServingSet& e) const
    {
        return modelName(session, e.model) + " serves at " + e.endpoint;
    }
    std::string operator()(const FindingOpened& e) const { return "Opened a " + e.severity + " finding: " + e.kind; }
    std::string operator()(const FindingClosed& e) const
    {
        return "Closed the finding " + e.finding.text() + " as " + e.how;
    }
    std::string operator()(const RecordFiled& e) const
    {
        return "Filed " + e.form + " about " + e.about + (e.outcome ? ": " + *e.outcome : "");
    }
    std::string operator()(const VersionRegistered& e) const
    {
        return "Registered " + modelName(session, e.model) + " " + e.description.label;
    }
    std::string operator()(const VersionAmended& e) const { return "Amended " + versionName(session, e.version); }
    std::string operator()(const EvidenceAttached& e) const
    {
        return "Attached " + e.kind + " to " + versionName(session, e.version);
    }
    std::string operator()(const EvidenceWithdrawn& e) const { return "Withdrew the evidence " + e.evidence.text(); }
    std::string operator()(const ResultReported& e) const
    {
        const std::string what =
            e.results.size() == 1 ? e.results.front().name : std::to_string(e.results.size()) + " results";
        return "Reported " + what + " for " + versionName(session, e.version);
    }
    std::string operator()(const LeaseTaken& e) const
    {
        return "Took the canary lease of " + promotionName(e.promotion);
    }
    std::string operator()(const StepSet& e) const
    {
        return "Set the canary of " + promotionName(e.promotion) + " to " + percent(e.percent) + " (" + e.why + ")";
    }
    std::string operator()(const events::CanaryWindow& e) const
    {
        return "Watched the canary of " + promotionName(e.promotion) + ": " + std::to_string(e.predictions)
            + " predictions";
    }
    std::string operator()(const CanaryBreached& e) const
    {
        return "Guardrail " + e.guardrail + " was breached in " + promotionName(e.promotion);
    }
    std::string operator()(const RollbackIntended& e) const
    {
        return "Is about to roll back " + versionName(session, e.plan.from);
    }
    std::string operator()(const RollbackExecuted& e) const
    {
        return "Rolled back " + versionName(session, e.plan.from) + ", to " + e.plan.to;
    }
    std::string operator()(const RollbackJournaled& e) const
    {
        return "Imported " + std::to_string(e.lines.size()) + " lines of the outage journal";
    }
    std::string operator()(const RollbackRemedied& e) const
    {
        return "Filed the remediation plan for " + entry(e.rollback);
    }
    std::string operator()(const RollbackHoldLifted& e) const
    {
        return "Lifted the hold of " + entry(e.rollback) + " (" + e.basis + ")";
    }
    std::string operator()(const DrillRecorded& e) const
    {
        return std::string(e.passed ? "Passed" : "Failed") + " the rollback drill at " + e.endpoint;
    }
    std::string operator()(const PromotionProposed& e) const
    {
        return "Proposed " + promotionName(PromotionId(index)) + ": " + versionName(session, e.version) + ", "
            + e.transition;
    }
    std::string operator()(const PromotionRevised& e) const { return "Revised " + promotionName(e.promotion); }
    std::string operator()(const PromotionApproved& e) const
    {
        return "Approved " + promotionName(e.decision.promotion) + " as " + role(e.decision.role);
    }
    std::string operator()(const PromotionRejected& e) const
    {
        return "Rejected " + promotionName(e.decision.promotion) + " as " + role(e.decision.role);
    }
    std::string operator()(const ChangesRequested& e) const
    {
        return "Asked for changes to " + promotionName(e.decision.promotion) + " as " + role(e.decision.role);
    }
    std::string operator()(const DecisionWithdrawn& e) const { return "Withdrew the decision of " + entry(e.decision); }
    std::string operator()(const PromotionCommented& e) const { return "Commented on " + promotionName(e.promotion); }
    std::string operator()(const PromotionExecuted& e) const
    {
        return "Executed " + promotionName(e.promotion) + (e.basis == "gate" ? "" : " by break-glass");
    }
    std::string operator()(const PromotionWithdrawn& e) const { return "Withdrew " + promotionName(e.promotion); }
    std::string operator()(const BreakglassAuthorised& e) const
    {
        return "Authorised break-glass for " + promotionName(e.promotion) + " (" + e.incident + ")";
    }
    std::string operator()(const BreakglassReviewed& e) const
    {
        return "Reviewed the break-glass of " + promotionName(e.promotion) + ": " + e.decision;
    }
    std::string operator()(const RegistryAdded& e) const { return "Added the registry " + e.description.name; }
    std::string operator()(const RegistryChanged& e) const { return "Changed the registry " + e.description.name; }
    std::string operator()(const RegistryRemoved& e) const { return "Removed the registry " + e.registry.text(); }
    std::string operator()(const RegistryObserved& e) const
    {
        return "Observed " + e.name + " " + e.version + " in " + e.registry.text();
    }
    std::string operator()(const RegistryWritten& e) const
    {
        return "Wrote " + e.name + " " + e.version + " to " + e.registry.text() + ": " + e.result;
    }
};

std::string lower(std::string_view text)
{
    return utf8(qs(text).toLower());
}

bool contains(std::string_view text, const std::string& lowered)
{
    return lower(text).find(lowered) != std::string::npos;
}

/// One word of the filter, looked up once: which signers and subjects it means.
struct Term {
    std::string type, word;
    std::optional<std::string> by, about;
    std::optional<EntryIndex> entry;
    std::set<ActorId> actors; // whose printed name or role holds the word; erased names never match
    std::set<std::string> subjects;
};

void collectSubjects(const Session& session, Term& term)
{
    for (const auto& [id, model] : session.state().models) {
        const bool named = contains(model.name, term.word);
        if (named)
            term.subjects.insert(id.text());
        for (const VersionId version : model.versions)
            if (named || contains(model.name + " " + versionLabel(session, version), term.word))
                term.subjects.insert(version.text());
    }
    for (const auto& [id, promotion] : session.state().promotionBriefs)
        if (term.subjects.contains(promotion.version.text()))
            term.subjects.insert(id.text());
    if (term.word.starts_with('#'))
        if (const auto promotion = findPromotion(session, term.word))
            term.subjects.insert(promotion->text());
}

Result<Term> termOf(const Session& session, std::string_view word)
{
    Term term;
    if (word.starts_with("type:")) {
        term.type = word.substr(5);
    } else if (word.starts_with("by:")) {
        term.by = std::string(word.substr(3));
    } else if (word.starts_with("about:")) {
        term.about = std::string(word.substr(6));
    } else if (word.starts_with("entry:")) {
        EntryIndex index = -1;
        const auto [end, errc] = std::from_chars(word.data() + 6, word.data() + word.size(), index);
        if (errc != std::errc() || end != word.data() + word.size())
            return fail(
                usageError("CS-WORKSPACE-FILTER", "\"%1\" names no entry. Write entry:120.", {qs(word.substr(0, 40))}));
        term.entry = index;
    } else {
        term.word = lower(word);
        for (const auto& [id, actor] : session.state().actors) {
            const query::PersonView view = person(session, id);
            if (contains(view.name, term.word) || contains(view.roleTitle, term.word))
                term.actors.insert(id);
        }
        collectSubjects(session, term);
    }
    return term;
}

bool matches(const Term& term, EntryIndex index, const query::EntryMeta& meta)
{
    if (!term.type.empty())
        return meta.type == term.type;
    if (term.by)
        return meta.actor.text() == *term.by;
    if (term.about)
        return meta.subjectText() == *term.about;
    if (term.entry)
        return index == *term.entry;
    return meta.type.find(term.word) != std::string_view::npos || term.actors.contains(meta.actor)
        || meta.actor.text() == term.word || (meta.subject != 0 && term.subjects.contains(meta.subjectText()))
        || meta.subjectText() == term.word;
}

query::EntryRow rowOf(const Session& session, EntryIndex index, const Session::Decoded& decoded)
{
    const query::EntryMeta meta = session.meta(index);
    query::EntryRow row;
    row.index = index;
    row.at = meta.at;
    row.time = meta.time;
    row.type = meta.type;
    row.signer = person(session, meta.actor);
    row.says = says(session, index, decoded);
    row.subject = meta.subjectText();
    return row;
}

std::string keyStateOf(const Session& session, ActorId actor, const std::string& keyid)
{
    const engine::Actor* known = session.state().actor(actor);
    if (known == nullptr)
        return "unknown";
    for (const engine::KeyRecord& key : known->keys) {
        if (fingerprint(key.key) != keyid)
            continue;
        std::string text = "enrolled at entry " + std::to_string(std::max<EntryIndex>(0, key.liveFrom - 1));
        if (!key.revokedAt)
            return text + ", in force";
        text += ", revoked from entry " + std::to_string(*key.revokedAt) + " on (" + key.why + ")";
        return key.since ? text + ", compromised since entry " + std::to_string(*key.since) : text;
    }
    return "unknown";
}

} // namespace

std::string says(const Session& session, EntryIndex index, const Session::Decoded& entry)
{
    return entry.event ? std::visit(Says{session, index}, *entry.event) : "Only a newer program knows what this says";
}

Result<std::vector<query::EntryRow>> entryRows(const Session& session, const std::vector<EntryIndex>& indices)
{
    std::vector<query::EntryRow> rows;
    rows.reserve(indices.size());
    for (const EntryIndex index : indices) {
        CS_TRY(const Session::Decoded decoded, session.decoded(index));
        rows.push_back(rowOf(session, index, decoded));
    }
    return rows;
}

Result<query::EntryDetail> entryDetail(const Session& session, EntryIndex index)
{
    CS_TRY(const Session::Decoded decoded, session.decoded(index));
    query::EntryDetail detail;
    detail.row = rowOf(session, index, decoded);
    detail.payload = decoded.payload;
    detail.line = decoded.line;
    detail.fingerprint = decoded.keyid;
    detail.signature = toBase64(decoded.signature);
    detail.leaf = leafHash(decoded.line);
    detail.afterSize = decoded.header.after.size;
    detail.afterRoot = decoded.header.after.root;
    const TreeHead head = session.head();
    detail.headSize = head.size;
    detail.headRoot = head.root;
    CS_TRY(detail.proof, inclusionProof(index, head.size, const_cast<Session&>(session).store()));
    detail.keyState = keyStateOf(session, session.meta(index).actor, decoded.keyid);
    return detail;
}

Result<std::vector<EntryIndex>> findEntries(const Session& session, std::string_view filter, std::stop_token stop)
{
    std::vector<Term> terms;
    while (!filter.empty()) {
        const auto end = std::min(filter.find(' '), filter.size());
        if (end > 0) {
            CS_TRY(Term term, termOf(session, filter.substr(0, end)));
            terms.push_back(std::move(term));
        }
        filter.remove_prefix(std::min(end + 1, filter.size()));
    }
    std::vector<EntryIndex> found;
    if (terms.empty()) {
        for (EntryIndex index = session.head().size - 1; index >= 0; --index)
            found.push_back(index);
        return found;
    }
    constexpr EntryIndex askEvery = 10'000;
    session.eachMeta([&](EntryIndex index, const query::EntryMeta& meta) {
        if (std::ranges::all_of(terms, [&](const Term& term) { return matches(term, index, meta); }))
            found.push_back(index);
        return index % askEvery != 0 || !stop.stop_requested();
    });
    if (stop.stop_requested())
        return fail(couldNot("CS-WORKSPACE-STOPPED", "The search was stopped."));
    return found;
}

} // namespace cs::views
