// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace cs::ui {

class Label;

/// The head of a pane, 36 high: a title, something small beside it, controls at the end.
class PanelHead final : public QWidget {
    Q_OBJECT
public:
    explicit PanelHead(const QString& title, const QString& second = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setSecond(const QString& second);
    /// Adds a control at the end; takes ownership.
    void addWidget(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    Label* m_second;
    QHBoxLayout* m_row;
};

} // namespace cs::ui
