// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/registry_pane.h"

#include "ui/connections/sync_step.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr std::size_t findingsShown = 50;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::RegistryPane)
};

QString scheduleText(std::int64_t every)
{
    if (every == 0) {
        return Words::tr("only when asked");
    }
    return every % 60 == 0 ? Words::tr("every %n minute(s)", nullptr, static_cast<int>(every / 60))
                           : Words::tr("every %n second(s)", nullptr, static_cast<int>(every));
}

QString signInText(const query::RegistryRow& row)
{
    using SignIn = query::RegistryRow::SignIn;
    switch (row.signIn) {
    case SignIn::NotNeeded:
        return RegistryPane::tr("none");
    case SignIn::Kept:
        return RegistryPane::tr("kept in the keychain, for %1 alone").arg(ltr(qs(row.origin)));
    case SignIn::Missing:
        return RegistryPane::tr("missing: change the registry and give it");
    case SignIn::Unknown:
        break;
    }
    return RegistryPane::tr("the keychain is locked");
}

} // namespace

RegistryPane::RegistryPane(const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_head(new PanelHead({}, {}, this))
    , m_banner(new Banner(this))
    , m_progress(new ProgressRow(this))
    , m_facts(new FactList(this))
    , m_findings(new QWidget(this))
    , m_findingRows(new QVBoxLayout(m_findings))
    , m_sync(new Button(Button::Kind::Outlined, {}, this))
    , m_change(new Button(Button::Kind::Outlined, {}, this))
    , m_repair(new Button(Button::Kind::Outlined, {}, this))
    , m_remove(new Button(Button::Kind::Plain, {}, this))
    , m_missing(new Label({}, Type::Body, Role::Muted, this))
    , m_setUp(new Button(Button::Kind::Outlined, {}, this))
    , m_editOff(new OffReason(this))
{
    setObjectName(QStringLiteral("registryPane"));
    build();
    connect(m_sync, &Button::triggered, this, [this] { Q_EMIT syncAsked(false); });
    connect(m_repair, &Button::triggered, this, [this] { Q_EMIT syncAsked(true); });
    connect(m_change, &Button::triggered, this, &RegistryPane::changeAsked);
    connect(m_remove, &Button::triggered, this, &RegistryPane::removeAsked);
    connect(m_banner, &Banner::actionTriggered, this, [this] { Q_EMIT setUpAsked(m_setUpTarget); });
    connect(m_setUp, &Button::triggered, this, [this] { Q_EMIT setUpAsked(m_setUpTarget); });
    connect(m_progress, &ProgressRow::cancelled, this, &RegistryPane::cancelAsked);
}

void RegistryPane::build()
{
    m_sync->setObjectName(QStringLiteral("syncRegistry"));
    m_sync->setIconName(QStringLiteral("refresh"));
    m_change->setObjectName(QStringLiteral("changeRegistry"));
    m_repair->setObjectName(QStringLiteral("repairRegistry"));
    m_remove->setObjectName(QStringLiteral("removeRegistry"));
    m_progress->setObjectName(QStringLiteral("syncProgress"));
    m_findings->setObjectName(QStringLiteral("registryFindings"));
    m_facts->setLabelWidth(112);
    m_findingRows->setContentsMargins(0, 0, 0, 0);
    m_findingRows->setSpacing(8);
    auto* body = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(m_progress);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_sync);
    actions->addWidget(m_change);
    actions->addStretch(1);
    actions->addWidget(m_remove);
    column->addLayout(actions);
    m_editOff->setObjectName(QStringLiteral("editRegistryOff"));
    column->addWidget(m_editOff);
    column->addWidget(m_facts);
    m_missing->setObjectName(QStringLiteral("syncMissing"));
    m_missing->setWordWrap(true);
    m_setUp->setObjectName(QStringLiteral("letSync"));
    m_setUp->setIconName(QStringLiteral("key"));
    column->addWidget(m_missing);
    column->addWidget(m_setUp, 0, Qt::AlignLeft);
    column->addWidget(m_findings);
    column->addWidget(m_repair, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("registryScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addWidget(scroll, 1);
}

void RegistryPane::setRegistry(const query::RegistryRow& row, const query::ConnectionsView& view)
{
    m_id = row.form.id;
    m_head->setTitle(cleanName(qs(row.form.name), 60));
    m_head->setSecond(cleanName(qs(row.kindTitle), 40));
    m_sync->setText(tr("Sync now"));
    m_change->setText(tr("Change…"));
    m_repair->setText(tr("Put right in the registry"));
    m_repair->setToolTip(
        tr("Sets aliases and stamps to what the ledger says. The findings stay until somebody closes them."));
    m_remove->setText(tr("Remove…"));
    const QString cannotSync = row.running ? tr("It is running.") : coreWords(qs(view.cannotSync));
    m_sync->setOffReason(cannotSync);
    m_repair->setOffReason(cannotSync);
    m_change->setOffReason(coreWords(qs(view.cannotEdit)));
    m_remove->setOffReason(coreWords(qs(view.cannotEdit)));
    m_editOff->setReason(coreWords(qs(view.cannotEdit)));
    m_progress->setVisible(row.running);
    if (row.running) {
        m_progress->setProgress(0, 0, tr("Reading models"));
    }
    m_repair->setVisible(!row.findings.empty());
    showBanner(row, view);
    showFacts(row, view);
    showFindings(row);
    showSetUp(view);
}

/// Under the facts, where the banner says something that presses more.
void RegistryPane::showSetUp(const query::ConnectionsView& view)
{
    const SyncStep step = syncStep(view.setup);
    m_setUpTarget = step.target;
    m_setUp->setText(step.verb);
    m_missing->setText(step.sentence);
    const bool inBanner = m_banner->isVisibleTo(this) && !m_banner->action()->isHidden();
    m_missing->setVisible(!step.sentence.isEmpty() && !inBanner);
    m_setUp->setVisible(!step.verb.isEmpty() && !inBanner);
}

void RegistryPane::showBanner(const query::RegistryRow& row, const query::ConnectionsView& view)
{
    m_banner->setVisible(true);
    m_banner->setAction({});
    if (row.last && !row.last->ok && !row.last->sentence.empty()) {
        m_banner->setLook(QStringLiteral("stale"), Role::Stale, Role::StaleTint);
        m_banner->setText(tr("The last synchronisation did not end well"), cleanName(qs(row.last->sentence), 400));
    } else if (!row.findings.empty()) {
        m_banner->setLook(QStringLiteral("failed"), Role::Failed, Role::FailedTint);
        m_banner->setText(tr("%n thing(s) out of governance", nullptr, static_cast<int>(row.findings.size())),
            tr("What the registry says is not what the ledger says. Gates that ask for no open findings stay shut."));
    } else if (!view.cannotSync.empty() && !row.running) {
        m_banner->setLook(QStringLiteral("info"), Role::Accent, Role::AccentTint);
        const SyncStep step = syncStep(view.setup);
        m_banner->setText(tr("This computer does not synchronise"),
            step.sentence.isEmpty() ? coreWords(qs(view.cannotSync)) : step.sentence);
        m_banner->setAction(step.verb);
    } else {
        m_banner->setVisible(false);
    }
}

void RegistryPane::showFacts(const query::RegistryRow& row, const query::ConnectionsView& view)
{
    const UtcTime now = m_clock.now();
    m_facts->clear();
    m_facts->addFact(tr("Address"), ltr(cleanName(qs(row.form.url))), Type::Mono);
    m_facts->addFact(tr("Sign-in"), signInText(row));
    m_facts->addFact(tr("Holds"),
        tr("%1 models, %2 versions")
            .arg(countText(static_cast<qint64>(row.models)), countText(static_cast<qint64>(row.versions))));
    m_facts->addFact(tr("Schedule"), scheduleText(row.form.everySeconds));
    if (row.last && row.last->ok) {
        m_facts->addFact(
            tr("Last run"), tr("%1: %2").arg(relativeTime(row.last->at, now), cleanName(qs(row.last->sentence), 400)));
    }
    m_facts->addFact(tr("Last entry"), row.lastEntry ? relativeTime(*row.lastEntry, now) : tr("none yet"));
    QStringList aliases;
    for (const auto& [stage, alias] : row.form.aliases) {
        aliases << (alias == stage ? qs(stage)
                                   : tr("%1 for %2", "alias for stage").arg(cleanName(qs(alias), 60), qs(stage)));
    }
    m_facts->addFact(tr("Aliases"), aliases.isEmpty() ? tr("none") : aliases.join(QStringLiteral(", ")));
    m_facts->addFact(tr("Writes back"), row.form.writeBack ? tr("aliases and stamps") : tr("nothing"));
    m_facts->addFact(
        tr("Signed by"), view.signsAs.empty() ? tr("nobody on this computer") : cleanName(qs(view.signsAs)));
    for (const auto& why : row.last ? row.last->skipped : std::vector<std::string>()) {
        m_facts->addFact(tr("Left out"), cleanName(qs(why), 300));
    }
}

void RegistryPane::showFindings(const query::RegistryRow& row)
{
    while (QLayoutItem* item = m_findingRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(row.findings.size(), findingsShown); ++i) {
        const query::RegistryFinding& finding = row.findings[i];
        auto* line = new QWidget(m_findings);
        auto* column = new QVBoxLayout(line);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        auto* what = new Label(cleanName(qs(finding.sentence), 400), Type::Body, Role::Text, line);
        what->setWordWrap(true);
        auto* link = new Button(Button::Kind::Link,
            tr("%1 · since %2 · entry %3")
                .arg(qs(finding.severity), relativeTime(finding.since, m_clock.now()), countText(finding.entry)),
            line);
        link->setObjectName(QStringLiteral("finding_") + qs(finding.id.text()));
        link->setSmall(true);
        connect(link, &Button::triggered, this, [this, entry = finding.entry] { Q_EMIT entryAsked(entry); });
        column->addWidget(what);
        column->addWidget(link, 0, Qt::AlignLeft);
        m_findingRows->addWidget(line);
    }
    if (row.findings.size() > findingsShown) {
        m_findingRows->addWidget(
            new Label(tr("and %n more", nullptr, static_cast<int>(row.findings.size() - findingsShown)), Type::Small,
                Role::Muted));
    }
}

void RegistryPane::setProgress(const query::SyncProgress& progress)
{
    const QString done = countText(progress.done);
    const QString words = progress.phase == 0 ? tr("Reading models: %1").arg(done)
        : progress.phase == 1                 ? tr("Reading versions: %1").arg(done)
        : progress.phase == 2                 ? tr("Writing back: %1 of %2").arg(done, countText(progress.total))
                                              : tr("Comparing with the ledger");
    m_progress->setVisible(true);
    m_progress->setProgress(progress.done, progress.total, words);
}

} // namespace cs::ui
