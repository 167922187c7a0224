// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/simulation_view.h"

#include "ui/policy/draft_model.h"
#include "ui/policy/policy_tree.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/table/row_delegate.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cs::ui {

using Outcome = query::SimulatedRow::Outcome;

/// The shares of the outcomes as one bar: people look before they read.
class SimulationBar final : public QWidget {
public:
    explicit SimulationBar(QWidget* parent = nullptr)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("simulationBar"));
        setFixedHeight(scaled(10));
    }
    void setSimulation(const query::Simulation& simulation)
    {
        m_parts = {{simulation.same, Role::Passed}, {simulation.blocked, Role::Failed},
            {simulation.letThrough, Role::Vetoed}, {simulation.unknown, Role::Na}};
        setAccessibleName(SimulationView::tr("%1 the same, %2 blocked, %3 let through, %4 not known")
                              .arg(simulation.same)
                              .arg(simulation.blocked)
                              .arg(simulation.letThrough)
                              .arg(simulation.unknown));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        std::size_t all = 0;
        for (const auto& [count, role] : m_parts)
            all += count;
        painter.fillRect(rect(), colorOf(Role::Track));
        double at = 0;
        for (const auto& [count, role] : m_parts) {
            if (all == 0 || count == 0)
                continue;
            const double share = double(count) / double(all) * width();
            const double wide = std::max(share, 3.0);
            painter.fillRect(
                mirrored(QRect(int(at), 0, int(wide) - 1, height()), rect(), layoutDirection()), colorOf(role));
            at += wide;
        }
    }

private:
    std::vector<std::pair<std::size_t, Role>> m_parts;
};

namespace {

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Same:
        return SimulationView::tr("Same");
    case Outcome::Blocked:
        return SimulationView::tr("Newly blocked");
    case Outcome::LetThrough:
        return SimulationView::tr("Newly let through");
    case Outcome::Unknown:
        break;
    }
    return SimulationView::tr("Not known");
}

QString wasWord(const std::string& was)
{
    return was == "executed" ? SimulationView::tr("executed")
        : was == "withdrawn" ? SimulationView::tr("withdrawn")
                             : SimulationView::tr("open");
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list.append(cleanName(qs(word), 120));
    return list.join(QStringLiteral(", "));
}

Role roleOf(Outcome outcome)
{
    return outcome == Outcome::Blocked   ? Role::Failed
        : outcome == Outcome::LetThrough ? Role::Vetoed
        : outcome == Outcome::Same       ? Role::Muted
                                         : Role::Na;
}

} // namespace

SimulationView::SimulationView(DraftKeeper& keeper, QWidget* parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_range(new QComboBox)
    , m_filter(new QComboBox)
    , m_progress(new ProgressRow)
    , m_head(new Label({}, Type::Strong))
    , m_asked(new Label({}, Type::Body, Role::Muted))
    , m_bar(new SimulationBar)
    , m_close(new Button(Button::Kind::Plain))
    , m_open(new Button(Button::Kind::Link))
    , m_rows(new QTreeWidget)
    , m_gate(new QTreeWidget)
    , m_gateHead(new PanelHead({}))
    , m_face(new Face)
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("policySimulationView"));
    m_range->setObjectName(QStringLiteral("simulationRange"));
    m_filter->setObjectName(QStringLiteral("simulationFilter"));
    m_progress->setObjectName(QStringLiteral("simulationProgress"));
    m_close->setObjectName(QStringLiteral("simulationClose"));
    m_close->setIconName(QStringLiteral("close"));
    m_open->setObjectName(QStringLiteral("simulationOpen"));
    m_head->setObjectName(QStringLiteral("simulationHead"));
    m_asked->setObjectName(QStringLiteral("simulationAsked"));
    m_asked->setWordWrap(true);
    build();
    for (int days : {30, 90, 365, 0})
        m_range->addItem({}, days);
    m_range->setCurrentIndex(3);
    for (int i = 0; i < 3; ++i)
        m_filter->addItem({});
    connect(m_range, &QComboBox::activated, this, &SimulationView::run);
    connect(m_filter, &QComboBox::activated, this, &SimulationView::fill);
    connect(m_progress, &ProgressRow::cancelled, this, [this] { m_keeper.service().cancelSimulation(); });
    connect(&m_keeper.service(), &PolicyService::simulationProgress, this, [this](qint64 done, qint64 total) {
        m_progress->setProgress(done, total, tr("%1 of %2 entries").arg(countText(done), countText(total)));
    });
    connect(m_close, &Button::triggered, this, [this] {
        m_keeper.service().cancelSimulation();
        Q_EMIT closed();
    });
    connect(m_rows, &QTreeWidget::currentItemChanged, this, &SimulationView::showGate);
    connect(m_open, &Button::triggered, this, [this] {
        if (const auto* item = m_rows->currentItem())
            Q_EMIT promotionAsked(item->data(0, Qt::UserRole + 1).toString());
    });
    m_progress->hide();
    retranslate();
}

void SimulationView::build()
{
    auto* bar = new Panel(Role::Surface);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(10);
    row->addWidget(m_range);
    row->addWidget(m_filter);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_close);
    auto* summary = new Panel(Role::Surface);
    auto* lines = new QVBoxLayout(summary);
    lines->setContentsMargins(16, 10, 16, 10);
    lines->setSpacing(6);
    lines->addWidget(m_head);
    lines->addWidget(m_bar);
    lines->addWidget(m_asked);
    m_rows->setObjectName(QStringLiteral("simulationRows"));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setItemDelegate(new RowDelegate(m_rows));
    m_gate->setObjectName(QStringLiteral("simulationGate"));
    m_gate->setHeaderHidden(true);
    m_gate->setItemDelegate(new PolicyRowDelegate(m_gate));
    m_gate->setIndentation(scaled(18));
    m_gate->setFrameShape(QFrame::NoFrame);
    m_gateHead->addWidget(m_open);
    auto* side = new Panel(Role::Surface);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_gateHead);
    sideColumn->addWidget(m_gate, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("simulationSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_rows);
    splitter->addWidget(side);
    splitter->setSizes({scaled(700), scaled(396)});
    splitter->setStretchFactor(0, 1);
    auto* whole = new QWidget;
    auto* wholeColumn = new QVBoxLayout(whole);
    wholeColumn->setContentsMargins(0, 0, 0, 0);
    wholeColumn->setSpacing(0);
    wholeColumn->addWidget(summary);
    wholeColumn->addWidget(new Line);
    wholeColumn->addWidget(splitter, 1);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new Line);
    column->addWidget(m_stack, 1);
}

void SimulationView::retranslate()
{
    m_range->setAccessibleName(tr("Which promotions"));
    m_range->setItemText(0, tr("Last 30 days"));
    m_range->setItemText(1, tr("Last 90 days"));
    m_range->setItemText(2, tr("Last year"));
    m_range->setItemText(3, tr("The whole ledger"));
    m_filter->setAccessibleName(tr("Which outcomes"));
    m_filter->setItemText(0, tr("Only what would differ"));
    m_filter->setItemText(1, tr("All promotions"));
    m_filter->setItemText(2, tr("Only the same"));
    m_close->setText(tr("Close"));
    m_open->setText(tr("Open promotion"));
    m_rows->setAccessibleName(tr("Promotions under the draft"));
    m_gate->setAccessibleName(tr("The gate under the draft"));
    m_rows->setHeaderLabels({tr("Promotion"), tr("Was"), tr("When"), tr("Under the draft"), tr("Waits for")});
    m_gateHead->setTitle(tr("The gate under the draft"));
}

void SimulationView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

void SimulationView::start(const Bytes& draft)
{
    m_draft = draft;
    run();
}

void SimulationView::run()
{
    const quint64 turn = ++m_turn;
    m_progress->show();
    m_progress->setCancellable(true);
    m_progress->setProgress(0, 0, tr("Trying the draft on the past…"));
    m_keeper.service().cancelSimulation();
    m_keeper.service()
        .simulate(m_draft, m_range->currentData().toInt())
        .then(qApp, guarded(this, [this, turn](const Result<query::Simulation>& simulation) {
            if (turn == m_turn)
                take(simulation);
        }));
}

void SimulationView::take(const Result<query::Simulation>& simulation)
{
    m_progress->hide();
    if (!simulation) {
        if (hasCode(simulation.error(), "CS-WORKSPACE-STOPPED")) {
            m_simulation = {};
            fill();
            m_head->setText(tr("Stopped. Nothing was changed."));
            return;
        }
        showError(*m_face, tr("The draft could not be tried"), simulation.error(), [this] { run(); });
        m_stack->setCurrentWidget(m_face);
        return;
    }
    m_simulation = *simulation;
    if (!m_simulation.rows.empty())
        m_now = m_simulation.rows.front().when;
    m_stack->setCurrentIndex(0);
    if (m_simulation.blocked + m_simulation.letThrough + m_simulation.unknown == 0)
        m_filter->setCurrentIndex(1);
    fill();
}

void SimulationView::fill()
{
    m_bar->setSimulation(m_simulation);
    m_head->setText(tr("%n promotion(s): ", nullptr, static_cast<int>(m_simulation.size()))
        + tr("%1 as before, %2 newly blocked, %3 newly let through")
              .arg(countText(qint64(m_simulation.same)), countText(qint64(m_simulation.blocked)),
                  countText(qint64(m_simulation.letThrough))));
    QStringList asked;
    for (const auto& [role, count] : m_simulation.asked)
        asked.append(
            tr("%1 (%2)", "role (number of promotions)").arg(cleanName(qs(role), 60), countText(qint64(count))));
    m_asked->setText(asked.isEmpty() ? tr("Nobody would have been asked besides.")
                                     : tr("Would have been asked besides: %1.").arg(asked.join(QStringLiteral(", "))));
    m_rows->clear();
    QList<QTreeWidgetItem*> items;
    for (const query::SimulatedRow& row : m_simulation.rows) {
        const bool same = row.outcome == Outcome::Same;
        if ((m_filter->currentIndex() == 0 && same) || (m_filter->currentIndex() == 2 && !same))
            continue;
        auto* item = new QTreeWidgetItem(
            QStringList{QStringLiteral("#%1  %2").arg(row.number).arg(cleanName(qs(row.title), 120)), wasWord(row.was),
                utcColumn(row.when, m_now), outcomeWord(row.outcome),
                row.why.empty() ? joined(row.missing) : cleanName(coreWords(qs(row.why)), 200)});
        item->setForeground(3, colorOf(roleOf(row.outcome)));
        item->setData(0, Qt::UserRole + 1, qs(row.promotion.text()));
        item->setData(0, Qt::UserRole + 2, qint64(row.judgedAt));
        item->setToolTip(4, item->text(4));
        items.append(item);
    }
    m_rows->addTopLevelItems(items);
    m_rows->setColumnWidth(1, scaled(84));
    m_rows->setColumnWidth(2, scaled(110));
    m_rows->setColumnWidth(3, scaled(124));
    m_rows->setColumnWidth(0, scaled(230));
    if (!items.isEmpty())
        m_rows->setCurrentItem(items.first());
    else
        m_gate->clear();
    if (items.isEmpty())
        Q_EMIT finished();
}

void SimulationView::showGate()
{
    const auto* item = m_rows->currentItem();
    m_open->setVisible(item != nullptr);
    const quint64 turn = ++m_gateTurn;
    if (item == nullptr)
        return;
    const auto id = PromotionId::fromText(item->data(0, Qt::UserRole + 1).toString().toStdString());
    if (!id)
        return;
    m_keeper.service()
        .simulatedGate(m_draft, *id, item->data(0, Qt::UserRole + 2).toLongLong())
        .then(qApp, guarded(this, [this, turn](const Result<query::GateNode>& gate) {
            if (turn != m_gateTurn)
                return;
            m_gate->clear();
            if (!gate) {
                Q_EMIT failed(gate.error());
                return;
            }
            addNodes(*gate, nullptr);
            m_gate->expandAll();
            Q_EMIT finished();
        }));
}

void SimulationView::addNodes(const query::GateNode& node, QTreeWidgetItem* under)
{
    auto* item = under == nullptr ? new QTreeWidgetItem(m_gate) : new QTreeWidgetItem(under);
    const VerdictLook look = verdictLook(verdictOf(node.status));
    item->setData(0, DraftModel::IconRole, look.icon);
    item->setData(0, DraftModel::ColourRole, static_cast<int>(look.role));
    // A group without a title is called by what it asks, as in the editor.
    const PolicyDraft& draft = m_keeper.draft();
    const bool named = !node.title.empty() && node.title != node.id;
    const std::string place = named ? std::string() : draft.placeOfId(node.id);
    item->setText(0,
        named               ? cleanName(qs(node.title), 160)
            : place.empty() ? cleanName(qs(node.id), 160)
                            : ConditionWords::title(draft.at(place), draft.source()));
    item->setData(
        0, DraftModel::BoundRole, cleanName(qs(node.bound.empty() ? node.value : node.value + " " + node.bound), 60));
    item->setToolTip(0, cleanName(coreWords(qs(node.because)), 300));
    for (const query::GateNode& child : node.children)
        addNodes(child, item);
}

} // namespace cs::ui
