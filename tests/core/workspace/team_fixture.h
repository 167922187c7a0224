// SPDX-License-Identifier: GPL-3.0-or-later
// A team whose ledger lies on a real server, and as many desks as a test wants. Run by tests/support/with_postgres.sh.
#pragma once

#include "core/workspace/team.h"
#include "tests/support/cut_proxy.h"
#include "tests/support/server_store.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace cs::test {

template <class T> inline T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(utf8(result.error().code() + QStringLiteral(": ") + result.error().message()));
    return *std::move(result);
}

class TeamTest : public testing::Test {
protected:
    TeamTest()
    {
        const auto remote = must(PgLog::open(must(PgPlace::parse(url)), {}));
        must(team::fill(*remote, team_.builder().store()));
    }
    Environment desk(const std::string& name)
    {
        Environment environment = team_.builder().environment();
        environment.stateDir = utf8(m_dir.filePath(qs(name)));
        environment.cacheDir = environment.stateDir + "/cache";
        environment.random = [](std::size_t count) { return randomBytes(count); };
        return environment;
    }
    std::unique_ptr<Session> open(const std::string& name, const std::string& at = {})
    {
        OpenOptions options;
        options.trust = Trust::FirstContact;
        return must(Session::open(at.empty() ? url : at, desk(name), options));
    }
    Signer signer(ActorId actor) { return team_.builder().signer(actor); }
    events::ResultReported report()
    {
        events::ResultReported event = team_.report(version_);
        events::ResultItem item;
        item.name = "eval.auc";
        item.value = *Decimal::fromText("0.91");
        item.unit = "1";
        event.results.push_back(std::move(item));
        return event;
    }
    /// Looks, as a console does, until it is so. A notice takes its time; half a minute is none too short.
    template <class Done> static bool until(Session& session, Done done)
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (!done() && std::chrono::steady_clock::now() < end) {
            (void)session.catchUp();
            std::this_thread::yield();
        }
        return done();
    }
    /// A word with the server itself, as its administrator has it.
    std::unique_ptr<PgConnection> admin() const { return must(PgConnection::open(must(PgPlace::parse(url)), {})); }
    /// What an asynchronous standby does that lacked the last entries when it was promoted. @param size what it has
    void goBackTo(std::int64_t size) const
    {
        const auto server = admin();
        must(server->run("ALTER TABLE countersign.entry DISABLE TRIGGER entry_append_only"));
        must(server->run("DELETE FROM countersign.entry WHERE idx >= $1", {PgValue(size)}));
        must(server->run("ALTER TABLE countersign.entry ENABLE TRIGGER entry_append_only"));
    }
    static events::ModelRegistered model(const std::string& name) { return {name, "product_owner", std::nullopt}; }

    SmallTeamLedger team_;
    VersionId version_ = team_.registerVersion("1");
    std::string url = freshDatabase();

private:
    QTemporaryDir m_dir;
};

} // namespace cs::test
