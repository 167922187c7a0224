// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/raci_views.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QTableView>

namespace cs::ui {

/// Roles by transitions; column 0 names the role and cannot be current.
class RaciModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setView(query::RaciView view);
    const query::RaciView& view() const { return m_view; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    query::RaciView m_view;
};

/// The transitions above, each with its number of accountable roles.
class RaciHeader final : public QHeaderView {
    Q_OBJECT
public:
    RaciHeader(const query::RaciView& view, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const query::RaciView& m_view;
};

/// Arrows move over the cells, Return opens the gate of the current one, Ctrl+C copies the matrix, R, A, C and I
/// set the letter of the current one, Delete takes an overlay's away.
class RaciTable final : public QTableView {
    Q_OBJECT
public:
    RaciTable(RaciModel* model, QWidget* parent = nullptr);
    void fit();

Q_SIGNALS:
    void cellChanged(int role, int transition);
    void opened();
    void copyAsked();
    /// R, A, C, I, or a null character where the letter is taken away.
    void letterTyped(QChar letter);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    RaciModel* m_raci;
};

} // namespace cs::ui
