// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands/command_table.h"

#include "ui/widgets/theme/icons.h"

#include <QAction>
#include <QWidget>

namespace cs::ui {

CommandTable::CommandTable(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

QAction* CommandTable::add(const QByteArray& context, const Command& command)
{
    Entry* entry = findMutable(command.id);
    if (entry == nullptr) {
        m_entries.push_back(std::make_unique<Entry>());
        entry = m_entries.back().get();
        entry->action = new QAction(this);
        entry->action->setObjectName(QString::fromLatin1(command.id));
        entry->refusal = new QAction(this);
        m_window->addAction(entry->action);
        m_window->addAction(entry->refusal);
        connect(entry->action, &QAction::triggered, this, [entry] {
            if (entry->command.run) {
                entry->command.run();
            }
        });
        connect(entry->refusal, &QAction::triggered, this, [this, entry] { Q_EMIT refused(entry->offReason); });
    }
    entry->context = context;
    entry->command = command;
    sync(*entry);
    return entry->action;
}

void CommandTable::sync(Entry& entry) const
{
    const bool here = entry.context.isEmpty() || entry.context == m_context;
    const bool off = !entry.offReason.isEmpty();
    QAction* action = entry.action;
    action->setText(entry.command.text);
    if (!entry.command.icon.isEmpty()) {
        action->setIcon(icon(entry.command.icon));
    }
    action->setShortcuts(entry.command.keys);
    const QString keys =
        entry.command.keys.isEmpty() ? QString() : entry.command.keys.first().toString(QKeySequence::NativeText);
    const QString name = keys.isEmpty() ? entry.command.text : tr("%1 (%2)").arg(entry.command.text, keys);
    const QString second = off ? entry.offReason : entry.command.help;
    action->setToolTip(second.isEmpty() ? name : QString(name + QLatin1Char('\n') + second));
    action->setStatusTip(second);
    action->setProperty("offReason", entry.offReason);
    action->setVisible(here);
    action->setEnabled(here && !off);
    entry.refusal->setShortcuts(entry.command.keys);
    entry.refusal->setEnabled(here && off);
}

void CommandTable::setContext(const QByteArray& context)
{
    m_context = context;
    for (const auto& entry : m_entries) {
        sync(*entry);
    }
}

void CommandTable::setOffReason(const QByteArray& id, const QString& reason)
{
    Entry* entry = findMutable(id);
    if (entry == nullptr) {
        qWarning("no command with the id %s", id.constData());
        return;
    }
    entry->offReason = reason;
    sync(*entry);
}

CommandTable::Entry* CommandTable::findMutable(const QByteArray& id) const
{
    for (const auto& entry : m_entries) {
        if (entry->command.id == id) {
            return entry.get();
        }
    }
    return nullptr;
}

const CommandTable::Entry* CommandTable::find(const QByteArray& id) const
{
    return findMutable(id);
}

QAction* CommandTable::action(const QByteArray& id) const
{
    const Entry* entry = findMutable(id);
    return entry != nullptr ? entry->action : nullptr;
}

void CommandTable::run(const QByteArray& id)
{
    const Entry* entry = findMutable(id);
    if (entry == nullptr) {
        return;
    }
    if (!entry->offReason.isEmpty()) {
        Q_EMIT refused(entry->offReason);
        return;
    }
    entry->action->trigger();
}

std::vector<const CommandTable::Entry*> CommandTable::available() const
{
    std::vector<const Entry*> here;
    for (const auto& entry : m_entries) {
        if (entry->context.isEmpty() || entry->context == m_context) {
            here.push_back(entry.get());
        }
    }
    return here;
}

QStringList CommandTable::conflicts() const
{
    QStringList found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (std::size_t j = i + 1; j < m_entries.size(); ++j) {
            const Entry& a = *m_entries[i];
            const Entry& b = *m_entries[j];
            const bool together = a.context.isEmpty() || b.context.isEmpty() || a.context == b.context;
            for (const QKeySequence& keys : a.command.keys) {
                if (together && b.command.keys.contains(keys)) {
                    found.append(QStringLiteral("%1 and %2 both answer %3")
                                     .arg(QString::fromLatin1(a.command.id), QString::fromLatin1(b.command.id),
                                         keys.toString(QKeySequence::PortableText)));
                }
            }
        }
    }
    return found;
}

} // namespace cs::ui
