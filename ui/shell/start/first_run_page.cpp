// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/first_run_page.h"

#include "ui/shell/start/founding_sheet.h"
#include "ui/shell/start/join_sheet.h"
#include "ui/shell/start/start_parts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr qsizetype recentMax = 4;

} // namespace

FirstRunPage::FirstRunPage(QList<PolicyOffer> policies, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_policies(std::move(policies))
    , m_prompter(prompter)
    , m_name(new Label({}, Type::Figure))
    , m_claim(new Label({}, Type::Body, Role::Muted))
    , m_example(new StartCard(StartCard::Weight::First, QStringLiteral("play"), Qt::ALT | Qt::Key_1))
    , m_create(new StartCard(StartCard::Weight::Other, QStringLiteral("add"), Qt::ALT | Qt::Key_2))
    , m_open(new StartCard(StartCard::Weight::Other, QStringLiteral("folder"), Qt::ALT | Qt::Key_3))
    , m_join(new Button(Button::Kind::Link))
    , m_strip(new KeychainStrip)
    , m_recent(new Label({}, Type::Body, Role::Muted))
    , m_recentRow(new QWidget)
{
    setObjectName(QStringLiteral("firstRunPage"));
    m_example->setObjectName(QStringLiteral("startExample"));
    m_create->setObjectName(QStringLiteral("startCreate"));
    m_open->setObjectName(QStringLiteral("startOpen"));
    m_join->setObjectName(QStringLiteral("startJoin"));
    m_strip->setObjectName(QStringLiteral("startKeychain"));
    build();
    connect(m_example, &StartCard::chosen, this, &FirstRunPage::exampleRequested);
    connect(m_create, &StartCard::chosen, this, &FirstRunPage::startFounding);
    connect(m_open, &StartCard::chosen, this, &FirstRunPage::startOpening);
    connect(m_join, &Button::triggered, this, [this] { startJoining(); });
    connect(m_strip, &KeychainStrip::detailsRequested, this, [this] {
        if (m_keychain.kind == KeychainState::Kind::Locked) {
            Q_EMIT keychainUnlockRequested();
        } else {
            Q_EMIT keychainDetailsRequested();
        }
    });
    retranslate();
}

void FirstRunPage::build()
{
    m_claim->setAlignment(Qt::AlignCenter);
    m_claim->setWordWrap(true);
    m_name->setAlignment(Qt::AlignCenter);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(16);
    for (StartCard* card : {m_example, m_create, m_open}) {
        cards->addWidget(card, 1);
    }
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(new AppMark, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_claim);
    column->addSpacing(16);
    column->addLayout(cards);
    column->addWidget(m_join, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_strip);
    column->addSpacing(16);
    auto* recent = new QHBoxLayout(m_recentRow);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->setSpacing(16);
    recent->addWidget(m_recent);
    column->addWidget(m_recentRow, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto* middle = new QWidget;
    middle->setLayout(column);
    middle->setMaximumWidth(scaled(920) + 32);
    middle->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    column->setContentsMargins(16, 16, 16, 16);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    connect(&Theme::instance(), &Theme::changed, middle, [middle] { middle->setMaximumWidth(scaled(920) + 32); });
}

void FirstRunPage::setKeychain(const KeychainState& state)
{
    m_keychain = state;
    refreshKeychain();
}

void FirstRunPage::refreshKeychain()
{
    const QString backend = m_keychain.backend.isEmpty() ? tr("The system keychain") : m_keychain.backend;
    const QString detail = m_keychain.detail;
    switch (m_keychain.kind) {
    case KeychainState::Kind::Checking:
        m_strip->show(
            QStringLiteral("running"), Role::Pending, tr("Looking for the keychain of this computer"), {}, {});
        return;
    case KeychainState::Kind::Ready:
        m_strip->show(QStringLiteral("unlock"), Role::Passed, tr("The keychain of this computer is ready"),
            tr("%1, unlocked. Keys are made there and never leave it as a plain file.").arg(backend), tr("Details"));
        return;
    case KeychainState::Kind::Locked:
        m_strip->show(QStringLiteral("lock"), Role::Stale, tr("The keychain of this computer is locked"),
            tr("%1 is locked. Reading needs no key; to create or sign, unlock it.").arg(backend),
            tr("Unlock keychain…"));
        return;
    case KeychainState::Kind::Missing:
        m_strip->show(QStringLiteral("key"), Role::Stale, tr("No keychain was found on this computer"),
            detail.isEmpty() ? tr("Reading needs no key. To sign, install and start a Secret Service, for example "
                                  "GNOME Keyring or KWallet, and start Countersign again.")
                             : detail,
            tr("Details"));
        return;
    case KeychainState::Kind::Refusing:
        m_strip->show(QStringLiteral("vetoed"), Role::Vetoed, tr("The keychain refused to keep a key"),
            detail.isEmpty() ? tr("Reading needs no key. Details say what it answered and what to try.") : detail,
            tr("Details"));
        return;
    }
}

void FirstRunPage::setRecent(const QStringList& paths)
{
    m_recentPaths = paths.mid(0, recentMax);
    retranslate();
}

void FirstRunPage::startFounding()
{
    auto* sheet = new FoundingSheet(m_policies, m_prompter, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &FoundingSheet::founded, this, &FirstRunPage::createRequested);
    sheet->open();
}

void FirstRunPage::startOpening()
{
    m_prompter.chooseOpenFile(this, tr("Open a workspace"),
        {tr("Countersign workspaces (*.countersign)"), tr("All files (*)")}, [this](const QString& path) {
            if (!path.isEmpty()) {
                Q_EMIT openRequested(path);
            }
        });
}

void FirstRunPage::startJoining(const QString& address)
{
    auto* sheet = new JoinSheet(address, this);
    connect(sheet, &JoinSheet::joined, this, &FirstRunPage::joinRequested);
    sheet->open();
}

void FirstRunPage::retranslate()
{
    setAccessibleName(tr("Start"));
    m_name->setText(tr("Countersign"));
    m_claim->setText(tr("A model reaches production through recorded gates, or not at all."));
    m_example->setWords(tr("Explore the example"),
        tr("A workspace with models at every stage and one promotion that waits for you. It is yours to try "
           "and to "
           "throw away."),
        tr("Open the example"));
    m_create->setWords(tr("Create a workspace"),
        tr("Name it, enrol the administrators, start from a policy and its RACI matrix."), tr("Create…"));
    m_open->setWords(
        tr("Open a workspace"), tr("A workspace file on this computer. Reading needs no key."), tr("Open…"));
    m_join->setText(tr("Your team keeps its workspace on a server? Join it…"));
    m_join->setShortcut(Qt::ALT | Qt::Key_4); // a new text drops it
    qDeleteAll(m_recentRow->findChildren<Button*>(QString(), Qt::FindDirectChildrenOnly));
    m_recent->setText(m_recentPaths.isEmpty() ? tr("Recent: none yet") : tr("Recent:"));
    for (const QString& path : m_recentPaths) {
        auto* link = new Button(Button::Kind::Link, cleanName(QFileInfo(path).completeBaseName(), 40), m_recentRow);
        link->setObjectName(QStringLiteral("recent_%1").arg(m_recentRow->layout()->count()));
        link->setToolTip(ltr(path));
        connect(link, &Button::triggered, this, [this, path] { Q_EMIT openRequested(path); });
        m_recentRow->layout()->addWidget(link);
    }
    refreshKeychain();
}

void FirstRunPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FirstRunPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

} // namespace cs::ui
