// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QWidget>

class QHBoxLayout;

namespace cs::ui {

class FactList;
class Label;
class VerdictChip;

/// Why the current node of the gate stands as it does: needs, who can, because, source, valid for, who owns the rule.
class ExplainPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ExplainPanel(QWidget* parent = nullptr);
    void setNode(const query::GateNode* node, UtcTime now);

Q_SIGNALS:
    void entryAsked(qint64 entry);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeWho(const query::GateNode& node);
    QWidget* makeSource(const query::GateNode& node);
    Label* m_title;
    VerdictChip* m_chip;
    FactList* m_facts;
};

} // namespace cs::ui
