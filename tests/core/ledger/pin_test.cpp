// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/merkle.h"
#include "core/ledger/store/pin.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <thread>

namespace cs {
namespace {

class MemoryPin final : public SecretPin {
public:
    Result<std::optional<std::string>> readPin(const std::string& workspace) override
    {
        if (locked)
            return fail(couldNot("CS-KEYCHAIN-LOCKED", "locked"));
        const auto it = items.find(workspace);
        return it == items.end() ? std::nullopt : std::optional(it->second);
    }
    Status writePin(const std::string& workspace, const std::string& value) override
    {
        if (locked)
            return fail(couldNot("CS-KEYCHAIN-LOCKED", "locked"));
        items[workspace] = value;
        return {};
    }
    std::map<std::string, std::string> items;
    bool locked = false;
};

const std::string ws(32, 'a');
const std::string otherWs(32, 'b');
const std::string place = "/data/team.csledger";

TreeHead headOf(std::int64_t size, const char* branch = "")
{
    return {size, leafHash(branch + std::to_string(size))};
}

class PinTest : public testing::Test {
protected:
    QTemporaryDir dir;
    MemoryPin secret;
    PinStore pins{utf8(dir.path()) + "/state", &secret};
    bool consistent = true;
    int asked = 0;

    HeadCheck check(const TreeHead& found, const std::string& workspace = ws, const std::string& at = place)
    {
        auto result = pins.checkHead(at, workspace, found, [this](const TreeHead&) -> Result<bool> {
            ++asked;
            return consistent;
        });
        EXPECT_TRUE(result) << result.error().message().toStdString();
        return *result;
    }
    void removeMarker()
    {
        EXPECT_TRUE(QFile::remove(dir.path() + QStringLiteral("/state/heads/") + qs(ws) + QStringLiteral(".json")));
    }
};

TEST_F(PinTest, FirstContactThenOk)
{
    EXPECT_EQ(check(headOf(3)).verdict, HeadVerdict::FirstContact);
    EXPECT_EQ(check(headOf(3)).verdict, HeadVerdict::FirstContact) << "looking accepts nothing";
    ASSERT_TRUE(pins.accept(place, ws, headOf(3)));
    const HeadCheck same = check(headOf(3));
    EXPECT_EQ(same.verdict, HeadVerdict::Ok);
    EXPECT_EQ(same.pin, headOf(3));
    EXPECT_EQ(same.marker, headOf(3));
    EXPECT_EQ(asked, 0);
    EXPECT_EQ(check(headOf(5)).verdict, HeadVerdict::Ok);
    EXPECT_EQ(asked, 2) << "pin and marker are both compared";
}

TEST_F(PinTest, SmallerIsARollback)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    const HeadCheck alarm = check(headOf(4));
    EXPECT_EQ(alarm.verdict, HeadVerdict::RollbackAlarm);
    EXPECT_EQ(alarm.known, headOf(5));
    EXPECT_EQ(alarm.found, headOf(4));
    EXPECT_FALSE(alarm.maySign());
}

TEST_F(PinTest, WhatAnotherProgramAppendedMeanwhileIsNoRollback)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(6)));
    const auto yes = [](const TreeHead&) -> Result<bool> { return true; };
    const auto grown = pins.checkHead(place, ws, headOf(5), yes, [] { return Result<TreeHead>(headOf(7)); });
    ASSERT_TRUE(grown);
    EXPECT_EQ(grown->verdict, HeadVerdict::Ok);
    EXPECT_EQ(grown->found, headOf(7));
    EXPECT_FALSE(*pins.alarm(place)) << "nothing sticks";
    const auto gone = pins.checkHead(place, ws, headOf(5), yes, [] { return Result<TreeHead>(headOf(5)); });
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->verdict, HeadVerdict::RollbackAlarm);
}

TEST_F(PinTest, SameSizeOtherRootIsAFork)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    EXPECT_EQ(check(headOf(5, "x")).verdict, HeadVerdict::ForkAlarm);
}

TEST_F(PinTest, LargerWithoutProofIsAFork)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    consistent = false;
    EXPECT_EQ(check(headOf(9)).verdict, HeadVerdict::ForkAlarm);
}

TEST_F(PinTest, AnotherWorkspaceAtAKnownPlace)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    const HeadCheck alarm = check(headOf(9), otherWs);
    EXPECT_EQ(alarm.verdict, HeadVerdict::OtherWorkspaceAlarm);
    EXPECT_EQ(alarm.placeHeld, ws);
    EXPECT_FALSE(pins.accept(place, otherWs, headOf(9))) << "an alarm is not accepted away";
    EXPECT_EQ(check(headOf(9), otherWs, "/elsewhere").verdict, HeadVerdict::FirstContact);
}

TEST_F(PinTest, AlarmsAreStickyUntilLowered)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    EXPECT_EQ(check(headOf(4)).verdict, HeadVerdict::RollbackAlarm);
    const HeadCheck later = check(headOf(5));
    EXPECT_EQ(later.verdict, HeadVerdict::RollbackAlarm) << "putting the old file back does not undo the alarm";
    EXPECT_TRUE(later.sticky);
    EXPECT_EQ(later.found, headOf(4)) << "both heads are kept as evidence";
    EXPECT_EQ(later.known, headOf(5));
    EXPECT_TRUE((*pins.alarm(place)).has_value());
    EXPECT_EQ(check(headOf(5), ws, "/copy").verdict, HeadVerdict::Ok) << "another place is not concerned";
    ASSERT_TRUE(pins.lower(place, ws, headOf(4)));
    EXPECT_EQ(check(headOf(4)).verdict, HeadVerdict::Ok);
    EXPECT_FALSE((*pins.alarm(place)).has_value());
}

TEST_F(PinTest, PinRemovedFromTheKeychainIsNoFirstContact)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    secret.items.clear();
    EXPECT_EQ(check(headOf(5)).verdict, HeadVerdict::PinMissing);
    EXPECT_EQ(check(headOf(4)).verdict, HeadVerdict::RollbackAlarm) << "the marker alone suffices";
}

TEST_F(PinTest, MarkerRemovedIsNoFirstContact)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    removeMarker();
    EXPECT_EQ(check(headOf(5)).verdict, HeadVerdict::Ok);
    EXPECT_EQ(check(headOf(4)).verdict, HeadVerdict::RollbackAlarm) << "the pin alone suffices";
}

TEST_F(PinTest, LockedKeychainIsToldAndTheMarkerCounts)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    secret.locked = true;
    const HeadCheck locked = check(headOf(5));
    EXPECT_EQ(locked.verdict, HeadVerdict::Ok);
    ASSERT_TRUE(locked.pinUnreadable.has_value());
    EXPECT_EQ(locked.pinUnreadable->code(), QStringLiteral("CS-KEYCHAIN-LOCKED"));
    EXPECT_EQ(check(headOf(4)).verdict, HeadVerdict::RollbackAlarm);
}

TEST_F(PinTest, TheLargerOfPinAndMarkerCounts)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    ASSERT_TRUE(pins.advance(ws, headOf(8), false));
    EXPECT_EQ(check(headOf(8)).pin, headOf(5)) << "the keychain was spared";
    const HeadCheck alarm = check(headOf(7));
    EXPECT_EQ(alarm.verdict, HeadVerdict::RollbackAlarm);
    EXPECT_EQ(alarm.known, headOf(8));
}

TEST_F(PinTest, NeverLowered)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    ASSERT_TRUE(pins.advance(ws, headOf(4)));
    EXPECT_EQ(*pins.marker(ws), headOf(5));
    EXPECT_EQ(check(headOf(5)).pin, headOf(5));
}

TEST_F(PinTest, DamagedStateIsAnErrorNotFirstContact)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(5)));
    QFile file(dir.path() + QStringLiteral("/state/heads/") + qs(ws) + QStringLiteral(".json"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{}");
    file.close();
    const auto result = pins.checkHead(place, ws, headOf(5), [](const TreeHead&) -> Result<bool> { return true; });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code(), QStringLiteral("CS-PIN-STATE"));
}

TEST_F(PinTest, WorkspaceIdsThatLeadElsewhereAreRefused)
{
    EXPECT_FALSE(pins.accept(place, "../../etc/passwd", headOf(1)));
    EXPECT_FALSE(pins.advance("", headOf(1)));
}

TEST_F(PinTest, ThreadsNeverLowerThePin)
{
    ASSERT_TRUE(pins.accept(place, ws, headOf(1)));
    std::vector<std::thread> threads;
    for (std::int64_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            PinStore mine(utf8(dir.path()) + "/state", nullptr);
            for (std::int64_t i = 0; i < 25; ++i)
                EXPECT_TRUE(mine.advance(ws, headOf(1 + (i * 7 + t * 13) % 100), false));
            EXPECT_TRUE(mine.advance(ws, headOf(100 + t), false));
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(*pins.marker(ws), headOf(103));
}

TEST_F(PinTest, UnusableStateFolderIsNamed)
{
    QFile file(dir.path() + QStringLiteral("/file"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    PinStore bad(utf8(dir.path()) + "/file/state", nullptr);
    const auto status = bad.advance(ws, headOf(1));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code(), QStringLiteral("CS-PIN-STATE"));
}

} // namespace
} // namespace cs
