// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/raci_views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class PanelHead;

/// The current cell in words: letter, what raised it, what the gate asks, whether they agree, who holds the role.
class RaciSide final : public QWidget {
    Q_OBJECT
public:
    explicit RaciSide(QWidget* parent = nullptr);
    void setCell(const query::RaciView& view, int role, int transition);
    /// Where a letter goes: "the base", an overlay's title; empty: nothing can be changed.
    void setTarget(const QString& target) { m_target = target; }

Q_SIGNALS:
    void letterAsked(QChar letter);
    void gateAsked();
    void personAsked(const QString& id);

private:
    void addFacts(const query::RaciCell& cell);
    void addLetters(const query::RaciCell& cell);
    void addHolders(const query::RaciRole& role);
    void addSentences(const query::RaciView& view, const query::RaciTransition& transition);

    QString m_target;
    PanelHead* m_head;
    QVBoxLayout* m_column;
};

} // namespace cs::ui
