// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class Label;
class OffReason;

/// One way out of an alarm: title, what it does, what stands under it, one button with why it is off.
class WayCard final : public QWidget {
    Q_OBJECT
public:
    WayCard(const QString& name, const QString& title, const QString& text, QWidget* parent = nullptr);
    /// Under the text; takes ownership.
    void addContent(QWidget* content);
    /// The one button. @param name its object name
    Button* setVerb(Button::Kind kind, const QString& verb, const QString& icon, const QString& name);
    void setOffReason(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
    Button* m_button = nullptr;
    OffReason* m_off = nullptr;
};

} // namespace cs::ui
