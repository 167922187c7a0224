// SPDX-License-Identifier: GPL-3.0-or-later
// inbox, promote propose|approve|reject|request-changes|withdraw|withdraw-decision|revise|comment|show|list,
// gate explain
#include "app/cli/break_glass_commands.h"

#include "core/engine/explain.h"
#include "core/workspace/past.h"

#include <algorithm>

namespace cs::cli {
namespace {

std::string since(UtcTime time)
{
    return time.text().substr(0, 16) + "Z";
}

/// What the commands take: #41 for a promotion, else the entry that "people endorse" or "policy sign-off" is given.
std::string referenceOf(Session& session, const query::InboxItem& item)
{
    if (const auto* row = item.promotion ? session.state().promotions.find(item.promotion->index()) : nullptr)
        return "#" + std::to_string(row->number);
    return "entry " + std::to_string(item.entry);
}

void addInbox(CLI::App& app, Context& context)
{
    context.bind(app.add_subcommand("inbox", "What waits for you, and why"), [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        const ActorId me = c.reader();
        if (!me.isValid())
            return fail(usageError("CS-CLI-WHO", "Whose inbox? Say it with --as."));
        const auto inbox = views::inbox(*session, me, c.now());
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        bool waiting = false;
        for (const auto& item : inbox.items) {
            const bool waits = item.group == query::InboxItem::Group::WaitsForMe;
            waiting = waiting || waits;
            cells.push_back({waits                                         ? "waits"
                    : item.group == query::InboxItem::Group::AboutToExpire ? "soon"
                                                                           : "news",
                referenceOf(*session, item), item.title, item.why, since(item.since),
                item.due ? since(*item.due) : "-"});
        }
        reply.text =
            cells.empty() ? "Nothing waits for you.\n" : table({"", "Where", "What", "Why", "Since", "Due"}, cells);
        reply.members = [inbox](json::Writer& out) {
            out.key("items").beginArray();
            for (const auto& item : inbox.items) {
                out.beginObject()
                    .member("title", std::string_view(item.title))
                    .member("why", std::string_view(item.why));
                out.key("waits").boolean(item.group == query::InboxItem::Group::WaitsForMe);
                if (item.promotion)
                    out.member("promotion", std::string_view(item.promotion->text()));
                out.member("entry", item.entry);
                out.member("since", std::string_view(item.since.text()));
                out.endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

std::string promotionText(const query::PromotionView& view)
{
    std::string text = "#" + std::to_string(view.number) + " " + view.modelName + " " + view.versionLabel + "  "
        + view.fromLabel + " → " + view.toLabel + "  [" + view.status + "] " + view.statusLine + "\n";
    text += "Proposed by " + view.proposer.name + " at " + view.proposedAt.text() + ", round "
        + std::to_string(view.round) + ", rolls back to " + view.rollbackTarget + "\n";
    text += "Policy revision " + std::to_string(view.policyRevision) + " " + view.policy.text() + "\n";
    text += "Snapshot " + view.snapshot.text() + "\n\n" + view.text + "\n";
    // What has ended is not measured by today's facts; "report export promotion-record" shows it as it was judged.
    for (const auto& left : view.status == "open" ? view.left : std::vector<std::string>())
        text += "  left: " + left + "\n";
    for (const auto& warning : view.warnings)
        text += "  note: " + warning + "\n";
    for (const auto& decision : view.decisions)
        text += "  " + decision.kind + " by " + decision.person.name + " as " + decision.roleTitle
            + (decision.onBehalf.empty() ? "" : " for " + decision.onBehalf) + ", entry "
            + std::to_string(decision.entry) + (decision.live ? "" : " (not live: " + decision.staleBecause + ")")
            + "\n";
    if (view.breakGlass && (view.breakGlass->executed || view.breakGlass->persons > 0))
        text += "  break-glass: see \"promote break-glass status #" + std::to_string(view.number) + "\"\n";
    for (const auto& item : view.evidence)
        text += "  evidence " + item.id.text() + " " + item.kind + " \"" + item.title + "\" by " + item.author.name
            + (item.withdrawn      ? " (withdrawn)"
                    : item.present ? ""
                                   : " (bytes missing)")
            + "\n";
    for (const auto& comment : view.discussion)
        if (!comment.text.empty() || comment.erased)
            text += "  " + since(comment.at) + " " + comment.author.name + ": "
                + (comment.erased ? "(erased)" : comment.text) + "\n";
    for (const auto& leaf : view.fillable)
        text += "  you could sign " + leaf.leaf + " as " + leaf.role + ": " + leaf.statement + "\n";
    return text;
}

void promotionMembers(json::Writer& out, const query::PromotionView& view)
{
    out.member("id", std::string_view(view.id.text())).member("number", view.number);
    out.member("model", std::string_view(view.modelName)).member("version", std::string_view(view.version.text()));
    out.member("transition", std::string_view(view.transition)).member("status", std::string_view(view.status));
    out.member("snapshot", std::string_view(view.snapshot.text()));
    out.member("policy", std::string_view(view.policy.text()));
    out.member("passed", std::int64_t(view.passed)).member("total", std::int64_t(view.total));
    const bool satisfied = view.gate.status == query::NodeStatus::Passed
        && (!view.gateInForce || view.gateInForce->status == query::NodeStatus::Passed);
    out.key("satisfied").boolean(satisfied);
    if (view.breakGlass && view.breakGlass->executed)
        out.key("overridden").boolean(true);
    out.key("left").beginArray();
    for (const auto& left : view.left)
        out.string(left);
    out.endArray();
    out.key("decisions").beginArray();
    for (const auto& decision : view.decisions) {
        out.beginObject().member("entry", decision.entry).member("kind", std::string_view(decision.kind));
        out.member("person", std::string_view(decision.person.id.text()))
            .member("role", std::string_view(decision.role));
        out.key("live").boolean(decision.live).member("comment", std::string_view(decision.comment)).endObject();
    }
    out.endArray().key("discussion").beginArray();
    for (const auto& comment : view.discussion) {
        out.beginObject().member("entry", comment.entry).member("kind", std::string_view(comment.kind));
        out.member("author", std::string_view(comment.author.id.text()));
        out.member("at", std::string_view(comment.at.text()))
            .member("text", std::string_view(comment.text))
            .endObject();
    }
    out.endArray().key("evidence").beginArray();
    for (const auto& item : view.evidence) {
        out.beginObject().member("id", std::string_view(item.id.text())).member("kind", std::string_view(item.kind));
        out.member("digest", std::string_view(item.digest.text())).key("required").boolean(item.required);
        out.endObject();
    }
    out.endArray();
}

void addShow(CLI::App& promote, Context& context)
{
    static std::string id;
    static bool all = false;
    auto* show = promote.add_subcommand("show", "One promotion");
    show->add_option("promotion", id, "#41, 41 or p120")->required();
    context.bind(show, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        CS_TRY(const auto view, views::promotion(*session, promotion, c.reader(), c.now()));
        Reply reply;
        reply.text = promotionText(view);
        reply.members = [view](json::Writer& out) { promotionMembers(out, view); };
        return reply;
    });
    auto* list = promote.add_subcommand("list", "Open promotions");
    list->add_flag("--all", all, "Ended ones as well");
    context.bind(list, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        const auto rows = views::promotions(*session, !all, c.now());
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        for (const auto& row : rows)
            cells.push_back({"#" + std::to_string(row.number), row.title, row.status, row.statusLine, row.proposer.name,
                since(row.proposedAt)});
        reply.text = table({"No.", "Promotion", "Status", "", "Proposed by", "At"}, cells);
        reply.members = [rows](json::Writer& out) {
            out.key("promotions").beginArray();
            for (const auto& row : rows) {
                out.beginObject().member("id", std::string_view(row.id.text())).member("number", row.number);
                out.member("title", std::string_view(row.title)).member("status", std::string_view(row.status));
                out.member("passed", std::int64_t(row.passed)).member("total", std::int64_t(row.total));
                out.endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

/// "all", a kind, e40 or sha256:… → the digests of the evidence that the person has opened.
Result<std::vector<Digest>> viewedDigests(const query::PromotionView& view, const std::vector<std::string>& names)
{
    std::vector<Digest> viewed;
    for (const auto& name : names) {
        bool found = false;
        for (const auto& item : view.evidence)
            if (!item.withdrawn
                && (name == "all" || name == item.kind || name == item.id.text() || name == item.digest.text())) {
                viewed.push_back(item.digest);
                found = true;
            }
        if (!found)
            return fail(usageError("CS-CLI-NO-EVIDENCE", "The promotion has no evidence %1.", {qs(name)}));
    }
    std::sort(viewed.begin(), viewed.end());
    viewed.erase(std::unique(viewed.begin(), viewed.end()), viewed.end());
    return viewed;
}

/// Who is about to decide, before any secret is asked for.
Result<ActorId> whoDecides(Context& c)
{
    if (const ActorId reader = c.reader(); reader.isValid())
        return reader;
    CS_TRY(const Signer signer, c.signer());
    return signer.actor;
}

/// What you see is what you sign: conditions with their statements, the snapshot, and what was and was not opened.
void showWhatIsSigned(Context& c, const query::PromotionView& view, const commands::Draft& draft)
{
    const events::Decision decision = std::visit(
        []<class E>(const E& event) -> events::Decision {
            if constexpr (requires { event.decision.snapshot; })
                return event.decision;
            else
                return {};
        },
        draft.event);
    c.progress("#" + std::to_string(view.number) + " " + view.modelName + " " + view.versionLabel + ", "
        + view.fromLabel + " → " + view.toLabel + ", as " + decision.role);
    for (const auto& leaf : decision.leaves)
        for (const auto& known : view.fillable)
            if (known.leaf == leaf.leaf && known.role == decision.role)
                c.progress("  " + known.leaf + ": " + known.statement);
    for (const auto& item : view.evidence)
        if (!item.withdrawn) {
            const bool opened = std::binary_search(decision.viewed.begin(), decision.viewed.end(), item.digest);
            c.progress(
                std::string("  ") + (opened ? "opened      " : "not opened  ") + item.id.text() + " " + item.kind);
        }
    c.progress("  snapshot " + decision.snapshot.text());
}

void addDecision(CLI::App& promote, Context& context, const char* name, const char* help, commands::Verdict verdict)
{
    static std::string id, role, commentText;
    static std::vector<std::string> leaves, viewed;
    static std::int64_t delegation = -1;
    auto* command = promote.add_subcommand(name, help);
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    command->add_option("--role", role, "The role you sign in, where you hold several");
    command->add_option("--leaf", leaves, "Conditions to fill; all that the role could fill if not given");
    command->add_option("--viewed", viewed, "Evidence that you have opened: e40, a kind, or all");
    if (verdict == commands::Verdict::Approve)
        command->add_option("--delegation", delegation, "Sign for whoever delegated to you in that entry");
    auto* option = command->add_option("--comment", commentText, "Signed with your decision");
    option->required(verdict != commands::Verdict::Approve);
    context.bind(command, [verdict, name](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const ActorId me, whoDecides(c));
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        const UtcTime now = c.now();
        CS_TRY(const auto view, views::promotion(*session, promotion, me, now));
        commands::DecisionRequest request;
        request.promotion = promotion;
        request.verdict = verdict;
        request.role = role;
        request.leaves = leaves;
        request.comment = commentText;
        if (delegation >= 0)
            request.delegation = delegation;
        CS_TRY(request.viewed, viewedDigests(view, viewed));
        CS_TRY(const auto draft, commands::decision(*session, me, request, now));
        showWhatIsSigned(c, view, draft);
        // Typing the passphrase is the gesture: it is asked for only now.
        CS_TRY(const Signer signer, c.signer());
        if (signer.actor != me)
            return fail(usageError("CS-CLI-WHO", "The key that was unlocked is not that of %1.", {qs(me.text())}));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, '\0', std::string("Signed: ") + name + " #" + std::to_string(view.number));
    });
}

void addPropose(CLI::App& promote, Context& context)
{
    static commands::ProposeRequest request;
    static std::string version;
    auto* propose = promote.add_subcommand("propose", "Propose a transition of a version");
    propose->add_option("version", version, "v34")->required();
    propose->add_option("--transition", request.transition, "dev-to-staging, staging-to-canary, …")->required();
    propose->add_option("--endpoint", request.endpoint, "Where it serves, or will")->required();
    propose->add_option("--text", request.text, "What, why, and the predicted outcome")->required();
    propose->add_option("--rollback-target", request.rollbackTarget, "v12, fallback or none");
    context.bind(propose, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(request.version, VersionId::fromText(version));
        CS_TRY(const auto draft, commands::propose(*session, signer.actor, request));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, 'p', "Proposed as #" + std::to_string(session->state().promotionCount) + ":");
    });
}

void addTextCommand(CLI::App& promote, Context& context, const char* name, const char* help,
    std::function<Result<commands::Draft>(Context&, Session&, PromotionId, const std::string&)> make)
{
    static std::string id, words;
    auto* command = promote.add_subcommand(name, help);
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    command->add_option("--text,--reason", words, "Words")->required();
    context.bind(command, [make = std::move(make), name](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        CS_TRY(const auto draft, make(c, *session, promotion, words));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, '\0', std::string("Done: ") + name + " " + id);
    });
}

void addWithdrawDecision(CLI::App& promote, Context& context)
{
    static std::string id, reason;
    auto* command = promote.add_subcommand("withdraw-decision",
        "Take your approval, rejection or request for changes back, as long as the promotion is open");
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    command->add_option("--reason", reason, "Why")->required();
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        const auto& decisions = session->state().promotions.find(promotion.index())->decisions;
        const auto own = std::find_if(decisions.rbegin(), decisions.rend(),
            [&](const engine::RecordedDecision& d) { return d.person == signer.actor && !d.withdrawn; });
        if (own == decisions.rend())
            return fail(refused("CS-CLI-NO-DECISION", "You have no decision on %1 that could be withdrawn.", {qs(id)}));
        CS_TRY(const auto draft, commands::withdrawDecision(*session, own->stamp.index, reason));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, '\0', "Withdrawn: your decision on " + id);
    });
}

void addGate(CLI::App& app, Context& context)
{
    auto* gate = app.add_subcommand("gate", "Gate evaluation")->require_subcommand(1)->fallthrough();
    auto* explain =
        gate->add_subcommand("explain", "The gate of a promotion as a tree: value, bound and source of each leaf");
    static std::string id;
    static std::int64_t asOf = -1;
    explain->add_option("promotion", id, "#41, 41 or p120")->required();
    explain->add_option("--as-of", asOf, "As it stood just before this entry: what a decision saw")
        ->check(CLI::NonNegativeNumber);
    context.bind(explain, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        std::optional<engine::LedgerState> past;
        UtcTime at = c.now();
        if (asOf >= 0) {
            CS_TRY(past, stateBefore(*session, asOf));
            at = session->meta(asOf).at;
        }
        const engine::LedgerState& state = past ? *past : session->state();
        const auto* row = state.promotions.find(promotion.index());
        if (row == nullptr)
            return fail(usageError(
                "CS-CLI-NO-PROMOTION", "There was no promotion %1 before entry %2.", {qs(id), QString::number(asOf)}));
        CS_TRY(const auto result, engine::evaluateGate(state, *row, engine::timeOfNext(state, at)));
        Reply reply;
        reply.text = engine::explainText(result);
        reply.members = [result](json::Writer& out) { out.key("gate").raw(engine::explainJson(result)); };
        reply.status = result.executable() || row->status != engine::PromotionStatus::Open ? 0 : 1;
        reply.code = reply.status == 0 ? "OK" : "CS-GATE-NOT-SATISFIED";
        return reply;
    });
}

} // namespace

void addPromoteCommands(CLI::App& app, Context& context)
{
    addInbox(app, context);
    auto* promote = app.add_subcommand("promote", "Promotions through gates")->require_subcommand(1)->fallthrough();
    addPropose(*promote, context);
    addDecision(*promote, context, "approve", "Approve, as what you could sign", commands::Verdict::Approve);
    addDecision(*promote, context, "reject", "Reject: keeps it shut until you withdraw it", commands::Verdict::Reject);
    addDecision(*promote, context, "request-changes", "Ask for changes: falls with the next round",
        commands::Verdict::RequestChanges);
    addTextCommand(*promote, context, "withdraw", "End your proposal",
        [](Context&, Session& s, PromotionId id, const std::string& text) { return commands::withdraw(s, id, text); });
    addWithdrawDecision(*promote, context);
    addTextCommand(*promote, context, "revise", "Begin the next round of your proposal",
        [](Context&, Session& s, PromotionId id, const std::string& text) { return commands::revise(s, id, text); });
    addTextCommand(*promote, context, "comment", "Say something; decides nothing",
        [](Context&, Session& s, PromotionId id, const std::string& text) {
            return commands::comment(s, id, std::nullopt, text);
        });
    addExecute(*promote, context);
    addBreakGlassCommands(*promote, context);
    addShow(*promote, context);
    addGate(app, context);
    addDelegationCommands(app, context);
}

} // namespace cs::cli
