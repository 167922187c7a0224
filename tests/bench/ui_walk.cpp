// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui_walk.h"

#include "ui/inbox/inbox_page.h"
#include "ui/ledger/ledger_page.h"
#include "ui/ledger/verify_banner.h"
#include "ui/promotion/promotions_page.h"
#include "ui/promotion/review_view.h"

#include <QSignalSpy>
#include <QTest>

#include <cstdio>
#include <cstdlib>

namespace cs::bench {

namespace {

constexpr int patienceMs = 600'000;

} // namespace

QWidget& UiWalk::child(const char* name)
{
    auto* found = m_console.window().findChild<QWidget*>(QLatin1String(name));
    if (found == nullptr) {
        std::fprintf(stderr, "There is no %s in the window.\n", name);
        std::exit(1);
    }
    return *found;
}

QWidget& UiWalk::focus()
{
    QWidget* found = QApplication::focusWidget();
    return found != nullptr ? *found : m_console.window();
}

void UiWalk::settle(int ms)
{
    QTest::qWait(ms);
}

void UiWalk::key(int key, Qt::KeyboardModifiers modifiers, int times)
{
    for (int i = 0; i < times; ++i) {
        QTest::keyClick(&focus(), static_cast<Qt::Key>(key), modifiers);
        settle(12); // about what somebody's own key repeat leaves
    }
}

void UiWalk::type(const char* text)
{
    for (const char* at = text; *at != '\0'; ++at) {
        QTest::keyClick(&focus(), *at);
        settle(30);
    }
    settle();
}

bool UiWalk::waitForInbox()
{
    auto& page = static_cast<ui::InboxPage&>(child("inboxPage"));
    m_app.setPart("open");
    m_console.window().activateWindow(); // no window manager does it on the offscreen platform
    return QTest::qWaitFor([&] { return m_console.window().isWorkspaceShown() && page.isLoaded(); }, patienceMs);
}

void UiWalk::inbox()
{
    m_app.setPart("inbox");
    m_console.window().go("inbox");
    child("inboxList").setFocus();
    key(Qt::Key_Down, Qt::NoModifier, 20);
    key(Qt::Key_Up, Qt::NoModifier, 20);
    key(Qt::Key_F, Qt::ControlModifier);
    type("staging");
    key(Qt::Key_Backspace, Qt::NoModifier, 7);
}

void UiWalk::promotions()
{
    m_app.setPart("promotions");
    m_console.window().go("promotions");
    settle();
    QTest::mouseClick(&child("promotionParts"), Qt::LeftButton, {},
        QPoint(child("promotionParts").width() - 10, child("promotionParts").height() / 2));
    settle();
    child("promotionTable").setFocus();
    key(Qt::Key_PageDown, Qt::NoModifier, 20);
    key(Qt::Key_End, Qt::ControlModifier);
    key(Qt::Key_Home, Qt::ControlModifier);
    key(Qt::Key_Down, Qt::NoModifier, 30);
    key(Qt::Key_F, Qt::ControlModifier);
    type("staging");
    key(Qt::Key_Backspace, Qt::NoModifier, 7);
}

void UiWalk::review()
{
    m_app.setPart("review");
    child("promotionTable").setFocus();
    key(Qt::Key_Home, Qt::ControlModifier);
    key(Qt::Key_Return);
    settle(400);
    key(Qt::Key_Down, Qt::NoModifier, 20);
    key(Qt::Key_Down, Qt::AltModifier, 6);
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier, 2);
    key(Qt::Key_Return, Qt::ControlModifier);
    settle(900); // the sheet takes no key before
    if (QWidget* sheet = QApplication::activeModalWidget()) {
        QTest::keyClick(sheet, Qt::Key_Escape);
        settle();
        m_console.window().activateWindow(); // nor gives it back what the sheet had
        settle();
    }
}

void UiWalk::ledger()
{
    m_app.setPart("ledger");
    m_console.window().go("ledger");
    settle(600);
    child("ledgerTable").setFocus();
    key(Qt::Key_Down, Qt::NoModifier, 60);
    key(Qt::Key_PageDown, Qt::NoModifier, 60);
    key(Qt::Key_End, Qt::ControlModifier);
    settle();
    key(Qt::Key_PageUp, Qt::NoModifier, 20);
    key(Qt::Key_Home, Qt::ControlModifier);
    settle();
    key(Qt::Key_F, Qt::ControlModifier);
    type("type:promotion.approved");
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    settle(400);
}

void UiWalk::verify()
{
    m_app.setPart("verification");
    auto& banner = static_cast<ui::VerifyBanner&>(child("verifyBanner"));
    QSignalSpy reports(&banner, &ui::VerifyBanner::reportChanged);
    key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    child("ledgerTable").setFocus();
    const bool done = QTest::qWaitFor(
        [&] {
            key(Qt::Key_Down); // reading goes on meanwhile
            return reports.count() > 0;
        },
        patienceMs);
    if (!done) {
        std::fprintf(stderr, "The verification did not end.\n");
        std::exit(1);
    }
}

void UiWalk::windowWide()
{
    m_app.setPart("palette");
    key(Qt::Key_K, Qt::ControlModifier);
    type("promotion");
    key(Qt::Key_Down, Qt::NoModifier, 10);
    key(Qt::Key_Escape);
    m_app.setPart("theme");
    ui::Theme::instance().setChoice(ui::Theme::Choice::Dark);
    settle();
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    settle();
    m_app.setPart("resize");
    for (int width = 1280; width >= 960; width -= 20) {
        m_console.window().resize(width, 800);
        settle(20);
    }
}

void UiWalk::walk()
{
    for (int round = 0; round < 2; ++round) {
        inbox();
        promotions();
        review();
        ledger();
        windowWide();
        m_console.window().resize(1280, 800);
    }
    m_console.window().go("ledger");
    verify();
}

} // namespace cs::bench
