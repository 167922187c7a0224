// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace cs::ui {

/// The part of a filter that is being typed, with a line under what is not understood.
class FilterEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent = nullptr);
    /// @param length 0: nothing is underlined
    void setFault(int from, int length);
    int faultLength() const { return m_length; }
    /// Pixels from the edge of the field to the character at @p position.
    int xOf(int position) const;

Q_SIGNALS:
    /// A key that the completion or the tokens may want. @p taken: it was used up.
    void keyOffered(QKeyEvent* event, bool* taken);
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int m_from = 0;
    int m_length = 0;
};

} // namespace cs::ui
