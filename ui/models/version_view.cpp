// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/version_view.h"

#include "ui/models/attach_form.h"
#include "ui/models/compare_pane.h"
#include "ui/models/metrics_pane.h"
#include "ui/models/overview_pane.h"
#include "ui/models/side_panel.h"
#include "ui/models/version_cells.h"
#include "ui/models/version_json.h"
#include "ui/models/version_tables.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/face.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace cs::ui {

VersionView::VersionView(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_header(new HeaderBar(this))
    , m_attach(new Button(Button::Kind::Outlined, {}, this))
    , m_more(new Button(Button::Kind::Outlined, {}, this))
    , m_primary(new Button(Button::Kind::Primary, {}, this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_outer(new QStackedWidget(this))
    , m_face(new Face(this))
    , m_overview(new OverviewPane(this))
    , m_metrics(new MetricsPane(this))
    , m_compare(new ComparePane(this))
    , m_entryRows(new AboutSource(service, clock, this))
    , m_evidence(new TablePane(QStringLiteral("versionEvidence"), evidenceColumns(), m_evidenceRows, this))
    , m_promotions(new TablePane(QStringLiteral("versionPromotions"), promotionColumns(), m_promotionRows, this))
    , m_entries(new TablePane(QStringLiteral("versionEntries"), aboutColumns(), *m_entryRows, this))
    , m_lineage(new FactList)
    , m_side(new SidePanel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    build();
    connectPanes();
    retranslate();
}

VersionView::~VersionView()
{
    // The tables ask their sources until they go; the sources are members of this.
    delete m_evidence;
    delete m_promotions;
    delete m_entries;
}

void VersionView::build()
{
    m_attach->setObjectName(QStringLiteral("attachEvidence"));
    m_attach->setIconName(QStringLiteral("attach"));
    m_more->setObjectName(QStringLiteral("versionMore"));
    m_more->setIconName(QStringLiteral("more"));
    m_primary->setObjectName(QStringLiteral("versionPrimary"));
    m_primary->setIconName(QStringLiteral("promotion"));
    m_header->addAction(m_more);
    m_header->addAction(m_attach);
    m_header->addAction(m_primary);
    m_tabs->setObjectName(QStringLiteral("versionTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i < TabCount; ++i) {
        m_tabs->addTab({});
    }
    auto* lineage = new QScrollArea(this);
    lineage->setFrameShape(QFrame::NoFrame);
    lineage->setWidgetResizable(true);
    lineage->setFocusPolicy(Qt::NoFocus);
    auto* padded = new QWidget;
    auto* inner = new QVBoxLayout(padded);
    inner->setContentsMargins(16, 16, 16, 16);
    inner->addWidget(m_lineage);
    inner->addStretch(1);
    lineage->setWidget(padded);
    makeClear(lineage);
    m_lineage->setLabelWidth(150);
    for (QWidget* pane : std::initializer_list<QWidget*>{
             m_overview, m_metrics, m_compare, m_evidence, m_promotions, lineage, m_entries}) {
        m_stack->addWidget(pane);
    }
    auto* content = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(8, 0, 8, 0);
    tabs->addWidget(m_tabs, 1);
    column->addLayout(tabs);
    column->addWidget(new Line);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({scaled(740), scaled(330)});
    column->addWidget(m_splitter, 1);
    m_outer->addWidget(content);
    m_outer->addWidget(m_face);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(m_outer, 1);
}

void VersionView::connectPanes()
{
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_attach, &Button::triggered, this, &VersionView::attach);
    connect(m_more, &Button::triggered, this, &VersionView::showMenu);
    connect(&m_service, &WorkspaceService::identityChanged, this,
        [this](const IdentityView& identity) { m_identity = identity; });
    connect(m_compare, &ComparePane::versionAsked, this, &VersionView::versionAsked);
    connect(m_compare, &ComparePane::exportAsked, this, &VersionView::exportComparison);
    connect(m_compare, &ComparePane::copied, this,
        [this](int rows) { Q_EMIT noticed(QStringLiteral("copy"), tr("Copied %n row(s).", nullptr, rows)); });
    connect(m_primary, &Button::triggered, this, &VersionView::act);
    connect(m_header, &HeaderBar::crumbActivated, this, [this] { Q_EMIT backAsked(); });
    connect(m_overview, &OverviewPane::entryAsked, this, &VersionView::entry);
    connect(m_overview, &OverviewPane::promotionAsked, this, &VersionView::promotion);
    connect(m_overview, &OverviewPane::versionAsked, this, &VersionView::versionAsked);
    connect(m_overview, &OverviewPane::evidenceAsked, this, [this] { setTab(Evidence); });
    connect(m_metrics, &MetricsPane::entryAsked, this, &VersionView::entry);
    connect(m_side, &SidePanel::entryAsked, this, &VersionView::entry);
    connect(m_side, &SidePanel::versionAsked, this, &VersionView::versionAsked);
    connect(m_side, &SidePanel::copied, this,
        [this](const QString& what) { Q_EMIT noticed(QStringLiteral("copy"), what); });
    connect(m_evidence, &TablePane::opened, this, &VersionView::entry);
    connect(m_entries, &TablePane::opened, this, &VersionView::entry);
    connect(m_promotions, &TablePane::opened, this, [this](qint64 id) { promotion(qs(PromotionId(id).text())); });
    for (TablePane* pane : {m_evidence, m_promotions, m_entries}) {
        connect(pane, &TablePane::copied, this,
            [this](int rows) { Q_EMIT noticed(QStringLiteral("copy"), tr("Copied %n row(s).", nullptr, rows)); });
    }
}

void VersionView::retranslate()
{
    m_attach->setText(tr("Attach evidence…"));
    m_more->setAccessibleName(tr("More about this version"));
    m_more->setToolTip(tr("Compare, show in Flow, copy"));
    m_tabs->setAccessibleName(tr("Parts of the version's page"));
    m_evidence->setEmpty(QStringLiteral("evidence"), tr("No evidence is attached yet"),
        tr("Pipelines and people attach files; each is an entry of the ledger."));
    m_promotions->setEmpty(QStringLiteral("promotion"), tr("No promotion has been proposed yet"),
        tr("Propose one, and its gate is shown here."));
    m_entries->setEmpty(QStringLiteral("ledger"), tr("No entry is about this version"), {});
    m_evidence->setTitles(tr("Evidence of the version"), evidenceColumns());
    m_promotions->setTitles(tr("Promotions of the version"), promotionColumns());
    m_entries->setTitles(tr("Entries about the version"), aboutColumns());
    if (m_has) {
        take(m_page);
    } else {
        showHead();
    }
}

void VersionView::showVersion(VersionId id)
{
    if (id != m_id) {
        m_id = id;
        m_has = false;
        m_tabs->setCurrentIndex(0);
        m_face->showLoading();
        m_outer->setCurrentWidget(m_face);
        showHead();
    }
    read();
}

void VersionView::refresh()
{
    if (m_id.isValid()) {
        read();
    }
}

void VersionView::read()
{
    const quint64 generation = ++m_generation;
    m_service.versionPage(m_id).then(
        qApp, guarded(this, [this, generation](const Result<query::VersionPageView>& page) {
            if (generation != m_generation) {
                return;
            }
            if (page) {
                take(*page);
            } else {
                m_has = false;
                showHead();
                showError(*m_face, tr("Version %1 could not be read").arg(ltr(qs(m_id.text()))), page.error(),
                    [this] { read(); });
                m_outer->setCurrentWidget(m_face);
            }
            Q_EMIT loaded();
        }));
}

void VersionView::take(const query::VersionPageView& page)
{
    m_page = page;
    m_has = true;
    const UtcTime now = m_clock.now();
    showHead();
    const auto counted = [](const QString& word, std::size_t count) {
        return count == 0 ? word : QString(word + QLatin1Char(' ') + countText(static_cast<qint64>(count)));
    };
    const QStringList names{tr("Overview"), tr("Metrics"), tr("Compare"), counted(tr("Evidence"), page.evidence.size()),
        counted(tr("Promotions"), page.promotions.size()), tr("Lineage"), counted(tr("Entries"), page.entries.size())};
    for (int i = 0; i < names.size(); ++i) {
        m_tabs->setTabText(i, names.at(i));
    }
    m_overview->setPage(page, now);
    m_metrics->setPage(page);
    m_compare->setPage(page);
    m_evidenceRows.setRows(evidenceRows(page, now));
    m_promotionRows.setRows(promotionRows(page, now));
    m_entryRows->setEntries(page.entries);
    for (TablePane* pane : {m_evidence, m_promotions, m_entries}) {
        pane->refresh();
    }
    fillLineage();
    m_side->setPage(page, now);
    m_outer->setCurrentIndex(0);
}

void VersionView::showHead()
{
    const QString model = m_has ? cleanName(qs(m_page.row.modelName), 80) : QString();
    m_header->setCrumbs({{QStringLiteral("models"), tr("Models")}, {QString(), m_has ? model : qs(m_id.text())}});
    m_header->setTitle(m_has ? QString(model + QLatin1Char(' ') + cleanName(qs(m_page.row.label), 40)) : QString());
    m_attach->setVisible(m_has);
    m_more->setVisible(m_has);
    m_primary->setVisible(m_has);
    if (!m_has) {
        m_header->setChip(nullptr);
        m_header->setFacts({});
        return;
    }
    auto* chips = new QWidget;
    auto* row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new StageChip(qs(m_page.row.stage), cleanName(qs(m_page.row.stageLabel), 40)));
    const StandingLook look = standingLook(m_page.row);
    if (look.verdict) {
        row->addWidget(new VerdictChip(*look.verdict, look.text));
    }
    m_header->setChip(chips);
    m_primary->setText(
        m_page.row.promotion ? tr("Open promotion #%1").arg(m_page.row.promotionNumber) : tr("Propose promotion…"));
}

/// Every digest whole: this is the place to compare them.
void VersionView::fillLineage()
{
    m_lineage->clear();
    const auto fact = [this](const QString& label, const std::string& value, Type type) {
        if (!value.empty() && value != " ") {
            m_lineage->addFact(
                label, type == Type::Mono ? ltr(cleanName(qs(value), 200)) : cleanName(qs(value), 200), type);
        }
    };
    fact(tr("Training data"), m_page.dataName + " " + m_page.dataVersion, Type::Body);
    fact(tr("Data digest"), m_page.dataDigest, Type::Mono);
    for (const query::NamedFact& further : m_page.moreData) {
        m_lineage->addFact(tr("Further data"), moreDataText(further));
    }
    fact(tr("Pipeline"), m_page.pipeline, Type::Body);
    for (const std::string& feature : m_page.features) {
        fact(tr("Features"), feature, Type::Body);
    }
    fact(tr("Code revision"), m_page.code, Type::Mono);
    fact(tr("Container"), m_page.image, Type::Mono);
    fact(tr("Artifact"), m_page.row.artifact, Type::Mono);
    fact(tr("Registry"), m_page.sourceRegistry, Type::Body);
    fact(tr("Name there"), m_page.sourceName + " " + m_page.sourceVersion, Type::Body);
    fact(tr("Run"), m_page.run, Type::Mono);
    for (const query::PersonView& person : m_page.contributors) {
        fact(tr("Made by"), person.name, Type::Body);
    }
    for (const auto& [id, name] : m_page.sameArtifact) {
        fact(tr("Same bytes"), name, Type::Body);
    }
}

void VersionView::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void VersionView::act()
{
    if (!m_has) {
        return;
    }
    if (m_page.row.promotion) {
        promotion(qs(m_page.row.promotion->text()));
    } else {
        Q_EMIT goTo("flow", QStringLiteral("propose:") + qs(m_id.text()));
    }
}

void VersionView::copyJson()
{
    if (m_has) {
        QGuiApplication::clipboard()->setText(versionJson(m_page));
        Q_EMIT noticed(QStringLiteral("copy"), tr("Copied the version as JSON."));
    }
}

void VersionView::compare()
{
    if (m_has) {
        setTab(Compare);
        m_compare->focusTable();
    }
}

void VersionView::showInFlow()
{
    if (m_id.isValid()) {
        Q_EMIT goTo("flow", qs(m_id.text()));
    }
}

void VersionView::focusTabs()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void VersionView::showMenu()
{
    auto* menu = new QMenu(m_more);
    menu->setObjectName(QStringLiteral("versionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Compare with production")), &QAction::triggered, this, &VersionView::compare);
    connect(menu->addAction(tr("Show in Flow")), &QAction::triggered, this, &VersionView::showInFlow);
    menu->addSeparator();
    connect(menu->addAction(tr("Copy link")), &QAction::triggered, this, &VersionView::linkAsked);
    connect(menu->addAction(tr("Copy as JSON")), &QAction::triggered, this, &VersionView::copyJson);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void VersionView::attach()
{
    if (!m_has) {
        return;
    }
    auto* form = new AttachForm(m_page, m_prompter);
    ActionSheet::Setup setup;
    setup.title = tr("Attach evidence");
    setup.subtitle = tr("%1 %2").arg(cleanName(qs(m_page.row.modelName), 80), cleanName(qs(m_page.row.label), 40));
    setup.consequence = tr("The file is kept with the workspace and its digest goes into the ledger under your "
                           "signature. Nobody can change it afterwards; it can be withdrawn with a reason.");
    setup.verb = tr("Sign and attach");
    setup.icon = QStringLiteral("attach");
    setup.done = tr("Attached in entry %1.");
    setup.content = form;
    setup.missing = [form] { return form->missing(); };
    setup.identity = m_identity;
    setup.guardMs = m_guardMs;
    setup.run = [this, form](const QString&, const QString& passphrase) {
        return m_service.attachEvidence(form->attachment(), passphrase);
    };
    auto* sheet = new ActionSheet(m_service, std::move(setup), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &AttachForm::changed, sheet, &ActionSheet::refresh);
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
        setTab(Evidence);
        Q_EMIT noticed(QStringLiteral("passed"), words);
    });
    sheet->open();
    form->setFocus(Qt::OtherFocusReason);
}

void VersionView::exportComparison()
{
    const QByteArray bytes = m_compare->csv();
    m_prompter.chooseSaveFile(this, tr("Export the comparison"), QStringLiteral("comparison.csv"),
        {tr("CSV file (*.csv)")}, [this, bytes](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            saveFile(path, bytes, this, [this, path](const Status& status) {
                Q_EMIT noticed(status ? QStringLiteral("export") : QStringLiteral("failed"),
                    status ? tr("Saved %1.").arg(ltr(path)) : errorWords(status.error()));
            });
        });
}

QByteArray VersionView::saveState() const
{
    return m_splitter->saveState();
}

void VersionView::restoreState(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

void VersionView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
