// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QWidget>

namespace cs::ui {

/// Whose role a badge shows: a person's, the signed-in person's, a service's.
enum class Who { Person, Me, Service };

/// The two letters of role @p id ("MR" for model_risk_manager); the initials of an unknown one.
QString roleCode(const QString& id);

/// Draws a badge of the height of @p rect at its start, for delegates. @returns the rectangle it took.
QRect paintRoleBadge(
    QPainter* painter, const QRect& rect, const QString& roleId, Who who, Qt::LayoutDirection direction);

/// A role by its code; the title stands beside it or in the tool tip.
class RoleBadge final : public QWidget {
    Q_OBJECT
public:
    RoleBadge(const QString& roleId, const QString& title, Who who = Who::Person, QWidget* parent = nullptr);
    void setRole(const QString& roleId, const QString& title, Who who);
    QSize sizeHint() const override { return {scaled(22), scaled(22)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_roleId;
    Who m_who = Who::Person;
};

} // namespace cs::ui
