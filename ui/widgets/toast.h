// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QTimer;

namespace cs::ui {

class Button;
class Label;

/// Something that happened and needs no choice. Errors that need one are a banner or a face, never this.
struct Notice {
    QString icon;
    QString text;
    QString actionText; ///< empty: none
    std::function<void()> action;
};

/// Shows notices at the bottom centre of a window, one at a time, for six seconds (longer while hovered or
/// focused), tells screen readers, and keeps the list.
class Toast final : public QWidget {
    Q_OBJECT
public:
    explicit Toast(QWidget* window);

    void post(const Notice& notice);
    /// All notices since the start, oldest first; at most 200.
    const std::vector<Notice>& history() const { return m_history; }
    /// Room to leave free at the bottom of the window, in pixels.
    void setBottomInset(int px);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    void restart();

    Label* m_text;
    Button* m_action;
    QTimer* m_timer;
    QString m_icon;
    int m_inset = 0;
    std::function<void()> m_run;
    std::vector<Notice> m_history;
};

} // namespace cs::ui
