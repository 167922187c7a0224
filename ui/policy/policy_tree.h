// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace cs::ui {

/// A row of the editor: icon, title, what it asks, and at the end what the change does to it.
class PolicyRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Conditions of a gate. What Delete, Ctrl+C and Ctrl+V mean here is the editor's to do.
class PolicyTree final : public QTreeView {
    Q_OBJECT
public:
    explicit PolicyTree(QWidget* parent = nullptr);

Q_SIGNALS:
    void deleteAsked();
    void copyAsked();
    void pasteAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace cs::ui
