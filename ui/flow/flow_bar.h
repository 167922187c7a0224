// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;

namespace cs::ui {

class Button;
class Label;

/// Which models the picture shows, as removable tokens; zoom, list, chart and export at the end.
class FlowBar final : public QWidget {
    Q_OBJECT
public:
    explicit FlowBar(QWidget* parent = nullptr);

    /// Choices and counts; keeps what is chosen.
    void setView(const query::FlowView& view);
    const query::FlowFilter& filter() const { return m_filter; }
    void setFilter(const query::FlowFilter& filter);
    void setZoom(double zoom);
    /// "picture", "list" or "pace": which button is down; zoom is for the picture alone.
    void setShown(const QString& what);

Q_SIGNALS:
    void filterChanged(const cs::query::FlowFilter& filter);
    void zoomAsked(int direction); ///< -1, +1; 0: the whole picture
    void shownAsked(const QString& what);
    void exportAsked(const QString& kind); ///< svg, png, print, csv

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillModels();
    void fillTokens();
    void addToken(const QString& words, const char* name, std::function<void(query::FlowFilter&)> remove);
    void showFilterMenu();
    void showExportMenu();
    void apply(query::FlowFilter filter);
    Button* makeButton(const QString& text, const QString& icon, const char* name, const QString& tip);

    query::FlowFilter m_filter;
    std::vector<std::pair<ModelId, std::string>> m_models;
    std::vector<std::string> m_domains, m_risks;
    QString m_modelName;
    QComboBox* m_model;
    Button* m_filters;
    QHBoxLayout* m_tokens;
    Label* m_count;
    Button* m_out;
    Label* m_zoom;
    Button* m_in;
    Button* m_fit;
    Button* m_list;
    Button* m_pace;
    Button* m_export;
};

/// What is closed, or will be, at the foot of the picture.
class FreezeStrip final : public QWidget {
    Q_OBJECT
public:
    explicit FreezeStrip(QWidget* parent = nullptr);
    void setFreezes(const std::vector<query::FlowFreeze>& freezes, UtcTime now);

Q_SIGNALS:
    void allAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    Label* m_words;
    Button* m_all;
};

} // namespace cs::ui
