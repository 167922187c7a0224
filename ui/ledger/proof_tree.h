// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ledger/proof_path.h"

#include <QWidget>

namespace cs::ui {

/// The hash tree from the root down to one entry: the path filled, the siblings that the proof brings beside it. A tall
/// tree shows its root, its lowest levels, and says how many are between.
class ProofTree final : public QWidget {
    Q_OBJECT
public:
    explicit ProofTree(QWidget* parent = nullptr);
    void setProof(const ProofPath& path, qint64 entry);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Level {
        QString onPath, sibling;
        bool hasSibling = false, siblingLeft = false;
        int gap = 0; ///< levels left out above this one
    };
    QRect box(int level, bool sibling) const;
    void paintBox(QPainter& painter, const QRect& box, const QString& text, int look) const;

    std::vector<Level> m_levels; ///< root first
    bool m_leads = true;
};

} // namespace cs::ui
