// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/ui/shell/fakes.h"
#include "ui/shell/help/handbook.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/theme/theme.h"

#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class HelpTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void everyPageIsThereAndItsLinksLeadSomewhere()
    {
        static const QRegularExpression link(s("\\]\\(([^)]*)\\)"));
        for (const HandbookPage& page : handbookPages()) {
            QVERIFY2(page.text.size() > 300, qPrintable(page.id));
            auto matches = link.globalMatch(page.text);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                QVERIFY2(target.endsWith(s(".md")) && handbookPage(target.chopped(3)) != nullptr,
                    qPrintable(page.id + s(": ") + target));
            }
        }
    }

    void everyScreenHasItsPage()
    {
        for (const char* id :
            {"inbox", "promotions", "models", "flow", "raci", "ledger", "people", "connections", "settings"}) {
            QVERIFY2(handbookPageOf(id) != s("index"), id);
        }
        QCOMPARE(handbookPageOf("promotions"), s("promotion-review"));
        QCOMPARE(handbookPageOf("nowhere"), s("index"));
    }

    void theSearchFindsWordsAndPutsTitlesFirst()
    {
        const auto found = searchHandbook(s("keychain locked"));
        QVERIFY(!found.empty());
        QCOMPARE(searchHandbook(s("ledger")).front()->title.contains(s("edger")), true);
        QVERIFY(searchHandbook(s("zebra crossing")).empty());
    }

    void theWindowShowsSearchesAndFollows()
    {
        HelpWindow window(nullptr);
        window.showPage(s("flow"));
        auto* text = window.findChild<QTextBrowser*>(s("helpText"));
        auto* list = window.findChild<QListWidget*>(s("helpList"));
        QVERIFY(text->toPlainText().contains(s("Flow")));
        QCOMPARE(list->currentItem()->text(), s("Flow"));
        Q_EMIT text->anchorClicked(QUrl(s("laws.md")));
        QCOMPARE(window.page(), s("laws"));
        Q_EMIT text->anchorClicked(QUrl(s("https://example.org/laws.md")));
        Q_EMIT text->anchorClicked(QUrl(s("file:///etc/passwd")));
        QCOMPARE(window.page(), s("laws"));
        auto* search = window.findChild<FilterField*>(s("helpSearch"));
        QTest::keyClicks(search, s("keyring"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(list->count() > 0 && list->count() < 8);
        QCOMPARE(cs::fake::unnamed(&window), QStringList());
    }

    void nothingIsLoadedForAPage()
    {
        HelpWindow window(nullptr);
        auto* text = window.findChild<QTextBrowser*>(s("helpText"));
        QVERIFY(!text->loadResource(QTextDocument::ImageResource, QUrl(s("file:///etc/passwd"))).isValid());
        QVERIFY(!text->openLinks());
        for (const HandbookPage& page : handbookPages()) {
            QVERIFY2(!page.text.contains(s("![")) && !page.text.contains(s("](http")), qPrintable(page.id));
        }
    }

    void f1AsksForTheHandbook()
    {
        MemorySession session;
        FakePrompter prompter;
        FakeSettings settings;
        MainWindow window(session, prompter, settings.preferences);
        window.addPage(new FakePage("inbox", s("Inbox"), s("inbox")));
        window.show();
        QApplication::setActiveWindow(&window);
        window.showWorkspace();
        QSignalSpy asked(&window, &MainWindow::helpRequested);
        QTest::keyClick(&window, Qt::Key_F1);
        QCOMPARE(asked.count(), 1);
    }
};

QTEST_MAIN(HelpTest)
#include "help_test.moc"
