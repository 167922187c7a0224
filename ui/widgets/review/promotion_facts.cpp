// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/promotion_facts.h"

#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/chips/tag.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::Review)
};

} // namespace

IconLabel::IconLabel(const QString& name, Role role, QWidget* parent, int side)
    : QWidget(parent)
    , m_name(name)
    , m_role(role)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString& name, Role role)
{
    m_name = name;
    m_role = role;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int side = std::min(width(), height());
    paintIcon(&painter, QRect((width() - side) / 2, (height() - side) / 2, side, side), m_name, m_role);
}

Line::Line(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Line::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Border));
}

Panel::Panel(Role role, QWidget* parent)
    : QWidget(parent)
    , m_role(role)
{
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void Panel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(m_role));
    if (m_topLine) {
        painter.fillRect(0, 0, width(), 1, colorOf(Role::Border));
    }
}

QWidget* makePersonLine(const query::PersonView& person, QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new RoleBadge(qs(person.role), roleOrName(person), whoOf(person), line));
    auto* name = new Label(roleOrName(person), Type::Body, Role::Text, line);
    name->setToolTip(cleanName(qs(person.name)));
    row->addWidget(name);
    return line;
}

QWidget* makeTransitionLine(const query::PromotionView& promotion, QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new StageChip(qs(promotion.fromStage), qs(promotion.fromLabel), line));
    row->addWidget(new IconLabel(QStringLiteral("arrow-next"), Role::Muted, line, 14));
    row->addWidget(new StageChip(qs(promotion.toStage), qs(promotion.toLabel), line));
    return line;
}

void addProposalFacts(QHBoxLayout* row, const query::PromotionView& promotion, UtcTime now)
{
    for (const std::string& chip : promotion.chips) {
        row->addWidget(new Tag(cleanName(qs(chip), 40)));
    }
    auto* proposed = new Label(
        Words::tr("Proposed %1 by").arg(relativeTime(promotion.proposedAt, now)), Type::Body, Role::Muted);
    proposed->setToolTip(utcExact(promotion.proposedAt));
    row->addWidget(proposed);
    row->addWidget(makePersonLine(promotion.proposer));
}

void makeClear(QScrollArea* scroll)
{
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

} // namespace cs::ui
