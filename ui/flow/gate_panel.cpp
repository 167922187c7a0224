// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/gate_panel.h"

#include "ui/flow/flow_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int nameLimit = 120;

QString whoText(const query::GateNode& node)
{
    QStringList who;
    for (const std::string& title : node.whoCan) {
        who.append(cleanName(qs(title), 60));
    }
    if (!node.leaf) {
        return cleanName(qs(node.because), nameLimit);
    }
    const QString names = who.join(QStringLiteral(", "));
    return node.approval ? GatePanel::tr("%1: %2").arg(cleanName(qs(node.needs), 80), names) : names;
}

void addNode(QTreeWidgetItem* parent, const query::GateNode& node)
{
    auto* item = new QTreeWidgetItem(parent);
    const QString title = cleanName(qs(node.title), nameLimit);
    const QString who = whoText(node);
    item->setText(0, title);
    item->setText(1, who);
    item->setToolTip(0, title.toHtmlEscaped());
    item->setToolTip(1, who.toHtmlEscaped());
    item->setData(0, Qt::AccessibleTextRole, who.isEmpty() ? title : QString(title % QStringLiteral(": ") % who));
    item->setIcon(0,
        icon(node.approval  ? QStringLiteral("sign")
                : node.leaf ? QStringLiteral("check")
                            : QStringLiteral("folder"),
            Role::Muted));
    for (const query::GateNode& child : node.children) {
        addNode(item, child);
    }
}

} // namespace

GatePanel::GatePanel(QWidget* parent)
    : QWidget(parent)
    , m_head(new PanelHead({}, {}, this))
    , m_facts(new Label({}, Type::Small, Role::Muted, this))
    , m_accountable(new QVBoxLayout)
    , m_tree(new QTreeWidget(this))
    , m_links(new QVBoxLayout)
    , m_raci(new Button(Button::Kind::Link, tr("Who is responsible"), this))
{
    setObjectName(QStringLiteral("gatePanel"));
    auto* close = new Button(Button::Kind::Plain, {}, this);
    close->setObjectName(QStringLiteral("closeGatePanel"));
    close->setIconName(QStringLiteral("close"));
    close->setAccessibleName(tr("Close the conditions"));
    close->setToolTip(tr("Close the conditions (Escape)"));
    connect(close, &Button::triggered, this, &GatePanel::closed);
    m_head->addWidget(close);
    m_facts->setWordWrap(true);
    m_facts->setContentsMargins(12, 8, 12, 8);
    m_tree->setObjectName(QStringLiteral("gateConditions"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Condition"), tr("Who")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(scaled(14));
    m_raci->setObjectName(QStringLiteral("gateRaci"));
    connect(m_raci, &Button::triggered, this, [this] { Q_EMIT raciAsked(m_transition); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_facts);
    m_accountable->setContentsMargins(12, 0, 12, 8);
    m_accountable->setSpacing(2);
    column->addLayout(m_accountable);
    column->addWidget(m_tree, 1);
    column->addWidget(new Line);
    m_links->setContentsMargins(12, 8, 12, 8);
    m_links->setSpacing(4);
    column->addLayout(m_links);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 8);
    foot->addWidget(m_raci);
    foot->addStretch(1);
    column->addLayout(foot);
}

void GatePanel::setGate(const query::FlowGate& gate, const std::vector<const query::FlowGate*>& others)
{
    m_transition = qs(gate.transition);
    m_head->setTitle(cleanName(qs(gate.title), nameLimit));
    QStringList proposers;
    for (const std::string& title : gate.proposers) {
        proposers.append(cleanName(qs(title), 60));
    }
    m_facts->setText(tr("%1. Proposed by: %2.").arg(FlowWords::gateFacts(gate), proposers.join(QStringLiteral(", "))));
    addAccountable(gate);
    m_tree->setAccessibleName(tr("Conditions of the gate %1").arg(cleanName(qs(gate.title), nameLimit)));
    m_tree->clear();
    for (const query::GateNode& child : gate.tree.children) {
        addNode(m_tree->invisibleRootItem(), child);
    }
    if (gate.tree.children.empty()) {
        addNode(m_tree->invisibleRootItem(), gate.tree);
    }
    m_tree->expandAll();
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, scaled(200));
    clearLayout(m_links);
    addOpen(gate);
    addOthers(others);
}

/// Who answers for the gate, by the matrix in force, with the persons who hold the role.
void GatePanel::addAccountable(const query::FlowGate& gate)
{
    clearLayout(m_accountable);
    for (const query::FlowAnswerable& role : gate.accountable) {
        QStringList holders;
        for (const std::string& name : role.holders) {
            holders.append(cleanName(qs(name), 60));
        }
        const QString title = cleanName(qs(role.title), 80);
        const QString names = holders.join(QStringLiteral(", "));
        QString words = tr("Accountable: %1").arg(title);
        if (!role.when.empty()) {
            words = tr("%1, only with %2").arg(words, cleanName(qs(role.when), 80));
        }
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new RoleBadge(qs(role.role), title, Who::Person), 0, Qt::AlignTop);
        auto* text = new Label(holders.isEmpty() ? tr("%1 (nobody holds the role)").arg(words)
                : names == title                 ? words
                                                 : tr("%1 (%2)").arg(words, names),
            Type::SmallMedium, holders.isEmpty() ? Role::Stale : Role::Text);
        text->setObjectName(QStringLiteral("gateAccountable"));
        text->setWordWrap(true);
        row->addWidget(text, 1);
        m_accountable->addWidget(line);
    }
}

void GatePanel::addOpen(const query::FlowGate& gate)
{
    m_links->addWidget(new Label(FlowWords::gateLine(gate).text, Type::SmallMedium, Role::Muted));
    constexpr std::size_t shown = 6;
    for (std::size_t n = 0; n < std::min(shown, gate.promotions.size()); ++n) {
        const query::FlowOpen& open = gate.promotions[n];
        const QString id = qs(open.id.text());
        QString words = tr("#%1 %2").arg(QString::number(open.number), cleanName(qs(open.title), 80));
        if (open.judged) {
            words = tr("%1, %2").arg(words, cleanName(qs(open.statusLine), 80));
        }
        auto* link = new Button(Button::Kind::Link, words, this);
        link->setObjectName(QStringLiteral("openPromotion_") % id);
        connect(link, &Button::triggered, this, [this, id] { Q_EMIT promotionAsked(id); });
        m_links->addWidget(link, 0, Qt::AlignLeading);
    }
    if (gate.open > shown) {
        m_links->addWidget(new Label(
            tr("and %1 more").arg(countText(static_cast<qint64>(gate.open - shown))), Type::Small, Role::Muted));
    }
}

void GatePanel::addOthers(const std::vector<const query::FlowGate*>& others)
{
    for (const query::FlowGate* other : others) {
        const QString id = qs(other->transition);
        auto* link = new Button(Button::Kind::Link, tr("Also: %1").arg(cleanName(qs(other->title), nameLimit)), this);
        link->setObjectName(QStringLiteral("otherGate_") % id);
        connect(link, &Button::triggered, this, [this, id] { Q_EMIT gateAsked(id); });
        m_links->addWidget(link, 0, Qt::AlignLeading);
    }
}

void GatePanel::focusConditions()
{
    // Before the focus comes: a tree that has it makes its first row current without showing it.
    if (m_tree->selectedItems().isEmpty()) {
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
    m_tree->setFocus(Qt::OtherFocusReason);
}

void GatePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
    painter.setPen(colorOf(Role::Border));
    const int x = isRightToLeft() ? width() - 1 : 0;
    painter.drawLine(x, 0, x, height());
}

void GatePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace cs::ui
