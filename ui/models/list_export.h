// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

namespace cs::ui {

class Prompter;
class ProgressRow;

/// Asks for a file and lets the workspace write the list into it: CSV, JSON or a spreadsheet by the file's ending. A
/// long one shows how far it is and can be cancelled.
class ListExport final : public QWidget {
    Q_OBJECT
public:
    ListExport(WorkspaceService& service, Prompter& prompter, QWidget* parent = nullptr);
    void start(std::vector<VersionId> ids, std::vector<std::string> columns);

Q_SIGNALS:
    /// @param icon of the notice, @param text what happened
    void done(const QString& icon, const QString& text);

private:
    void run(const QString& path, std::vector<VersionId> ids, std::vector<std::string> columns);

    WorkspaceService& m_service;
    Prompter& m_prompter;
    ProgressRow* m_progress;
    bool m_running = false;
};

} // namespace cs::ui
