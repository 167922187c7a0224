// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/key_ring.h"
#include "core/identity/memory_keychain.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

constexpr SealCost cheap{1, 8192};

std::string codeOf(const auto& result)
{
    return result ? std::string() : result.error().code().toStdString();
}

std::string itemOf(const PublicKey& key)
{
    return "countersign/key/" + fingerprint(key);
}

class KeyRingTest : public testing::Test {
protected:
    MemoryKeychain keychain;
    ManualClock clock{UtcTime(1'000'000)};
    KeyRing ring{keychain, clock, cheap};
};

TEST_F(KeyRingTest, MakesListsAndOpensKeys)
{
    EXPECT_TRUE(ring.listKeys()->empty());
    const PublicKey first = *ring.createPersonKey("approver", std::string("pass"));
    const PublicKey second = *ring.createPersonKey("owner", std::nullopt);
    const auto keys = *ring.listKeys();
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_EQ(keys[0].key, first);
    EXPECT_EQ(keys[0].label, "approver");
    EXPECT_TRUE(keys[0].passphrase);
    EXPECT_EQ(keys[1].key, second);
    EXPECT_FALSE(keys[1].passphrase);
    const auto opened = ring.unlock(first, "pass");
    ASSERT_TRUE(opened) << opened.error().message().toStdString();
    EXPECT_TRUE(verify(first, "m", (*opened)->sign("m")));
    EXPECT_EQ((*ring.unlock(second))->publicKey(), second);
}

TEST_F(KeyRingTest, TheSeedIsNotInTheKeychain)
{
    const SecretKey key = SecretKey::generate();
    ASSERT_TRUE(ring.importKey(key, "x", std::string("pass")));
    const Bytes stored = **keychain.read(itemOf(key.publicKey()));
    EXPECT_EQ(stored.find(std::string(key.seed())), std::string::npos);
}

TEST_F(KeyRingTest, WrongOrMissingPassphrase)
{
    const PublicKey key = *ring.createPersonKey("x", std::string("pass"));
    EXPECT_EQ(codeOf(ring.unlock(key)), "CS-IDENTITY-PASSPHRASE-NEEDED");
    EXPECT_EQ(codeOf(ring.unlock(key, "wrong")), "CS-CRYPTO-PASSPHRASE");
    EXPECT_EQ(ring.held(key), nullptr);
    EXPECT_EQ(codeOf(ring.createPersonKey("x", std::string())), "CS-CRYPTO-PASSPHRASE");
}

TEST_F(KeyRingTest, HeldForTenIdleMinutes)
{
    const PublicKey key = *ring.createPersonKey("x", std::string("pass"));
    ASSERT_TRUE(ring.unlock(key, "pass"));
    clock.advanceSeconds(599);
    EXPECT_NE(ring.held(key), nullptr) << "and this use starts the ten minutes anew";
    clock.advanceSeconds(599);
    EXPECT_TRUE(ring.unlock(key)) << "no passphrase while it is held";
    EXPECT_EQ(codeOf(ring.unlock(key, {}, true)), "CS-IDENTITY-PASSPHRASE-NEEDED") << "a role that asks each time";
    clock.advanceSeconds(600);
    EXPECT_EQ(ring.held(key), nullptr);
    EXPECT_EQ(codeOf(ring.unlock(key)), "CS-IDENTITY-PASSPHRASE-NEEDED");
}

TEST_F(KeyRingTest, AClockSetBackEndsTheTimeToo)
{
    const PublicKey key = *ring.createPersonKey("x", std::string("pass"));
    ASSERT_TRUE(ring.unlock(key, "pass"));
    clock.advanceSeconds(-1);
    EXPECT_EQ(ring.held(key), nullptr);
}

TEST_F(KeyRingTest, LockingForgets)
{
    const PublicKey first = *ring.createPersonKey("x", std::string("pass"));
    const PublicKey second = *ring.createPersonKey("y", std::string("pass"));
    ASSERT_TRUE(ring.unlock(first, "pass"));
    ASSERT_TRUE(ring.unlock(second, "pass"));
    ring.lock(first);
    EXPECT_EQ(ring.held(first), nullptr);
    EXPECT_NE(ring.held(second), nullptr);
    ring.lockAll();
    EXPECT_EQ(ring.held(second), nullptr);
}

TEST_F(KeyRingTest, ASwappedKeyIsRefusedBeforeItSigns)
{
    const PublicKey key = *ring.createPersonKey("x", std::string("pass"));
    ASSERT_TRUE(keychain.write(itemOf(key), *sealSeed(SecretKey::generate(), "pass", cheap)));
    EXPECT_EQ(codeOf(ring.unlock(key, "pass")), "CS-IDENTITY-SWAPPED");
    EXPECT_EQ(ring.held(key), nullptr);
    ASSERT_TRUE(keychain.write(itemOf(key), plainSeed(SecretKey::generate())));
    EXPECT_EQ(codeOf(ring.unlock(key)), "CS-IDENTITY-SWAPPED");
    ASSERT_TRUE(keychain.write(itemOf(key), "garbage"));
    EXPECT_EQ(codeOf(ring.unlock(key, "pass")), "CS-CRYPTO-SEALED-FORM");
}

TEST_F(KeyRingTest, UnknownKey)
{
    EXPECT_EQ(codeOf(ring.unlock(SecretKey::generate().publicKey(), "pass")), "CS-IDENTITY-NO-KEY");
}

TEST_F(KeyRingTest, AKeychainThatIsAwayIsNotAnEmptyOne)
{
    const PublicKey key = *ring.createPersonKey("x", std::string("pass"));
    const std::size_t items = keychain.size();
    const std::pair<KeychainState, const char*> states[] = {{KeychainState::Locked, "CS-KEYCHAIN-LOCKED"},
        {KeychainState::NoCollection, "CS-KEYCHAIN-NO-COLLECTION"},
        {KeychainState::NoService, "CS-KEYCHAIN-NO-SERVICE"}, {KeychainState::NoBus, "CS-KEYCHAIN-NO-BUS"}};
    for (const auto& [state, code] : states) {
        keychain.setState(state);
        EXPECT_EQ(codeOf(ring.listKeys()), code);
        EXPECT_EQ(codeOf(ring.unlock(key, "pass")), code);
        EXPECT_EQ(codeOf(ring.createPersonKey("y", std::string("pass"))), code);
        EXPECT_EQ(keychain.size(), items);
    }
}

TEST_F(KeyRingTest, DamagedIndexIsNamed)
{
    for (const char* text :
        {"", "[]", "{}", "{\"keys\":1}", "{\"keys\":[{}]}", "{\"keys\":[{\"key\":\"AA==\",\"passphrase\":true}]}"}) {
        ASSERT_TRUE(keychain.write("countersign/keys", text));
        EXPECT_EQ(codeOf(ring.listKeys()), "CS-IDENTITY-INDEX") << text;
        EXPECT_EQ(codeOf(ring.createPersonKey("x", std::string("pass"))), "CS-IDENTITY-INDEX")
            << "a list that cannot be read is not overwritten";
    }
}

TEST_F(KeyRingTest, ForgetRemovesItemAndRecord)
{
    const PublicKey key = *ring.createPersonKey("x", std::nullopt);
    ASSERT_TRUE(ring.unlock(key));
    ASSERT_TRUE(ring.forget(key));
    EXPECT_TRUE(ring.forget(key));
    EXPECT_TRUE(ring.listKeys()->empty());
    EXPECT_EQ(codeOf(ring.unlock(key)), "CS-IDENTITY-NO-KEY");
}

} // namespace
} // namespace cs
