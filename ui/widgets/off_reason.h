// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace cs::ui {

class Label;

/// "Off because: …" beside or under a button that is off. Hidden while there is no reason. Reached by Tab, so
/// that a screen reader meets the reason where the button is.
class OffReason final : public QWidget {
    Q_OBJECT
public:
    explicit OffReason(QWidget* parent = nullptr);
    void setReason(const QString& reason);
    QString reason() const { return m_reason; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_reason;
    Label* m_label;
};

} // namespace cs::ui
