// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

class QVBoxLayout;

namespace cs::ui {

class Label;
class ProgressRow;
class Prompter;
class WayCard;

/// What happened to a ledger that is not what was verified here: both heads, the first entry in question as this desk
/// verified it and as it is shown now, where the evidence lies, and the ways out.
class AlarmSheet final : public Sheet {
    Q_OBJECT
public:
    /// Both must outlive the sheet.
    /// @param identity who is signed in; an administrator signs with it to give up what is lost
    AlarmSheet(WorkspaceService& service, Prompter& prompter, const IdentityView& identity, QWidget* parent);

    void reject() override;

Q_SIGNALS:
    /// A page of the handbook by its id.
    void handbookAsked(const QString& page);
    void noticed(const QString& icon, const QString& words);

private:
    void read();
    void take(const Result<query::AlarmView>& alarm);
    QWidget* makeBody();
    void addHeads(QVBoxLayout* column);
    void addSides(QVBoxLayout* column);
    void addEvidence(QVBoxLayout* column);
    void addRefillWay(QVBoxLayout* column);
    void addLossWay(QVBoxLayout* column);
    void addCompareWay(QVBoxLayout* column);
    void setBusy(bool busy);
    void askRefill();
    void refill();
    void takeRefilled(const Result<query::Refilled>& filled);
    void saveEvidence();

    WorkspaceService& m_service;
    Prompter& m_prompter;
    query::AlarmView m_alarm;
    Button* m_close;
    WayCard* m_refillCard = nullptr;
    ProgressRow* m_progress = nullptr;
    Label* m_result = nullptr;
    IdentityView m_identity;
    bool m_busy = false;
};

} // namespace cs::ui
