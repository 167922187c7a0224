// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_items.h"
#include "ui/flow/flow_words.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/words.h"

#include <QPainter>

#include <algorithm>

namespace cs::ui {

namespace {

double grown(double px)
{
    return px * scaled(100) / 100.0;
}

constexpr std::size_t rowsMax = 3;
constexpr double rowFirst = 43, rowPitch = 20, countBelow = 4, postWidth = 222;
constexpr double wordsAt = 38, footRise = 22; // from the leading edge, and of the last line from the lower one

double advance(TextSize size, const QString& words)
{
    return QFontMetrics(fontOf(size)).horizontalAdvance(words) / grown(1);
}

QString countOf(const query::FlowApprover& approver)
{
    return approver.count > 1 || approver.mark.empty() ? countText(approver.count) : QString();
}

/// What mark and number leave for the words, in pixels at 13 px text.
double roomOf(const query::FlowApprover& approver)
{
    double taken = 10;
    if (!approver.mark.empty()) {
        taken += advance(TextSize::Badge, qs(approver.mark)) + 8 + 6;
    }
    if (const QString count = countOf(approver); !count.isEmpty()) {
        taken += advance(TextSize::Small, count) + 6;
    }
    return postWidth - wordsAt - taken;
}

QString titleOf(const query::FlowApprover& approver)
{
    return cleanName(qs(approver.title), 80);
}

double secondLine(const query::FlowApprover& approver)
{
    const QFontMetrics metrics(fontOf(TextSize::Small));
    return advance(TextSize::Small, titleOf(approver)) > roomOf(approver) ? metrics.height() / grown(1) - 1 : 0;
}

} // namespace

GateItem::GateItem(const FlowLook& look, const FlowPlan::Gate& place, const QString& station)
    : FlowItem(look,
        place.post.united(QRectF(QPointF(std::min(place.lineFrom, place.lineTo), place.square.top()),
            QPointF(std::max(place.lineFrom, place.lineTo), place.square.bottom() + 22 * scaled(100) / 100.0))),
        station)
    , m_place(place)
{
}

std::size_t GateItem::shownApprovers(const query::FlowGate& gate)
{
    const std::size_t room = gate.approvers.size() < rowsMax && !gate.producers.empty() ? rowsMax - 1 : rowsMax;
    return gate.approvers.size() > room ? room - 1 : gate.approvers.size();
}

double GateItem::extraHeight(const query::FlowView& view)
{
    double most = 0;
    for (const query::FlowGate& gate : view.gates) {
        const std::size_t shown = shownApprovers(gate);
        const bool producer = gate.approvers.size() < rowsMax && !gate.producers.empty();
        const std::size_t rows = shown + (producer ? 1 : 0) + (shown < gate.approvers.size() ? 1 : 0);
        double needed = -rowPitch * static_cast<double>(rowsMax - std::min(rowsMax, rows));
        for (std::size_t n = 0; n < shown; ++n) {
            needed += secondLine(gate.approvers[n]);
        }
        most = std::max(most, needed);
    }
    return most * grown(1);
}

Role GateItem::edge(const query::FlowGate& gate) const
{
    switch (m_look.dropOf(m_station)) {
    case FlowLook::Drop::Allowed:
        return Role::Accent;
    case FlowLook::Drop::Refused:
        return m_look.underDrag == m_station ? Role::Failed : Role::Border;
    case FlowLook::Drop::None:
        break;
    }
    return gate.waitsForMe > 0 ? Role::Accent : isHovered() ? Role::BorderControl : Role::Border;
}

void GateItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const query::FlowGate& gate = m_look.view.gates[static_cast<std::size_t>(m_place.index)];
    paintPost(painter, gate);
    paintApprovers(painter, gate);
    paintArrow(painter, gate);
    paintRing(painter, m_place.post, 4);
}

void GateItem::paintPost(QPainter* painter, const query::FlowGate& gate)
{
    const QRectF post = m_place.post;
    const Role role = edge(gate);
    drawPanel(painter, post, 4, colorOf(isHovered() ? Role::Hover : Role::Raised), colorOf(role),
        role == Role::Accent || role == Role::Failed ? 2 : 1);
    const double trailing = gate.frozenUntil ? -44 : -20;
    text(painter, placed(post, 10, 6, trailing, 19), cleanName(qs(gate.title), 80), TextSize::Strong, Role::Text);
    if (gate.frozenUntil) {
        icon(painter, placed(post, 196, 8, 16, 16), QStringLiteral("frozen"), Role::Frozen);
    }
    text(painter, placed(post, 10, 24, -20, 17), FlowWords::gateFacts(gate), TextSize::Small, Role::Muted);
    const auto line = FlowWords::gateLine(gate);
    const double footY = post.height() / grown(1) - footRise;
    QRectF foot = placed(post, 10, footY, -20, 18);
    Role footRole = gate.waitsForMe > 0 ? Role::Accent : Role::Muted;
    if (line.verdict) {
        const VerdictLook look = verdictLook(*line.verdict);
        icon(painter, placed(post, 10, footY + 1, 16, 16), look.icon, look.role);
        foot = placed(post, 30, footY, -40, 18);
        footRole = look.role;
    }
    text(painter, foot, line.text, gate.waitsForMe > 0 ? TextSize::SmallMedium : TextSize::Small, footRole);
}

void GateItem::paintApprovers(QPainter* painter, const query::FlowGate& gate)
{
    double y = rowFirst;
    std::size_t rows = 0;
    const auto row = [&](const QString& role, const QString& title, Who who) {
        const QRectF badge = placed(m_place.post, 10, y, 20, 18);
        paintRoleBadge(painter, badge.toRect(), role, who, m_look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        text(painter, placed(m_place.post, 38, y, -50, 18), title, TextSize::Small, Role::Text);
        y += rowPitch;
        ++rows;
    };
    if (gate.approvers.size() < rowsMax && !gate.producers.empty()) {
        // "Automated tests (CI pipeline identity)": what stands in brackets is for the tool tip.
        const QString producer = cleanName(qs(gate.producers.front().second), 60).section(QStringLiteral(" ("), 0, 0);
        row(qs(gate.producers.front().first), producer, Who::Service);
    }
    const std::size_t shown = shownApprovers(gate);
    for (std::size_t n = 0; n < shown; ++n) {
        y += paintApprover(painter, gate.approvers[n], y, gate.waitsForMe > 0);
    }
    if (shown < gate.approvers.size()) {
        text(painter, placed(m_place.post, 38, y, -50, 18),
            FlowWords::tr("and %n more approval(s)", nullptr, static_cast<int>(gate.approvers.size() - shown)),
            TextSize::Small, Role::Muted);
    }
}

double GateItem::paintApprover(QPainter* painter, const query::FlowApprover& approver, double y, bool badgeMine)
{
    const QRectF post = m_place.post;
    const QString role = approver.roles.empty() ? QString() : qs(approver.roles.front());
    paintRoleBadge(painter, placed(post, 10, y, 20, 18).toRect(), role,
        approver.mine && badgeMine ? Who::Me : Who::Person, m_look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    double taken = 10;
    const auto end = m_look.rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    if (!approver.mark.empty()) {
        const QRectF rect = placed(post, wordsAt, y + 2, -wordsAt - taken, 14);
        taken += paintMark(painter, rect, qs(approver.mark), end) / grown(1) + 6;
    }
    if (const QString count = countOf(approver); !count.isEmpty()) {
        text(painter, placed(post, wordsAt, y, -wordsAt - taken, 18), count, TextSize::Small, Role::Muted,
            Qt::AlignTrailing | Qt::AlignVCenter);
    }
    const double second = secondLine(approver);
    const QRectF room = placed(post, wordsAt, y, roomOf(approver) + 4, 18); // the gap before the mark is 6
    if (second > 0) {
        lines(painter, room.translated(0, grown(1)), titleOf(approver), TextSize::Small, Role::Text, 2);
    } else {
        text(painter, room, titleOf(approver), TextSize::Small, Role::Text);
    }
    return rowPitch + second;
}

void GateItem::paintArrow(QPainter* painter, const query::FlowGate& gate)
{
    const bool mine = gate.waitsForMe > 0;
    const auto drop = m_look.dropOf(m_station);
    const bool allowed = drop == FlowLook::Drop::Allowed;
    const bool refused = drop == FlowLook::Drop::Refused && m_look.underDrag == m_station;
    const Role line = mine || allowed ? Role::Accent : Role::BorderControl;
    const QRectF square = m_place.square;
    const double y = square.center().y();
    const double sign = m_place.lineTo > m_place.lineFrom ? 1 : -1;
    painter->setPen(QPen(colorOf(line), 1.5));
    painter->drawLine(QPointF(square.center().x(), m_place.post.bottom()), QPointF(square.center().x(), square.top()));
    painter->drawLine(QPointF(m_place.lineFrom, y), QPointF(m_place.lineTo, y));
    painter->drawPolyline(
        QPolygonF({{m_place.lineTo - sign * 7, y - 5}, {m_place.lineTo, y}, {m_place.lineTo - sign * 7, y + 5}}));
    drawPanel(painter, square, 5, colorOf(mine ? Role::Accent : Role::Surface), colorOf(refused ? Role::Failed : line),
        allowed || refused ? 2 : 1.5);
    icon(painter, square.adjusted(grown(7), grown(7), -grown(7), -grown(7)), QStringLiteral("gate"),
        mine ? Role::AccentText : Role::Text);
    if (gate.best) {
        const QString count = ltr(QStringLiteral("%1 / %2").arg(
            countText(static_cast<qint64>(gate.best->passed)), countText(static_cast<qint64>(gate.best->total))));
        text(painter, QRectF(square.center().x() - grown(40), square.bottom() + countBelow, grown(80), grown(18)),
            count, TextSize::Small, Role::Muted, Qt::AlignCenter);
    }
}

} // namespace cs::ui
