// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QWidget>

namespace cs::ui {

struct StageLook {
    QString icon;
    Role role;
};
/// Icon and hue of the stage @p id of the policy; a workspace's own stage takes the grey of the first.
StageLook stageLook(const QString& id);

/// A stage's icon in its hue and its title in text colour, without a fill.
class StageChip final : public QWidget {
    Q_OBJECT
public:
    StageChip(const QString& id, const QString& title, QWidget* parent = nullptr);
    void setStage(const QString& id, const QString& title);
    QString title() const { return m_title; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
    QString m_title;
};

} // namespace cs::ui
