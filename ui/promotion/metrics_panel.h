// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace cs::ui {

class Banner;
class Face;
class Label;
class MetricsChart;
class Segments;

/// The comparison against production as a chart with its twin, the table; above it what got worse.
class MetricsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit MetricsPanel(QWidget* parent = nullptr);
    void setPromotion(const query::PromotionView& promotion);

private:
    void setWorse(const query::PromotionView& promotion);
    void setTable(const query::PromotionView& promotion);

    Banner* m_banner;
    Label* m_title;
    Label* m_second;
    Segments* m_segments;
    QStackedWidget* m_stack;
    MetricsChart* m_chart;
    QWidget* m_table = nullptr;
    Face* m_face;
};

} // namespace cs::ui
