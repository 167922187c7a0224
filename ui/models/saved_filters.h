// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace cs::ui {

/// Named filters of each workspace, in the order in which they were made. Kept with the page's state.
class SavedFilters final {
public:
    struct Saved {
        QString name, filter;
        bool operator==(const Saved&) const = default;
    };
    /// @param workspace id of the workspace that is open
    void setWorkspace(const QString& workspace) { m_workspace = workspace; }
    const std::vector<Saved>& all() const;
    /// Takes the place of one with the same name.
    void add(const Saved& saved);
    void remove(const QString& name);

    /// JSON, and back; anything else is ignored.
    QByteArray save() const;
    void restore(const QByteArray& state);

private:
    QString m_workspace;
    QMap<QString, std::vector<Saved>> m_saved;
};

} // namespace cs::ui
