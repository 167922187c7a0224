// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace cs::ui {

/// Moves one focus ring to whatever the keyboard has reached. Pointer clicks show none.
/// Item views and fields draw their own; set the property "ownFocus" on a widget that does too.
class FocusRing final : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* application);
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// The widget that wears the ring now, or null. For tests.
    static QWidget* wearer();

private:
    void moveTo(QWidget* widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace cs::ui
