// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QKeySequence>
#include <QPushButton>

class QTimer;

namespace cs::ui {

/// A button of one of our kinds. It never becomes the default button of a dialog.
/// When it is off it stays in the tab order, and pressing it answers with the reason instead of acting.
/// Connect to triggered(), which keeps silent while the button is off or not armed; clicked() does not.
class Button final : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Outlined, Primary, Plain, Link, Crumb, OnTooltip, Destructive, DestructiveFilled };
    Q_ENUM(Kind)

    explicit Button(Kind kind, const QString& text = {}, QWidget* parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// Icon by name; with an empty text the button is square and needs an accessible name and a tool tip.
    void setIconName(const QString& name);
    /// Prints the keys on the button. It does not bind them: the command table does.
    void setShortcutHint(const QKeySequence& keys);
    void setSmall(bool small);

    /// Turns the button off with a full sentence that says why and what to do, or on again with an empty one.
    void setOffReason(const QString& reason);
    const QString& offReason() const { return m_offReason; }
    bool isOff() const { return !m_offReason.isEmpty(); }

    /// Takes text, icon, help and keys from @p action, follows its state (property "offReason"), and triggers
    /// it.
    void bindAction(QAction* action);

    /// Nothing triggers for @p ms after arm(); the edge fills meanwhile (at once with reduced motion, but the
    /// wait is the same). 0 turns it off.
    void setArmDelay(int ms);
    void arm();
    bool isArmed() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Pressed while on and armed.
    void triggered();
    /// Pressed while off.
    void refused(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Look {
        QColor fill;
        QColor edge;
        QColor text;
        Role icon;
    };
    Look look() const;
    void onClicked();
    void paintArming(QPainter& painter, const Look& look) const;
    void syncAction();
    int contentWidth() const;
    bool filled() const;
    bool textOnly() const;
    const QFont& labelFont() const;

    Kind m_kind;
    QString m_iconName;
    QString m_hint;
    QString m_offReason;
    bool m_small = false;
    int m_armDelayMs = 0;
    int m_armStep = 0;
    QTimer* m_armTimer = nullptr;
    QAction* m_action = nullptr;
};

} // namespace cs::ui
