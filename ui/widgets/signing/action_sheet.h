// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

#include <functional>

class QPlainTextEdit;

namespace cs::ui {

class KeyFoot;

/// A signed action that is not a decision: execute, withdraw, roll back, comment. Consequence, reason where one is
/// asked for, key; the verb last, never a default button, the same guard as the sign-off.
class ActionSheet final : public Sheet {
    Q_OBJECT
public:
    struct Setup {
        QString title, subtitle, consequence, reasonLabel; ///< an empty label: no reason is asked for
        QString verb, icon, done; ///< "done": notice after it
        bool destructive = false;
        IdentityView identity;
        int guardMs = 700;
        std::function<QFuture<Result<Appended>>(const QString& reason, const QString& passphrase)> run;
    };
    ActionSheet(WorkspaceService& service, Setup setup, QWidget* parent);

Q_SIGNALS:
    void done(const QString& words);

private:
    void update();
    void onVerb();
    QString reason() const;

    WorkspaceService& m_service;
    Setup m_setup;
    QPlainTextEdit* m_reason = nullptr;
    KeyFoot* m_foot;
    Button* m_verb;
    bool m_busy = false;
};

} // namespace cs::ui
