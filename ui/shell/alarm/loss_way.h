// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/theme/theme.h"

#include <QWidget>

namespace cs::ui {

class Label;
class Prompter;
class WayCard;

/// The quorum's way out of an alarm: what would be given up stands before the signature, and once enough administrators
/// have signed, this desk takes over what the server shows.
class LossWay final : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the card. @param identity who is signed in @param place of the ledger, for titles
    LossWay(WorkspaceService& service, Prompter& prompter, const IdentityView& identity, const QString& place,
        QWidget* parent = nullptr);
    void setOffReason(const QString& reason);

Q_SIGNALS:
    void noticed(const QString& icon, const QString& words);
    /// Something was signed or taken over: the alarm is another one now, or over.
    void settled();

private:
    void read();
    void take(const Result<query::LossCase>& lost);
    void sign(const query::LossCase& lost);
    void askTakeOver(const query::LossCase& lost);
    void takeOver();
    void say(const QString& words, Role role);
    static QWidget* factsOf(const query::LossCase& lost);

    WorkspaceService& m_service;
    Prompter& m_prompter;
    IdentityView m_identity;
    QString m_place;
    WayCard* m_card;
    Label* m_result;
};

} // namespace cs::ui
