// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/policy/draft_keeper.h"

#include <QWidget>

class QComboBox;
class QTreeWidget;

class QStackedWidget;
class QTreeWidgetItem;

namespace cs::ui {

class Button;
class Face;
class Label;
class PanelHead;
class ProgressRow;
class SimulationBar;

/// The promotions of the past under the draft: which it would have blocked, which it would have let through, and whom
/// it would have asked besides; each opens its gate under the draft.
class SimulationView final : public QWidget {
    Q_OBJECT
public:
    explicit SimulationView(DraftKeeper& keeper, QWidget* parent = nullptr);
    void start(const Bytes& draft);

Q_SIGNALS:
    void closed();
    void finished(); ///< what was asked for is shown
    void promotionAsked(const QString& id);
    void failed(const cs::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void run();
    void take(const Result<query::Simulation>& simulation);
    void fill();
    void showGate();
    void addNodes(const query::GateNode& node, QTreeWidgetItem* under);

    DraftKeeper& m_keeper;
    Bytes m_draft;
    query::Simulation m_simulation;
    UtcTime m_now; // of the newest row: years are left out where they are its own
    QComboBox *m_range, *m_filter;
    ProgressRow* m_progress;
    Label *m_head, *m_asked;
    SimulationBar* m_bar;
    Button *m_close, *m_open;
    QTreeWidget *m_rows, *m_gate;
    PanelHead* m_gateHead;
    Face* m_face;
    QStackedWidget* m_stack;
    quint64 m_turn = 0, m_gateTurn = 0;
};

} // namespace cs::ui
