// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QDialog>
#include <QPointer>

class QHBoxLayout;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace cs::ui {

class Label;

/// A dialog over the dimmed window it belongs to. Opened with open(), never exec(). It has no default button:
/// Return does nothing unless a focused button or field takes it. Escape cancels.
class Sheet : public QDialog {
    Q_OBJECT
public:
    explicit Sheet(QWidget* parent);
    ~Sheet() override;

    void setTitle(const QString& title, const QString& subtitle = {});
    /// The content, scrolled if it does not fit; takes ownership.
    void setBody(QWidget* body);
    /// A widget at the start of the foot; takes ownership.
    void setFootNote(QWidget* note);
    /// Adds a button to the foot; Cancel first, the verb last. @returns it, owned by the sheet.
    Button* addFootButton(Button::Kind kind, const QString& text, const QString& icon = {});
    /// Width in pixels at 13 px text; 660 unless set.
    void setSheetWidth(int px);

    /// No key is taken for @p ms after the sheet appears or its window becomes active again, and @p armed (if
    /// any) does not trigger meanwhile. For signatures. Escape is always taken.
    void setKeyGuard(int ms, Button* armed = nullptr);
    bool isGuarded() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Scrim;
    void startGuard();
    void fit();

    QPointer<Scrim> m_scrim;
    Label* m_title;
    Label* m_subtitle;
    QVBoxLayout* m_column;
    QScrollArea* m_scroll;
    QWidget* m_foot;
    QHBoxLayout* m_footRow;
    QTimer* m_guard = nullptr;
    int m_guardMs = 0;
    int m_width = 660;
    QPointer<Button> m_armed;
};

} // namespace cs::ui
