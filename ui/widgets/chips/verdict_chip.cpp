// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips/verdict_chip.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace cs::ui {

namespace {

constexpr int side = 6;
constexpr int gap = 4;

} // namespace

VerdictLook verdictLook(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return {QStringLiteral("passed"), Role::Passed, Role::PassedTint};
    case Verdict::Pending:
        return {QStringLiteral("pending"), Role::Pending, Role::PendingTint};
    case Verdict::Failed:
        return {QStringLiteral("failed"), Role::Failed, Role::FailedTint};
    case Verdict::Stale:
        return {QStringLiteral("stale"), Role::Stale, Role::StaleTint};
    case Verdict::Vetoed:
        return {QStringLiteral("vetoed"), Role::Vetoed, Role::VetoedTint};
    case Verdict::Overridden:
        return {QStringLiteral("overridden"), Role::Overridden, Role::OverriddenTint};
    case Verdict::Frozen:
        return {QStringLiteral("frozen"), Role::Frozen, Role::FrozenTint};
    case Verdict::NotApplicable:
        break;
    }
    return {QStringLiteral("not-applicable"), Role::Na, Role::NaTint};
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        //: verdict of a check or gate
        return VerdictChip::tr("Passed");
    case Verdict::Pending:
        //: verdict of a check or gate: not known yet
        return VerdictChip::tr("Pending");
    case Verdict::Failed:
        //: verdict of a check or gate
        return VerdictChip::tr("Failed");
    case Verdict::Stale:
        //: verdict: was true, rests on something that changed
        return VerdictChip::tr("Stale");
    case Verdict::Vetoed:
        //: verdict: refused by a person
        return VerdictChip::tr("Vetoed");
    case Verdict::Overridden:
        //: verdict: let through by an emergency procedure
        return VerdictChip::tr("Overridden");
    case Verdict::Frozen:
        //: verdict: closed by a freeze
        return VerdictChip::tr("Frozen");
    case Verdict::NotApplicable:
        break;
    }
    //: verdict: the rule does not apply here
    return VerdictChip::tr("Not applicable");
}

QSize verdictChipSize(const QString& text)
{
    const int width = QFontMetrics(fontOf(Type::SmallMedium)).horizontalAdvance(text);
    return {width + scaled(16) + gap + 2 * side, scaled(20)};
}

QRect paintVerdictChip(QPainter* painter, const QRect& rect, Verdict verdict, const QString& text,
    Qt::LayoutDirection direction, Qt::Alignment alignment)
{
    const VerdictLook look = verdictLook(verdict);
    const QRect chip = QStyle::alignedRect(direction, alignment, verdictChipSize(text).boundedTo(rect.size()), rect);
    painter->save();
    drawPanel(painter, chip, 3, colorOf(look.tint), QColor());
    const int icon = scaled(16);
    const QRect iconRect(chip.left() + side, chip.top() + (chip.height() - icon) / 2, icon, icon);
    paintIcon(painter, mirrored(iconRect, chip, direction), look.icon, look.role);
    painter->setFont(fontOf(Type::SmallMedium));
    painter->setPen(colorOf(look.role));
    const QRect words = chip.adjusted(side + icon + gap, 0, -side + 1, 0);
    drawElided(painter, mirrored(words, chip, direction), text, direction);
    painter->restore();
    return chip;
}

VerdictChip::VerdictChip(Verdict verdict, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_verdict(verdict)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
    connect(&Theme::instance(), &Theme::changed, this, &VerdictChip::refresh);
}

void VerdictChip::setVerdict(Verdict verdict, const QString& text)
{
    m_verdict = verdict;
    m_text = text;
    refresh();
}

void VerdictChip::refresh()
{
    setAccessibleName(m_text.isEmpty() ? verdictWord(m_verdict) : tr("%1, %2").arg(verdictWord(m_verdict), m_text));
    updateGeometry();
    update();
}

QSize VerdictChip::sizeHint() const
{
    return verdictChipSize(text());
}

void VerdictChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintVerdictChip(&painter, rect(), m_verdict, text(), layoutDirection());
}

void VerdictChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
