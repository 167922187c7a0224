// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/roles.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace cs::ui {

class StatusCell;

/// Which kind of workspace it is; demo and single wear a mark everywhere.
enum class Mode { Team, Single, Demo };

/// What the foot of the window says. Empty texts have no cell.
struct ShellStatus {
    enum class Verification { Unknown, Running, Verified, Failed };

    Mode mode = Mode::Team;
    QString workspace; ///< name; empty: no workspace is open
    QString condition; ///< "Read-only", "Offline since 13:52": at the start, in words
    QString identity; ///< "Model-risk manager (example)"
    QString keyState; ///< "key unlocked"
    bool keyUnlocked = false;
    QString source; ///< "Read from this computer"
    QString treeHead; ///< "Tree head 1,284 · 9f3c61ab"
    Verification verification = Verification::Unknown;
    QString verificationText; ///< "Verified 14:02"
};

/// Facts about the open workspace; each opens the screen that explains it.
class StatusStrip final : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(QWidget* parent = nullptr);
    void setStatus(const ShellStatus& status);
    const ShellStatus& status() const { return m_status; }

Q_SIGNALS:
    /// One of "mode", "condition", "workspace", "identity", "source", "treehead", "verification".
    void cellActivated(const QByteArray& cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    StatusCell* addCell(const QByteArray& id);
    void refresh();

    QHBoxLayout* m_row;
    QHash<QByteArray, StatusCell*> m_cells;
    ShellStatus m_status;
};

} // namespace cs::ui
