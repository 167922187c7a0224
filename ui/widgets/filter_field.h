// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace cs::ui {

class Label;

/// A field that narrows a list: funnel, text, clear, and how many of how many are left.
class FilterField final : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget* parent = nullptr);

    /// For example "55 of 112,408"; empty hides it.
    void setResultText(const QString& text);
    /// Marks the text as not understood and says why in the tool tip; empty takes the mark away.
    void setFault(const QString& sentence);

Q_SIGNALS:
    /// 150 ms after the last key, or at once on Return.
    void filterChanged(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void retranslate();
    void placeResult();
    void emitNow();

    Label* m_result;
    QAction* m_clear;
    QTimer* m_timer;
    QString m_sent;
};

} // namespace cs::ui
