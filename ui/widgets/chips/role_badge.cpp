// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips/role_badge.h"

#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace cs::ui {

namespace {

struct Code {
    const char* id;
    const char* code;
};

constexpr Code codes[] = {{"ml_engineer", "ME"}, {"tech_lead", "TL"}, {"product_owner", "PO"}, {"business_owner", "BO"},
    {"security", "SE"}, {"compliance_officer", "CO"}, {"model_risk_manager", "MR"}, {"model_risk_committee", "RC"},
    {"platform_team", "PT"}, {"auditor", "AU"}, {"administrator", "AD"}, {"automation", "CI"}, {"watch_agent", "WA"},
    {"registry_sync", "RS"}, {"export", "EX"}, {"log", "LG"}};

} // namespace

QString roleCode(const QString& id)
{
    for (const Code& code : codes) {
        if (id == QLatin1String(code.id)) {
            return QString::fromLatin1(code.code);
        }
    }
    const QStringList parts = id.split(QLatin1Char('_'), Qt::SkipEmptyParts);
    if (parts.size() >= 2) {
        const QString initials = parts.at(0).left(1) + parts.at(1).left(1);
        return initials.toUpper();
    }
    return id.left(2).toUpper();
}

QRect paintRoleBadge(
    QPainter* painter, const QRect& rect, const QString& roleId, Who who, Qt::LayoutDirection direction)
{
    const int side = std::min(rect.height(), scaled(22));
    const QRect badge = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, {side, side}, rect);
    painter->save();
    const bool me = who == Who::Me;
    const double radius = who == Who::Service ? side / 2.0 : 4;
    drawPanel(painter, badge, radius, colorOf(me ? Role::Accent : Role::PendingTint),
        colorOf(me ? Role::Accent : Role::Pending));
    painter->setFont(fontOf(Type::Badge));
    painter->setPen(colorOf(me ? Role::AccentText : Role::Pending));
    painter->drawText(badge, Qt::AlignCenter, roleCode(roleId));
    painter->restore();
    return badge;
}

RoleBadge::RoleBadge(const QString& roleId, const QString& title, Who who, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRole(roleId, title, who);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RoleBadge::setRole(const QString& roleId, const QString& title, Who who)
{
    m_roleId = roleId;
    m_who = who;
    setToolTip(title);
    setAccessibleName(who == Who::Me ? tr("%1 (you)").arg(title) : title);
    update();
}

void RoleBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintRoleBadge(&painter, rect(), m_roleId, m_who, layoutDirection());
}

} // namespace cs::ui
