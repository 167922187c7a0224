// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace cs::ui {

/// The gate as a tree: title, and at the end the value against its bound. "Left only" hides what is satisfied or does
/// not apply, and every group that has nothing left.
class GateModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { StatusRole = Qt::UserRole + 1, ValueRole, WaitsRole, LeafRole, IdRole };

    explicit GateModel(QObject* parent = nullptr);
    ~GateModel() override;

    void setGate(const query::GateNode& gate);
    void setLeftOnly(bool leftOnly);
    bool isLeftOnly() const { return m_leftOnly; }
    /// Null for an invalid index.
    const query::GateNode* node(const QModelIndex& index) const;
    QModelIndex indexOf(const QString& id) const;
    /// The first leaf that waits for the signed-in person, else the first that is left, else the root.
    QModelIndex startIndex() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Item;
    std::unique_ptr<Item> build(const query::GateNode& node, Item* parent) const;
    QModelIndex indexFor(const Item* item) const;
    QModelIndex firstWhere(const Item* item, bool (*wanted)(const query::GateNode&)) const;
    void rebuild();

    query::GateNode m_gate;
    std::unique_ptr<Item> m_root;
    bool m_leftOnly = false;
};

/// True if the node still stands in the way.
bool isLeft(const query::GateNode& node);
/// "0.994 ≥ 0.98", "0 of 1 · you", "Not applicable": what stands at the end of a row.
QString gateValueText(const query::GateNode& node);
/// The title, or the id as words where the policy gives a group none. Safe to show.
QString gateTitle(const query::GateNode& node);

} // namespace cs::ui
