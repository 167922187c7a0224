// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/toast.h"

#include <QByteArray>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace cs::ui {

/// In which menu of the window a command stands.
enum class MenuPlace { File, Edit, View, Go, Promotion, Ledger, Tools, Help, None };

/// A user action. Menus, shortcuts, palette and the shortcut sheet come from it; nothing else binds keys.
struct Command {
    QByteArray id; ///< "approval.approve": stable, in C locale
    QString text; ///< translated, sentence case, a verb first; "…" when something is asked before it happens
    QString help; ///< translated, one full sentence
    QString icon; ///< icon name, may be empty
    QList<QKeySequence> keys;
    MenuPlace menu = MenuPlace::None;
    std::function<void()> run;
};

/// Something the palette can go to.
struct Destination {
    QString icon;
    QString text; ///< "mortgage-approval v14"
    QString second; ///< "version, canary"
    QByteArray navigationId;
    QString target; ///< handed to Page::open()
};

/// A screen as the shell sees it. Screens know the shell by these signals alone.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// "inbox": stable; also the page's command context and the key of its saved state.
    virtual QByteArray navigationId() const = 0;
    /// Translated name in the rail.
    virtual QString title() const = 0;
    virtual QString iconName() const = 0;
    /// Commands that work while this page is shown. Called again when the language changes.
    virtual std::vector<Command> commands() { return {}; }
    /// The page was brought to the front; @p target names what to show in it, or is empty for "as it was".
    virtual void open(const QString& target) = 0;
    /// What the palette offers for @p typed, best first, at most 20, from memory only.
    virtual std::vector<Destination> destinations(const QString& typed) const
    {
        Q_UNUSED(typed)
        return {};
    }
    /// State to keep between sessions (splitters, columns by name) and back.
    virtual QByteArray saveState() const { return {}; }
    virtual void restoreState(const QByteArray& state) { Q_UNUSED(state) }

Q_SIGNALS:
    /// Asks the shell to show another page.
    void goTo(const QByteArray& navigationId, const QString& target);
    /// The page shows another target by itself; the history keeps it, open() is not called.
    void visited(const QString& target);
    /// Puts a link to another target of this page on the clipboard, with the notice that says so.
    void linkAsked(const QString& target);
    /// Something happened that needs no choice.
    void noticed(const cs::ui::Notice& notice);
    /// The number in the rail; accent if it waits for the signed-in person. 0 hides it.
    void counterChanged(int count, bool waitsForMe);
    /// A command of this page is on (empty reason) or off.
    void commandState(const QByteArray& id, const QString& offReason);
};

} // namespace cs::ui
