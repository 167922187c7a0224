// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_detail.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <functional>

namespace cs::ui {

namespace {

constexpr int metricsMax = 8;

/// Calls @p visit for each leaf, depth first.
void eachLeaf(const query::GateNode& node, const std::function<void(const query::GateNode&)>& visit)
{
    if (node.leaf) {
        visit(node);
        return;
    }
    for (const query::GateNode& child : node.children) {
        eachLeaf(child, visit);
    }
}

bool isLeft(const query::GateNode& leaf)
{
    return leaf.status != query::NodeStatus::Passed && leaf.status != query::NodeStatus::Overridden
        && leaf.status != query::NodeStatus::NotApplicable;
}

/// Head of a table inside the pane.
class TableHead final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colorOf(Role::Sunken));
        painter.fillRect(0, height() - 1, width(), 1, colorOf(Role::Border));
    }
};

} // namespace

InboxDetail::InboxDetail(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_face(new Face(this))
    , m_content(new QWidget)
    , m_review(new Button(Button::Kind::Primary, {}, this))
    , m_entry(new Button(Button::Kind::Outlined, {}, this))
    , m_copy(new Button(Button::Kind::Plain, {}, this))
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(
        Qt::ScrollBarAlwaysOff); // everything in it wraps or is cut with its whole in the tool tip
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    scroll->setWidget(m_content);
    makeClear(scroll);

    m_review->setObjectName(QStringLiteral("openReview"));
    m_review->setIconName(QStringLiteral("arrow-next"));
    m_review->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_entry->setObjectName(QStringLiteral("showEntry"));
    m_entry->setIconName(QStringLiteral("ledger"));
    m_copy->setObjectName(QStringLiteral("copyItem"));
    m_copy->setIconName(QStringLiteral("copy"));
    retranslate();
    connect(m_review, &Button::triggered, this, &InboxDetail::reviewAsked);
    connect(m_entry, &Button::triggered, this, &InboxDetail::entryAsked);
    connect(m_copy, &Button::triggered, this, &InboxDetail::copyAsked);

    auto* page = new QWidget(this);
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    pageColumn->addWidget(scroll, 1);
    pageColumn->addWidget(new Line);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 16);
    foot->setSpacing(8);
    foot->addWidget(m_review);
    foot->addWidget(m_entry);
    foot->addStretch(1);
    foot->addWidget(m_copy);
    pageColumn->addLayout(foot);

    m_stack->addWidget(page);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

void InboxDetail::retranslate()
{
    setAccessibleName(tr("Details of the current item"));
    m_review->setText(tr("Open review"));
    m_entry->setText(tr("Show entry"));
    m_copy->setAccessibleName(tr("Copy this item"));
    m_copy->setToolTip(tr("Copy this item (Ctrl+C)"));
}

void InboxDetail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate(); // the page fills the rest anew
    }
    QWidget::changeEvent(event);
}

void InboxDetail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

void InboxDetail::showFace()
{
    m_stack->setCurrentIndex(1);
}

bool InboxDetail::isFaceShown() const
{
    return m_stack->currentIndex() == 1;
}

void InboxDetail::showNothing()
{
    m_face->clearSteps();
    m_face->setFace(QStringLiteral("inbox"), Role::Muted, tr("Nothing is selected"),
        tr("Choose something on the left to see what it is about."));
    showFace();
}

void InboxDetail::showLoading()
{
    m_face->showLoading();
    showFace();
}

void InboxDetail::begin()
{
    clearLayout(m_column);
}

void InboxDetail::finish(bool hasPage)
{
    m_column->addStretch(1);
    m_review->setVisible(hasPage);
    m_stack->setCurrentIndex(0);
}

void InboxDetail::addHead(const QString& title, QWidget* chip)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* heading = new Label(title, Type::Heading);
    heading->setElide(Qt::ElideMiddle);
    row->addWidget(heading, 1);
    if (chip) {
        row->addWidget(chip, 0, Qt::AlignVCenter);
    }
    m_column->addLayout(row);
}

void InboxDetail::showItem(const query::InboxItem& item, UtcTime now)
{
    begin();
    addHead(coreWords(cleanName(qs(item.title))), nullptr);
    auto* why = new Label(coreWords(cleanName(qs(item.why), 600)), Type::Body, Role::Text);
    why->setWordWrap(true);
    m_column->addWidget(why);
    auto* since = new Label(
        tr("%1, entry %2").arg(relativeTime(item.since, now), countText(item.entry)), Type::Body, Role::Muted);
    since->setToolTip(utcExact(item.since));
    m_column->addWidget(since);
    if (item.due) {
        m_column->addWidget(new Label(tr("%1, %2").arg(dueIn(*item.due, now), utcText(*item.due)), Type::Body,
            item.urgent ? Role::Stale : Role::Muted));
    }
    finish(item.kind == query::InboxItem::Kind::Policy);
}

QWidget* InboxDetail::makeNotice(const query::InboxItem& item, const query::PromotionView& promotion)
{
    if (promotion.fillable.empty() && item.kind != query::InboxItem::Kind::Stale) {
        return nullptr;
    }
    auto* banner = new Banner;
    const std::size_t left = promotion.total - std::min(promotion.passed, promotion.total);
    QString sentence = coreWords(cleanName(qs(item.why), 300));
    if (item.kind == query::InboxItem::Kind::Stale) {
        banner->setLook(Verdict::Stale);
    } else {
        banner->setLook(QStringLiteral("sign"), Role::Accent, Role::AccentTint);
        const std::size_t others = left > 0 ? left - 1 : 0;
        sentence = others == 0
            ? tr("Your signature completes this gate")
            : tr("Your signature and %n other condition(s) complete this gate", nullptr, static_cast<int>(others));
    }
    QString second;
    if (!promotion.fillable.empty()) {
        second = tr("You are asked as %1.").arg(cleanName(qs(promotion.fillable.front().roleTitle), 80));
    }
    if (promotion.expiresAt) {
        second = tr("%1 The promotion expires %2.").arg(second, utcText(*promotion.expiresAt)).trimmed();
    }
    banner->setText(sentence, second);
    return banner;
}

void InboxDetail::addRow(QGridLayout* grid, int row, const query::GateNode& node)
{
    const VerdictLook look = verdictLook(verdictOf(node.status));
    grid->addWidget(new IconLabel(look.icon, look.role), row * 2, 0);
    auto* title = new Label(cleanName(qs(node.title)), Type::Body);
    title->setElide(Qt::ElideRight);
    grid->addWidget(title, row * 2, 1);
    QString value = coreWords(cleanName(qs(node.value), 40));
    if (node.status == query::NodeStatus::Stale) {
        value = verdictWord(Verdict::Stale);
    }
    if (node.waitsForMe) {
        //: follows a count such as "0 of 1": the condition waits for the reader
        value = tr("%1 · you").arg(value);
    }
    auto* state = new Label(value, Type::Small, node.status == query::NodeStatus::Stale ? Role::Stale : Role::Muted);
    state->setToolTip(coreWords(qs(node.because)));
    state->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    grid->addWidget(state, row * 2, 2);
    grid->setRowMinimumHeight(row * 2, scaled(26));
    grid->addWidget(new Line, row * 2 + 1, 0, 1, 3);
}

void InboxDetail::addLeft(const query::PromotionView& promotion)
{
    m_column->addSpacing(4);
    m_column->addWidget(new Label(tr("What is left"), Type::Strong));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    int row = 0;
    int passed = 0;
    eachLeaf(promotion.gate, [&](const query::GateNode& leaf) {
        if (isLeft(leaf)) {
            addRow(grid, row++, leaf);
        } else if (leaf.status != query::NodeStatus::NotApplicable) {
            ++passed;
        }
    });
    query::GateNode rest;
    rest.title = utf8(row == 0 ? tr("All conditions") : tr("All other conditions"));
    rest.status = query::NodeStatus::Passed;
    rest.value = utf8(tr("%n passed", nullptr, passed));
    if (passed > 0) {
        addRow(grid, row++, rest);
    }
    m_column->addLayout(grid);
}

void InboxDetail::addMetrics(const query::PromotionView& promotion)
{
    if (promotion.metrics.empty()) {
        return;
    }
    m_column->addSpacing(4);
    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(new Label(tr("Against production"), Type::Strong));
    auto* baseline = new Label(coreWords(cleanName(qs(promotion.baselineLabel), 80)), Type::Small, Role::Muted);
    baseline->setElide(Qt::ElideRight);
    title->addWidget(baseline, 1);
    m_column->addLayout(title);

    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    auto* head = new TableHead(table);
    grid->addWidget(head, 0, 0, 1, 4);
    const QString heads[] = {tr("Metric"), cleanName(qs(promotion.versionLabel), 20), tr("production"), tr("Change")};
    for (int column = 0; column < 4; ++column) {
        auto* label = new Label(heads[column], Type::SmallMedium, Role::Muted);
        label->setContentsMargins(column == 0 ? 8 : 0, 0, column == 3 ? 8 : 0, 0);
        grid->addWidget(label, 0, column, (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    }
    grid->setRowMinimumHeight(0, scaled(30));
    int row = 1;
    for (const query::MetricRow& metric : promotion.metrics) {
        if (row > metricsMax) {
            break;
        }
        const MetricChange change = metricChange(metric);
        auto* name = new Label(metricTitle(metric), Type::Body);
        name->setElide(Qt::ElideRight);
        name->setContentsMargins(8, 0, 0, 0);
        auto* changeLabel = new Label(change.text, Type::Medium, change.role);
        changeLabel->setContentsMargins(0, 0, 8, 0);
        grid->addWidget(name, row * 2, 0);
        grid->addWidget(
            new Label(metricValue(metric.candidate, metric.unit), Type::Body), row * 2, 1, Qt::AlignTrailing);
        grid->addWidget(
            new Label(metric.production ? metricValue(*metric.production, metric.unit) : QStringLiteral("–"),
                Type::Body, Role::Muted),
            row * 2, 2, Qt::AlignTrailing);
        grid->addWidget(changeLabel, row * 2, 3, Qt::AlignTrailing);
        grid->setRowMinimumHeight(row * 2, scaled(31));
        grid->addWidget(new Line, row * 2 + 1, 0, 1, 4);
        ++row;
    }
    m_column->addWidget(table);
    if (promotion.metrics.size() > static_cast<std::size_t>(metricsMax)) {
        m_column->addWidget(
            new Label(tr("%n more in the review", nullptr, static_cast<int>(promotion.metrics.size()) - metricsMax),
                Type::Small, Role::Muted));
    }
}

void InboxDetail::showPromotion(const query::InboxItem& item, const query::PromotionView& promotion, UtcTime now)
{
    begin();
    const PromotionLook look = promotionLook(promotion.status, promotion.statusLine, promotion.passed, promotion.total);
    //: %1 number, %2 model, %3 version
    addHead(tr("Promotion #%1 · %2 %3")
                .arg(QString::number(promotion.number), cleanName(qs(promotion.modelName), 80),
                    cleanName(qs(promotion.versionLabel), 40)),
        new VerdictChip(look.verdict, look.text));
    auto* way = new QHBoxLayout;
    way->addWidget(makeTransitionLine(promotion));
    way->addStretch(1);
    m_column->addLayout(way);
    auto* facts = new FlowLayout(6);
    addProposalFacts(facts, promotion, now);
    m_column->addLayout(facts);
    if (QWidget* notice = makeNotice(item, promotion)) {
        m_column->addWidget(notice);
    }
    addLeft(promotion);
    addMetrics(promotion);
    finish(true);
}

} // namespace cs::ui
