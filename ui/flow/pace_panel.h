// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"

#include <QWidget>

class QTableWidget;

namespace cs::ui {

/// Promotions a week as bars, and from proposal to execution by gate as ranges; small painted charts.
/// @source visual.md section 8
class PaceChart final : public QWidget {
    Q_OBJECT
public:
    explicit PaceChart(QWidget* parent = nullptr);
    void setPace(const query::FlowPace& pace);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWeeks(QPainter& painter, const QRect& area) const;
    void paintLeads(QPainter& painter, const QRect& area) const;
    void paintLead(QPainter& painter, const QRect& row, const query::FlowLead& lead, double longest) const;

    query::FlowPace m_pace;
};

/// The charts and, beside them, the same numbers as tables.
class PacePanel final : public QWidget {
    Q_OBJECT
public:
    explicit PacePanel(QWidget* parent = nullptr);
    void setPace(const query::FlowPace& pace);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTableWidget* makeTable(const char* name, const QString& accessible);
    PaceChart* m_chart;
    QTableWidget* m_weeks;
    QTableWidget* m_leads;
};

} // namespace cs::ui
