// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme/focus_ring.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/style_sheet.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDateEdit>
#include <QDirIterator>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QVBoxLayout>

#include <set>

using namespace cs::ui;
using cs::UtcTime;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct Pair {
    Role role;
    Role ground;
};

/// Which text and icon roles may lie on which grounds, with the ratio they need (visual.md section 2).
std::vector<std::pair<Pair, double>> contrastRules()
{
    std::vector<std::pair<Pair, double>> rules;
    const Role grounds[] = {Role::Window, Role::Rail, Role::Surface, Role::Sunken, Role::Raised, Role::Hover,
        Role::Selected, Role::SelectedIdle};
    const Role verdicts[] = {
        Role::Passed, Role::Pending, Role::Failed, Role::Stale, Role::Vetoed, Role::Overridden, Role::Frozen, Role::Na};
    for (const Role ground : grounds) {
        for (const Role text : {Role::Text, Role::Muted, Role::Link}) {
            rules.push_back({{text, ground}, 4.5});
        }
        for (const Role verdict : verdicts) {
            rules.push_back({{verdict, ground}, 4.5});
        }
        rules.push_back({{Role::Focus, ground}, 3.0});
        rules.push_back({{Role::Accent, ground}, 3.0});
    }
    for (const Role verdict : verdicts) {
        const auto tint = static_cast<Role>(static_cast<int>(verdict) + 1);
        rules.push_back({{verdict, tint}, 4.5});
        for (const Role text : {Role::Text, Role::Muted, Role::Link}) {
            rules.push_back({{text, tint}, 4.5});
        }
    }
    for (const Role text : {Role::Text, Role::Muted, Role::Link, Role::Accent}) {
        rules.push_back({{text, Role::AccentTint}, 4.5});
    }
    for (int i = static_cast<int>(Role::StDev); i <= static_cast<int>(Role::StRetired); ++i) {
        for (const Role ground : {Role::Surface, Role::Window, Role::Raised, Role::Sunken}) {
            rules.push_back({{static_cast<Role>(i), ground}, 4.5});
        }
        for (const Role ground : {Role::Hover, Role::Selected, Role::SelectedIdle}) {
            rules.push_back({{static_cast<Role>(i), ground}, 3.0}); // the icon of a row under the pointer or chosen
        }
    }
    for (int i = static_cast<int>(Role::C1); i <= static_cast<int>(Role::C6); ++i) {
        for (const Role ground : {Role::Surface, Role::Raised, Role::AccentTint, Role::FailedTint}) {
            rules.push_back({{static_cast<Role>(i), ground}, 3.0}); // a line of a chart, beyond its bound too
        }
    }
    rules.push_back({{Role::StCanary, Role::Track}, 3.0}); // steps of a ramp that are done, beside those that are not
    for (const Role ground : {Role::Raised, Role::Hover, Role::Sunken, Role::FailedTint}) {
        rules.push_back({{Role::Danger, ground}, 4.5});
    }
    for (const Role ground : {Role::Selected, Role::Hover, Role::Raised}) {
        rules.push_back({{Role::Accent, ground}, 4.5});
    }
    rules.push_back({{Role::Focus, Role::AccentTint}, 3.0});
    for (const Role ground : {Role::Surface, Role::Raised, Role::Sunken, Role::Window}) {
        rules.push_back({{Role::BorderControl, ground}, 3.0});
    }
    rules.push_back({{Role::AccentText, Role::Accent}, 4.5});
    rules.push_back({{Role::AccentText, Role::AccentHover}, 4.5});
    rules.push_back({{Role::AccentText, Role::Danger}, 4.5});
    rules.push_back({{Role::Danger, Role::Surface}, 4.5});
    rules.push_back({{Role::TooltipText, Role::Tooltip}, 4.5});
    return rules;
}

/// Number of pixels that have any ink.
int inkOf(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ink += image.pixelColor(x, y).alpha() > 40 ? 1 : 0;
        }
    }
    return ink;
}

} // namespace

class WidgetsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    void cleanup()
    {
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().setTextScale(100);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void contrast()
    {
        for (const auto& [pair, least] : contrastRules()) {
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
                const double ratio = contrastRatio(roleColor(pair.role, scheme), roleColor(pair.ground, scheme));
                const QString where = QStringLiteral("%1 on %2, %3: %4 < %5")
                                          .arg(s(roleName(pair.role)), s(roleName(pair.ground)),
                                              scheme == Scheme::Light ? s("light") : s("dark"))
                                          .arg(ratio)
                                          .arg(least);
                QVERIFY2(ratio + 0.05 >= least, qPrintable(where));
            }
        }
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
    }

    void roleNamesAreUnique()
    {
        std::set<std::string> names;
        for (int i = 0; i < roleCount; ++i) {
            QVERIFY(names.insert(roleName(static_cast<Role>(i))).second);
        }
    }

    void styleSheetHasNoLeftOverMarks()
    {
        const QString sheet = styleSheetText(Theme::instance());
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        QVERIFY(!sheet.contains(QRegularExpression(s("#\\d+px"))));
        QVERIFY(sheet.count(QLatin1Char('\n')) < 120);
    }

    void anElidedLabelFollowsTheTheme()
    {
        Theme::instance().setChoice(Theme::Choice::Light);
        HeaderBar bar;
        bar.setTitle(s("mortgage-approval"));
        bar.resize(400, 64);
        Theme::instance().setChoice(Theme::Choice::Dark); // as a console does that starts in the dark
        bar.show();
        auto* title = bar.findChild<QWidget*>(s("pageTitle"));
        const QImage picture = title->grab().toImage();
        int bright = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                bright += picture.pixelColor(x, y).lightness() > 150 ? 1 : 0;
            }
        }
        Theme::instance().setChoice(Theme::Choice::Light);
        QVERIFY2(bright > 50, "the title is as dark as its ground");
    }

    void themeSwitchesLive()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().setChoice(Theme::Choice::Dark);
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), roleColor(Role::Surface, Scheme::Dark));
        QCOMPARE(changed.count(), 1);
    }

    void textScaleIsBounded()
    {
        Theme::instance().setTextScale(500);
        QCOMPARE(Theme::instance().textScale(), 200);
        QCOMPARE(scaled(30), 60);
        Theme::instance().setTextScale(10);
        QCOMPARE(Theme::instance().textScale(), 75);
        Theme::instance().setTextScale(100);
        Theme::instance().stepTextScale(1);
        QCOMPARE(Theme::instance().textScale(), 110);
    }

    void everyIconDraws()
    {
        int icons = 0;
        QDirIterator files(s(":/icons"), {s("*.svg")});
        while (files.hasNext()) {
            files.next();
            ++icons;
            QVERIFY2(inkOf(iconPixmap(files.fileInfo().completeBaseName(), Role::Text, 24, 1.0)) > 10,
                qPrintable(files.fileName()));
        }
        QVERIFY(icons >= 95);
    }

    void iconFollowsDevicePixelRatio()
    {
        const QIcon gate = icon(s("gate"));
        const QPixmap sharp = gate.pixmap(QSize(16, 16), 2.0);
        QCOMPARE(sharp.size(), QSize(32, 32));
        QCOMPARE(sharp.devicePixelRatio(), 2.0);
        QVERIFY(inkOf(sharp) > 2 * inkOf(gate.pixmap(QSize(16, 16), 1.0)));
    }

    void iconTakesRoleColour()
    {
        const QImage image = iconPixmap(s("stop"), Role::Failed, 24, 4.0).toImage();
        bool found = false;
        for (int y = 0; y < image.height() && !found; ++y) {
            for (int x = 0; x < image.width() && !found; ++x) {
                found = image.pixelColor(x, y) == roleColor(Role::Failed, Scheme::Light);
            }
        }
        QVERIFY(found);
    }

    void onlyArrowsMirror()
    {
        const QImage ltrArrow = iconPixmap(s("arrow-next"), Role::Text, 24, 1.0).toImage();
        const QImage ltrCheck = iconPixmap(s("passed"), Role::Text, 24, 1.0).toImage();
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(iconPixmap(s("arrow-next"), Role::Text, 24, 1.0).toImage(), ltrArrow.mirrored(true, false));
        QCOMPARE(iconPixmap(s("passed"), Role::Text, 24, 1.0).toImage(), ltrCheck);
    }

    void offButtonAnswersWithReason()
    {
        Button button(Button::Kind::Primary, s("Approve…"));
        QSignalSpy triggered(&button, &Button::triggered);
        QSignalSpy refused(&button, &Button::refused);
        button.setOffReason(s("Open the documentation first."));
        button.show();
        QVERIFY(button.isEnabled());
        QVERIFY(button.focusPolicy() & Qt::TabFocus);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        button.click();
        QCOMPARE(triggered.count(), 0);
        QCOMPARE(refused.count(), 3);
        QVERIFY(button.accessibleDescription().contains(s("documentation")));
        button.setOffReason({});
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
    }

    void armedButtonWaits()
    {
        Button button(Button::Kind::Primary, s("Sign approval"));
        button.setArmDelay(60);
        button.arm();
        QSignalSpy triggered(&button, &Button::triggered);
        button.click();
        QCOMPARE(triggered.count(), 0);
        QTRY_VERIFY(button.isArmed());
        button.click();
        QCOMPARE(triggered.count(), 1);
    }

    void sheetHasNoDefaultButton()
    {
        QWidget window;
        window.resize(900, 700);
        window.show();
        Sheet sheet(&window);
        sheet.setTitle(s("Approve promotion #41"));
        sheet.setBody(new QWidget);
        Button* cancel = sheet.addFootButton(Button::Kind::Outlined, s("Cancel"));
        Button* sign = sheet.addFootButton(Button::Kind::Primary, s("Sign approval"));
        QSignalSpy signs(sign, &Button::triggered);
        QSignalSpy cancels(cancel, &Button::triggered);
        sheet.open();
        for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
            QTest::keyClick(&sheet, static_cast<Qt::Key>(key));
        }
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Return);
        QVERIFY(sheet.isVisible());
        QVERIFY(!sign->isDefault() && !sign->autoDefault() && !cancel->autoDefault());
        QCOMPARE(signs.count(), 0);
        QCOMPARE(cancels.count(), 0);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
    }

    void sheetTakesNoKeyWhileGuarded()
    {
        QWidget window;
        window.resize(900, 700);
        window.show();
        Sheet sheet(&window);
        sheet.setBody(new QWidget);
        Button* sign = sheet.addFootButton(Button::Kind::Primary, s("Sign approval"));
        sheet.setKeyGuard(80, sign);
        QSignalSpy signs(sign, &Button::triggered);
        sheet.open();
        QVERIFY(sheet.isGuarded());
        sign->setFocus();
        QTest::keyClick(sign, Qt::Key_Space);
        QTest::mouseClick(sign, Qt::LeftButton);
        QCOMPARE(signs.count(), 0);
        QTRY_VERIFY(!sheet.isGuarded() && sign->isArmed());
        QTest::keyClick(sign, Qt::Key_Space);
        QCOMPARE(signs.count(), 1);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
    }

    void focusOrderIsReadingOrder()
    {
        QWidget window;
        auto* box = new QVBoxLayout(&window);
        auto* header = new HeaderBar;
        header->setCrumbs({{s("inbox"), s("Inbox")}, {{}, s("#41")}});
        auto* action = new Button(Button::Kind::Primary, s("Export…"));
        header->addAction(action);
        auto* filter = new FilterField;
        auto* digest = new DigestLabel(s("sha256:c07d91f420aa6b3e5e12"), s("Snapshot"));
        auto* off = new Button(Button::Kind::Outlined, s("Approve…"));
        off->setOffReason(s("Not yours."));
        for (QWidget* widget : std::initializer_list<QWidget*>{header, filter, digest, off}) {
            box->addWidget(widget);
        }
        window.show();
        QApplication::setActiveWindow(&window);
        auto* crumb = window.findChild<Button*>(s("crumb_inbox"));
        QVERIFY(crumb != nullptr);
        filter->setFocus();
        crumb->setFocus(Qt::TabFocusReason);
        QCOMPARE(FocusRing::wearer(), crumb);
        for (QWidget* next : std::initializer_list<QWidget*>{action, filter, digest, off}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), next);
            QVERIFY(!next->accessibleName().isEmpty() || qobject_cast<QAbstractButton*>(next) != nullptr);
        }
    }

    void tabGoesAsLaidOutWhateverWasMadeLast()
    {
        struct Window final : QWidget {
            bool focusNextPrevChild(bool next) override { return tabAsLaidOut(this, next); }
        } window;
        auto* column = new QVBoxLayout(&window);
        auto* panes = new QSplitter;
        auto* second = new QLineEdit(panes);
        auto* first = new QDateEdit(panes);
        panes->insertWidget(0, first);
        auto* foot = new Button(Button::Kind::Plain, s("Foot"));
        auto* rows = new QVBoxLayout;
        auto* bar = new QHBoxLayout;
        column->addLayout(bar);
        column->addLayout(rows);
        column->addWidget(panes);
        column->addWidget(foot);
        window.show();
        QApplication::setActiveWindow(&window);
        auto* late = new Button(Button::Kind::Plain, s("Made anew"));
        rows->addWidget(late);
        auto* head = new Button(Button::Kind::Plain, s("Head"));
        bar->addWidget(head);
        auto* hidden = new Button(Button::Kind::Plain, s("Not now"));
        rows->addWidget(hidden);
        hidden->hide();
        QCoreApplication::processEvents(); // a layout shows what it takes up by and by
        head->setFocus();
        for (QWidget* next : std::initializer_list<QWidget*>{late, first, second, foot, head}) {
            for (int part = 0; part < 3 && QApplication::focusWidget() != next; ++part) { // a day has three parts
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            }
            QCOMPARE(QApplication::focusWidget(), next);
        }
        for (QWidget* before : std::initializer_list<QWidget*>{foot, second}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
            QCOMPARE(QApplication::focusWidget(), before);
        }
    }

    void digestIsShortenedByRuleAndCopiedWhole()
    {
        QCOMPARE(withoutIsolates(shortDigest(s("sha256:c07d91f420aa6b3e5e12"))), s("sha256:c07d…5e12"));
        QCOMPARE(withoutIsolates(shortDigest(s("SHA256:uQ3vabcdefghij8mE"))), s("SHA256:uQ3v…8mE"));
        QCOMPARE(withoutIsolates(shortDigest(s("abcd"))), s("abcd"));
        DigestLabel label(s("sha256:c07d91f420aa6b3e5e12"), s("Snapshot"));
        label.show();
        QSignalSpy copied(&label, &DigestLabel::copied);
        QTest::keyClick(&label, Qt::Key_Return);
        QCOMPARE(copied.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), label.digest());
    }

    void relativeWords()
    {
        const UtcTime now(1795615200000); // 2026-11-25 14:00 UTC
        QCOMPARE(withoutIsolates(relativeTime(now.plusSeconds(-20), now)), s("just now"));
        QCOMPARE(withoutIsolates(relativeTime(now.plusSeconds(-2 * 86400), now)), s("2 d ago"));
        QCOMPARE(withoutIsolates(relativeTime(now.plusSeconds(-5 * 3600), now)), s("5 h ago"));
        QVERIFY(!relativeTime(now.plusSeconds(-7 * 86400), now).contains(s("ago")));
        QCOMPARE(withoutIsolates(dueIn(now.plusSeconds(5 * 3600 + 10), now)), s("due in 5 h"));
        QCOMPARE(withoutIsolates(dueIn(now.plusSeconds(-120), now)), s("overdue since 2 min"));
        QCOMPARE(withoutIsolates(utcExact(UtcTime(0))), s("1970-01-01 00:00:00 UTC"));
    }

    void strangersNamesAreDefused()
    {
        const QString evil = s("ok") + QChar(0x202E) + s("lave\nx");
        QCOMPARE(cleanName(evil), s("ok\\u202elave x"));
        QCOMPARE(cleanName(QString(10000, QLatin1Char('a')), 10), s("aaaaaaaaaa…"));
    }

    void tabularFiguresHaveOneWidth()
    {
        const QFontMetrics metrics(fontOf(Type::Body));
        QCOMPARE(tabularWidth(metrics, s("1111")), tabularWidth(metrics, s("0000")));
    }

    void jsonKeepsOrderAndEscapesDirection()
    {
        const QString text = JsonView::pretty(QByteArray("{\"b\":1.50,\"a\":[],\"c\":\"x\xE2\x80\xAEy\"}"));
        QVERIFY(text.indexOf(s("\"b\"")) < text.indexOf(s("\"a\"")));
        QVERIFY(text.contains(s("1.50")));
        QVERIFY(text.contains(s("\\u202e")));
        QVERIFY(text.contains(s("[]")));
    }

    void segmentsReportTheirId()
    {
        Segments segments;
        segments.addSegment(s("tree"), s("Tree"));
        segments.addSegment(s("text"), s("Text"));
        QSignalSpy changed(&segments, &Segments::currentChanged);
        segments.setCurrent(s("text"));
        QCOMPARE(segments.current(), s("text"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), s("text"));
    }

    void filterSpeaksOnceAfterTyping()
    {
        FilterField field;
        field.show();
        QSignalSpy changed(&field, &FilterField::filterChanged);
        QTest::keyClicks(&field, s("risk"));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), s("risk"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(changed.count(), 2);
        QVERIFY(field.text().isEmpty());
    }

    void roleCodes()
    {
        QCOMPARE(roleCode(s("model_risk_manager")), s("MR"));
        QCOMPARE(roleCode(s("data_steward")), s("DS"));
        QCOMPARE(roleCode(s("x")), s("X"));
    }

    void toastKeepsHistory()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        Toast toast(&window);
        toast.post({s("passed"), s("One"), {}, {}});
        bool ran = false;
        toast.post({s("passed"), s("Two"), s("Show"), [&ran] { ran = true; }});
        QVERIFY(toast.isVisible());
        toast.findChild<Button*>(s("toastAction"))->click();
        QVERIFY(ran);
        QVERIFY(!toast.isVisible());
        QCOMPARE(toast.history().size(), std::size_t(2));
    }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
