// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"

#include <QWidget>

class QTreeWidget;
class QVBoxLayout;

namespace cs::ui {

class Button;
class Label;
class PanelHead;

/// The conditions of a gate as the policy has them, who signs them, and what is open there.
class GatePanel final : public QWidget {
    Q_OBJECT
public:
    explicit GatePanel(QWidget* parent = nullptr);
    /// @param others more gates into the same stage, offered as links.
    void setGate(const query::FlowGate& gate, const std::vector<const query::FlowGate*>& others);
    const QString& transition() const { return m_transition; }
    void focusConditions();

Q_SIGNALS:
    void closed();
    void promotionAsked(const QString& id);
    void gateAsked(const QString& transition);
    void raciAsked(const QString& transition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addAccountable(const query::FlowGate& gate);
    void addOpen(const query::FlowGate& gate);
    void addOthers(const std::vector<const query::FlowGate*>& others);

    QString m_transition;
    PanelHead* m_head;
    Label* m_facts;
    QVBoxLayout* m_accountable;
    QTreeWidget* m_tree;
    QVBoxLayout* m_links;
    Button* m_raci;
};

} // namespace cs::ui
