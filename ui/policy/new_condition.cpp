// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/new_condition.h"

#include "ui/widgets/policy/draft_keeper.h"
#include "ui/widgets/policy/policy_schema.h"

namespace cs::ui {
namespace {

bool isReported(const QString& kind)
{
    return kind != QLatin1String("evidence_present") && kind != QLatin1String("metadata_complete")
        && kind != QLatin1String("soak") && kind != QLatin1String("findings_clear")
        && kind != QLatin1String("derived_fact");
}

/// Replaces a member that is there.
std::string with(const std::string& node, const std::string& pointer, const std::string& value)
{
    const json::Source source(node);
    const auto edit = source.at(pointer).isValid() ? source.set(pointer, value) : std::nullopt;
    return edit ? json::applied(node, *edit) : node;
}

} // namespace

NewCondition::NewCondition(DraftKeeper& keeper, std::string gate, std::string prefix)
    : m_keeper(keeper)
    , m_gate(std::move(gate))
    , m_prefix(std::move(prefix))
{
}

std::string NewCondition::freeId(const std::string& name) const
{
    return m_keeper.draft().freeId(m_prefix.empty() ? name : m_prefix + "." + name);
}

std::string NewCondition::firstRole() const
{
    std::string first;
    for (const json::Value role : m_keeper.draft().at("/roles")) {
        if (role.find("kind").string() == "service")
            continue;
        const std::string id(role.key());
        if (first.empty() || id == "tech_lead")
            first = id;
    }
    return first;
}

/// Who answers for the gate's transition in the RACI matrix: the letters then agree with what is asked.
std::string NewCondition::accountableRole() const
{
    const PolicyDraft& draft = m_keeper.draft();
    for (const json::Value transition : draft.at("/lifecycle/transitions")) {
        if (transition.find("gate").string() != m_gate)
            continue;
        for (const json::Value cell : draft.at("/raci/matrix" + json::step(transition.find("id").string())))
            for (const json::Value role : draft.at("/raci/roles"))
                if (cell.string() == "A" && role.find("id").string() == cell.key())
                    return std::string(role.find("policyRoles").firstChild().string());
    }
    return {};
}

std::string NewCondition::approval() const
{
    const std::string accountable = accountableRole();
    const std::string role = accountable.empty() ? firstRole() : accountable;
    json::Writer out;
    out.beginObject().member("id", std::string_view(freeId("approval"))).key("approval").beginObject();
    out.key("roles").beginArray().string(role).endArray();
    out.member("count", std::int64_t(1)).key("distinctFromProposer").boolean(true);
    out.key("distinctFromContributors").boolean(true);
    out.member("expiresAfterSeconds", std::int64_t(259'200));
    out.key("statement").beginObject();
    out.member("text", std::string_view("I have reviewed this promotion and approve it.")).endObject();
    out.member("onReject", std::string_view("veto")).endObject().endObject();
    return json::spaced(std::string_view(out.text())).value_or("");
}

std::string NewCondition::check(const QString& kind) const
{
    std::string check = PolicySchema::shipped().newCheck(kind);
    const query::PolicyDesk& desk = m_keeper.desk();
    const auto first = [&](const std::string& list, bool key) {
        const json::Value item = m_keeper.draft().at(list).firstChild();
        return json::quoted(key ? item.key() : item.find("id").string());
    };
    if (!desk.metrics.empty())
        check = with(with(check, "/metric", json::quoted(desk.metrics.front().name)), "/counter",
            json::quoted(desk.metrics.front().name));
    if (!desk.evidenceKinds.empty())
        check = with(check, "/evidenceKind", json::quoted(desk.evidenceKinds.front()));
    check = with(check, "/state", first("/lifecycle/states", false));
    check = with(check, "/guardrailSet", first("/guardrailSets", true));
    check = with(check, "/contract", "\"*\"");
    check = with(check, "/currency", "\"EUR\"");
    std::string node =
        "{ \"id\": " + json::quoted(freeId(kind.toStdString())) + ", \"ownerRole\": " + json::quoted(firstRole());
    if (isReported(kind))
        node += ", \"producers\": [\"automation\"]";
    return node + ", \"check\": " + check + " }";
}

std::string NewCondition::group(const std::string& kind, const std::string& node) const
{
    return "{ \"id\": " + json::quoted(freeId("group")) + ", " + json::quoted(kind) + ": [ " + node + " ] }";
}

std::string NewCondition::whenTags(const std::string& node) const
{
    std::string when;
    for (const json::Value tag : m_keeper.draft().at("/tags")) {
        const std::string type(tag.find("type").string());
        if (type != "ordered" && type != "boolean")
            continue;
        std::string value = "true";
        for (const json::Value one : tag.find("values"))
            value = one.raw(); // the last is the strictest
        when = "{ \"tag\": " + json::quoted(tag.key()) + ", \"op\": " + (type == "ordered" ? "\"ge\"" : "\"eq\"")
            + ", \"value\": " + value + " }";
        break;
    }
    return "{ \"id\": " + json::quoted(freeId("when")) + ", \"when\": " + when + ", \"then\": " + node + " }";
}

} // namespace cs::ui
