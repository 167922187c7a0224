// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_edit.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace cs::ui {

/// What the grammar of policies says of one place: which members, of which type, with which bounds. The forms, the
/// completion in the text and the menus "add" are made from it.
struct SchemaNode {
    enum class Kind { Any, Object, Map, List, Text, Integer, Number, Bool, Choice, Fixed, Condition, Check, Predicate };
    Kind kind = Kind::Any;
    QString definition; ///< name among the schema's definitions, "seconds"; empty where it has none
    QString description;
    QStringList choices; ///< Choice
    std::string fixed; ///< Fixed: JSON
    std::string standard; ///< default, JSON; empty where there is none
    std::optional<double> least, most;
    int lengthMax = -1;
    bool optional = true; ///< as a member
};
struct SchemaMember {
    std::string name;
    SchemaNode node;
};

class PolicySchema final {
public:
    /// The one that ships, read once.
    static const PolicySchema& shipped();
    explicit PolicySchema(const std::string& text);

    /// What stands, or may stand, at a place of the document. Alternatives are chosen by what is there.
    SchemaNode at(const json::Source& document, const std::string& pointer) const;
    /// Members that an object at a place may have, in the grammar's order; those of a map: none.
    std::vector<SchemaMember> members(const json::Source& document, const std::string& pointer) const;
    /// What an item of the list at a place is.
    SchemaNode item(const json::Source& document, const std::string& pointer) const;
    /// Kinds of checks in the grammar's order.
    QStringList checkKinds() const;
    /// The members that a check of a kind must have, with values to begin with: one line of JSON.
    std::string newCheck(const QString& kind) const;

private:
    json::Value resolved(json::Value schema) const;
    json::Value alternative(json::Value schema, json::Value value) const;
    json::Value schemaAt(const json::Source& document, const std::string& pointer) const;
    SchemaNode describe(json::Value schema) const;
    json::Value definition(std::string_view name) const;

    json::Source m_source;
};

} // namespace cs::ui
