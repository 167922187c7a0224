// SPDX-License-Identifier: GPL-3.0-or-later
// Tens of thousands of versions on the screens that show them: how long somebody waits for what was typed or opened.
#include "tests/bench/bench_support.h"
#include "tests/bench/ui_walk.h"
#include "ui/flow/flow_canvas.h"
#include "ui/flow/flow_page.h"
#include "ui/models/version_list.h"
#include "ui/models/version_view.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace cs::bench {
namespace {

constexpr int answerMs = 20'000;
constexpr int prefixes = 50, pages = 20, frames = 240;

double quantileOf(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5));
}

/// Wall time in ms from @p act to @p done of @p sender, and until what it shows is painted.
template <class Sender, class Signal, class Act> double waitedFor(Sender* sender, Signal done, Act act)
{
    QEventLoop loop;
    bool came = false;
    const auto ends = QObject::connect(sender, done, &loop, [&] {
        came = true;
        loop.quit();
    });
    QTimer::singleShot(answerMs, &loop, &QEventLoop::quit);
    QElapsedTimer time;
    time.start();
    act();
    if (!came)
        loop.exec();
    QObject::disconnect(ends);
    QCoreApplication::processEvents();
    if (!came) {
        std::fprintf(stderr, "A screen did not answer within %d s.\n", answerMs / 1000);
        std::exit(1);
    }
    return static_cast<double>(time.nsecsElapsed()) * 1e-6;
}

} // namespace

void UiWalk::filterVersions()
{
    m_app.setPart("filter of models");
    auto& list = static_cast<ui::VersionList&>(child("versionList"));
    waitedFor(&list, &ui::VersionList::loaded, [&] { m_console.window().go("models"); });
    settle();
    std::vector<double> waited;
    for (int word = 0; static_cast<int>(waited.size()) < prefixes; ++word) {
        list.focusFilter();
        for (const char letter : "model-" + std::to_string(1 + word * 37)) {
            if (static_cast<int>(waited.size()) < prefixes)
                waited.push_back(
                    waitedFor(&list, &ui::VersionList::loaded, [&] { QTest::keyClick(&focus(), letter); }));
        }
        waitedFor(&list, &ui::VersionList::loaded, [&] { list.setFilter({}); });
    }
    row("typed prefix until the rows of 50,000 versions are painted, p95 of 50", quantileOf(waited, 0.95), "ms", 100,
        false);
    note("  p50, of which 40 ms wait for the next key", quantileOf(waited, 0.5), "ms");
}

void UiWalk::versionPages()
{
    m_app.setPart("version page");
    auto& view = static_cast<ui::VersionView&>(child("versionView"));
    child("versionsTable").setFocus();
    key(Qt::Key_Home, Qt::ControlModifier);
    std::vector<double> waited;
    for (int i = 0; i < pages; ++i) {
        key(Qt::Key_PageDown);
        settle();
        waited.push_back(waitedFor(
            &view, &ui::VersionView::loaded, [&] { QTest::keyClick(&child("versionsTable"), Qt::Key_Return); }));
        m_console.window().go("models");
        settle();
        child("versionsTable").setFocus();
    }
    row("version page, from Return to painted, the slowest of 20", quantileOf(waited, 1), "ms", 150, false);
    note("  p50", quantileOf(waited, 0.5), "ms");
}

void UiWalk::flowPicture()
{
    m_app.setPart("flow");
    auto& page = static_cast<ui::FlowPage&>(child("flowPage"));
    auto& canvas = static_cast<ui::FlowCanvas&>(child("flowCanvas"));
    std::vector<double> waited;
    for (int i = 0; i < 10; ++i) {
        m_console.window().go("models");
        settle();
        waited.push_back(waitedFor(&page, &ui::FlowPage::loaded, [&] { m_console.window().go("flow"); }));
        settle();
    }
    row("Flow, from asking for it to painted, the slowest of 10", quantileOf(waited, 1), "ms", 300, false);
    note("  p50", quantileOf(waited, 0.5), "ms");
    m_app.setPart("flow panned");
    canvas.setZoom(2);
    settle();
    std::vector<double> painted;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer time;
        time.start();
        QScrollBar* bar = i % 2 == 0 ? canvas.horizontalScrollBar() : canvas.verticalScrollBar();
        bar->setValue(bar->minimum() + (i * 7) % std::max(1, bar->maximum() - bar->minimum()));
        canvas.viewport()->repaint();
        painted.push_back(static_cast<double>(time.nsecsElapsed()) * 1e-6);
    }
    row("Flow panned at twice its size, a whole frame, p95 of 240 (60 a second: 16.7)", quantileOf(painted, 0.95), "ms",
        16.7, false);
    canvas.fitWidth();
    canvas.setFocus();
    key(Qt::Key_Right, Qt::NoModifier, 20);
    key(Qt::Key_Down, Qt::NoModifier, 10);
}

void UiWalk::walkRegistry()
{
    filterVersions();
    versionPages();
    flowPicture();
    m_app.setPart("table of models");
    m_console.window().go("models");
    settle();
    child("versionsTable").setFocus();
    key(Qt::Key_PageDown, Qt::NoModifier, 40);
    key(Qt::Key_End, Qt::ControlModifier);
    settle();
    key(Qt::Key_Home, Qt::ControlModifier);
    for (const char* screen : {"raci", "people", "connections", "inbox"}) {
        m_app.setPart(screen);
        m_console.window().go(screen);
        settle(400);
        key(Qt::Key_Tab, Qt::NoModifier, 10);
        key(Qt::Key_Down, Qt::NoModifier, 10);
    }
}

} // namespace cs::bench
