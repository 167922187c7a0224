// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sha256.h"
#include "core/engine/compare/compare.h"

#include <QFile>

#include <gtest/gtest.h>

#include <functional>
#include <set>

/// A shipped policy and edits of it: what the tests of the comparison start from.
namespace cs::test {

inline policy::Policy shippedPolicy(const QString& name)
{
    QFile file(QStringLiteral(CS_POLICY_DIR "/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const auto parsed = policy::parse(file.readAll().toStdString());
    EXPECT_TRUE(parsed) << utf8(parsed.error().message());
    return parsed ? **parsed : policy::Policy();
}
inline const policy::Policy& defaultPolicy()
{
    static const policy::Policy policy = shippedPolicy(QStringLiteral("default-policy.json"));
    return policy;
}

inline policy::Condition* findNode(policy::Condition& root, const std::string& id)
{
    if (root.id == id)
        return &root;
    for (policy::Condition& child : root.children)
        if (policy::Condition* found = findNode(child, id))
            return found;
    return nullptr;
}
inline policy::Condition& node(policy::Policy& policy, const std::string& id)
{
    static policy::Condition none;
    for (auto& [name, gate] : policy.gates)
        if (policy::Condition* found = findNode(gate.require, id))
            return *found;
    ADD_FAILURE() << id << " is nowhere";
    return none;
}
inline policy::Gate& productionGate(policy::Policy& policy)
{
    return policy.gates.at("g.canary-to-production");
}
inline void removeNode(policy::Policy& policy, const std::string& parent, const std::string& id)
{
    const auto removed =
        std::erase_if(node(policy, parent).children, [&](const auto& child) { return child.id == id; });
    EXPECT_EQ(removed, 1U) << id;
}
inline policy::Condition group(policy::Condition::Kind kind, const std::string& id,
    std::vector<policy::Condition> children, std::int64_t count = 0)
{
    policy::Condition made;
    made.kind = kind;
    made.id = id;
    made.children = std::move(children);
    made.count = count;
    return made;
}

using Edit = std::function<void(policy::Policy&)>;
inline policy::Policy edited(const policy::Policy& from, const Edit& edit)
{
    policy::Policy copy = from;
    edit(copy);
    static int edits = 0;
    copy.digest = sha256Of("edit " + std::to_string(++edits));
    return copy;
}
inline engine::comparison::Comparison compareEdit(const policy::Policy& from, const Edit& edit)
{
    return engine::comparison::compare(from, edited(from, edit));
}
inline std::set<std::string> rolesOf(const engine::comparison::Comparison& comparison)
{
    return {comparison.roles.begin(), comparison.roles.end()};
}
inline std::string described(const engine::comparison::Comparison& comparison)
{
    std::string text = comparison.undecided ? "undecided " : "";
    for (const auto& finding : comparison.findings)
        text += finding.where + ": " + finding.message + "\n";
    return text;
}

} // namespace cs::test
