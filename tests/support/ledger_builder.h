// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/policy_blobs.h"
#include "core/identity/memory_keychain.h"
#include "core/workspace/session.h"

#include <QTemporaryDir>

#include <map>

/// Ledgers for tests: real files, real signatures, keys from fixed seeds, a clock that the test sets.
/// Link `cs_test_support`; include "tests/support/ledger_builder.h".
namespace cs::test {

/// The same name gives the same key in every run.
std::shared_ptr<const SecretKey> keyOf(std::string_view name);
/// Bytes of a file of the source tree, for example "resources/policies/small-team-policy.json".
Bytes sourceFile(const std::string& path);
Bytes smallTeamPolicy();

/// A workspace file that grows by append(): every entry is signed, judged and applied by the real engine. forge()
/// leaves the judging out, as an insider with a valid key could.
class LedgerBuilder final {
public:
    /// Entry 0 by "Ada" (a0), who is administrator, at 2026-03-02T09:00:00.000Z.
    explicit LedgerBuilder(const std::string& mode = "team");

    const std::string& path() const { return m_path; }
    ManualClock& clock() { return m_clock; }
    LogStore& store() { return *m_store; }
    const engine::LedgerState& state() const { return m_state; }
    engine::PolicySource& policies() { return *m_policies; }
    TreeHead head() const { return m_tree.head(); }
    /// For Session::open: own state folder, no cache, no keychain unless set, the builder's clock.
    Environment environment() const;
    MemoryKeychain& keychain() { return m_keychain; }
    /// A session on the file. The builder must not append while it is used; see catchUp().
    std::unique_ptr<Session> session(bool readOnly = false);
    /// Takes what sessions have appended.
    void catchUp();

    /// Enters a person or service by the administrators' quorum. The key is keyOf(name).
    ActorId enrol(const std::string& name, const std::string& kind = "person");
    void grant(ActorId actor, const std::string& role);
    /// Adopts a document before the workspace is open.
    void adopt(std::string_view policy);
    void open(std::vector<ActorId> admins, std::int64_t threshold);
    /// The team most tests want: small-team policy; persons by role below; opened with Ada and Tea, both needed.
    void smallTeam();
    /// Who holds a role in smallTeam(): "ml_engineer" (proposer), "ml_engineer2", "tech_lead", "platform_team",
    /// "product_owner", "automation", "watch_agent"; "Ada" is administrator only.
    ActorId who(const std::string& name) const { return m_actors.at(name); }
    Signer signer(ActorId actor) const;
    /// Lets somebody sign whom a test has enrolled by entries of its own; the key is keyOf(name).
    void know(const std::string& name, ActorId actor);

    codec::Commitment text(const std::string& content);
    /// One second later, appends. @returns the law that refused; nothing was appended then.
    Result<EntryIndex> tryAppend(const events::Event& event, ActorId actor);
    /// The same; the test fails if it is refused.
    EntryIndex append(const events::Event& event, ActorId actor);
    /// Signs and appends without asking the engine. The builder's state stays as it is; only further forgeries fit.
    EntryIndex forge(const events::Event& event, ActorId actor);
    /// As forge(), with the key of somebody else, or with a header of the caller's making.
    EntryIndex forge(const events::Event& event, const EntryHeader& header, const SecretKey& key);
    EntryHeader header(const events::Event& event, ActorId actor);

private:
    std::string sign(const events::Event& event, const EntryHeader& header, const SecretKey& key);
    QTemporaryDir m_dir;
    std::string m_path;
    ManualClock m_clock;
    MemoryKeychain m_keychain;
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<PolicyBlobs> m_policies;
    engine::LedgerState m_state;
    Tree m_tree;
    std::map<std::string, ActorId> m_actors;
    std::map<ActorId, std::shared_ptr<const SecretKey>> m_keys;
    std::int64_t m_counter = 0;
};

} // namespace cs::test
