// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QObject>

#include <memory>
#include <vector>

class QAction;

namespace cs::ui {

/// All user actions. Menus, shortcuts, the palette and the shortcut sheet are made from it; keys are bound
/// here alone.
class CommandTable final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        Command command;
        QByteArray context; ///< navigation id of the page it belongs to; empty: everywhere
        QString offReason;
        QAction* action = nullptr;
        QAction* refusal = nullptr; ///< answers the same keys while the command is off
    };

    /// @param window the actions' shortcuts work in.
    explicit CommandTable(QWidget* window);

    /// Adds a command; a second one with the same id replaces text, help and handler of the first.
    QAction* add(const QByteArray& context, const Command& command);
    /// The page that is shown: commands of other pages are hidden and their keys free.
    void setContext(const QByteArray& context);
    const QByteArray& context() const { return m_context; }

    /// Off with a full sentence, on with an empty one. Unknown ids are a bug and are reported.
    void setOffReason(const QByteArray& id, const QString& reason);
    QAction* action(const QByteArray& id) const;
    const Entry* find(const QByteArray& id) const;
    /// Runs the command, or answers with refused() if it is off.
    void run(const QByteArray& id);

    /// Commands of the current context, in the order they were added.
    std::vector<const Entry*> available() const;
    const std::vector<std::unique_ptr<Entry>>& all() const { return m_entries; }
    /// One sentence (English, for tests and logs) for each pair of commands that would answer the same keys.
    QStringList conflicts() const;

Q_SIGNALS:
    void refused(const QString& reason);

private:
    Entry* findMutable(const QByteArray& id) const;
    void sync(Entry& entry) const;

    QWidget* m_window;
    QByteArray m_context;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace cs::ui
