// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/proof_tree.h"

#include "core/base/error.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QPainter>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int lowLevels = 3; // shown above the leaf
constexpr int rowPx = 42;
constexpr int boxPx = 23;
enum Look { Plain, OnPath, End };

QString tiny(const Digest& digest)
{
    const QString hex = qs(digest.hex());
    return QString(hex.left(4) % QChar(0x2026) % hex.right(4));
}

} // namespace

ProofTree::ProofTree(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("proofTree"));
    setLayoutDirection(Qt::LeftToRight);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ProofTree::setProof(const ProofPath& path, qint64 entry)
{
    m_levels.clear();
    m_leads = path.leads;
    const int steps = static_cast<int>(path.steps.size());
    const int shown = std::min(steps, lowLevels + 1);
    for (int row = 0; row <= shown; ++row) { // row 0 is the root, row "shown" the leaf
        const int up = row == 0 ? steps : shown - row; // hashes above the leaf
        Level level;
        level.onPath = row == 0 ? tr("root %1").arg(tiny(path.root))
            : up == 0           ? tr("entry %1").arg(countText(entry))
                                : tiny(path.steps[static_cast<std::size_t>(up - 1)].parent);
        if (row == 0 && steps == 0) {
            level.onPath = tr("root and entry %1").arg(countText(entry));
        }
        if (row > 0) {
            const ProofStep& step = path.steps[static_cast<std::size_t>(up)];
            level.hasSibling = true;
            level.sibling = tiny(step.sibling);
            level.siblingLeft = step.siblingLeft;
            level.gap = row == 1 ? steps - shown : 0;
        }
        m_levels.push_back(level);
        if (steps == 0) {
            break;
        }
    }
    setAccessibleName(path.leads
            ? tr("The proof of entry %1 leads to the root in %n step(s).", nullptr, steps).arg(countText(entry))
            : tr("The proof of entry %1 does not lead to the root.").arg(countText(entry)));
    updateGeometry();
    update();
}

QSize ProofTree::sizeHint() const
{
    return {scaled(300), static_cast<int>(m_levels.size()) * scaled(rowPx) + scaled(4)};
}

QRect ProofTree::box(int level, bool sibling) const
{
    // The path walks left and right a little with each step, as in the tree; the sibling stands across.
    const int width = scaled(112);
    const int small = scaled(88);
    int center = this->width() / 2;
    const int shift = scaled(18);
    for (int row = 1; row <= level; ++row) {
        center += m_levels[static_cast<std::size_t>(row)].siblingLeft ? shift : -shift;
    }
    const int top = scaled(2) + level * scaled(rowPx);
    if (!sibling) {
        const int own = level == 0 || level + 1 == static_cast<int>(m_levels.size()) ? width : small;
        return QRect(center - own / 2, top, own, scaled(boxPx));
    }
    const bool left = m_levels[static_cast<std::size_t>(level)].siblingLeft;
    const int across = center + (left ? -1 : 1) * scaled(112);
    const int edge = std::clamp(across - small / 2, 0, std::max(0, this->width() - small - 1));
    return QRect(edge, top, small, scaled(boxPx));
}

void ProofTree::paintBox(QPainter& painter, const QRect& box, const QString& text, int look) const
{
    const Role end = m_leads ? Role::Accent : Role::Vetoed;
    const QColor fill = look == End ? colorOf(end)
        : look == OnPath            ? colorOf(Role::AccentTint)
                                    : colorOf(Role::Surface);
    drawPanel(&painter, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, fill,
        look == Plain ? colorOf(Role::BorderControl) : colorOf(end));
    painter.setFont(fontOf(Type::Mono));
    painter.setPen(look == End ? colorOf(Role::AccentText)
            : look == OnPath   ? colorOf(Role::Text)
                               : colorOf(Role::Muted));
    painter.drawText(box, Qt::AlignCenter, text);
}

void ProofTree::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int level = 1; level < static_cast<int>(m_levels.size()); ++level) {
        const Level& row = m_levels[static_cast<std::size_t>(level)];
        const QRect parent = box(level - 1, false);
        const int middle = (parent.bottom() + box(level, false).top()) / 2;
        const auto wire = [&](const QRect& child, Role role) {
            painter.setPen(QPen(colorOf(role), 1.5, row.gap > 0 ? Qt::DashLine : Qt::SolidLine));
            painter.drawPolyline(
                QPolygonF({QPointF(parent.center().x(), parent.bottom() + 1), QPointF(parent.center().x(), middle),
                    QPointF(child.center().x(), middle), QPointF(child.center().x(), child.top())}));
        };
        wire(box(level, true), Role::BorderControl);
        wire(box(level, false), m_leads ? Role::Accent : Role::Vetoed);
        if (row.gap > 0) {
            painter.setFont(fontOf(Type::Caption));
            painter.setPen(colorOf(Role::Muted));
            painter.drawText(QRect(0, parent.top(), parent.left() - scaled(8), parent.height()),
                Qt::AlignRight | Qt::AlignVCenter, tr("%n level(s) between", nullptr, row.gap));
        }
    }
    for (int level = 0; level < static_cast<int>(m_levels.size()); ++level) {
        const Level& row = m_levels[static_cast<std::size_t>(level)];
        const bool end = level == 0 || level + 1 == static_cast<int>(m_levels.size());
        paintBox(painter, box(level, false), row.onPath, end ? End : OnPath);
        if (row.hasSibling) {
            paintBox(painter, box(level, true), row.sibling, Plain);
        }
    }
}

} // namespace cs::ui
