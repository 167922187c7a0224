// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QAbstractListModel>

#include <set>

namespace cs::ui {

/// Which items of the inbox are shown.
enum class InboxPart { All, ToSign, ToComment, Notices };
bool belongsTo(InboxPart part, const query::InboxItem& item);

/// The inbox as rows: a head for each group, its items below it. At most a few hundred; filtered in memory.
class InboxModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        HeadRole = Qt::UserRole + 1,
        CollapsedRole,
        CountRole,
        WhyRole,
        WhenRole,
        UrgentRole,
        IconRole,
        IconColorRole
    };

    using QAbstractListModel::QAbstractListModel;

    /// @param now for "due in 5 h"; a forecast only.
    void setInbox(const query::InboxView& inbox, UtcTime now);
    void setPart(InboxPart part);
    void setText(const QString& text);
    /// Adds what the person did as a last group.
    void setDoneShown(bool shown);
    bool isDoneShown() const { return m_doneShown; }
    int countOf(InboxPart part) const;
    int waiting() const;

    /// Folds or unfolds the group whose head is @p row.
    void toggle(int row);
    bool isHead(int row) const;
    /// Null for a head.
    const query::InboxItem* item(int row) const;
    int firstItemRow() const;
    /// The row of the same thing after a reload, or -1.
    int rowOf(const query::InboxItem& item) const;
    int rowOfEntry(qint64 entry) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        int group; // 0 … 3
        int item; // index in m_groups[group], -1 for the head
    };
    void rebuild();
    QString groupTitle(int group) const;
    QString whenText(const query::InboxItem& item) const;
    QVariant headData(const Line& line, int role) const;
    QVariant itemData(const query::InboxItem& item, int role) const;

    query::InboxView m_inbox;
    UtcTime m_now;
    InboxPart m_part = InboxPart::All;
    QString m_text;
    bool m_doneShown = false;
    std::vector<query::InboxItem> m_groups[4];
    std::set<int> m_collapsed;
    std::vector<Line> m_lines;
};

} // namespace cs::ui
