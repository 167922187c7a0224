// SPDX-License-Identifier: GPL-3.0-or-later
// promote break-glass authorise|review|status, promote execute, delegation give|end|list
#include "app/cli/break_glass_commands.h"

#include <algorithm>

namespace cs::cli {
namespace {

std::string minute(UtcTime time)
{
    return time.text().substr(0, 16) + "Z";
}

std::string listed(const std::vector<std::string>& items, const char* separator)
{
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : separator) + item;
    return text;
}

/// Who is about to sign, before any secret is asked for.
Result<ActorId> whoSigns(Context& c)
{
    if (const ActorId reader = c.reader(); reader.isValid())
        return reader;
    CS_TRY(const Signer signer, c.signer());
    return signer.actor;
}

Result<query::PromotionView> viewOf(Context& c, Session& session, PromotionId promotion, ActorId me)
{
    CS_TRY(auto view, views::promotion(session, promotion, me, c.now()));
    if (!view.breakGlass)
        return fail(refused("CS-CLI-NO-BREAK-GLASS",
            "The policy knows no break-glass for the transition of promotion #%1.", {QString::number(view.number)})
                        .withLaw(11));
    return view;
}

std::string authorisationText(const query::BreakGlassView& glass)
{
    std::string text;
    for (const auto& list : glass.lists)
        text += "  one of " + listed(list.roles, " or ") + ": "
            + (!list.signer.empty()         ? "signed by " + list.signer
                    : list.eligible.empty() ? std::string("nobody can sign")
                                            : "missing; " + listed(list.eligible, ", ") + " could")
            + "\n";
    for (const auto& signature : glass.signatures)
        text += "  entry " + std::to_string(signature.entry) + ": " + signature.person + " for " + signature.incident
            + ", until " + minute(signature.until) + (signature.counts ? "" : " (does not count any more)") + ": "
            + signature.reason + "\n";
    if (!glass.overrides.empty())
        text += "  overrides: " + listed(glass.overrides, "; ") + "\n";
    text += "  never skipped: " + listed(glass.neverSkips, "; ") + "\n";
    for (const std::string& left : glass.keptLeft)
        text += "  not satisfied, and never skipped: " + left + "\n";
    text += "  " + std::to_string(glass.used) + " of " + std::to_string(glass.quota) + " in 90 days\n";
    return text;
}

std::string reviewText(const query::BreakGlassView& glass)
{
    std::string text = "  review "
        + std::string(glass.reviewed ? "signed"
                : glass.rolledBack   ? "not needed any more: rolled back"
                : glass.overdue
                ? "OVERDUE since " + minute(glass.reviewDue) + ": the model is held until it is signed or rolled back"
                : "due " + minute(glass.reviewDue))
        + "\n";
    for (const auto& leaf : glass.review)
        text += "  " + leaf.leaf + ": " + std::to_string(leaf.have) + " of " + std::to_string(leaf.needed) + " by "
            + listed(leaf.roles, " or ") + (leaf.rejectedBy.empty() ? std::string() : ", revoked by " + leaf.rejectedBy)
            + "\n";
    return text;
}

std::string statusText(const query::PromotionView& view)
{
    const query::BreakGlassView& glass = *view.breakGlass;
    std::string text = "#" + std::to_string(view.number) + " " + view.modelName + " " + view.versionLabel + "\n";
    if (glass.executed)
        return text + "Executed by break-glass at " + minute(glass.executedAt) + ": overridden, not satisfied.\n"
            + reviewText(glass) + authorisationText(glass);
    if (!glass.refused.empty())
        text += glass.refused + "\n";
    else if (glass.authorised)
        text += "Authorised until " + (glass.until ? minute(*glass.until) : std::string("?")) + ".\n";
    else
        text += "Not authorised: " + std::to_string(glass.persons) + " of " + std::to_string(glass.personsNeeded)
            + " persons.\n";
    return text + authorisationText(glass);
}

void strings(json::Writer& out, const char* name, const std::vector<std::string>& items)
{
    out.key(name).beginArray();
    for (const std::string& item : items)
        out.string(item);
    out.endArray();
}

void signatureMembers(json::Writer& out, const query::BreakGlassView& glass)
{
    out.key("lists").beginArray();
    for (const auto& list : glass.lists) {
        out.beginObject().member("slot", list.slot).member("signer", std::string_view(list.signer));
        strings(out, "roles", list.roles);
        out.endObject();
    }
    out.endArray().key("signatures").beginArray();
    for (const auto& signature : glass.signatures) {
        out.beginObject().member("entry", signature.entry).member("slot", signature.slot);
        out.member("person", std::string_view(signature.person))
            .member("incident", std::string_view(signature.incident));
        out.member("until", std::string_view(signature.until.text()));
        out.member("reason", std::string_view(signature.reason)).key("counts").boolean(signature.counts).endObject();
    }
    out.endArray();
}

void statusMembers(json::Writer& out, const query::PromotionView& view)
{
    const query::BreakGlassView& glass = *view.breakGlass;
    out.member("promotion", std::string_view(view.id.text())).member("number", view.number);
    out.member("status", std::string_view(view.status));
    out.key("authorised").boolean(glass.authorised).member("persons", glass.persons);
    out.member("personsNeeded", glass.personsNeeded).member("refused", std::string_view(glass.refused));
    out.key("until");
    if (glass.until)
        out.string(glass.until->text());
    else
        out.null();
    out.member("quota", glass.quota).member("used", glass.used);
    strings(out, "neverSkips", glass.neverSkips);
    strings(out, "keptLeft", glass.keptLeft);
    strings(out, "overrides", glass.overrides);
    signatureMembers(out, glass);
    out.key("executed").boolean(glass.executed);
    if (!glass.executed)
        return;
    out.key("review").beginObject().member("due", std::string_view(glass.reviewDue.text()));
    out.key("reviewed").boolean(glass.reviewed).key("overdue").boolean(glass.overdue);
    out.key("rolledBack").boolean(glass.rolledBack).key("conditions").beginArray();
    for (const auto& leaf : glass.review) {
        out.beginObject().member("leaf", std::string_view(leaf.leaf)).member("have", leaf.have);
        out.member("needed", leaf.needed).member("rejectedBy", std::string_view(leaf.rejectedBy)).endObject();
    }
    out.endArray().endObject();
}

/// What you see is what you sign: what it overrides and what it never skips stand above the passphrase.
Result<Reply> signEmergency(Context& c, const std::string& id, commands::BreakGlassRequest request, const char* done)
{
    CS_TRY(Session * session, c.session());
    CS_TRY(const ActorId me, whoSigns(c));
    CS_TRY(request.promotion, views::findPromotion(*session, id));
    CS_TRY(const auto view, viewOf(c, *session, request.promotion, me));
    CS_TRY(const auto draft, commands::breakGlass(*session, me, request, c.now()));
    c.progress(statusText(view));
    for (const auto& leaf : view.breakGlass->review)
        if (leaf.mine && request.approve)
            c.progress("  " + leaf.leaf + ": " + leaf.statement);
    CS_TRY(const Signer signer, c.signer());
    if (signer.actor != me)
        return fail(usageError("CS-CLI-WHO", "The key that was unlocked is not that of %1.", {qs(me.text())}));
    CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
    CS_TRY(const auto after, viewOf(c, *session, request.promotion, me));
    Reply reply = appendedReply(appended, '\0', std::string(done) + " #" + std::to_string(view.number));
    reply.text += statusText(after);
    const auto inner = reply.members;
    reply.members = [inner, after](json::Writer& out) {
        inner(out);
        statusMembers(out, after);
    };
    return reply;
}

void addAuthorise(CLI::App& group, Context& context)
{
    static std::string id, reason, incident;
    static std::int64_t list = -1;
    auto* command = group.add_subcommand("authorise",
        "Sign that an emergency may override the open conditions of the gate; another person signs as well");
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    command->add_option("--reason", reason, "What the emergency is, as long as the policy asks")->required();
    command->add_option("--incident", incident, "Reference of the incident, for example INC-4711");
    command->add_option(
        "--list", list, "Which of the policy's lists you sign for, from 0, where you could for several");
    context.bind(command, [](Context& c) {
        commands::BreakGlassRequest request;
        request.text = reason;
        request.incident = incident;
        if (list >= 0)
            request.slot = list;
        return signEmergency(c, id, std::move(request), "Authorised: break-glass for");
    });
}

void addReview(CLI::App& group, Context& context)
{
    static std::string id, comment, leaf;
    static bool revoke = false;
    auto* command = group.add_subcommand("review", "Sign the review of what was executed by break-glass");
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    command->add_option("--comment", comment, "What you found, as long as the policy asks")->required();
    command->add_option("--leaf", leaf, "Condition of the review, where you could sign several");
    command->add_flag("--revoke", revoke, "It should not stand: the hold stays until it is rolled back");
    context.bind(command, [](Context& c) {
        commands::BreakGlassRequest request;
        request.what = commands::BreakGlassRequest::What::Review;
        request.text = comment;
        request.leaf = leaf;
        request.approve = !revoke;
        return signEmergency(c, id, std::move(request), "Reviewed: break-glass of");
    });
}

void addStatus(CLI::App& group, Context& context)
{
    static std::string id;
    auto* command =
        group.add_subcommand("status", "What is authorised, by whom, until when; what is skipped; the review");
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        CS_TRY(const auto view, viewOf(c, *session, promotion, c.reader()));
        Reply reply;
        reply.text = statusText(view);
        reply.members = [view](json::Writer& out) { statusMembers(out, view); };
        reply.status = view.breakGlass->overdue ? 1 : 0;
        reply.code = view.breakGlass->overdue ? "CS-REVIEW-OVERDUE" : "OK";
        return reply;
    });
}

void addGive(CLI::App& group, Context& context)
{
    static std::string to, until, reason;
    static std::vector<std::string> roles;
    auto* command = group.add_subcommand("give", "Let another person sign for you in roles that you hold");
    command->add_option("person", to, "Who signs for you")->required();
    command->add_option("--role", roles, "Roles of yours")->required();
    command->add_option("--until", until, "YYYY-MM-DDThh:mm:ss.sssZ")->required();
    command->add_option("--reason", reason, "Why")->required();
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const ActorId person, c.findActor(to));
        CS_TRY(const UtcTime end, UtcTime::fromText(until));
        CS_TRY(const auto draft, commands::delegate(*session, person, roles, end, reason));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, '\0', "Delegated to " + person.text());
    });
}

void addEnd(CLI::App& group, Context& context)
{
    static std::int64_t entry = -1;
    auto* command = group.add_subcommand("end", "End a delegation that you gave or were given");
    command->add_option("entry", entry, "Entry of the delegation")->required();
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, session->submit(events::DelegationEnded{entry}, signer));
        return appendedReply(appended, '\0', "Ended: the delegation of entry " + std::to_string(entry));
    });
}

} // namespace

void addBreakGlassCommands(CLI::App& promote, Context& context)
{
    auto* group = promote.add_subcommand("break-glass", "Emergencies: authorise, execute, review")
                      ->require_subcommand(1)
                      ->fallthrough();
    addAuthorise(*group, context);
    addReview(*group, context);
    addStatus(*group, context);
}

void addExecute(CLI::App& promote, Context& context)
{
    static std::string id;
    static bool emergency = false;
    auto* command = promote.add_subcommand("execute", "Move the version, if the gate is satisfied");
    command->add_option("promotion", id, "#41, 41 or p120")->required();
    command->add_flag("--break-glass", emergency, "By an authorised emergency: the gate reads overridden");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const PromotionId promotion, views::findPromotion(*session, id));
        CS_TRY(const auto draft, commands::execute(*session, promotion, c.now(), emergency ? "break_glass" : "gate"));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, '\0', (emergency ? "Executed by break-glass: " : "Done: execute ") + id);
    });
}

void addDelegationCommands(CLI::App& app, Context& context)
{
    auto* group = app.add_subcommand("delegation", "Signing for somebody else")->require_subcommand(1)->fallthrough();
    addGive(*group, context);
    addEnd(*group, context);
}

} // namespace cs::cli
