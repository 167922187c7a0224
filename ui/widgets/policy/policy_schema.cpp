// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/policy/policy_schema.h"

#include <QFile>

/// Outside of namespaces, as the macro demands: the resources stand in a static library.
static void initPolicyResources()
{
    Q_INIT_RESOURCE(core);
}

namespace cs::ui {
namespace {

constexpr std::string_view defs = "#/$defs/";

QString nameOf(json::Value schema)
{
    const std::string_view ref = schema.find("$ref").string();
    return ref.starts_with(defs) ? qs(std::string(ref.substr(defs.size()))) : QString();
}

/// Does a value look like what an alternative describes? By a member that is fixed, or that it must have.
bool fits(json::Value schema, json::Value value)
{
    for (const json::Value name : schema.find("required"))
        if (!value.find(name.string()).isValid())
            return false;
    for (const json::Value member : schema.find("properties"))
        if (const json::Value fixed = member.find("const"); fixed.isValid())
            if (const json::Value there = value.find(member.key()); there.isValid() && there.raw() != fixed.raw())
                return false;
    return true;
}

std::optional<double> number(json::Value value)
{
    return value.isValid() ? value.real() : std::nullopt;
}

} // namespace

const PolicySchema& PolicySchema::shipped()
{
    static const PolicySchema schema([] {
        initPolicyResources();
        QFile file(QStringLiteral(":/policies/gate-policy.schema.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }());
    return schema;
}

PolicySchema::PolicySchema(const std::string& text)
    : m_source(text)
{
}

json::Value PolicySchema::definition(std::string_view name) const
{
    return m_source.at("/$defs" + json::step(name));
}

json::Value PolicySchema::resolved(json::Value schema) const
{
    for (int steps = 0; steps < 8; ++steps) {
        const std::string_view ref = schema.find("$ref").string();
        if (!ref.starts_with(defs))
            return schema;
        schema = definition(ref.substr(defs.size()));
    }
    return schema;
}

json::Value PolicySchema::alternative(json::Value schema, json::Value value) const
{
    schema = resolved(schema);
    const json::Value choices = schema.find("oneOf");
    if (!choices.isValid())
        return schema;
    json::Value kind;
    for (const json::Value choice : choices) {
        const json::Value option = resolved(choice);
        if (value.isObject() && option.find("properties").find("kind").find("const").isValid()
            && option.find("properties").find("kind").find("const").raw() == value.find("kind").raw())
            kind = option;
    }
    if (kind.isValid())
        return kind;
    for (const json::Value choice : choices) {
        const json::Value option = alternative(choice, value);
        if (value.isObject() && option.find("properties").isValid() && fits(option, value))
            return option;
    }
    for (const json::Value choice : choices) {
        const json::Value option = resolved(choice);
        const std::string_view type = option.find("type").string();
        const bool same = (type == "string" && value.isString()) || (type == "object" && value.isObject())
            || (type == "number" && value.isValid() && value.type() == json::Type::Number);
        if (same)
            return option;
    }
    return resolved(choices.firstChild());
}

json::Value PolicySchema::schemaAt(const json::Source& document, const std::string& pointer) const
{
    json::Value schema = m_source.root();
    json::Value value = document.root();
    std::string rest = pointer;
    while (!rest.empty() && schema.isValid()) {
        const auto next = rest.find('/', 1);
        const std::string name = json::lastStep(rest.substr(0, next));
        rest = next == std::string::npos ? std::string() : rest.substr(next);
        schema = alternative(schema, value);
        json::Value inner = schema.find("properties").find(name);
        if (!inner.isValid() && schema.find("items").isValid())
            inner = schema.find("items");
        if (!inner.isValid() && schema.find("additionalProperties").isObject())
            inner = schema.find("additionalProperties");
        if (value.isObject()) {
            value = value.find(name);
        } else if (value.isArray()) {
            std::size_t index = 0;
            json::Value found;
            for (const json::Value item : value)
                if (std::to_string(index++) == name)
                    found = item;
            value = found;
        }
        schema = inner;
    }
    return schema;
}

SchemaNode PolicySchema::describe(json::Value schema) const
{
    using Kind = SchemaNode::Kind;
    SchemaNode node;
    node.definition = nameOf(schema);
    node.description = qs(std::string(schema.find("description").string()));
    if (const json::Value standard = schema.find("default"); standard.isValid())
        node.standard = standard.raw();
    json::Value own = resolved(schema);
    if (!own.find("type").isValid() && own.find("allOf").isArray())
        own = resolved(own.find("allOf").firstChild()); // a type, and what it must not be
    if (const json::Value said = own.find("description"); node.description.isEmpty() && said.isString())
        node.description = qs(std::string(said.string()));
    if (node.standard.empty() && own.find("default").isValid())
        node.standard = own.find("default").raw();
    node.least = number(own.find("minimum"));
    node.most = number(own.find("maximum"));
    if (const auto most = own.find("maxLength").integer())
        node.lengthMax = static_cast<int>(*most);
    if (node.definition == QLatin1String("condition"))
        node.kind = Kind::Condition;
    else if (node.definition == QLatin1String("check"))
        node.kind = Kind::Check;
    else if (node.definition == QLatin1String("predicate"))
        node.kind = Kind::Predicate;
    else if (own.find("const").isValid()) {
        node.kind = Kind::Fixed;
        node.fixed = own.find("const").raw();
    } else if (own.find("enum").isValid()) {
        node.kind = Kind::Choice;
        for (const json::Value choice : own.find("enum"))
            node.choices.append(qs(std::string(choice.string())));
    } else if (const std::string_view type = own.find("type").string(); type == "object") {
        node.kind = own.find("properties").isValid() ? Kind::Object : Kind::Map;
    } else if (type == "array") {
        node.kind = Kind::List;
    } else if (type == "string") {
        node.kind = Kind::Text;
    } else if (type == "integer") {
        node.kind = Kind::Integer;
    } else if (type == "number") {
        node.kind = Kind::Number;
    } else if (type == "boolean") {
        node.kind = Kind::Bool;
    }
    return node;
}

SchemaNode PolicySchema::at(const json::Source& document, const std::string& pointer) const
{
    const json::Value schema = schemaAt(document, pointer);
    return schema.isValid() ? describe(schema) : SchemaNode();
}

std::vector<SchemaMember> PolicySchema::members(const json::Source& document, const std::string& pointer) const
{
    std::vector<SchemaMember> list;
    const json::Value schema = alternative(schemaAt(document, pointer), document.at(pointer));
    const json::Value required = schema.find("required");
    for (const json::Value member : schema.find("properties")) {
        SchemaMember made{std::string(member.key()), describe(member)};
        for (const json::Value name : required)
            if (name.string() == made.name)
                made.node.optional = false;
        list.push_back(std::move(made));
    }
    return list;
}

SchemaNode PolicySchema::item(const json::Source& document, const std::string& pointer) const
{
    const json::Value schema = alternative(schemaAt(document, pointer), document.at(pointer));
    const json::Value item = schema.find("items");
    return item.isValid() ? describe(item) : SchemaNode();
}

QStringList PolicySchema::checkKinds() const
{
    QStringList kinds;
    for (const json::Value choice : definition("check").find("oneOf"))
        kinds.append(qs(std::string(resolved(choice).find("properties").find("kind").find("const").string())));
    return kinds;
}

std::string PolicySchema::newCheck(const QString& kind) const
{
    json::Value schema;
    for (const json::Value choice : definition("check").find("oneOf"))
        if (qs(std::string(resolved(choice).find("properties").find("kind").find("const").string())) == kind)
            schema = resolved(choice);
    if (!schema.isValid())
        return {};
    const std::function<std::string(json::Value)> standard = [&](json::Value at) -> std::string {
        const SchemaNode node = describe(at);
        if (!node.standard.empty())
            return node.standard;
        switch (node.kind) {
        case SchemaNode::Kind::Fixed:
            return node.fixed;
        case SchemaNode::Kind::Choice:
            return json::quoted(node.choices.value(0).toStdString());
        case SchemaNode::Kind::Bool:
            return "true";
        case SchemaNode::Kind::Integer:
        case SchemaNode::Kind::Number:
            return std::to_string(static_cast<long long>(node.least.value_or(0)));
        case SchemaNode::Kind::List: {
            const json::Value item = resolved(at).find("items");
            return resolved(at).find("minItems").isValid() ? "[" + standard(item) + "]" : "[]";
        }
        case SchemaNode::Kind::Object: {
            json::Writer out;
            out.beginObject();
            const json::Value object = resolved(at);
            for (const json::Value name : object.find("required"))
                out.key(name.string()).raw(standard(object.find("properties").find(name.string())));
            out.endObject();
            return out.take();
        }
        case SchemaNode::Kind::Any:
            if (const json::Value first = resolved(at).find("oneOf"); first.isValid())
                return standard(first.firstChild());
            return "\"\"";
        default:
            return "\"\"";
        }
    };
    json::Writer out;
    out.beginObject();
    for (const json::Value name : schema.find("required"))
        out.key(name.string()).raw(standard(schema.find("properties").find(name.string())));
    out.endObject();
    const auto made = json::spaced(std::string_view(out.text()));
    return made ? *made : std::string();
}

} // namespace cs::ui
