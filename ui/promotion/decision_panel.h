// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

#include <set>

class QComboBox;
class QVBoxLayout;

namespace cs::ui {

class Button;
class Label;
class OffReason;
class PanelHead;

/// The reader's own part: in which role, what the signature would say, what was opened, with which key, and the
/// actions. It never signs; each action opens a sheet.
class DecisionPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DecisionPanel(QWidget* parent = nullptr);
    void setPromotion(
        const query::PromotionView& promotion, const IdentityView& identity, const std::set<Digest>& viewed);
    /// The role chosen where the person could sign in several; empty if there is none to choose.
    std::string role() const { return m_role; }

Q_SIGNALS:
    void approveAsked();
    void requestChangesAsked();
    void rejectAsked();
    void executeAsked();
    void reviseAsked();
    void withdrawAsked();
    void withdrawDecisionAsked();
    void rollBackAsked();
    void evidenceAsked(const cs::Digest& digest);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addRole();
    void addOpened(const std::set<Digest>& viewed);
    void addKey(const IdentityView& identity);
    void addEnded();
    void addOwn();
    void updateActions();
    Button* makeButton(int kind, const QString& text, const char* icon, const char* name);
    void placeAction(Button* button, OffReason* reason, const query::ActionState& state, bool shown);

    query::PromotionView m_promotion;
    std::string m_role;
    PanelHead* m_head;
    QWidget* m_contentWidget = nullptr;
    QVBoxLayout* m_content;
    QVBoxLayout* m_actions;
    Button *m_approve, *m_request, *m_reject, *m_execute, *m_revise, *m_takeBack, *m_withdraw, *m_rollback;
    OffReason *m_approveOff, *m_requestOff, *m_rejectOff, *m_executeOff, *m_withdrawOff, *m_rollbackOff;
    Label* m_note;
};

/// A request for changes stands in the present round.
bool changesAsked(const query::PromotionView& promotion);
/// What the reader has to open: the required evidence, or all of it where nothing is required.
std::vector<query::EvidenceView> evidenceToOpen(const query::PromotionView& promotion);

} // namespace cs::ui
