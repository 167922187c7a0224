// SPDX-License-Identifier: GPL-3.0-or-later
// canary lease|step|window|breach|status: facts posted by the watch agent and the platform team.
#include "app/cli/context.h"

namespace cs::cli {
namespace {

std::string promotionId, file;

Result<PromotionId> promotionOf(Session& session)
{
    return views::findPromotion(session, promotionId);
}

CLI::App* add(CLI::App& canary, const char* name, const char* help)
{
    auto* command = canary.add_subcommand(name, help);
    command->add_option("promotion", promotionId, "#41, 41 or p120")->required();
    return command;
}

/// The body of an event as a JSON file, its promotion and stored samples filled in.
template <class E> Result<E> readBody(Session& session, PromotionId promotion)
{
    CS_TRY(const std::string bytes, readFile(file, 1U << 20U));
    const auto document = json::parse(bytes);
    if (!document)
        return fail(inFile(file, document.error()));
    const json::Value root = (*document)->root();
    // "samples" may name a file, which becomes evidence of the window.
    Digest samples;
    if (const auto path = root.find("samples").string(); path.starts_with("sha256:")) {
        CS_TRY(samples, Digest::fromText(path));
    } else {
        CS_TRY(const auto stored, session.putEvidenceFile(std::string(path)));
        samples = stored.digest;
    }
    json::Writer out;
    out.beginObject().member("promotion", std::string_view(promotion.text()));
    for (const json::Value member : root) {
        if (member.key() == "promotion")
            continue;
        out.key(member.key());
        if (member.key() == "samples")
            out.string(samples.text());
        else
            out.raw(member.raw());
    }
    out.endObject();
    CS_TRY(const auto body, json::parse(out.text()));
    auto event = codec::decode<E>(body->root());
    if (!event)
        return fail(inFile(file, event.error()));
    return event;
}

template <class E> Result<Reply> post(Context& c, const char* what)
{
    CS_TRY(const Signer signer, c.signer());
    CS_TRY(Session * session, c.session());
    CS_TRY(const PromotionId promotion, promotionOf(*session));
    CS_TRY(const E event, readBody<E>(*session, promotion));
    CS_TRY(const Appended appended, session->submit(event, signer));
    return appendedReply(appended, '\0', what);
}

} // namespace

void addCanaryCommands(CLI::App& app, Context& context)
{
    auto* canary = app.add_subcommand("canary", "Facts about a running canary")->require_subcommand(1)->fallthrough();
    static std::int64_t seconds = 3600;
    static std::string percent, why = "advance";
    auto* lease = add(*canary, "lease", "Take the lease that raising traffic needs (watch agent)");
    lease->add_option("--seconds", seconds, "How long it lasts");
    context.bind(lease, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const PromotionId promotion, promotionOf(*session));
        const auto* row = session->state().promotions.find(promotion.index());
        const UtcTime until = c.now().plusSeconds(seconds);
        CS_TRY(const Appended appended,
            session->submit(events::LeaseTaken{promotion, row->canary.epoch + 1, until}, signer));
        return appendedReply(appended, '\0', "Lease taken, epoch " + std::to_string(row->canary.epoch));
    });
    auto* step = add(*canary, "step", "Set the canary's share of the traffic");
    step->add_option("--percent", percent)->required();
    step->add_option("--why", why, "advance, hold or resume");
    context.bind(step, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const PromotionId promotion, promotionOf(*session));
        CS_TRY(const Decimal share, Decimal::fromText(percent));
        const auto epoch = session->state().promotions.find(promotion.index())->canary.epoch;
        CS_TRY(const Appended appended, session->submit(events::StepSet{promotion, share, why, epoch}, signer));
        return appendedReply(appended, '\0', "Traffic set to " + percent + " %");
    });
    auto* window = add(*canary, "window", "Record what the guardrails said in a window");
    window->add_option("--file", file, "JSON: from, to, epoch, predictions, guardrails, samples (a digest or a file)")
        ->required();
    context.bind(window, [](Context& c) { return post<events::CanaryWindow>(c, "Window recorded"); });
    auto* breach = add(*canary, "breach", "Record a breach");
    breach->add_option("--file", file, "JSON: guardrail, rule, test, statistic, threshold, samples, times")->required();
    context.bind(breach, [](Context& c) { return post<events::CanaryBreached>(c, "Breach recorded"); });
    auto* status = add(*canary, "status", "Steps, windows and breaches so far");
    context.bind(status, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const PromotionId promotion, promotionOf(*session));
        const auto& facts = session->state().promotions.find(promotion.index())->canary;
        Reply reply;
        std::int64_t predictions = 0;
        for (const auto& recorded : facts.windows)
            predictions += recorded.event.predictions;
        const double now = facts.steps.empty() ? 0 : facts.steps.back().percent;
        reply.text = std::to_string(facts.steps.size()) + " steps, now " + Decimal::fromDouble(now).text() + " %; "
            + std::to_string(facts.windows.size()) + " windows, " + std::to_string(predictions) + " predictions; "
            + std::to_string(facts.breaches.size()) + " breaches.\n";
        reply.members = [steps = facts.steps.size(), windows = facts.windows.size(), breaches = facts.breaches.size(),
                            predictions](json::Writer& out) {
            out.member("steps", std::int64_t(steps)).member("windows", std::int64_t(windows));
            out.member("breaches", std::int64_t(breaches)).member("predictions", predictions);
        };
        return reply;
    });
}

} // namespace cs::cli
