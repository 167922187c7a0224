// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/console.h"
#include "tests/bench/event_cost.h"

namespace cs::bench {

/// Somebody at the keyboard: goes through the screens of a console, as fast as it answers.
class UiWalk final {
public:
    UiWalk(MeasuredApplication& app, app::Console& console)
        : m_app(app)
        , m_console(console)
    {
    }
    /// Waits until the inbox shows its rows. @returns false when it does not within ten minutes.
    bool waitForInbox();
    /// Inbox, promotions, review, ledger with a verification, palette, both themes. Exits with 1 where a screen does
    /// not come.
    void walk();
    /// Models, version pages and Flow; prints how long each was waited for. Then the other screens that lists feed.
    void walkRegistry();

private:
    QWidget& child(const char* name);
    QWidget& focus();
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1);
    void type(const char* text);
    /// Goes on handling events until nothing has been asked for @p ms.
    void settle(int ms = 150);
    void inbox();
    void promotions();
    void review();
    void ledger();
    void verify();
    void windowWide();
    void filterVersions();
    void versionPages();
    void flowPicture();

    MeasuredApplication& m_app;
    app::Console& m_console;
};

} // namespace cs::bench
