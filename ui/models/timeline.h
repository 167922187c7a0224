// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

/// The main line of stages with the one that the version is in.
class LifecycleLine final : public QWidget {
    Q_OBJECT
public:
    explicit LifecycleLine(QWidget* parent = nullptr);
    void setSteps(const std::vector<query::LifecycleStep>& steps);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<query::LifecycleStep> m_steps;
};

/// The stages that the version has been in, newest first: since when, for how long, why, by whose signatures.
class Timeline final : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    void setStages(const std::vector<query::StageStep>& stages, UtcTime now);

Q_SIGNALS:
    void entryAsked(qint64 entry);
    void promotionAsked(const QString& id);

private:
    QWidget* makeStep(const query::StageStep& step, bool last, UtcTime now);

    QVBoxLayout* m_column;
};

} // namespace cs::ui
