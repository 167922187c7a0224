// SPDX-License-Identifier: GPL-3.0-or-later
// The console's way in: answers come as futures, changes of other processes as signals.
#include "core/workspace/service.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTimer>

namespace cs {
namespace {

/// Runs the event loop until a condition holds; half a minute is a failure, not a measure.
template <class F> bool until(F&& holds)
{
    QEventLoop loop;
    QTimer poll, limit;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (holds())
            loop.quit();
    });
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.setSingleShot(true);
    poll.start(5);
    limit.start(30'000);
    loop.exec();
    return holds();
}

template <class T> Result<T> answer(QFuture<Result<T>> future)
{
    until([&] { return future.isFinished(); });
    return future.result();
}

class ServiceTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_builder.smallTeam();
        KeyRing ring(m_builder.keychain(), m_builder.clock());
        ASSERT_TRUE(ring.importKey(*test::keyOf("tech_lead"), "Tech lead", std::nullopt));
        m_environment = m_builder.environment();
        m_environment.keychain = &m_builder.keychain();
        m_service = WorkspaceService::create(m_environment);
    }
    test::LedgerBuilder m_builder;
    Environment m_environment;
    std::unique_ptr<WorkspaceService> m_service;
};

TEST_F(ServiceTest, asksBeforeFirstContactAndThenOpens)
{
    const auto asked = answer(m_service->open(qs(m_builder.path()), false, false));
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code(), QStringLiteral("CS-PIN-FIRST-CONTACT"));
    const auto opened = answer(m_service->open(qs(m_builder.path()), false, true));
    ASSERT_TRUE(opened) << utf8(opened.error().message());
    EXPECT_EQ(opened->size, m_builder.head().size);
}

TEST_F(ServiceTest, withoutAWorkspaceEveryAnswerSaysSo)
{
    const auto head = answer(m_service->head());
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().code(), QStringLiteral("CS-WORKSPACE-CLOSED"));
    EXPECT_FALSE(answer(m_service->inbox()));
    EXPECT_FALSE(answer(m_service->verify()));
}

TEST_F(ServiceTest, knowsWhoseKeyIsHereAndVerifies)
{
    ASSERT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    const auto own = answer(m_service->identities());
    ASSERT_TRUE(own) << utf8(own.error().message());
    ASSERT_EQ(own->size(), 1U);
    EXPECT_EQ(own->front().person.id, m_builder.who("tech_lead"));
    EXPECT_EQ(own->front().key, IdentityView::Key::Open);
    const auto report = answer(m_service->verify());
    ASSERT_TRUE(report) << utf8(report.error().message());
    EXPECT_EQ(report->verdict, "intact");
}

TEST_F(ServiceTest, entriesOfAnotherProcessAreAnnounced)
{
    ASSERT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    qint64 from = -1, to = -1;
    QObject::connect(
        m_service.get(), &WorkspaceService::changed, m_service.get(), [&](qint64 a, qint64 b) { from = a, to = b; });
    const qint64 before = m_builder.head().size;
    events::ModelRegistered event;
    event.name = "by another";
    event.ownerRole = "ml_engineer";
    m_builder.append(event, m_builder.who("ml_engineer"));
    ASSERT_TRUE(until([&] { return to >= 0; }));
    EXPECT_EQ(from, before);
    EXPECT_EQ(to, before + 1);
}

TEST_F(ServiceTest, aNewerLedgerListsItsEntriesAndShowsNoState)
{
    const events::CardReplaced event{m_builder.text("T")};
    EntryHeader header = m_builder.header(event, m_builder.who("tech_lead"));
    header.v = 2;
    const EntryIndex index = m_builder.forge(event, header, *test::keyOf("tech_lead"));
    const auto opened = answer(m_service->open(qs(m_builder.path()), false, true));
    ASSERT_TRUE(opened) << utf8(opened.error().message());
    EXPECT_FALSE(opened->newerLedger.empty());
    for (const Error& error : {answer(m_service->inbox()).error(), answer(m_service->promotions(false)).error(),
             answer(m_service->promotion(PromotionId(1))).error()}) {
        EXPECT_EQ(error.code(), QStringLiteral("CS-WORKSPACE-NEWER"));
        EXPECT_EQ(error.law(), 14);
    }
    const auto found = answer(m_service->findEntries(QString()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->front(), index);
    EXPECT_TRUE(answer(m_service->entryDetail(index)));
}

TEST_F(ServiceTest, anAcceptedCommandIsFinishedByTheDestructor)
{
    auto future = m_service->open(qs(m_builder.path()), false, true);
    m_service.reset();
    EXPECT_TRUE(future.isFinished());
    EXPECT_TRUE(future.result());
}

} // namespace
} // namespace cs
