// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"

#include <QAbstractItemModel>

#include <memory>
#include <string>
#include <vector>

namespace cs::ui {

class PolicyDraft;

/// A part of the draft as a tree: the conditions of a gate, or the objects of a section. What the judgement says of a
/// condition stands at its end. Conditions can be dragged; a move is a change of the draft's text.
class DraftModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum DataRole {
        PointerRole = Qt::UserRole + 1,
        IdRole,
        BoundRole,
        IconRole,
        ChangeRole,
        FindingRole,
        PlainRole,
        MarkRole,
        ColourRole
    };

    explicit DraftModel(PolicyDraft& draft, QObject* parent = nullptr);
    ~DraftModel() override;

    /// @param pointer of a condition, or of a section.
    void setRoot(const std::string& pointer);
    const std::string& root() const { return m_rootPointer; }
    void setJudgement(const query::DraftJudgement& judgement);
    void setEditable(bool editable) { m_editable = editable; }
    /// Reads the draft again.
    void reload();

    std::string pointerOf(const QModelIndex& index) const;
    QModelIndex indexOf(const std::string& pointer) const;
    QModelIndex indexOfId(const QString& id) const;
    /// What stays the same when neighbours come and go: the id of a condition, else its place.
    QString keyOf(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const override;
    bool dropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    /// A condition was dragged to a new place.
    void moved(const QString& id);

private:
    struct Item;
    std::unique_ptr<Item> build(const std::string& pointer, Item* parent, int depth) const;
    std::unique_ptr<Item> buildSection(const std::string& pointer, Item* parent, int depth) const;
    QModelIndex indexFor(const Item* item) const;
    const Item* find(const Item& item, const std::function<bool(const Item&)>& wanted) const;
    std::string listUnder(const QModelIndex& parent) const;

    PolicyDraft& m_draft;
    std::string m_rootPointer;
    std::unique_ptr<Item> m_root;
    query::DraftJudgement m_judgement;
    bool m_editable = true;
};

} // namespace cs::ui
