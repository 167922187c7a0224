// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_items.h"

#include "ui/flow/flow_words.h"
#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr double ringOut = 3;

double grown(double px)
{
    return px * scaled(100) / 100.0;
}

QPen pen(Role role, double width = 1)
{
    return QPen(colorOf(role), width);
}

} // namespace

QRectF FlowItem::boundingRect() const
{
    return m_rect.adjusted(-ringOut, -ringOut, ringOut, ringOut);
}

void FlowItem::paintRing(QPainter* painter, const QRectF& rect, double radius) const
{
    if (!isCurrent()) {
        return;
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(pen(m_look.focused ? Role::Focus : Role::BorderControl, 2));
    painter->drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1, radius + 1);
}

double FlowItem::text(QPainter* painter, const QRectF& rect, const QString& words, TextSize type, Role role,
    Qt::Alignment alignment) const
{
    painter->setFont(fontOf(type));
    painter->setPen(colorOf(role));
    const auto direction = m_look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
    return drawElided(painter, rect.toRect(), words, direction, alignment);
}

QStringList brokenLines(const QFontMetrics& metrics, const QString& words, double width, int most)
{
    if (metrics.horizontalAdvance(words) <= width) {
        return {words};
    }
    QStringList lines;
    QString line;
    for (const QString& word : words.split(QLatin1Char(' '))) {
        const QString longer = line.isEmpty() ? word : QString(line % QLatin1Char(' ') % word);
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width && lines.size() + 1 < most) {
            lines.append(line);
            line = word;
        } else {
            line = longer;
        }
    }
    lines.append(line);
    return lines;
}

int FlowItem::lines(
    QPainter* painter, const QRectF& rect, const QString& words, TextSize type, Role role, int most) const
{
    const QFontMetrics metrics(fontOf(type));
    QRectF line(rect.left(), rect.top(), rect.width(), metrics.height());
    const QStringList broken = brokenLines(metrics, words, rect.width(), most);
    for (const QString& part : broken) {
        text(painter, line, part, type, role);
        line.translate(0, metrics.height());
    }
    return static_cast<int>(broken.size());
}

void FlowItem::icon(QPainter* painter, const QRectF& rect, const QString& name, Role role) const
{
    paintIcon(painter, rect.toRect(), name, role);
}

QRectF FlowItem::placed(const QRectF& in, double x, double y, double width, double height) const
{
    const QRectF rect(
        in.left() + grown(x), in.top() + grown(y), width < 0 ? in.width() + grown(width) : grown(width), grown(height));
    return m_look.rightToLeft ? QRectF(in.left() + in.right() - rect.right(), rect.top(), rect.width(), rect.height())
                              : rect;
}

double paintMark(QPainter* painter, const QRectF& rect, const QString& mark, Qt::Alignment alignment)
{
    painter->setFont(fontOf(TextSize::Badge));
    const double width = painter->fontMetrics().horizontalAdvance(mark) + grown(8);
    const QRectF box(alignment & Qt::AlignRight ? rect.right() - width : rect.left(), rect.center().y() - grown(7),
        width, grown(14));
    drawPanel(painter, box, 2, QColor(), colorOf(Role::BorderControl));
    painter->setPen(colorOf(Role::Muted));
    painter->drawText(box, Qt::AlignCenter, mark);
    return width;
}

StageItem::StageItem(const FlowLook& look, const FlowPlan::Stage& place)
    : FlowItem(look, place.rect, QStringLiteral("stage:") % qs(look.view.stages[std::size_t(place.index)].id))
    , m_place(place)
    , m_drop(m_station)
{
}

void StageItem::paintMore(QPainter* painter, const query::FlowStage& stage)
{
    if (m_place.more.isNull()) {
        return;
    }
    const QString more = QStringLiteral("more:") % qs(stage.id);
    const bool ring = !m_look.exporting && m_look.current == more;
    text(painter, m_place.more, FlowWords::moreText(stage), TextSize::Small, Role::Link, Qt::AlignCenter);
    if (ring) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(pen(m_look.focused ? Role::Focus : Role::BorderControl, 2));
        painter->drawRoundedRect(m_place.more, 4, 4);
    }
}

void StageItem::paintExtra(QPainter* painter, const query::FlowStage& stage)
{
    const auto drop = m_look.dropOf(m_drop);
    QPen edge = pen(drop == FlowLook::Drop::Allowed                         ? Role::Accent
            : drop == FlowLook::Drop::Refused && m_look.underDrag == m_drop ? Role::Failed
                                                                            : Role::BorderControl,
        drop == FlowLook::Drop::None ? 1 : 2);
    edge.setDashPattern({4, 3});
    painter->setPen(edge);
    painter->setBrush(colorOf(Role::Sunken));
    painter->drawRoundedRect(m_rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const StageLook look = stageLook(qs(stage.id));
    icon(painter, placed(m_rect, 8, 9, 18, 18), look.icon, look.role);
    text(painter, placed(m_rect, 34, 8, -74, 20), cleanName(qs(stage.label), 40), TextSize::Strong, Role::Text);
    text(painter, placed(m_rect, 10, 8, -20, 20), countText(static_cast<qint64>(stage.count)), TextSize::Strong,
        Role::Text, Qt::AlignTrailing | Qt::AlignVCenter);
    text(painter, placed(m_rect, 10, 29, -16, 18), FlowWords::stageSentence(stage), TextSize::Caption, Role::Muted);
    paintMore(painter, stage);
    paintRing(painter, m_rect, 4);
}

void StageItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const query::FlowStage& stage = m_look.view.stages[static_cast<std::size_t>(m_place.index)];
    if (stage.extra) {
        paintExtra(painter, stage);
        return;
    }
    const StageLook look = stageLook(qs(stage.id));
    const auto drop = m_look.dropOf(m_drop);
    const bool under = m_look.underDrag == m_drop;
    drawPanel(painter, m_rect, 4, colorOf(Role::Sunken),
        colorOf(under && drop == FlowLook::Drop::Allowed   ? Role::Accent
                : under && drop == FlowLook::Drop::Refused ? Role::Failed
                                                           : Role::Border),
        under ? 2 : 1);
    painter->fillRect(QRectF(m_rect.left(), m_rect.top(), m_rect.width(), 3), colorOf(look.role));
    icon(painter, placed(m_rect, 10, 14, 18, 18), look.icon, look.role);
    const QString count = countText(static_cast<qint64>(stage.count));
    painter->setFont(fontOf(TextSize::Strong));
    const double room = painter->fontMetrics().horizontalAdvance(count) / grown(1) + 16;
    text(painter, placed(m_rect, 36, 12, -40 - room, 20), cleanName(qs(stage.label), 40), TextSize::Strong, Role::Text);
    text(painter, placed(m_rect, 10, 12, -20, 20), count, TextSize::Strong, Role::Text,
        Qt::AlignTrailing | Qt::AlignVCenter);
    text(painter, placed(m_rect, 10, 33, -16, 18), FlowWords::stageSentence(stage), TextSize::Caption, Role::Muted);
    if (stage.count == 0) {
        text(painter, placed(m_rect, 10, 58, -20, 20), FlowWords::tr("nothing here"), TextSize::Caption, Role::Muted);
    }
    paintMore(painter, stage);
}

CardItem::CardItem(const FlowLook& look, const FlowStation& station)
    : FlowItem(look, station.rect, station.id)
    , m_stage(station.stage)
    , m_item(station.item)
    , m_bar(station.kind == FlowStation::Kind::Bar)
{
}

void CardItem::paintBar(QPainter* painter, const query::FlowStage& stage) const
{
    const query::FlowBar& bar = stage.bars[static_cast<std::size_t>(m_item)];
    const double longest = static_cast<double>(std::max<std::size_t>(1, stage.bars.front().versions));
    if (isHovered()) {
        drawPanel(painter, m_rect, 3, colorOf(Role::Hover), QColor());
    }
    const QString count = countText(static_cast<qint64>(bar.versions));
    text(painter, placed(m_rect, 2, 1, -40, 16), cleanName(qs(bar.modelName), 80), TextSize::Caption, Role::Text);
    text(painter, placed(m_rect, 2, 1, -4, 16), count, TextSize::Caption, Role::Muted,
        Qt::AlignTrailing | Qt::AlignVCenter);
    const QRectF track = placed(m_rect, 2, 20, -4, 6);
    painter->fillRect(track, colorOf(Role::Track));
    QRectF filled = track;
    filled.setWidth(track.width() * static_cast<double>(bar.versions) / longest);
    if (m_look.rightToLeft) {
        filled.moveRight(track.right());
    }
    painter->fillRect(filled, colorOf(stageLook(qs(stage.id)).role));
}

double CardItem::paintRamp(QPainter* painter, const query::FlowRamp& ramp, double top) const
{
    const double count = static_cast<double>(std::max<std::size_t>(1, ramp.steps.size()));
    const QRectF whole = placed(m_rect, 8, top, -16, 6);
    const double gap = 4;
    const double width = (whole.width() - gap * (count - 1)) / count;
    for (std::size_t n = 0; n < ramp.steps.size(); ++n) {
        QRectF step(whole.left() + static_cast<double>(n) * (width + gap), whole.top(), width, whole.height());
        if (m_look.rightToLeft) {
            step.moveLeft(whole.right() - (step.right() - whole.left()));
        }
        const bool done = ramp.now >= ramp.steps[n];
        drawPanel(painter, step, 1, colorOf(done ? Role::StCanary : Role::Track), QColor());
        if (isRamped(ramp)) {
            continue;
        }
        const bool here = done && (n + 1 == ramp.steps.size() || ramp.now < ramp.steps[n + 1]);
        const QString words = n + 1 == ramp.steps.size() ? FlowWords::percent(ramp.steps[n]) % QStringLiteral(" %")
                                                         : FlowWords::percent(ramp.steps[n]);
        painter->setFont(fontOf(here ? TextSize::Badge : TextSize::Caption));
        painter->setPen(colorOf(here ? Role::Text : Role::Muted));
        painter->drawText(step.adjusted(-6, grown(8), 6, grown(16)), Qt::AlignCenter, words);
    }
    if (!isRamped(ramp)) {
        return top + 26;
    }
    text(painter, placed(m_rect, 40, top - 19, -50, 15), FlowWords::percent(ramp.now) % QStringLiteral(" %"),
        TextSize::Caption, Role::Text, Qt::AlignTrailing | Qt::AlignVCenter);
    return top + 11;
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const query::FlowStage& stage = m_look.view.stages[static_cast<std::size_t>(m_stage)];
    if (m_bar) {
        paintBar(painter, stage);
        paintRing(painter, m_rect, 4);
        return;
    }
    const query::FlowCard& card = stage.cards[static_cast<std::size_t>(m_item)];
    if (stage.extra) {
        text(painter, placed(m_rect, 6, 0, -12, 26), FlowWords::cardName(card), TextSize::SmallMedium,
            isHovered() ? Role::Link : Role::Text);
        paintRing(painter, m_rect, 4);
        return;
    }
    const bool mine = card.waitsForMe;
    drawPanel(painter, m_rect, 4, colorOf(isHovered() ? Role::Hover : Role::Raised),
        colorOf(mine          ? Role::Accent
                : isHovered() ? Role::BorderControl
                              : Role::Border),
        mine ? 2 : 1);
    text(painter, placed(m_rect, 8, 3, -14, 18), cleanName(qs(card.modelName), 80), TextSize::Medium, Role::Text);
    text(painter, placed(m_rect, 8, 20, -36, 15), cleanName(qs(card.label), 40), TextSize::Caption, Role::Muted);
    const auto line = FlowWords::cardLine(card);
    double y = 35;
    if (card.ramp) {
        y = paintRamp(painter, *card.ramp, 39);
    }
    if (card.says == query::CardSays::Serves) {
        const QRectF tick = placed(m_rect, 120, 20, 16, 16);
        icon(painter, tick, QStringLiteral("passed"), Role::Passed);
    } else if (line.verdict) {
        const VerdictLook look = verdictLook(*line.verdict);
        icon(painter, placed(m_rect, 8, y, 16, 16), look.icon, look.role);
        const QRectF words = placed(m_rect, 28, y - 1, -32, 18);
        if (wraps(card)) {
            lines(painter, words.translated(0, grown(2)), line.text, TextSize::Small, look.role, 2);
        } else {
            text(painter, words, line.text, TextSize::Small, look.role);
        }
    }
    paintRing(painter, m_rect, 4);
}

bool CardItem::wraps(const query::FlowCard& card)
{
    constexpr double room = 142 - 32; // of a card, beside the sign of the verdict
    const QString words = FlowWords::cardLine(card).text;
    return QFontMetrics(fontOf(TextSize::Small)).horizontalAdvance(words) > grown(room);
}

WayItem::WayItem(const FlowLook& look, const FlowPlan::Way& place, double rise)
    : FlowItem(look,
        QRectF(QPointF(std::min(place.from, place.to) - 8, place.top),
            QPointF(std::max(place.from, place.to) + 8, place.y + rise)))
    , m_place(place)
{
}

void WayItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const query::FlowWayBack& way = m_look.view.ways[static_cast<std::size_t>(m_place.index)];
    QPen dashed = pen(Role::BorderControl, 1.5);
    dashed.setDashPattern({4, 2.5});
    painter->setPen(dashed);
    const double sign = m_place.from < m_place.to ? 1 : -1;
    const double y = m_place.y;
    const double gap = 6;
    const double nearFrom = sign > 0 ? m_place.label.left() - gap : m_place.label.right() + gap;
    const double nearTo = sign > 0 ? m_place.label.right() + gap : m_place.label.left() - gap;
    painter->drawPolyline(QPolygonF({{m_place.from, m_place.top + 3}, {m_place.from, y}, {nearFrom, y}}));
    painter->drawPolyline(QPolygonF({{nearTo, y}, {m_place.to, y}, {m_place.to, m_place.top + 5}}));
    painter->setPen(pen(Role::BorderControl, 1.5));
    painter->drawPolyline(QPolygonF(
        {{m_place.to - 4, m_place.top + 9}, {m_place.to, m_place.top + 4}, {m_place.to + 4, m_place.top + 9}}));
    const double side = grown(16);
    const QRectF label = m_place.label;
    const QRectF iconRect(m_look.rightToLeft ? label.right() - side : label.left(), y - side / 2, side, side);
    icon(painter, iconRect, QStringLiteral("rollback"), Role::Text);
    const QRectF words = m_look.rightToLeft ? label.adjusted(0, 0, -side - 4, 0) : label.adjusted(side + 4, 0, 0, 0);
    QString sentence = FlowWords::wayText(way, m_look.now, true);
    painter->setFont(fontOf(TextSize::Caption));
    if (painter->fontMetrics().horizontalAdvance(sentence) > words.width()) {
        sentence = FlowWords::wayText(way, m_look.now, false);
    }
    text(painter, words, sentence, TextSize::Caption, Role::Text);
}

void NotesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const bool extra = std::any_of(m_look.view.stages.begin(), m_look.view.stages.end(),
        [](const query::FlowStage& stage) { return stage.extra; });
    text(painter, placed(m_rect, 0, 0, -4, 18), extra ? FlowWords::tr("Extra states, beside the way") : QString(),
        TextSize::Strong, Role::Muted);
    double marksY = 64;
    if (!m_look.exporting) {
        const QString hints = FlowWords::tr("Drag a card onto a gate, or press P, to propose a promotion.")
            % QLatin1Char(' ') % FlowWords::tr("Return opens a version or a gate.");
        const int taken = lines(painter, placed(m_rect, 0, 21, -4, 17), hints, TextSize::Small, Role::Muted, 3);
        marksY = std::max(60.0, 24 + taken * QFontMetrics(fontOf(TextSize::Small)).height() / grown(1));
    }
    std::vector<std::pair<QString, QString>> marks;
    for (const query::FlowGate& gate : m_look.view.gates) {
        for (std::size_t n = 0; n < GateItem::shownApprovers(gate); ++n) {
            const query::FlowApprover& approver = gate.approvers[n];
            const QString mark = qs(approver.mark);
            const bool known =
                std::any_of(marks.begin(), marks.end(), [&](const auto& other) { return other.first == mark; });
            if (mark.isEmpty() || known) {
                continue;
            }
            marks.emplace_back(mark,
                mark == QLatin1String("REG")        ? FlowWords::tr("only regulated")
                    : mark == QLatin1String("HIGH") ? FlowWords::tr("only high risk")
                    : mark == QLatin1String("SEC")
                    ? FlowWords::tr("only with security review")
                    : FlowWords::tr("only with %1").arg(cleanName(qs(approver.when), 60)));
        }
    }
    double x = 0;
    for (const auto& [mark, words] : marks) {
        painter->setFont(fontOf(TextSize::Caption));
        const double width = painter->fontMetrics().horizontalAdvance(words) / grown(1);
        painter->setFont(fontOf(TextSize::Badge));
        const double box = painter->fontMetrics().horizontalAdvance(mark) / grown(1) + 8;
        if (grown(x + box + width + 20) > m_rect.width()) {
            continue; // a shorter one may still fit; the tool tips say them all
        }
        const QRectF rect = placed(m_rect, x, marksY, box, 16);
        paintMark(painter, rect, mark, Qt::AlignLeft);
        text(painter, placed(m_rect, x + box + 6, marksY - 1, width + 3, 18), words, TextSize::Caption, Role::Muted);
        x += box + width + 20;
    }
}

} // namespace cs::ui
