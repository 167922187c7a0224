// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ledger_builder.h"

#include "core/crypto/commit.h"
#include "core/crypto/hash.h"
#include "core/identity/enrolment.h"
#include "core/ledger/store/sqlite_log_store.h"
#include "tests/support/server_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace cs::test {
namespace {

constexpr std::int64_t startMs = 1'772'442'000'000; // 2026-03-02T09:00:00Z

/// Deterministic bytes: the n-th call in a test gives the same in every run.
Bytes bytesOf(std::string_view what, std::int64_t n, std::size_t count)
{
    Bytes bytes;
    for (std::int64_t block = 0; bytes.size() < count; ++block)
        bytes += sha256(std::string(what) + std::to_string(n) + "/" + std::to_string(block)).bytes();
    bytes.resize(count);
    return bytes;
}

template <class T> T must(Result<T> result)
{
    if (!result) {
        ADD_FAILURE() << utf8(result.error().code()) << ": " << utf8(result.error().message());
        std::abort();
    }
    return *std::move(result);
}

void must(const Status& status)
{
    if (!status) {
        ADD_FAILURE() << utf8(status.error().code()) << ": " << utf8(status.error().message());
        std::abort();
    }
}

} // namespace

std::shared_ptr<const SecretKey> keyOf(std::string_view name)
{
    const Digest seed = sha256("countersign test key ", name);
    return std::make_shared<const SecretKey>(must(SecretKey::fromSeed(seed.bytes())));
}

Bytes sourceFile(const std::string& path)
{
    std::ifstream in(std::string(CS_SOURCE_DIR) + "/" + path, std::ios::binary);
    EXPECT_TRUE(in.good()) << path;
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Bytes smallTeamPolicy()
{
    return sourceFile("resources/policies/small-team-policy.json");
}

LedgerBuilder::LedgerBuilder(const std::string& mode)
    : m_path(onServer() ? freshDatabase() : utf8(m_dir.filePath(QStringLiteral("test.countersign"))))
    , m_clock(UtcTime(startMs))
    , m_store(onServer() ? serverStore(m_path, utf8(m_dir.filePath(QStringLiteral("builder"))))
                         : must(SqliteLogStore::create(m_path)))
    , m_policies(std::make_unique<PolicyBlobs>(*m_store, m_tree))
{
    const auto key = keyOf("Ada");
    m_keys[ActorId(0)] = key;
    m_actors["Ada"] = ActorId(0);
    events::WorkspaceCreated created;
    created.name = "Test workspace";
    created.mode = mode;
    created.key = key->publicKey();
    created.card = text("Ada Founder");
    created.logKey = keyOf("log")->publicKey();
    append(created, ActorId(0));
}

Environment LedgerBuilder::environment() const
{
    Environment environment;
    environment.clock = &m_clock;
    environment.stateDir = utf8(m_dir.filePath(QStringLiteral("state")));
    environment.station = "00112233445566aa";
    auto counter = std::make_shared<std::int64_t>(0);
    environment.random = [counter](std::size_t count) { return bytesOf("session", ++*counter, count); };
    return environment;
}

std::unique_ptr<Session> LedgerBuilder::session(bool readOnly)
{
    OpenOptions options;
    options.readOnly = readOnly;
    options.trust = Trust::FirstContact;
    return must(Session::open(m_path, environment(), options));
}

void LedgerBuilder::catchUp()
{
    ParsedEntry parsed;
    while (m_tree.size() < must(m_store->head()).size) {
        const std::string line = must(m_store->read(m_tree.size(), 1)).front();
        must(parsed.parse(line));
        const EntryHeader& header = parsed.header();
        const ActorId actor = must(ActorId::fromText(header.actor));
        const events::Event event = must(events::decode(header.type, header.v, parsed.body()));
        must(engine::apply(m_state,
            {header.after.size, header.id, header.at, header.station, actor, m_keys.at(actor)->publicKey()}, event,
            *m_policies));
        m_tree.append(leafHash(line));
        must(m_store->confirm(m_tree.size()));
    }
}

codec::Commitment LedgerBuilder::text(const std::string& content)
{
    const Bytes salt = bytesOf("salt", ++m_counter, saltBytes);
    return {must(m_store->putBlob(BlobClass::Erasable, content, salt))};
}

void LedgerBuilder::know(const std::string& name, ActorId actor)
{
    m_keys[actor] = keyOf(name);
    m_actors[name] = actor;
}

Signer LedgerBuilder::signer(ActorId actor) const
{
    return {actor, m_keys.at(actor)};
}

ActorId LedgerBuilder::enrol(const std::string& name, const std::string& kind)
{
    const auto key = keyOf(name);
    events::change::Enrol enrol;
    enrol.actorKind = kind;
    enrol.key = key->publicKey();
    enrol.proof = makeEnrolmentProof(*key, m_state.workspaceId, toHex(bytesOf("nonce", ++m_counter, 16)));
    enrol.card = text(name + " Example");
    events::AuthorityProposed proposed;
    proposed.change = enrol;
    proposed.reason = text("joins");
    const ActorId actor(append(proposed, ActorId(0)));
    know(name, actor);
    return actor;
}

void LedgerBuilder::grant(ActorId actor, const std::string& role)
{
    events::change::Grant grant;
    grant.actor = actor;
    grant.role = role;
    events::AuthorityProposed proposed;
    proposed.change = grant;
    proposed.reason = text("takes the role");
    append(proposed, ActorId(0));
}

void LedgerBuilder::adopt(std::string_view policy)
{
    events::PolicyProposed proposed;
    proposed.policy = must(m_store->putBlob(BlobClass::Required, policy));
    proposed.note = text("first policy");
    proposed.weakens = false;
    events::PolicyAdopted adopted;
    adopted.proposal = append(proposed, ActorId(0));
    append(adopted, ActorId(0));
}

void LedgerBuilder::open(std::vector<ActorId> admins, std::int64_t threshold)
{
    for (const ActorId admin : admins)
        if (admin != ActorId(0))
            append(events::FoundingAccepted{}, admin);
    std::ranges::sort(admins);
    events::WorkspaceOpened opened;
    opened.admins = std::move(admins);
    opened.threshold = threshold;
    append(opened, ActorId(0));
}

void LedgerBuilder::smallTeam()
{
    adopt(smallTeamPolicy());
    const std::pair<const char*, const char*> people[] = {{"ml_engineer", "ml_engineer"},
        {"ml_engineer2", "ml_engineer"}, {"tech_lead", "tech_lead"}, {"platform_team", "platform_team"},
        {"product_owner", "product_owner"}};
    for (const auto& [name, role] : people)
        grant(enrol(name), role);
    grant(enrol("automation", "service"), "automation");
    grant(enrol("watch_agent", "service"), "watch_agent");
    enrol("Tea");
    open({ActorId(0), who("Tea")}, 2);
}

EntryHeader LedgerBuilder::header(const events::Event& event, ActorId actor)
{
    m_clock.advanceSeconds(1);
    EntryHeader header;
    header.id = toHex(bytesOf("entry id", ++m_counter, 16));
    header.type = std::string(events::typeOf(event));
    header.at = m_clock.now();
    header.clock = "synced";
    header.station = "00112233445566aa";
    header.actor = actor.text();
    header.after = m_tree.head();
    return header;
}

std::string LedgerBuilder::sign(const events::Event& event, const EntryHeader& header, const SecretKey& key)
{
    return must(signEntry(encodePayload(header, events::encodeBody(event)), key));
}

Result<EntryIndex> LedgerBuilder::tryAppend(const events::Event& event, ActorId actor)
{
    const EntryHeader next = header(event, actor);
    const auto& key = m_keys.at(actor);
    const engine::EntryContext context{next.after.size, next.id, next.at, next.station, actor, key->publicKey()};
    const std::string line = sign(event, next, *key);
    if (context.index == 0)
        m_state.workspaceId = workspaceIdOf(line);
    CS_CHECK(engine::apply(m_state, context, event, *m_policies));
    CS_TRY(const EntryIndex index, m_store->append(m_tree.size(), {&line, 1}));
    m_tree.append(leafHash(line));
    return index;
}

EntryIndex LedgerBuilder::append(const events::Event& event, ActorId actor)
{
    return must(tryAppend(event, actor));
}

EntryIndex LedgerBuilder::forge(const events::Event& event, ActorId actor)
{
    return forge(event, header(event, actor), *m_keys.at(actor));
}

EntryIndex LedgerBuilder::forge(const events::Event& event, const EntryHeader& header, const SecretKey& key)
{
    const std::string line = sign(event, header, key);
    const EntryIndex index = must(m_store->append(m_tree.size(), {&line, 1}));
    m_tree.append(leafHash(line));
    return index;
}

} // namespace cs::test
