// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QWidget>

namespace cs::ui {

/// Candidate against production, one row a metric, each on its own scale and said so: allowed range as a band, bound
/// as a dashed line, production a hollow square, candidate a disc. @source visual.md section 8
class MetricsChart final : public QWidget {
    Q_OBJECT
public:
    explicit MetricsChart(QWidget* parent = nullptr);
    void setMetrics(const std::vector<query::MetricRow>& rows, const QString& candidate, const QString& production);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bound {
        bool upper = false; ///< allowed below it
        double value = 0;
    };
    static std::optional<Bound> boundOf(const query::MetricRow& row);
    struct Columns {
        QRect name, plot, candidate, production, bound;
    };
    Columns columns() const;
    void paintHead(QPainter& painter, const Columns& columns) const;
    void paintRow(QPainter& painter, const Columns& columns, const query::MetricRow& row, int top) const;
    void paintPlot(QPainter& painter, const QRect& plot, const query::MetricRow& row) const;
    void paintLegend(QPainter& painter) const;
    QString rowSentence(const query::MetricRow& row) const;

    std::vector<query::MetricRow> m_rows;
    bool m_bounded = false; ///< a gate reads at least one of them
    QString m_candidate;
    QString m_production;
};

} // namespace cs::ui
