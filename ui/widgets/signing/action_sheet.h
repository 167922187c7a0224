// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

#include <functional>

class QLineEdit;
class QPlainTextEdit;

namespace cs::ui {

class KeyFoot;

/// A signed action that is not a decision: execute, withdraw, roll back, comment, enrol. Consequence, what the screen
/// puts beside it, reason where one is asked for, key; the verb last, never a default button, the same guard as the
/// sign-off.
class ActionSheet final : public Sheet {
    Q_OBJECT
public:
    struct Setup {
        QString title, subtitle, consequence, reasonLabel; ///< an empty label: no reason is asked for
        QString verb, icon, done; ///< "done": notice after it
        bool destructive = false;
        QString typeToConfirm; ///< what has to be typed first; only for what cannot come back
        QWidget* content = nullptr; ///< fields or facts of the screen; the sheet takes it
        std::function<QString()> missing; ///< why the content cannot be signed yet, as a sentence; empty if it can
        IdentityView identity;
        int guardMs = 700;
        std::function<QFuture<Result<Appended>>(const QString& reason, const QString& passphrase)> run;
    };
    ActionSheet(WorkspaceService& service, Setup setup, QWidget* parent);
    /// The content has changed: asks `missing` again.
    void refresh() { update(); }

Q_SIGNALS:
    void done(const QString& words); // NOLINT(clang-diagnostic-overloaded-virtual): a signal beside QDialog::done(int)

private:
    void build();
    void addFields(QWidget* body);
    QString missing() const;
    void update();
    void onVerb();
    void take(const Result<Appended>& appended);
    void showCameIn(const Error& error);
    QString reason() const;

    WorkspaceService& m_service;
    Setup m_setup;
    QPlainTextEdit* m_reason = nullptr;
    QLineEdit* m_typed = nullptr;
    KeyFoot* m_foot;
    Button* m_verb;
    bool m_busy = false;
};

} // namespace cs::ui
