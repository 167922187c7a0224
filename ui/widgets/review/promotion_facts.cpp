// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/promotion_facts.h"

#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/chips/tag.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
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

void addProposalFacts(QLayout* row, const query::PromotionView& promotion, UtcTime now)
{
    for (const std::string& chip : promotion.chips) {
        row->addWidget(new Tag(coreWords(cleanName(qs(chip), 40))));
    }
    auto* proposed =
        new Label(Words::tr("Proposed %1 by").arg(relativeTime(promotion.proposedAt, now)), Type::Body, Role::Muted);
    proposed->setToolTip(utcExact(promotion.proposedAt));
    proposed->setElide(Qt::ElideRight);
    row->addWidget(proposed);
    row->addWidget(makePersonLine(promotion.proposer));
}

FlowLayout::FlowLayout(int gap, QWidget* parent)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(m_items.isEmpty() ? 0 : m_gap * (count() - 1), 0);
    for (const QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + hint.width(), std::max(size.height(), hint.height()));
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool move) const
{
    int y = rect.y();
    int first = 0;
    while (first < count()) {
        int width = 0;
        int height = 0;
        int last = first;
        for (; last < count(); ++last) {
            const QSize hint = m_items.at(last)->sizeHint();
            const int wider = width + (last > first ? m_gap : 0) + hint.width();
            if (last > first && wider > rect.width()) {
                break;
            }
            width = wider;
            height = std::max(height, hint.height());
        }
        if (move) {
            placeLine(rect, first, last, y, height);
        }
        y += height + (last < count() ? m_gap : 0);
        first = last;
    }
    return y - rect.y();
}

void FlowLayout::placeLine(const QRect& rect, int first, int last, int y, int height) const
{
    const bool mirrored = parentWidget() != nullptr && parentWidget()->isRightToLeft();
    int x = 0;
    for (int index = first; index < last; ++index) {
        const QSize hint = m_items.at(index)->sizeHint();
        const int width = std::min(hint.width(), rect.width());
        const int left = mirrored ? rect.right() + 1 - x - width : rect.x() + x;
        m_items.at(index)->setGeometry(QRect(left, y + (height - hint.height()) / 2, width, hint.height()));
        x += width + m_gap;
    }
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
