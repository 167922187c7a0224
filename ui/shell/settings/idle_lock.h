// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTimer;

namespace cs {

class WorkspaceService;

} // namespace cs

namespace cs::ui {

class Preferences;

/// Locks the opened key after the set time without a key press or a click in the program. (The key ring forgets a key
/// after ten minutes without a signature in any case.)
class IdleLock final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    IdleLock(WorkspaceService& service, Preferences& preferences, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// For tests.
    QTimer* timer() { return m_timer; }

private:
    void restart();

    Preferences& m_preferences;
    QTimer* m_timer;
};

} // namespace cs::ui
