// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/complete.h"

#include <QListView>

class QStandardItemModel;

namespace cs::ui {

/// What may be typed next, below the field: word, what it means, how many are left. A child of the window, because not
/// every desktop lets a pop-up be placed. The field keeps the keyboard.
class CompletionList final : public QListView {
    Q_OBJECT
public:
    explicit CompletionList(QWidget* parent);
    void setLines(const std::vector<query::filter::Completion>& lines);
    const query::filter::Completion* current() const;
    void step(int by);
    /// A line was chosen with the arrow keys; until then the first one is only a proposal.
    bool moved() const { return m_moved; }
    /// At @p anchor in the coordinates of the parent.
    void showAt(const QPoint& anchor);

Q_SIGNALS:
    void chosen();

private:
    std::vector<query::filter::Completion> m_lines;
    QStandardItemModel* m_model;
    bool m_moved = false;
};

} // namespace cs::ui
