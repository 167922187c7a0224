// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/store_page.h"

#include "ui/connections/heads_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

using Link = query::HeadView::Link;

constexpr int factWidth = 168;

QString programWords(const query::StoreVisitor& visitor)
{
    const int count = static_cast<int>(visitor.connections);
    if (visitor.program == "countersign") {
        return StorePage::tr("%n consoles", nullptr, count);
    }
    if (visitor.program == "countersignctl") {
        return StorePage::tr("%n command lines or services", nullptr, count);
    }
    return StorePage::tr("%n connections of another program: %1", nullptr, count)
        .arg(visitor.program.empty() ? StorePage::tr("without a name") : isolate(cleanName(qs(visitor.program), 60)));
}

} // namespace

StorePage::StorePage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_clock(clock)
    , m_hint(new Label)
    , m_looked(new Label({}, Type::Small, Role::Muted))
    , m_look(new Button(Button::Kind::Outlined))
    , m_examine(new Button(Button::Kind::Outlined))
    , m_handbook(new Button(Button::Kind::Link))
    , m_others(new HeadsPanel(service, clock, prompter))
{
    setObjectName(QStringLiteral("storePage"));
    build();
    retranslate();
    connect(m_look, &Button::triggered, this, &StorePage::look);
    connect(m_examine, &Button::triggered, this, &StorePage::examineAsked);
    connect(m_handbook, &Button::triggered, this, &StorePage::handbookAsked);
    connect(m_others, &HeadsPanel::noticed, this, &StorePage::noticed);
}

FactList* StorePage::addSection(QVBoxLayout* column, Label*& title)
{
    title = new Label({}, Type::Strong);
    auto* facts = new FactList;
    facts->setLabelWidth(factWidth);
    column->addSpacing(8);
    column->addWidget(title);
    column->addWidget(facts);
    return facts;
}

void StorePage::build()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_look);
    actions->addWidget(m_examine);
    actions->addWidget(m_looked);
    actions->addStretch(1);
    column->addLayout(actions);
    m_connection = addSection(column, m_connectionTitle);
    m_visitors = addSection(column, m_visitorsTitle);
    m_sizes = addSection(column, m_sizesTitle);
    column->addWidget(m_others);
    m_copy = addSection(column, m_copyTitle);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addWidget(m_handbook, 0, Qt::AlignLeading);
    column->addStretch(1);
    m_look->setObjectName(QStringLiteral("lookAtStore"));
    m_look->setIconName(QStringLiteral("refresh"));
    m_examine->setObjectName(QStringLiteral("examineStore"));
    m_examine->setIconName(QStringLiteral("verify"));
    m_handbook->setObjectName(QStringLiteral("storeHandbook"));
    m_hint->setObjectName(QStringLiteral("storeBackupHint"));
    m_looked->setObjectName(QStringLiteral("storeLooked"));
    m_connection->setObjectName(QStringLiteral("storeConnection"));
    m_visitors->setObjectName(QStringLiteral("storeVisitors"));
    m_sizes->setObjectName(QStringLiteral("storeSizes"));
    m_copy->setObjectName(QStringLiteral("storeCopy"));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("storeScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(body);
    makeClear(scroll);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void StorePage::retranslate()
{
    findChild<QScrollArea*>(QStringLiteral("storeScroll"))->setAccessibleName(tr("Server of the ledger"));
    m_connectionTitle->setText(tr("Connection"));
    m_visitorsTitle->setText(tr("Connected now"));
    m_sizesTitle->setText(tr("Size"));
    m_copyTitle->setText(tr("What this desk could give back"));
    m_look->setText(tr("Look again"));
    m_look->setToolTip(tr("Asks the server once who is connected and how much it keeps"));
    m_examine->setText(tr("Examine this desk…"));
    m_examine->setToolTip(tr("Looks at connection, rights, clock, keychain and disk"));
    m_handbook->setText(tr("Handbook: a team on one server"));
    refresh();
}

void StorePage::setHead(const query::HeadView& head)
{
    if (head.workspaceId != m_head.workspaceId || head.location != m_head.location) {
        m_overview.reset(); // of another server
    }
    m_head = head;
    ++m_heads;
    if (head.link != Link::Local) {
        showConnection();
    }
}

void StorePage::look()
{
    if (m_busy || m_head.link == Link::Local) {
        return;
    }
    m_busy = true;
    refresh();
    m_others->read();
    m_service.storeOverview().then(
        qApp, guarded(this, [this, heads = m_heads](const Result<query::StoreOverview>& overview) {
            m_busy = false;
            m_failure = overview ? QString() : errorWords(overview.error());
            if (overview && overview->head.location == m_head.location) {
                m_overview = *overview;
                m_head = heads == m_heads ? overview->head : m_head;
            }
            refresh();
        }));
}

void StorePage::refresh()
{
    m_looked->setText(m_busy       ? tr("The server is being asked …")
            : !m_failure.isEmpty() ? m_failure
            : m_overview           ? tr("Looked at %1").arg(utcExact(m_overview->looked))
                                   : QString());
    m_look->setOffReason(m_busy ? tr("The server is being asked.") : QString());
    showConnection();
    showVisitors();
    showSizes();
    showCopy();
}

void StorePage::showConnection()
{
    m_connection->clear();
    const bool alarm = !m_head.alarm.empty();
    const bool offline = m_head.link == Link::Offline;
    const qint64 behind = m_head.serverSize - m_head.size;
    const QString state = alarm ? tr("Alarm: it does not hold what was verified here")
        : offline               ? tr("Offline: you read your own copy")
        : behind > 0 ? tr("Behind by %n entries, which are being verified", nullptr, static_cast<int>(behind))
                     : tr("In step");
    Label* shown = m_connection->addFact(tr("State"), state, Type::Strong);
    shown->setObjectName(QStringLiteral("storeState"));
    shown->setRole(alarm ? Role::Vetoed : offline ? Role::Stale : behind > 0 ? Role::Accent : Role::Passed);
    m_connection->addFact(tr("Server"), ltr(cleanName(qs(m_head.location), 200)));
    if (offline && !m_head.offlineWhy.empty()) {
        m_connection->addFact(tr("Why"), cleanName(coreWords(qs(m_head.offlineWhy)), 400));
    }
    if (m_overview) {
        m_connection->addFact(tr("Last heard from"),
            m_overview->heard
                ? tr("%1, %2").arg(relativeTime(*m_overview->heard, m_clock.now()), utcExact(*m_overview->heard))
                : tr("not since the console was started"));
    }
    m_connection->addFact(tr("Entries"),
        offline ? tr("%1 verified here").arg(countText(m_head.size))
                : tr("%1 verified here, %2 on the server")
                      .arg(countText(m_head.size), countText(std::max(m_head.serverSize, alarm ? 0 : m_head.size))));
    m_connection->addFact(
        tr("Verified tree head"), new DigestLabel(QStringLiteral("sha256:") + qs(m_head.root.hex()), tr("Tree head")));
}

void StorePage::showVisitors()
{
    m_visitors->clear();
    if (!m_overview || !m_overview->serverOff.empty()) {
        m_visitors->addFact(
            tr("Users"), m_overview ? tr("not known while the server is not reached") : tr("not asked yet"));
        return;
    }
    QString user;
    QStringList programs;
    const auto flush = [&] {
        if (!programs.isEmpty()) {
            m_visitors->addFact(user, programs.join(QStringLiteral(", ")));
        }
        programs.clear();
    };
    for (const query::StoreVisitor& visitor : m_overview->visitors) {
        const QString name = cleanName(qs(visitor.user), 60);
        const QString shown = visitor.me ? tr("%1 (you)").arg(name) : name;
        if (shown != user) {
            flush();
            user = shown;
        }
        programs.append(programWords(visitor));
    }
    flush();
    if (m_overview->visitors.empty()) {
        m_visitors->addFact(tr("Users"), tr("nobody"));
    }
}

void StorePage::showSizes()
{
    m_sizes->clear();
    const bool asked = m_overview && m_overview->serverOff.empty();
    m_sizes->addFact(tr("On the server"),
        asked            ? bytesText(m_overview->serverBytes)
            : m_overview ? tr("not known while the server is not reached")
                         : tr("not asked yet"));
    if (m_overview) {
        m_sizes->addFact(tr("This desk's copy"), bytesText(m_overview->copyBytes));
        m_sizes->addFact(tr("Where it lies"), ltr(cleanName(qs(m_overview->copyPath), 400)), Type::Mono);
    }
}

void StorePage::showCopy()
{
    m_copy->clear();
    m_copy->addFact(tr("Entries and texts"),
        tr("all %n entries, with policies, names and comments, byte for byte", nullptr, static_cast<int>(m_head.size)));
    const bool asked = m_overview && m_overview->serverOff.empty();
    const qint64 missing = asked ? m_overview->evidence - m_overview->evidenceHere : 0;
    if (!asked) {
        m_copy->addFact(tr("Evidence"), tr("only what was opened at this desk"));
    } else if (m_overview->evidence == 0) {
        m_copy->addFact(tr("Evidence"), tr("there is none yet"));
    } else {
        m_copy->addFact(tr("Evidence"),
            tr("%1 of %n files, %2 on the server in all", nullptr, static_cast<int>(m_overview->evidence))
                .arg(countText(m_overview->evidenceHere), bytesText(m_overview->evidenceBytes)));
    }
    m_hint->setText(asked && missing == 0
            ? tr("If the server were lost, this desk could give all of it back. Backups of the database are still the "
                 "administrator's: ask for one that is tried out now and then.")
            : asked ? tr("%n evidence files were never opened at this desk and lie on the server alone. Ask your "
                         "administrator for a backup of the database that is tried out now and then.",
                  nullptr, static_cast<int>(missing))
                    : tr("Evidence that nobody opened here lies on the server alone. Ask your administrator for a "
                         "backup of the database that is tried out now and then."));
}

void StorePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
