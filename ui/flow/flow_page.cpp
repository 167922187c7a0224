// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_page.h"

#include "ui/flow/flow_accessible.h"
#include "ui/flow/flow_bar.h"
#include "ui/flow/flow_canvas.h"
#include "ui/flow/flow_export.h"
#include "ui/flow/flow_words.h"
#include "ui/flow/gate_panel.h"
#include "ui/flow/pace_panel.h"
#include "ui/flow/propose_form.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace cs::ui {

FlowPage::FlowPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_scene(new FlowScene(this))
    , m_header(new HeaderBar(this))
    , m_primary(new Button(Button::Kind::Primary, {}, this))
    , m_bar(new FlowBar(this))
    , m_canvas(new FlowCanvas(*m_scene, this))
    , m_model(new PagedModel(FlowList::columns(), m_rows, this))
    , m_table(new TableView(this))
    , m_pace(new PacePanel(this))
    , m_parts(new QStackedWidget(this))
    , m_gate(new GatePanel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_freezes(new FreezeStrip(this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("flowPage"));
    installFlowAccessibility();
    build();
    retranslate();
    connectParts();
    connectService();
    updatePrimary();
}

FlowPage::~FlowPage() = default;

void FlowPage::build()
{
    m_primary->setObjectName(QStringLiteral("proposeButton"));
    m_primary->setIconName(QStringLiteral("promotion"));
    m_header->addAction(m_primary);
    m_table->setObjectName(QStringLiteral("flowTable"));
    m_table->setPagedModel(m_model);
    m_parts->addWidget(m_canvas);
    m_parts->addWidget(m_table);
    m_parts->addWidget(m_pace);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_parts);
    m_splitter->addWidget(m_gate);
    m_splitter->setStretchFactor(0, 1);
    m_gate->setMinimumWidth(scaled(280));
    m_splitter->setSizes({scaled(760), scaled(360)});
    m_gate->hide();
    m_freezes->hide();
    auto* page = new QWidget(this);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_splitter, 1);
    inner->addWidget(m_freezes);
    m_stack->addWidget(page);
    m_stack->addWidget(m_face);
    m_face->showLoading();
    m_stack->setCurrentWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    m_bar->setShown(QStringLiteral("picture"));
}

void FlowPage::connectParts()
{
    connect(m_primary, &Button::triggered, this, [this] { propose(currentVersion(), {}); });
    connect(m_primary, &Button::refused, this, [this](const QString& reason) {
        Q_EMIT noticed({QStringLiteral("info"), reason, {}, {}});
    });
    connect(m_canvas, &FlowCanvas::opened, this, &FlowPage::openStation);
    connect(m_canvas, &FlowCanvas::proposeAsked, this, &FlowPage::propose);
    connect(m_canvas, &FlowCanvas::menuAsked, this, &FlowPage::showMenu);
    connect(
        m_canvas, &FlowCanvas::gateAheadAsked, this, [this](const QString& station) { openGateAhead(station, true); });
    connect(m_canvas, &FlowCanvas::zoomChanged, m_bar, &FlowBar::setZoom);
    connect(m_canvas, &FlowCanvas::dropRefused, this, [this](const QString& reason) {
        Q_EMIT noticed({QStringLiteral("info"), reason, {}, {}});
    });
    connect(m_canvas, &FlowCanvas::dragStarted, this, [this](VersionId version) {
        m_service.proposals(version).then(qApp, guarded(this, [this](const Result<query::ProposalView>& proposals) {
            if (proposals) {
                m_canvas->setProposals(*proposals);
            }
        }));
    });
    connect(m_scene, &FlowScene::currentChanged, this, &FlowPage::updatePrimary);
    connect(m_bar, &FlowBar::filterChanged, this, [this] { reload(); });
    connect(m_bar, &FlowBar::shownAsked, this, &FlowPage::showWhat);
    connect(m_bar, &FlowBar::exportAsked, this, &FlowPage::exportAs);
    connect(m_bar, &FlowBar::zoomAsked, this, [this](int direction) {
        constexpr double step = 1.15;
        if (direction == 0) {
            m_canvas->fitAll();
        } else {
            m_canvas->setZoom(direction > 0 ? m_canvas->zoom() * step : m_canvas->zoom() / step);
        }
    });
    connect(m_table, &TableView::opened, this, [this](qint64 row) { openStation(m_rows.station(row)); });
    connect(m_table, &TableView::currentIdChanged, this, [this](qint64 row) {
        m_scene->setCurrent(m_rows.station(row));
        updatePrimary();
    });
    connect(m_gate, &GatePanel::closed, this, [this] {
        m_gate->hide();
        m_parts->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_gate, &GatePanel::gateAsked, this, &FlowPage::openGate);
    connect(m_gate, &GatePanel::promotionAsked, this, [this](const QString& id) { Q_EMIT goTo("promotions", id); });
    connect(m_gate, &GatePanel::raciAsked, this,
        [this](QString transition) { Q_EMIT goTo("raci", transition.replace(QLatin1Char('-'), QLatin1Char('_'))); });
    connect(m_freezes, &FreezeStrip::allAsked, this, &FlowPage::showFreezes);
}

void FlowPage::connectService()
{
    connect(m_later, &QTimer::timeout, this, &FlowPage::reload);
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_identity = identity;
        m_later->start();
    });
    connect(&m_service, &WorkspaceService::opened, this, [this](const query::HeadView& head) {
        m_workspace = cleanName(qs(head.name), 60);
        retranslate();
        m_bar->setFilter({}); // another workspace has other models
        m_gate->hide();
        m_later->start();
    });
}

void FlowPage::retranslate()
{
    m_header->setTitle(tr("Flow"));
    m_header->setCrumbs({{QString(), m_workspace.isEmpty() ? tr("Workspace") : m_workspace}, {QString(), tr("Flow")}});
    m_primary->setText(tr("Propose promotion…"));
    m_primary->setToolTip(tr("Proposes a promotion of the selected version (P)"));
    m_canvas->setAccessibleName(tr("Stages and gates"));
    m_canvas->setAccessibleDescription(
        tr("Arrow keys move between versions and gates, Return opens, G shows the gate ahead of a version and who "
           "is accountable for it, P proposes. The list has the same facts."));
    m_table->setAccessibleName(tr("Stages, versions and gates"));
    m_model->setColumns(FlowList::columns());
}

void FlowPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
    Page::changeEvent(event);
}

void FlowPage::reload()
{
    const quint64 generation = ++m_generation;
    m_service.flow(m_bar->filter()).then(qApp, guarded(this, [this, generation](const Result<query::FlowView>& view) {
        if (generation == m_generation) {
            take(view);
        }
    }));
    m_service.flowPace(m_bar->filter()).then(qApp, guarded(this, [this](const Result<query::FlowPace>& pace) {
        if (pace) {
            m_pace->setPace(*pace);
        }
    }));
}

void FlowPage::take(const Result<query::FlowView>& view)
{
    if (!view) {
        showError(*m_face, tr("The picture could not be read"), view.error(), [this] { reload(); });
        m_stack->setCurrentWidget(m_face);
        Q_EMIT loaded();
        return;
    }
    m_view = *view;
    showView();
    Q_EMIT loaded();
}

void FlowPage::showView()
{
    m_header->setFacts(m_view.policySince
            ? tr("Policy revision %1, in force since %2")
                  .arg(countText(m_view.policyRevision), relativeTime(*m_view.policySince, m_clock.now()))
            : QString());
    m_bar->setView(m_view);
    m_scene->setView(m_view, m_clock.now());
    m_rows.setView(m_view, m_clock.now());
    m_model->refresh();
    m_freezes->setFreezes(m_view.freezes, m_clock.now());
    if (m_gate->isVisible()) {
        showGate(m_gate->transition());
    }
    if (m_view.versions == 0 || m_view.stages.empty()) {
        showEmpty();
    } else {
        m_stack->setCurrentIndex(0);
    }
    if (m_wanted.isValid()) {
        selectVersion(std::exchange(m_wanted, VersionId()));
    } else if (m_canvas->hasFocus() && m_scene->current() == nullptr && !m_scene->plan().stations.empty()) {
        m_scene->setCurrent(m_scene->firstOfMine().id);
    }
    updatePrimary();
}

void FlowPage::showEmpty()
{
    m_face->clearSteps();
    if (!m_bar->filter().isEmpty()) {
        m_face->setFace(QStringLiteral("filter"), Role::Muted, tr("No version matches the filter"),
            tr("Take the filter away to see all models."));
        Button* all = m_face->addStep(Button::Kind::Outlined, tr("Remove all filters"));
        all->setObjectName(QStringLiteral("removeFilters"));
        connect(all, &Button::triggered, this, [this] { setFilter({}); });
    } else if (m_view.stages.empty()) {
        m_face->setFace(QStringLiteral("policy"), Role::Muted, tr("No policy is in force"),
            tr("Stages and gates stand in the policy. Adopt one, and the picture appears here."));
    } else {
        m_face->setFace(QStringLiteral("flow"), Role::Muted, tr("No version is on its way yet"),
            tr("Register a model and its first version; it begins in %1.")
                .arg(cleanName(qs(m_view.stages.front().label), 40)));
        Button* models = m_face->addStep(Button::Kind::Outlined, tr("Go to the models"));
        models->setObjectName(QStringLiteral("goToModels"));
        connect(models, &Button::triggered, this, [this] { Q_EMIT goTo("models", {}); });
    }
    m_stack->setCurrentWidget(m_face);
}

VersionId FlowPage::currentVersion() const
{
    return m_scene->versionOf(m_scene->current());
}

void FlowPage::updatePrimary()
{
    m_primary->setOffReason(
        currentVersion().isValid() ? QString() : tr("Select a version first: click on a card or use the arrow keys."));
    Q_EMIT commandState("flow.propose", m_primary->offReason());
}

void FlowPage::setFilter(const query::FlowFilter& filter)
{
    m_bar->setFilter(filter);
    reload();
}

void FlowPage::showWhat(const QString& what)
{
    QWidget* part = what == QLatin1String("list") ? static_cast<QWidget*>(m_table)
        : what == QLatin1String("pace")           ? static_cast<QWidget*>(m_pace)
                                                  : static_cast<QWidget*>(m_canvas);
    m_parts->setCurrentWidget(part);
    m_bar->setShown(what);
    if (part == m_table && m_scene->current() != nullptr) {
        m_table->selectId(m_rows.rowOf(m_scene->current()->id));
    }
    part->setFocus(Qt::OtherFocusReason);
}

/// The gate that a version waits at, or the first that it could be proposed through.
void FlowPage::openGateAhead(const QString& station, bool focus)
{
    const query::FlowCard* card = m_scene->cardOf(m_scene->plan().find(station));
    const QString ahead = card == nullptr ? QString() : FlowWords::gateAhead(m_view, *card);
    if (showGate(ahead) && focus) {
        m_gate->focusConditions();
    } else if (focus) {
        Q_EMIT noticed({QStringLiteral("info"), tr("No gate is ahead: select a version on its way."), {}, {}});
    }
}

void FlowPage::openGate(const QString& transition)
{
    if (showGate(transition)) {
        m_gate->focusConditions();
    }
}

bool FlowPage::showGate(const QString& transition)
{
    const query::FlowGate* gate = nullptr;
    std::vector<const query::FlowGate*> others;
    for (const query::FlowGate& other : m_view.gates) {
        if (qs(other.transition) == transition) {
            gate = &other;
        }
    }
    if (gate == nullptr) {
        m_gate->hide();
        return false;
    }
    for (const query::FlowGate& other : m_view.gates) {
        if (other.to == gate->to && &other != gate) {
            others.push_back(&other);
        }
    }
    m_gate->setGate(*gate, others);
    m_gate->show();
    return true;
}

void FlowPage::openStation(const QString& station)
{
    const QString id = station.section(QLatin1Char(':'), 1);
    if (station.startsWith(QLatin1String("card:"))) {
        Q_EMIT goTo("models", id);
    } else if (station.startsWith(QLatin1String("gate:"))) {
        openGate(id);
    } else if (station.startsWith(QLatin1String("more:"))) {
        Q_EMIT goTo("models", QStringLiteral("filter:stage:") % id);
    } else if (station.startsWith(QLatin1String("bar:"))) {
        query::FlowFilter filter = m_bar->filter();
        if (const auto model = ModelId::fromText(utf8(station.section(QLatin1Char(':'), 2)))) {
            filter.model = *model;
            setFilter(filter);
        }
    } else if (station.startsWith(QLatin1String("stage:"))) {
        for (const query::FlowGate& gate : m_view.gates) {
            if (qs(gate.to) == id) {
                openGate(qs(gate.transition));
                return;
            }
        }
    }
}

void FlowPage::selectVersion(VersionId version)
{
    const QString station = QStringLiteral("card:") % qs(version.text());
    if (m_scene->setCurrent(station)) {
        openGateAhead(station, false); // who signs and who is accountable stands beside it
        m_canvas->ensureVisible(m_scene->current()->rect, 24, 24);
        m_canvas->setFocus(Qt::OtherFocusReason);
        m_widened = false;
        return;
    }
    if (std::exchange(m_widened, !m_widened)) {
        return; // more than the stage shows of this model
    }
    m_service.proposals(version).then(qApp, guarded(this, [this, version](const Result<query::ProposalView>& view) {
        if (!view) {
            m_widened = false;
            Q_EMIT noticed({QStringLiteral("info"), errorWords(view.error()), {}, {}});
            return;
        }
        query::FlowFilter filter;
        filter.model = view->model;
        m_wanted = version;
        setFilter(filter);
    }));
}

void FlowPage::open(const QString& target)
{
    if (target.startsWith(QLatin1String("filter:"))) {
        query::FlowFilter filter;
        filter.text = utf8(target.mid(7).trimmed());
        setFilter(filter);
        return;
    }
    const bool wantsSheet = target.startsWith(QLatin1String("propose:"));
    if (const auto version = VersionId::fromText(utf8(wantsSheet ? target.mid(8) : target))) {
        m_wanted = *version;
        m_widened = false;
        if (wantsSheet) {
            propose(*version, {});
        }
    } else if (target.isEmpty()) {
        m_parts->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
    reload();
}

void FlowPage::propose(VersionId version, const QString& transition)
{
    if (!version.isValid()) {
        Q_EMIT noticed({QStringLiteral("info"), tr("Select a version first."), {}, {}});
        return;
    }
    m_service.proposals(version).then(qApp, guarded(this, [this, transition](const Result<query::ProposalView>& view) {
        if (!view) {
            Q_EMIT noticed({QStringLiteral("failed"), errorWords(view.error()), {}, {}});
            return;
        }
        openSheet(*view, transition);
    }));
}

void FlowPage::openSheet(const query::ProposalView& view, const QString& transition)
{
    auto* form = new ProposeForm(view, transition);
    auto index = std::make_shared<EntryIndex>(-1);
    ActionSheet::Setup setup;
    setup.title = tr("Propose a promotion");
    setup.subtitle = tr("%1 %2, in %3")
                         .arg(cleanName(qs(view.modelName), 80), cleanName(qs(view.versionLabel), 40),
                             cleanName(qs(view.stageLabel), 40));
    setup.consequence = tr("Your proposal is signed and stays in the ledger. It moves nothing by itself: the gate "
                           "opens once its conditions hold and the people below have signed.");
    setup.reasonLabel = tr("What is proposed, and why");
    setup.verb = tr("Sign proposal");
    setup.icon = QStringLiteral("promotion");
    setup.done = tr("Proposed in entry %1.");
    setup.content = form;
    setup.missing = [form] { return form->missing(); };
    setup.identity = m_identity;
    setup.guardMs = m_guardMs;
    setup.run = [this, form, index](const QString& reason, const QString& passphrase) {
        return m_service.propose(form->request(reason), passphrase).then([index](const Result<Appended>& appended) {
            if (appended) {
                *index = appended->index;
            }
            return appended;
        });
    };
    auto* sheet = new ActionSheet(m_service, std::move(setup), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &ProposeForm::changed, sheet, &ActionSheet::refresh);
    connect(sheet, &ActionSheet::done, this, [this, index](const QString& words) {
        Q_EMIT noticed({QStringLiteral("passed"), words, {}, {}});
        Q_EMIT goTo("promotions", qs(PromotionId(*index).text()));
    });
    sheet->open();
}

void FlowPage::showMenu(const QString& station, const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("flowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const query::FlowCard* card = m_scene->cardOf(m_scene->plan().find(station));
    if (card != nullptr) {
        connect(menu->addAction(tr("Propose promotion…")), &QAction::triggered, this,
            [this, version = card->version] { propose(version, {}); });
        connect(menu->addAction(tr("Show the gate ahead")), &QAction::triggered, this,
            [this, station] { openGateAhead(station, true); });
        connect(menu->addAction(tr("Open the version")), &QAction::triggered, this,
            [this, station] { openStation(station); });
        if (card->promotion) {
            connect(menu->addAction(tr("Open promotion #%1").arg(card->promotionNumber)), &QAction::triggered, this,
                [this, id = *card->promotion] { Q_EMIT goTo("promotions", qs(id.text())); });
        }
        connect(menu->addAction(tr("Show this model only")), &QAction::triggered, this, [this, model = card->model] {
            query::FlowFilter filter;
            filter.model = model;
            setFilter(filter);
        });
    } else {
        connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, station] { openStation(station); });
    }
    menu->popup(global);
}

void FlowPage::showFreezes()
{
    QStringList all;
    for (const query::FlowFreeze& freeze : m_view.freezes) {
        all.append(cleanName(qs(freeze.title), 200) % QLatin1Char('\n') % FlowWords::freezeText(freeze, m_clock.now())
            % (freeze.exception ? QString(QLatin1Char(' ') % tr("An exception can be signed.")) : QString()));
    }
    m_prompter.tell(this, tr("Freezes"), all.join(QStringLiteral("\n\n")), [] {});
}

void FlowPage::save(const QString& name, const QStringList& filters, const QByteArray& bytes)
{
    m_prompter.chooseSaveFile(this, tr("Export the picture"), name, filters, [this, bytes](const QString& path) {
        if (path.isEmpty()) {
            return;
        }
        saveFile(path, bytes, this, [this, path](const Status& status) {
            Q_EMIT noticed(status ? Notice{QStringLiteral("export"), tr("Saved %1.").arg(ltr(path)), {}, {}}
                                  : Notice{QStringLiteral("failed"), errorWords(status.error()), {}, {}});
        });
    });
}

void FlowPage::exportAs(const QString& kind)
{
    constexpr double pngScale = 2;
    constexpr double printScale = 3;
    const QString heading = tr("Stages and gates");
    if (kind == QLatin1String("svg")) {
        save(QStringLiteral("flow.svg"), {QStringLiteral("*.svg")}, flowSvg(*m_scene, heading));
    } else if (kind == QLatin1String("png")) {
        save(QStringLiteral("flow.png"), {QStringLiteral("*.png")}, flowPng(*m_scene, pngScale));
    } else if (kind == QLatin1String("csv")) {
        save(QStringLiteral("flow.csv"), {QStringLiteral("*.csv")}, flowCsv(m_rows));
    } else {
        Q_EMIT printAsked(heading, flowImage(*m_scene, printScale));
    }
}

std::vector<Command> FlowPage::commands()
{
    return {
        {"flow.propose", tr("Propose promotion…"), tr("Opens the sheet that proposes the selected version."),
            QStringLiteral("promotion"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, MenuPlace::Promotion,
            [this] { propose(currentVersion(), {}); }},
        {"flow.gateAhead", tr("Show the gate ahead"),
            tr("Shows what the gate ahead of the selected version asks, who signs, and who is accountable."),
            QStringLiteral("gate"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}, MenuPlace::View,
            [this] { openGateAhead(m_scene->current() == nullptr ? QString() : m_scene->current()->id, true); }},
        {"flow.asList", tr("Show the flow as a list"),
            tr("Switches between the picture and a table of the same facts."), QStringLiteral("table"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, MenuPlace::View,
            [this] {
                showWhat(m_parts->currentWidget() == m_table ? QStringLiteral("picture") : QStringLiteral("list"));
            }},
        {"flow.pace", tr("Show the pace"), tr("Promotions a week, and how long they take."), QStringLiteral("chart"),
            {}, MenuPlace::View, [this] { showWhat(QStringLiteral("pace")); }},
        {"flow.fit", tr("Show the whole picture"), tr("Makes the picture as large as the page."), QStringLiteral("fit"),
            {}, MenuPlace::View, [this] { m_canvas->fitAll(); }},
        {"flow.clearFilter", tr("Show all models"), tr("Takes every filter of the picture away."),
            QStringLiteral("filter"), {}, MenuPlace::View, [this] { setFilter({}); }},
        {"flow.exportSvg", tr("Export the flow as SVG…"), tr("Saves the picture as a drawing."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { exportAs(QStringLiteral("svg")); }},
        {"flow.exportPng", tr("Export the flow as PNG…"), tr("Saves the picture as an image."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { exportAs(QStringLiteral("png")); }},
        {"flow.print", tr("Print the flow…"), tr("Prints the picture on one page."), QStringLiteral("print"), {},
            MenuPlace::File, [this] { exportAs(QStringLiteral("print")); }},
    };
}

std::vector<Destination> FlowPage::destinations(const QString& typed) const
{
    constexpr std::size_t most = 20;
    std::vector<Destination> found;
    for (const query::FlowStage& stage : m_view.stages) {
        for (const query::FlowCard& card : stage.cards) {
            const QString name = FlowWords::cardName(card);
            if (!typed.isEmpty() && name.contains(typed, Qt::CaseInsensitive) && found.size() < most) {
                found.push_back({QStringLiteral("flow"), name,
                    tr("in the flow, %1").arg(cleanName(qs(stage.label), 40)), "flow", qs(card.version.text())});
            }
        }
    }
    return found;
}

QByteArray FlowPage::saveState() const
{
    return packState({m_splitter->saveState(), m_table->saveColumns()});
}

void FlowPage::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 2); !parts.isEmpty()) {
        m_splitter->restoreState(parts.at(0));
        m_table->restoreColumns(parts.at(1));
    }
}

} // namespace cs::ui
