// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/cs_style.h"

#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int comboBefore = 8;
constexpr int comboAfter = 30;

void drawBox(QPainter* painter, const QRectF& rect, double radius, bool on, bool enabled)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const Role edge = !enabled ? Role::Border : on ? Role::Accent : Role::BorderControl;
    painter->setPen(QPen(colorOf(edge), 1));
    painter->setBrush(on && enabled ? colorOf(Role::Accent) : colorOf(Role::Surface));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void drawCheck(const QStyleOption* option, QPainter* painter)
{
    painter->save();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF r(option->rect);
    drawBox(painter, r, 3, on, enabled);
    painter->setPen(
        QPen(colorOf(enabled ? Role::AccentText : Role::Disabled), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&r](double x, double y) { return QPointF(r.x() + r.width() * x, r.y() + r.height() * y); };
    if (option->state & QStyle::State_On) {
        const QPointF tick[] = {at(0.26, 0.52), at(0.44, 0.69), at(0.75, 0.34)};
        painter->drawPolyline(tick, 3);
    } else if (option->state & QStyle::State_NoChange) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    }
    painter->restore();
}

void drawRadio(const QStyleOption* option, QPainter* painter)
{
    painter->save();
    const bool on = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF r(option->rect);
    drawBox(painter, r, r.width() / 2, false, enabled);
    if (on) {
        painter->setPen(QPen(colorOf(enabled ? Role::Accent : Role::Disabled), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(r.adjusted(0.5, 0.5, -0.5, -0.5));
        painter->setPen(Qt::NoPen);
        painter->setBrush(colorOf(enabled ? Role::Accent : Role::Disabled));
        const double inset = r.width() * 0.25;
        painter->drawEllipse(r.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

void drawFocusFrame(const QStyleOption* option, QPainter* painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colorOf(Role::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 6, 6);
    painter->restore();
}

void drawCombo(const QStyleOptionComboBox* option, QPainter* painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hot = enabled && (option->state & QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colorOf(enabled ? Role::BorderControl : Role::Border), 1));
    painter->setBrush(colorOf(hot ? Role::Hover : Role::Surface));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->restore();
    const int side = 16;
    const QRect box = option->rect;
    const QRect arrow(box.right() - 8 - side, box.center().y() - side / 2 + 1, side, side);
    paintIcon(painter, QStyle::visualRect(option->direction, box, arrow), QStringLiteral("chevron-down"),
        enabled ? Role::Text : Role::Disabled);
}

void drawScrollBar(const QStyle& style, const QStyleOptionSlider* option, QPainter* painter, const QWidget* widget)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRect handle = style.subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    const bool hot = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->setBrush(colorOf(hot ? Role::Muted : Role::BorderControl));
    if (option->maximum > option->minimum) {
        painter->drawRoundedRect(QRectF(handle).adjusted(2, 2, -2, -2), 3, 3);
    }
    painter->restore();
}

} // namespace

CsStyle::CsStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void CsStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_FocusFrame) {
        drawFocusFrame(option, painter);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CsStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_FrameFocusRect:
        return; // one ring for all: CE_FocusFrame, or the view's own current cell
    case PE_IndicatorArrowDown:
        paintIcon(painter, option->rect, QStringLiteral("chevron-down"), Role::Text);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CsStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*this, bar, painter, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            box != nullptr && !box->editable) {
            drawCombo(box, painter);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize CsStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    if (type == CT_ComboBox) {
        return {contents.width() + comboBefore + comboAfter, Theme::instance().px(30)};
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int CsStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Theme::instance().px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 6;
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_MenuBarItemSpacing:
    case PM_MenuBarHMargin:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_SplitterWidth:
        return 5;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CsStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 600;
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect CsStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const
{
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField) {
        return visualRect(option->direction, option->rect, option->rect.adjusted(comboBefore, 1, -comboAfter, -1));
    }
    if (control != CC_ScrollBar) {
        return QProxyStyle::subControlRect(control, option, sub, widget);
    }
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr) {
        return QProxyStyle::subControlRect(control, option, sub, widget);
    }
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int least = std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    const auto whole = static_cast<qint64>(range) + bar->pageStep;
    const int slider = range <= 0 || whole <= 0
        ? length
        : std::clamp(static_cast<int>(static_cast<qint64>(length) * bar->pageStep / whole), least, length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto part = [&](int from, int size) {
        const QRect r = across ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, r.translated(bar->rect.topLeft()));
    };
    switch (sub) {
    case SC_ScrollBarSlider:
        return part(start, slider);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + slider, length - start - slider);
    default:
        return {}; // no arrows
    }
}

} // namespace cs::ui
