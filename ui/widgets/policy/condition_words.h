// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_edit.h"

#include <QCoreApplication>
#include <QString>

namespace cs::ui {

/// Words for what stands in a policy's text: conditions, checks, members, predicates. What comes out of the document is
/// cleaned; nothing of it is translated.
class ConditionWords final {
    Q_DECLARE_TR_FUNCTIONS(ConditionWords)
public:
    enum class Kind { None, All, Any, AtLeast, Not, When, Check, Approval };
    static Kind kindOf(json::Value node);
    /// The conditions in a condition, as pointers below its own: "/all/0", "/then".
    static std::vector<std::string> children(json::Value node);
    /// The list that takes further conditions: "/all"; empty where it takes none.
    static std::string listOf(json::Value node);

    static QString icon(json::Value node);
    /// Its title, or words for what it asks.
    static QString title(json::Value node, const json::Source& document);
    /// What it asks, as short as a row has room for: "≥ 0.98", "24 h", "1 of 2 roles".
    static QString bound(json::Value node);
    /// "risk tier is at least high and regulated is yes".
    static QString predicate(json::Value predicate, const json::Source& document);
    static QString checkKind(const QString& kind); ///< "Metric against a bound"
    static QString checkHelp(const QString& kind); ///< one sentence: what passes, what is pending
    /// "Expires after" for expiresAfterSeconds; the name as words where there is none of ours.
    static QString member(const std::string& name);
    /// A value of a list of choices, "ge" → "≥".
    static QString choice(const std::string& member, const QString& value);
    static QString roleTitle(const std::string& id, const json::Source& document);
    static QString tagTitle(const std::string& id, const json::Source& document);
    static QString unit(const QString& unit);
    /// "Canary → production" of a gate: the transitions that use it.
    static QString gateTitle(const std::string& gate, const json::Source& document);
    static QString number(double value);

private:
    static QString boundOfCheck(json::Value check);
    static QString setting(const std::string& name);
    static QString part(const std::string& name);
};

} // namespace cs::ui
