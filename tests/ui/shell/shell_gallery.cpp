// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the shell's own pictures and saves them. For looking at, not for ctest.
#include "tests/ui/shell/fakes.h"
#include "ui/shell/commands/palette.h"
#include "ui/shell/start/first_run_page.h"
#include "ui/shell/start/founding_sheet.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

FakePage* page(const char* id, const char* name)
{
    auto* made = new FakePage(id, s(name), s(id));
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    auto* header = new HeaderBar;
    header->setCrumbs({{s("workspace"), s("Mortgage models (example)")}, {{}, s(name)}});
    header->setTitle(s(name));
    header->setFacts(s("3 wait for you, the first for 2 days"));
    column->addWidget(header);
    column->addStretch(1);
    return made;
}

void shot(QWidget& window, const QString& path, QWidget* above = nullptr)
{
    QApplication::processEvents();
    QPixmap picture = window.grab();
    if (above != nullptr) {
        QPainter painter(&picture);
        const QPoint place = window.rect().center() - above->rect().center();
        painter.drawPixmap(place, above->grab());
    }
    picture.save(path);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    Theme::instance().install(app);
    FakeSettings settings;
    Theme::instance().setChoice(arguments.contains(s("--dark")) ? Theme::Choice::Dark : Theme::Choice::Light);
    QApplication::setLayoutDirection(arguments.contains(s("--rtl")) ? Qt::RightToLeft : Qt::LeftToRight);
    const QString folder = arguments.last();

    MemorySession session;
    FakePrompter prompter;
    MainWindow window(session, prompter, settings.preferences);
    auto* inbox = page("inbox", "Inbox");
    inbox->places = {{s("models"), s("mortgage-approval v14"), s("version, canary"), "inbox", {}},
        {s("promotion"), s("Promotion #41"), s("mortgage-approval v14, canary → production"), "inbox", {}}};
    window.addPage(inbox);
    window.addPage(page("promotion", "Promotions"));
    window.addPage(page("ledger", "Ledger"));
    window.show();
    auto* start = new FirstRunPage(shippedPolicies(), prompter);
    start->setKeychain({KeychainState::Kind::Ready, s("GNOME Keyring"), {}});
    window.setStartPage(start);
    window.showStart();
    window.setStatus({});
    shot(window, folder + s("/start.png"));

    window.showWorkspace();
    Q_EMIT inbox->counterChanged(3, true);
    ShellStatus status;
    status.mode = Mode::Demo;
    status.workspace = s("Mortgage models (example)");
    status.identity = s("Model-risk manager (example)");
    status.keyState = s("key unlocked");
    status.keyUnlocked = true;
    status.source = s("Read from this computer");
    status.treeHead = s("Tree head 1,284 · 9f3c61ab");
    status.verification = ShellStatus::Verification::Verified;
    status.verificationText = s("Verified 14:02");
    window.setStatus(status);
    shot(window, folder + s("/window.png"));
    window.commands().setOffReason("workspace.example", s("the example is open already."));
    window.findChild<Palette*>()->popUp(s("mo"));
    shot(window, folder + s("/palette.png"));
    window.findChild<Palette*>()->close();

    FoundingSheet sheet(shippedPolicies(), prompter, &window);
    sheet.findChild<QLineEdit*>(s("foundingName"))->setText(s("Lending models"));
    sheet.findChild<QLineEdit*>(s("foundingPath"))->setText(s("/home/ada/lending.countersign"));
    sheet.findChild<QLineEdit*>(s("foundingYou"))->setText(s("Ada Example"));
    sheet.open();
    shot(window, folder + s("/founding.png"), &sheet);
    sheet.close();
    window.resize(960, 600);
    shot(window, folder + s("/narrow.png"));
    return 0;
}
