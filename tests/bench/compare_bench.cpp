// SPDX-License-Identifier: GPL-3.0-or-later
// How long two revisions of a policy take to compare.
#include "core/base/sha256.h"
#include "core/engine/compare/compare.h"
#include "tests/bench/bench_support.h"

#include <QFile>

#include <algorithm>
#include <random>

namespace cs::bench {
namespace {

using policy::Condition;
using policy::Policy;
using Kind = Condition::Kind;

constexpr int repeats = 10; // clocks of shared machines are coarse

double milliseconds(const Policy& before, const Policy& now, int rounds, bool& undecided)
{
    std::vector<double> each;
    for (int round = 0; round < rounds; ++round)
        each.push_back(spentBy([&] {
            for (int i = 0; i < repeats; ++i)
                undecided = engine::comparison::compare(before, now).undecided;
        }).cpu
            * 1e3 / repeats);
    return median(each);
}

/// A condition with two alternatives behind a tag, as large gates have them.
Condition requirement(std::mt19937& random, int number, int leaves)
{
    Condition any;
    any.kind = Kind::Any;
    any.id = "any" + std::to_string(number);
    for (int i = 0; i < leaves; ++i) {
        Condition leaf;
        leaf.id = any.id + "." + std::to_string(i);
        leaf.kind = i == 0 ? Kind::Approval : Kind::Check;
        leaf.approval.roles = {random() % 2 == 0 ? "tech_lead" : "product_owner"};
        leaf.approval.statementDigest = sha256Of("statement " + std::to_string(random() % 6));
        leaf.producers = {"automation"};
        leaf.ownerRole = "tech_lead";
        leaf.check.kind = "metric_threshold";
        leaf.check.metric = "m" + std::to_string(random() % 12);
        leaf.check.op = "ge";
        leaf.check.value = static_cast<double>(random() % 4);
        any.children.push_back(std::move(leaf));
    }
    Condition guarded;
    guarded.kind = Kind::When;
    guarded.id = "when" + std::to_string(number);
    guarded.when.kind = policy::Predicate::Kind::Tag;
    guarded.when.tag = "t" + std::to_string(random() % 10);
    guarded.when.op = "eq";
    guarded.when.values = {"true"};
    guarded.children.push_back(std::move(any));
    return guarded;
}

/// 12 gates of 60 leaves over 10 tags.
Policy large(const Policy& from)
{
    Policy policy = from;
    std::mt19937 random(7);
    for (int i = 0; i < 10; ++i)
        policy.tags["t" + std::to_string(i)] = {
            "t" + std::to_string(i), "Tag", "boolean", {}, true, "true", "tech_lead"};
    policy.gates.clear();
    for (int g = 0; g < 12; ++g) {
        policy::Gate gate;
        gate.id = "g" + std::to_string(g);
        gate.require.kind = Kind::All;
        gate.require.id = gate.id + ".root";
        for (int i = 0; i < 20; ++i)
            gate.require.children.push_back(requirement(random, i, 3));
        policy.gates[gate.id] = std::move(gate);
    }
    int next = 0;
    for (auto& transition : policy.transitions)
        if (!transition.isRollback())
            transition.gate = "g" + std::to_string(next++ % 12);
    policy.digest = sha256Of("large");
    return policy;
}

void measure(const std::string& what, const Policy& before, const Policy& now, double most, int rounds)
{
    bool undecided = false;
    const double spent = milliseconds(before, now, rounds, undecided);
    row(what + (undecided ? " (undecided)" : ""), spent, "ms", most, false);
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    const int rounds = static_cast<int>(option(argc, argv, "rounds", 11));
    QFile file(QStringLiteral(CS_POLICY_DIR "/default-policy.json"));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const auto before = must(cs::policy::parse(file.readAll().toStdString()));
    cs::policy::Policy same = *before;
    same.digest = cs::sha256Of("the same, read again");
    measure("compare the default policy with itself", *before, same, 20, rounds);
    cs::policy::Policy weaker = same;
    auto& root = weaker.gates.at("g.canary-to-production").require.children;
    std::erase_if(root, [](const auto& node) { return node.id == "cp.regulated" || node.id == "cp.owner"; });
    measure("compare the default policy with a weaker one", *before, weaker, 20, rounds);
    const cs::policy::Policy many = large(*before);
    cs::policy::Policy fewer = many;
    fewer.digest = cs::sha256Of("fewer");
    for (auto& [id, gate] : fewer.gates)
        gate.require.children.pop_back();
    measure("compare 12 gates of 60 leaves and 10 tags", many, fewer, 2'000, 3);
    return 0;
}
