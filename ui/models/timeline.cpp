// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline.h"

#include "ui/widgets/button.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QPainter>

namespace cs::ui {

LifecycleLine::LifecycleLine(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("lifecycleLine"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&LifecycleLine::update));
}

void LifecycleLine::setSteps(const std::vector<query::LifecycleStep>& steps)
{
    m_steps = steps;
    QString now;
    for (const query::LifecycleStep& step : steps) {
        if (step.current) {
            now = cleanName(qs(step.label), 60);
        }
    }
    setAccessibleName(tr("Lifecycle: now in %1").arg(now));
    update();
}

QSize LifecycleLine::sizeHint() const
{
    return {scaled(560), scaled(46)};
}

void LifecycleLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPanel(&painter, QRectF(rect()), 4, QColor(), colorOf(Role::Border));
    if (m_steps.empty()) {
        return;
    }
    const int count = static_cast<int>(m_steps.size());
    std::vector<int> widths;
    int used = 0;
    for (const query::LifecycleStep& step : m_steps) {
        const QFontMetrics metrics(fontOf(step.current ? Type::Strong : Type::Body));
        widths.push_back(scaled(22) + metrics.horizontalAdvance(cleanName(qs(step.label), 40)));
        used += widths.back();
    }
    const int inside = width() - 2 * scaled(18);
    const bool icons = used + (count - 1) * scaled(24) > inside; // too narrow for every word: only the present one
    if (icons) {
        used = 0;
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            widths[i] = m_steps[i].current ? widths[i] : scaled(18);
            used += widths[i];
        }
    }
    const int gap = count > 1 ? std::max(scaled(8), (inside - used) / (count - 1)) : 0;
    int x = scaled(18);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const query::LifecycleStep& step = m_steps[i];
        const StageLook look = stageLook(qs(step.stage));
        const bool seen = step.visited || step.current;
        const QRect icon(x, (height() - scaled(16)) / 2, scaled(16), scaled(16));
        paintIcon(&painter, mirrored(icon, rect(), layoutDirection()), look.icon, seen ? look.role : Role::Muted);
        if (!icons || step.current) {
            painter.setFont(fontOf(step.current ? Type::Strong : Type::Body));
            painter.setPen(colorOf(seen ? Role::Text : Role::Muted));
            const QRect text(x + scaled(22), 0, widths[i] - scaled(22) + 2, height());
            drawElided(
                &painter, mirrored(text, rect(), layoutDirection()), cleanName(qs(step.label), 40), layoutDirection());
        }
        x += widths[i];
        if (i + 1 < m_steps.size()) {
            const bool done = seen && m_steps[i + 1].visited;
            const QRect line(x + scaled(8), height() / 2 - 1, std::max(0, gap - scaled(16)), 2);
            painter.fillRect(mirrored(line, rect(), layoutDirection()),
                done ? colorOf(stageLook(qs(m_steps[i + 1].stage)).role) : colorOf(Role::Border));
            x += gap;
        }
    }
}

Timeline::Timeline(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("stageTimeline"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void Timeline::setStages(const std::vector<query::StageStep>& stages, UtcTime now)
{
    clearLayout(m_column);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        m_column->addWidget(makeStep(stages[i], i + 1 == stages.size(), now));
    }
}

QWidget* Timeline::makeStep(const query::StageStep& step, bool last, UtcTime now)
{
    auto* widget = new QWidget(this);
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(2, 0, 0, 0);
    row->setSpacing(12);
    auto* rail = new QVBoxLayout;
    rail->setSpacing(2);
    const StageLook look = stageLook(qs(step.stage));
    rail->addWidget(new IconLabel(look.icon, look.role, widget), 0, Qt::AlignHCenter);
    if (last) {
        rail->addStretch(1);
    } else {
        rail->addWidget(new Line(Qt::Vertical, widget), 1, Qt::AlignHCenter);
    }
    row->addLayout(rail);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->setContentsMargins(0, 0, 0, 12);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(cleanName(qs(step.stageLabel), 60), Type::Medium));
    const QString stay = durationText(step.until.value_or(now).msSince(step.since));
    //: since when, and for how long
    auto* since = new Label(
        step.until ? tr("%1, for %2").arg(utcText(step.since), stay) : tr("since %1").arg(utcText(step.since)),
        Type::Body, Role::Muted);
    since->setToolTip(utcExact(step.since));
    head->addWidget(since, 1);
    words->addLayout(head);
    auto* facts = new FlowLayout(6);
    const QString cause = qs(step.cause);
    if (step.promotion) {
        auto* promotion = new Button(Button::Kind::Link, tr("Promotion #%1").arg(step.promotionNumber));
        promotion->setObjectName(QStringLiteral("stagePromotion"));
        connect(promotion, &Button::triggered, this,
            [this, id = qs(step.promotion->text())] { Q_EMIT promotionAsked(id); });
        facts->addWidget(promotion);
    }
    const QString why = cause == QLatin1String("registered") ? tr("registered by")
        : cause == QLatin1String("rollback")                 ? tr("rolled back")
        : cause == QLatin1String("supersession")             ? tr("another version took its place")
        : cause == QLatin1String("reinstated")               ? tr("reinstated by a rollback")
        : step.by.empty()                                    ? tr("executed")
                                                             : tr("approved by");
    facts->addWidget(new Label(why, Type::Body, Role::Muted));
    for (const query::PersonView& person : step.by) {
        auto* badge = new RoleBadge(qs(person.role), roleOrName(person), whoOf(person));
        badge->setAccessibleName(roleOrName(person));
        facts->addWidget(badge);
    }
    auto* entry = new Button(Button::Kind::Link, tr("entry %1").arg(countText(step.entry)));
    entry->setObjectName(QStringLiteral("stageEntry"));
    connect(entry, &Button::triggered, this, [this, at = step.entry] { Q_EMIT entryAsked(at); });
    facts->addWidget(entry);
    words->addLayout(facts);
    row->addLayout(words, 1);
    return widget;
}

} // namespace cs::ui
