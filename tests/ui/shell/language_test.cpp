// SPDX-License-Identifier: GPL-3.0-or-later
// Another language reaches every page while the window stands.
#include "tests/support/fake/fake_service.h"
#include "tests/ui/shell/fakes.h"
#include "ui/connections/connections_page.h"
#include "ui/inbox/inbox_page.h"
#include "ui/ledger/ledger_page.h"
#include "ui/promotion/promotions_page.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/settings/settings_page.h"
#include "ui/shell/start/first_run_page.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace cs;
using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Turns every text into «text».
class Brackets final : public QTranslator {
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString(QChar(0xAB) + QString::fromUtf8(text) + QChar(0xBB));
    }
};

/// The English texts without placeholders that the program has.
QSet<QString> sources()
{
    QFile file(QStringLiteral(CS_SOURCE "/translations/countersign_de.ts"));
    QSet<QString> found;
    if (!file.open(QIODevice::ReadOnly)) {
        return found;
    }
    static const QRegularExpression source(s("<source>([^<]*)</source>"));
    // Data of the workspace may say the same as a view of the core, or as a role of a policy that ships.
    static const QRegularExpression data(s("<context>\\s*<name>(Core|FoundingChoice)</name>.*?</context>"),
        QRegularExpression::DotMatchesEverythingOption);
    auto matches = source.globalMatch(QString::fromUtf8(file.readAll()).remove(data));
    while (matches.hasNext()) {
        QString text = matches.next().captured(1);
        text.replace(s("&quot;"), s("\"")).replace(s("&apos;"), s("'")).replace(s("&amp;"), s("&"));
        if (text.size() > 3 && !text.contains(QLatin1Char('%'))) {
            found.insert(text);
        }
    }
    return found;
}

/// Names of places and programs are the same in every language, and data may be called like a text.
const QSet<QString> names{s("Countersign"), s("Demo"), s("Name"), s("Open"), s("Team")};

QStringList textsOf(const QWidget* widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName()};
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        texts.append(label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        texts.append(button->text());
    } else if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
        texts.append(field->placeholderText());
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            texts.append(tabs->tabText(tab));
        }
    }
    return texts;
}

/// Texts that stand in English in a window that is not.
QStringList leftOvers(const QWidget* root)
{
    static const QSet<QString> english = sources();
    QStringList found;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        for (const QString& text : textsOf(widget)) {
            if (widget->isVisibleTo(root) && english.contains(text) && !names.contains(text)) {
                found.append(QString::fromLatin1(widget->metaObject()->className()) + s(": ") + text);
            }
        }
    }
    return found;
}

void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

struct Stage {
    fake::FakeService service;
    ManualClock clock{UtcTime(1'795'000'000'000)};
    MemorySession session;
    FakePrompter prompter;
    FakeSettings settings;
    MainWindow window{session, prompter, settings.preferences};
    InboxPage* inbox = new InboxPage(service, clock, prompter);
    PromotionsPage* promotions = new PromotionsPage(service, clock, prompter);
    LedgerPage* ledger = new LedgerPage(service, clock, prompter);

    Stage()
    {
        window.addPage(inbox);
        window.addPage(promotions);
        window.addPage(ledger);
        window.addPage(new ConnectionsPage(service, clock, prompter));
        window.addPage(new SettingsPage(settings.preferences));
        window.resize(1280, 800);
        window.show();
        window.showWorkspace();
        Q_EMIT service.opened(service.headView);
        Q_EMIT service.identityChanged(service.identity);
    }
};

} // namespace

class LanguageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install(*qApp);
        QVERIFY(sources().size() > 300);
    }

    void everyPageChangesWhileItStands_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("target");
        QTest::newRow("inbox") << QByteArray("inbox") << QString();
        QTest::newRow("promotions") << QByteArray("promotions") << s("list");
        QTest::newRow("review") << QByteArray("promotions") << s("p9");
        QTest::newRow("ledger") << QByteArray("ledger") << s("1281");
        QTest::newRow("connections") << QByteArray("connections") << QString();
        QTest::newRow("settings") << QByteArray("settings") << QString();
    }
    void everyPageChangesWhileItStands()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, target);
        Stage stage;
        stage.window.go(page, target);
        settle();
        QVERIFY2(!leftOvers(&stage.window).isEmpty(), "nothing is English before the switch");
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QStringList left;
        (void)QTest::qWaitFor([&] { return (left = leftOvers(&stage.window)).isEmpty(); });
        QCoreApplication::removeTranslator(&brackets);
        settle();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(s("\n"))));
    }

    void germanIsChosenInTheSettingsAndComesAtOnce()
    {
        Stage stage;
        stage.window.go("settings");
        QVERIFY(Language::available().contains(s("de")));
        stage.settings.preferences.set(Setting::Language, s("de"));
        settle();
        QStringList menus;
        for (const QAction* menu : stage.window.menuBar()->actions()) {
            menus.append(menu->text());
        }
        QVERIFY2(menus.contains(s("&Datei")), qPrintable(menus.join(QLatin1Char(' '))));
        QCOMPARE(stage.window.commands().action("go.inbox")->text(), s("Eingang"));
        QCOMPARE(coreWords(s("3 of 11 left")), s("3 von 11 offen"));
        stage.settings.preferences.set(Setting::Language, s("en"));
        settle();
        QCOMPARE(stage.window.commands().action("go.inbox")->text(), s("Inbox"));
        QCOMPARE(coreWords(s("3 of 11 left")), s("3 of 11 left"));
    }

    void sentencesOfTheCoreAreFoundWithTheirParts()
    {
        FakeSettings settings;
        settings.preferences.set(Setting::Language, s("de"));
        QCOMPARE(coreWords(s("Executed 3 h ago by Ada")), s("Ausgeführt vor 3 Std. von Ada"));
        QCOMPARE(coreWords(s("1 of 2 signed; eligible 3 persons.")), s("1 von 2 signiert; 3 Personen berechtigt."));
        QCOMPARE(coreWords(s("Does not count any more. It was withdrawn.")),
            s("Zählt nicht mehr. Sie wurde zurückgezogen."));
        QCOMPARE(
            coreWords(s("Ada signed it in entry 905, and that does not count any more. What was signed changed since: "
                        "evidence/report. 0 of 1 signed; eligible 2 persons.")),
            s("Ada hat in Eintrag 905 signiert, und das zählt nicht mehr. Was signiert wurde, hat sich seitdem "
              "geändert: "
              "evidence/report. 0 von 1 signiert; 2 Personen berechtigt."));
        QCOMPARE(coreWords(s("Signature asked as %1")), s("Signatur erbeten als %1"));
        QCOMPARE(coreWords(s("Something that nobody listed")), s("Something that nobody listed"));
        settings.preferences.set(Setting::Language, s("en"));
    }

    void helpAndStartChangeToo()
    {
        FakePrompter prompter;
        FirstRunPage start(shippedPolicies(), prompter);
        HelpWindow help(nullptr);
        start.show();
        help.show();
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        settle();
        const QStringList left = leftOvers(&start) + leftOvers(&help);
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(s("\n"))));
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
