// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips/stage_chip.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QPainter>

namespace cs::ui {

namespace {

constexpr int gap = 6;

struct NamedStage {
    const char* id;
    const char* icon;
    Role role;
};

constexpr NamedStage namedStages[] = {{"dev", "stage-dev", Role::StDev}, {"staging", "stage-staging", Role::StStaging},
    {"canary", "stage-canary", Role::StCanary}, {"production", "stage-production", Role::StProduction},
    {"archived", "stage-archived", Role::StArchived}, {"restricted", "stage-restricted", Role::StRestricted},
    {"deprecated", "stage-deprecated", Role::StDeprecated}, {"retired", "stage-retired", Role::StRetired}};

} // namespace

StageLook stageLook(const QString& id)
{
    for (const NamedStage& stage : namedStages) {
        if (id == QLatin1String(stage.id)) {
            return {QString::fromLatin1(stage.icon), stage.role};
        }
    }
    return {QStringLiteral("tag"), Role::StDev};
}

StageChip::StageChip(const QString& id, const QString& title, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStage(id, title);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StageChip::setStage(const QString& id, const QString& title)
{
    m_id = id;
    m_title = title;
    setAccessibleName(tr("Stage %1").arg(title));
    updateGeometry();
    update();
}

QSize StageChip::sizeHint() const
{
    const QFontMetrics metrics(fontOf(Type::Body));
    return {scaled(16) + gap + metrics.horizontalAdvance(m_title) + 1, scaled(20)};
}

void StageChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageLook look = stageLook(m_id);
    const int icon = scaled(16);
    const QRect iconRect(0, (height() - icon) / 2, icon, icon);
    paintIcon(&painter, mirrored(iconRect, rect(), layoutDirection()), look.icon, look.role);
    painter.setFont(fontOf(Type::Body));
    painter.setPen(colorOf(Role::Text));
    const QRect words = rect().adjusted(icon + gap, 0, 0, 0);
    drawElided(&painter, mirrored(words, rect(), layoutDirection()), m_title, layoutDirection());
}

} // namespace cs::ui
