// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/key_ring.h"
#include "core/identity/keychain_pin.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <thread>

// Run by with_keyring.sh, which puts a real gnome-keyring into the situation that COUNTERSIGN_TEST_KEYCHAIN names.
namespace cs {
namespace {

constexpr SealCost cheap{1, 8192};

std::string situation()
{
    return utf8(qEnvironmentVariable("COUNTERSIGN_TEST_KEYCHAIN"));
}

std::string codeOf(const auto& result)
{
    return result ? std::string() : result.error().code().toStdString();
}

class OsKeychainIn : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override
    {
        if (situation() != GetParam())
            GTEST_SKIP() << "runs in the situation " << GetParam() << " only";
    }
    std::unique_ptr<Keychain> keychain = makeOsKeychain("countersign-test");
};

class OsKeychainReady : public OsKeychainIn { };
class OsKeychainAway : public OsKeychainIn { };

TEST(OsKeychainItem, LeaveOne)
{
    if (situation() != "ready")
        GTEST_SKIP() << "prepares the locked keyring";
    const auto keychain = makeOsKeychain("countersign-test");
    ASSERT_TRUE(keychain->write("left", "value"));
}

TEST_P(OsKeychainReady, StoresBytes)
{
    EXPECT_EQ(keychain->diagnose().state, KeychainState::Ready);
    EXPECT_EQ(keychain->diagnose().backend, "Secret Service");
    const auto none = keychain->read("never written");
    ASSERT_TRUE(none) << none.error().message().toStdString();
    EXPECT_FALSE(none->has_value());
    Bytes value;
    for (int i = 0; i < 5000; ++i)
        value += static_cast<char>(i);
    const auto written = keychain->write("item", value);
    ASSERT_TRUE(written) << written.error().message().toStdString();
    EXPECT_EQ(**keychain->read("item"), value);
    ASSERT_TRUE(keychain->write("item", "second"));
    EXPECT_EQ(**keychain->read("item"), "second");
    EXPECT_TRUE(keychain->remove("item"));
    EXPECT_TRUE(keychain->remove("item")) << "gone already is success";
    EXPECT_FALSE(keychain->read("item")->has_value());
}

TEST_P(OsKeychainReady, ServesWorkerThreadsWhileTheMainLoopRuns)
{
    std::atomic<bool> done = false;
    std::string read;
    std::thread worker([&] {
        EXPECT_TRUE(keychain->write("from a worker", "value"));
        const auto back = keychain->read("from a worker");
        if (back && *back)
            read = **back;
        done = true;
    });
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (done)
            loop.quit();
    });
    timer.start(5);
    loop.exec();
    worker.join();
    EXPECT_EQ(read, "value");
}

TEST_P(OsKeychainReady, KeepsKeysAndPins)
{
    const SystemClock clock;
    PublicKey key;
    {
        KeyRing ring(*keychain, clock, cheap);
        const auto made = ring.createPersonKey("approver", std::string("pass phrase"));
        ASSERT_TRUE(made) << made.error().message().toStdString();
        key = *made;
    }
    KeyRing again(*keychain, clock, cheap);
    EXPECT_EQ(codeOf(again.unlock(key, "wrong")), "CS-CRYPTO-PASSPHRASE");
    EXPECT_EQ((*again.unlock(key, "pass phrase"))->publicKey(), key);
    EXPECT_TRUE(again.forget(key));
    EXPECT_EQ(codeOf(again.unlock(key, "pass phrase", true)), "CS-IDENTITY-NO-KEY");
    KeychainPin pin(*keychain);
    EXPECT_FALSE(pin.readPin("abc")->has_value());
    ASSERT_TRUE(pin.writePin("abc", "value"));
    EXPECT_EQ(**pin.readPin("abc"), "value");
}

TEST_P(OsKeychainAway, IsNeverMistakenForNoKey)
{
    const std::map<std::string, std::pair<KeychainState, std::string>> expected{
        {"locked", {KeychainState::Locked, "CS-KEYCHAIN-LOCKED"}},
        {"nocollection", {KeychainState::NoCollection, "CS-KEYCHAIN-NO-COLLECTION"}},
        {"noservice", {KeychainState::NoService, "CS-KEYCHAIN-NO-SERVICE"}},
        {"nobus", {KeychainState::NoBus, "CS-KEYCHAIN-NO-BUS"}}};
    const auto& [state, code] = expected.at(GetParam());
    EXPECT_EQ(keychain->diagnose().state, state);
    EXPECT_EQ(codeOf(keychain->read("left")), code);
    EXPECT_EQ(codeOf(keychain->read("never written")), code);
    EXPECT_EQ(codeOf(keychain->write("item", "value")), code);
    const SystemClock clock;
    KeyRing ring(*keychain, clock, cheap);
    EXPECT_EQ(codeOf(ring.listKeys()), code) << "never an empty list";
    EXPECT_EQ(codeOf(ring.createPersonKey("x", std::string("pass"))), code) << "and no second key is made";
    EXPECT_FALSE(keychain->diagnose().error().message().isEmpty());
}

/// Stands where gnome-keyring finds who asks the user. It counts, and lets the question stand or turns it down.
class FakePrompter final : public QDBusVirtualObject {
public:
    FakePrompter()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("prompter")))
    {
        m_bus.registerVirtualObject(QStringLiteral("/org/gnome/keyring/Prompter"), this);
        registered = m_bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
    }
    ~FakePrompter() override
    {
        m_bus = QDBusConnection(QString());
        QDBusConnection::disconnectFromBus(QStringLiteral("prompter"));
    }
    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        if (message.member() != QLatin1String("BeginPrompting"))
            return false;
        ++questions;
        bus.send(
            turnsDown ? message.createErrorReply(QDBusError::Failed, QStringLiteral("no")) : message.createReply());
        return true;
    }

    bool registered = false, turnsDown = true;
    int questions = 0;

private:
    QDBusConnection m_bus;
};

class OsKeychainAsks : public OsKeychainIn { };

TEST_P(OsKeychainAsks, OnceForAnOperation)
{
    FakePrompter prompter;
    ASSERT_TRUE(prompter.registered);
    EXPECT_EQ(codeOf(keychain->read("never written")), "CS-KEYCHAIN-LOCKED");
    EXPECT_EQ(prompter.questions, 0) << "what is not there asks for nothing";
    EXPECT_EQ(codeOf(keychain->read("left")), "CS-KEYCHAIN-LOCKED");
    EXPECT_EQ(prompter.questions, 1);
    EXPECT_EQ(codeOf(keychain->read("left")), "CS-KEYCHAIN-LOCKED");
    EXPECT_EQ(codeOf(keychain->write("item", "value")), "CS-KEYCHAIN-LOCKED");
    EXPECT_EQ(codeOf(keychain->remove("left")), "CS-KEYCHAIN-LOCKED");
    EXPECT_EQ(prompter.questions, 1) << "who said no is not asked again";
    keychain->askAgain();
    EXPECT_EQ(codeOf(keychain->read("left")), "CS-KEYCHAIN-LOCKED");
    EXPECT_EQ(prompter.questions, 2) << "unless they want to be";
}

TEST_P(OsKeychainAsks, AndNobodyWaitsTwiceForAnAnswer)
{
    FakePrompter prompter;
    prompter.turnsDown = false;
    const auto impatient = makeOsKeychain("countersign-test", 300);
    EXPECT_EQ(codeOf(impatient->read("left")), "CS-KEYCHAIN-TIMEOUT");
    EXPECT_EQ(prompter.questions, 1);
    bool waited = false; // whoever waits lets the event loop run
    QTimer::singleShot(0, [&] { waited = true; });
    EXPECT_EQ(codeOf(impatient->read("left")), "CS-KEYCHAIN-TIMEOUT");
    EXPECT_EQ(codeOf(impatient->write("item", "value")), "CS-KEYCHAIN-TIMEOUT");
    EXPECT_EQ(codeOf(impatient->read("never written")), "CS-KEYCHAIN-LOCKED");
    EXPECT_FALSE(waited);
}

INSTANTIATE_TEST_SUITE_P(OsKeychainLocked, OsKeychainAsks, testing::Values("locked"));
INSTANTIATE_TEST_SUITE_P(OsKeychainGood, OsKeychainReady, testing::Values("ready"));
INSTANTIATE_TEST_SUITE_P(
    OsKeychainBad, OsKeychainAway, testing::Values("locked", "nocollection", "noservice", "nobus"));

} // namespace
} // namespace cs
