// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace cs::ui {

class Segments::Part final : public QAbstractButton {
public:
    explicit Part(QWidget* parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QString id;
    QString iconName;
    bool first = false;
    bool last = false;

    QSize sizeHint() const override
    {
        const int words = QFontMetrics(fontOf(Type::Strong)).horizontalAdvance(text());
        const int icons = iconName.isEmpty() ? 0 : scaled(16);
        const int gap = words > 0 && icons > 0 ? 6 : 0;
        return {words + icons + gap + 2 * scaled(11), scaled(30)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
};

void Segments::Part::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const bool roundLeft = rtl ? last : first;
    const bool roundRight = rtl ? first : last;
    // Neighbours share one edge: all but the left-most part begin one pixel outside of themselves.
    QRectF frame = QRectF(rect()).adjusted(roundLeft ? 0.5 : -0.5, 0.5, -0.5, -0.5);
    painter.setClipRect(rect());
    QRectF shape = frame.adjusted(roundLeft ? 0 : -6, 0, roundRight ? 0 : 6, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(isChecked() ? Role::Selected : underMouse() ? Role::Hover : Role::Surface));
    painter.drawRoundedRect(shape, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorOf(Role::BorderControl), 1));
    painter.drawRoundedRect(shape, 4, 4);
    if (!roundRight) {
        painter.drawLine(QPointF(width() - 0.5, 0.5), QPointF(width() - 0.5, height() - 0.5));
    }
    painter.setFont(fontOf(isChecked() ? Type::Strong : Type::Body));
    painter.setPen(colorOf(Role::Text));
    const int side = scaled(16);
    if (iconName.isEmpty()) {
        const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 8);
        painter.drawText(rect(), Qt::AlignCenter, shown); // cut at an edge it would be another word
        return;
    }
    const int words = text().isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(text()) + 6;
    const int x = (width() - side - words) / 2;
    const QRect iconRect(x, (height() - side) / 2, side, side);
    paintIcon(&painter, mirrored(iconRect, rect(), layoutDirection()), iconName, Role::Text);
    const QRect wordsRect(x + side + 6, 0, words, height());
    painter.drawText(mirrored(wordsRect, rect(), layoutDirection()), Qt::AlignVCenter | Qt::AlignLeading, text());
}

Segments::Segments(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (Part* part : m_parts) {
            part->updateGeometry();
        }
    });
}

void Segments::addSegment(const QString& id, const QString& text, const QString& iconName, const QString& name)
{
    auto* part = new Part(this);
    part->id = id;
    part->setObjectName(QStringLiteral("segment_%1").arg(id));
    part->iconName = iconName;
    part->setText(text);
    part->setAccessibleName(name.isEmpty() ? text : name);
    part->setToolTip(text.isEmpty() ? name : QString());
    part->first = m_parts.isEmpty();
    part->last = true;
    if (!m_parts.isEmpty()) {
        m_parts.last()->last = false;
    }
    part->setChecked(m_parts.isEmpty());
    m_parts.append(part);
    m_row->addWidget(part);
    connect(part, &QAbstractButton::toggled, this, [this, part](bool on) {
        if (on) {
            Q_EMIT currentChanged(part->id);
        }
    });
}

void Segments::setText(const QString& id, const QString& text)
{
    for (Part* part : m_parts) {
        if (part->id == id) {
            part->setText(text);
            part->setAccessibleName(text);
            part->updateGeometry();
        }
    }
}

QString Segments::current() const
{
    for (const Part* part : m_parts) {
        if (part->isChecked()) {
            return part->id;
        }
    }
    return {};
}

void Segments::setCurrent(const QString& id)
{
    for (Part* part : m_parts) {
        if (part->id == id) {
            part->setChecked(true);
        }
    }
}

} // namespace cs::ui
