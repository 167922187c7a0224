// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/rail.h"

#include "ui/shell/window/rail_order.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int widthPx = 184;
constexpr int widthMaxPx = 224;
constexpr int compactPx = 52;
constexpr int iconX = 10;
constexpr int textX = 38;

} // namespace

/// One entry: icon, text, counter; the current one has the accent bar and the selected ground.
class RailItem final : public QAbstractButton {
public:
    enum class Look { Entry, Foot, Search };

    RailItem(Look look, QByteArray id, const QString& text, QString icon, QWidget* parent)
        : QAbstractButton(parent)
        , m_look(look)
        , m_id(std::move(id))
        , m_icon(std::move(icon))
    {
        setCheckable(look == Look::Entry);
        setAutoExclusive(look == Look::Entry);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setText(text);
        setAccessibleName(text);
    }
    const QByteArray& id() const { return m_id; }
    void setCounter(int count, bool mine)
    {
        m_count = count;
        m_mine = mine;
        setAccessibleDescription(count > 0 ? countText(count) : QString());
        update();
    }
    void setCompact(bool compact)
    {
        m_compact = compact;
        setToolTip(compact ? text() : QString());
        updateGeometry();
        update();
    }
    int wantedWidth() const
    {
        const int after = m_count > 0 ? scaled(44) : scaled(12); // the counter, or air
        return textX + QFontMetrics(fontOf(Type::Strong)).horizontalAdvance(text()) + after;
    }
    QSize sizeHint() const override { return {scaled(36), scaled(30)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void paintCounter(QPainter& painter, const QRect& room) const;

    Look m_look;
    QByteArray m_id;
    QString m_icon;
    int m_count = 0;
    bool m_mine = false;
    bool m_compact = false;
};

void RailItem::paintCounter(QPainter& painter, const QRect& room) const
{
    const QString text = m_count > 99 ? QStringLiteral("99+") : countText(m_count);
    painter.setFont(fontOf(Type::CaptionMedium));
    const int height = scaled(16);
    const int width = std::max(scaled(18), painter.fontMetrics().horizontalAdvance(text) + 9);
    const int y = m_compact ? 1 : (room.height() - height) / 2;
    const QRect pill(room.right() - width - (m_compact ? 0 : 7), room.top() + y, width, height);
    const QRect place = mirrored(pill, rect(), layoutDirection());
    drawPanel(&painter, place, height / 2.0, colorOf(m_mine ? Role::Accent : Role::Track), QColor());
    painter.setPen(colorOf(m_mine ? Role::AccentText : Role::Text));
    painter.drawText(place, Qt::AlignCenter, text);
}

void RailItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Qt::LayoutDirection direction = layoutDirection();
    if (m_look == Look::Search) {
        drawPanel(&painter, rect(), 4, colorOf(Role::Surface), colorOf(Role::BorderControl));
    } else if (isChecked() || underMouse()) {
        drawPanel(&painter, rect(), 4, colorOf(isChecked() ? Role::Selected : Role::Hover), QColor());
    }
    const int side = scaled(m_look == Look::Search ? 16 : 20);
    const int x = m_compact ? (width() - side) / 2 : iconX - (m_look == Look::Search ? 0 : 1);
    const QRect iconRect(x, (height() - side) / 2, side, side);
    paintIcon(
        &painter, mirrored(iconRect, rect(), direction), m_icon, m_look == Look::Search ? Role::Muted : Role::Text);
    if (!m_compact) {
        painter.setFont(fontOf(isChecked() ? Type::Strong : Type::Body));
        painter.setPen(colorOf(m_look == Look::Search ? Role::Muted : Role::Text));
        const int left = m_look == Look::Search ? 33 : textX;
        const int right = m_look == Look::Search || m_count > 0 ? scaled(36) : 6;
        drawElided(&painter, mirrored(rect().adjusted(left, 0, -right, 0), rect(), direction), text(), direction);
    }
    if (m_look == Look::Search && !m_compact) {
        const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
        drawKeyHint(&painter, rect().adjusted(8, 0, -8, 0), keys, colorOf(Role::Muted), direction);
    }
    if (m_count > 0) {
        paintCounter(painter, rect());
    }
}

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_entries(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_search(new RailItem(RailItem::Look::Search, "search", {}, QStringLiteral("search"), this))
{
    setObjectName(QStringLiteral("rail"));
    m_search->setObjectName(QStringLiteral("railSearch"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(0);
    column->addWidget(m_search);
    column->addSpacing(8);
    column->addLayout(m_entries);
    column->addStretch(1);
    column->addLayout(m_foot);
    m_entries->setSpacing(0);
    m_foot->setSpacing(0);
    connect(m_search, &QAbstractButton::clicked, this, &Rail::searchRequested);
    connect(&Theme::instance(), &Theme::changed, this, &Rail::fit);
    m_search->setText(tr("Go to"));
    m_search->setAccessibleName(m_search->text());
    fit();
}

void Rail::addEntry(const QByteArray& id, const QString& text, const QString& iconName)
{
    auto* item = new RailItem(RailItem::Look::Entry, id, text, iconName, this);
    item->setObjectName(QStringLiteral("rail_%1").arg(QString::fromLatin1(id)));
    const auto before = std::find_if(m_items.begin(), m_items.end(),
        [&id](const RailItem* other) { return railPlace(id) < railPlace(other->id()); });
    m_items.insert(before, item);
    item->setCompact(m_compact);
    connect(item, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    arrange();
    fit();
}

/// Lays the entries out anew: a heading before each group that has one, nothing but a gap where there is no room.
void Rail::arrange()
{
    for (QVBoxLayout* layout : {m_entries, m_foot}) {
        while (QLayoutItem* item = layout->takeAt(0)) {
            delete item;
        }
    }
    qDeleteAll(m_headings);
    m_headings.clear();
    RailGroup present = RailGroup::Work;
    for (RailItem* item : m_items) {
        const RailGroup group = railPlace(item->id()).group;
        if (group == RailGroup::Foot) {
            m_foot->addWidget(item);
            continue;
        }
        if (group != present) {
            present = group;
            auto* heading = new Label(railGroupTitle(group), Type::CaptionMedium, Role::Muted, this);
            heading->setObjectName(QStringLiteral("railGroup_%1").arg(static_cast<int>(group)));
            heading->setContentsMargins(iconX, scaled(10), 0, scaled(4));
            heading->setVisible(!m_compact);
            m_headings.append(heading);
            m_entries->addSpacing(m_compact ? 8 : 0);
            m_entries->addWidget(heading);
        }
        m_entries->addWidget(item);
    }
    for (RailItem* item : m_footItems) {
        m_foot->addWidget(item);
    }
}

void Rail::addFoot(const QByteArray& id, const QString& text, const QString& iconName)
{
    auto* item = new RailItem(RailItem::Look::Foot, id, text, iconName, this);
    item->setObjectName(QStringLiteral("rail_%1").arg(QString::fromLatin1(id)));
    m_footItems.append(item);
    item->setCompact(m_compact);
    connect(item, &QAbstractButton::clicked, this, [this, id] { Q_EMIT footChosen(id); });
    arrange();
}

RailItem* Rail::itemOf(const QByteArray& id) const
{
    for (RailItem* item : m_items + m_footItems) {
        if (item->id() == id) {
            return item;
        }
    }
    return nullptr;
}

void Rail::setText(const QByteArray& id, const QString& text)
{
    if (RailItem* item = itemOf(id)) {
        item->setText(text);
        item->setAccessibleName(text);
        item->setCompact(m_compact);
        fit();
    }
}

void Rail::setCounter(const QByteArray& id, int count, bool waitsForMe)
{
    if (RailItem* item = itemOf(id)) {
        item->setCounter(count, waitsForMe);
        fit();
    }
}

void Rail::setCurrent(const QByteArray& id)
{
    if (RailItem* item = itemOf(id)) {
        item->setChecked(true);
    }
    update();
}

QList<QByteArray> Rail::entries() const
{
    QList<QByteArray> ids;
    for (const RailItem* item : m_items) {
        ids.append(item->id());
    }
    return ids;
}

void Rail::setCompact(bool compact)
{
    m_compact = compact;
    for (RailItem* item : m_items + m_footItems) {
        item->setCompact(compact);
    }
    m_search->setCompact(compact);
    arrange();
    fit();
}

void Rail::fit()
{
    int width = scaled(compactPx);
    if (!m_compact) {
        width = scaled(widthPx);
        for (const RailItem* item : m_items) {
            width = std::max(width, item->wantedWidth() + 16);
        }
        width = std::min(width, scaled(widthMaxPx));
    }
    setFixedWidth(width);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Rail));
    const QRect edge(width() - 1, 0, 1, height());
    painter.fillRect(mirrored(edge, rect(), layoutDirection()), colorOf(Role::Border));
    for (const RailItem* item : m_items) {
        if (item->isChecked()) {
            const QRect bar(0, item->y() + 5, 3, item->height() - 10);
            painter.fillRect(mirrored(bar, rect(), layoutDirection()), colorOf(Role::Accent));
        }
    }
}

void Rail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_search->setText(tr("Go to"));
        m_search->setAccessibleName(m_search->text());
        arrange(); // the headings
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
