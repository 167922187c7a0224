// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace cs::ui {

/// What is dragged, and what a drop here would do or why it would not; follows the pointer.
class DragNote final : public QWidget {
    Q_OBJECT
public:
    explicit DragNote(QWidget* parent);
    /// @param refused an icon says so besides the words.
    void setNote(const QString& name, const QString& sentence, bool allowed, bool refused);
    const QString& sentence() const { return m_sentence; }
    void follow(const QPoint& pointer);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name, m_sentence;
    bool m_allowed = false, m_refused = false;
};

} // namespace cs::ui
