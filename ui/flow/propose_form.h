// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"
#include "core/workspace/commands.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace cs::ui {

class Button;

/// What a proposal says and what the gate would ask: transition, endpoint, rollback target, conditions. The sheet
/// around it asks for the reason and the key.
class ProposeForm final : public QWidget {
    Q_OBJECT
public:
    /// @param wanted transition, or empty for the first that the engine would take.
    ProposeForm(query::ProposalView view, const QString& wanted, QWidget* parent = nullptr);

    /// Why nothing can be proposed as it stands, as a sentence; empty if it can.
    QString missing() const;
    commands::ProposeRequest request(const QString& text) const;
    const query::ProposalOption* option() const;

Q_SIGNALS:
    void changed();

private:
    void chooseFirst(const QString& wanted);
    void addChoice(QVBoxLayout* column);
    void addFields(QVBoxLayout* column);
    void refill();
    void addSummary(const query::ProposalOption& option);
    void addSentences(const QString& title, const std::vector<std::string>& sentences, const QString& icon);
    void addLeaves(const query::GateNode& node, const QString& under);

    query::ProposalView m_view;
    QComboBox* m_transition;
    QLineEdit* m_endpoint;
    QComboBox* m_target;
    Button* m_showAll;
    QVBoxLayout* m_rest;
    QVBoxLayout* m_leaves = nullptr;
};

} // namespace cs::ui
