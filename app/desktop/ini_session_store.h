// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window/session_store.h"

#include <QSettings>
#include <QString>

namespace cs::app {

/// How the window was left, and which workspaces were open, in the user's configuration folder. Never a secret.
class IniSessionStore final : public ui::SessionStore {
public:
    IniSessionStore();
    QByteArray value(const QByteArray& key) const override;
    void setValue(const QByteArray& key, const QByteArray& value) override;

    /// Where the program's settings lie.
    QString folder() const;
    /// Paths of the workspaces that were open, latest first, at most eight.
    QStringList recent() const;
    void addRecent(const QString& path);

private:
    QSettings m_settings;
};

} // namespace cs::app
