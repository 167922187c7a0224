// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

#include <QWidget>

namespace cs::ui {

/// One metric over time: the version under review against the one in production. Lines may zoom, and the scale says so.
/// @source visual.md section 8
class HistoryChart final : public QWidget {
    Q_OBJECT
public:
    explicit HistoryChart(QWidget* parent = nullptr);
    void setHistory(const query::MetricHistory& history, const QString& version, const QString& production);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Scale {
        double low = 0, high = 1;
        qint64 from = 0, to = 1;
        QRect plot;
        QPointF at(const query::MetricPoint& point) const;
    };
    Scale scale() const;
    void paintGrid(QPainter& painter, const Scale& scale) const;
    void paintSeries(
        QPainter& painter, const Scale& scale, const std::vector<query::MetricPoint>& points, bool own) const;

    query::MetricHistory m_history;
    QString m_version, m_production;
};

} // namespace cs::ui
