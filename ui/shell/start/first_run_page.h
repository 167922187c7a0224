// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/start/founding_choice.h"

#include <QWidget>

namespace cs::ui {

class Button;
class KeychainStrip;
class Label;
class Prompter;
class StartCard;

/// What the start page says about the keychain of this computer.
struct KeychainState {
    enum class Kind { Checking, Ready, Locked, Missing, Refusing };
    Kind kind = Kind::Checking;
    QString backend; ///< "GNOME Keyring"
    QString detail; ///< one sentence from the probe, or empty
};

/// Shown while no workspace is open: explore the example, found a workspace, open one.
class FirstRunPage final : public QWidget {
    Q_OBJECT
public:
    /// @param prompter must outlive the page.
    FirstRunPage(QList<PolicyOffer> policies, Prompter& prompter, QWidget* parent = nullptr);

    void setKeychain(const KeychainState& state);
    /// Paths that were open before, latest first; shown as links.
    void setRecent(const QStringList& paths);

public Q_SLOTS:
    /// Opens the sheet that asks for the choice.
    void startFounding();
    /// Asks for a file.
    void startOpening();
    /// Asks for a server. @param address to begin with
    void startJoining(const QString& address = {});

Q_SIGNALS:
    void exampleRequested();
    void createRequested(const cs::ui::FoundingChoice& choice);
    void openRequested(const QString& path);
    void joinRequested(const QString& address, const QString& password);
    void keychainDetailsRequested();
    void keychainUnlockRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void refreshKeychain();

    QList<PolicyOffer> m_policies;
    Prompter& m_prompter;
    KeychainState m_keychain;
    QStringList m_recentPaths;
    Label* m_name;
    Label* m_claim;
    StartCard* m_example;
    StartCard* m_create;
    StartCard* m_open;
    Button* m_join;
    KeychainStrip* m_strip;
    Label* m_recent;
    QWidget* m_recentRow;
};

} // namespace cs::ui
