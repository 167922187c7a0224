// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_model.h"

#include "core/base/error.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/theme/roles.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace cs::ui {

namespace {

using Kind = query::InboxItem::Kind;

constexpr int doneGroup = 3;

struct Look {
    const char* icon;
    Role role;
};

Look lookOf(Kind kind)
{
    switch (kind) {
    case Kind::Sign:
        return {"sign", Role::Accent};
    case Kind::Stale:
        return {"stale", Role::Stale};
    case Kind::Execute:
        return {"promotion", Role::Accent};
    case Kind::Policy:
        return {"policy", Role::Vetoed};
    case Kind::Authority:
        return {"people", Role::Accent};
    case Kind::Drill:
        return {"drill", Role::Stale};
    case Kind::Comment:
        return {"comment", Role::Pending};
    case Kind::RolledBack:
        return {"rollback", Role::Failed};
    case Kind::Executed:
        return {"passed", Role::Passed};
    case Kind::Refused:
        return {"reject", Role::Vetoed};
    case Kind::Finding:
        return {"warning", Role::Stale};
    case Kind::Emergency:
        return {"warning", Role::Failed};
    case Kind::Reevaluate:
        return {"stale", Role::Stale};
    }
    return {"info", Role::Muted};
}

} // namespace

bool belongsTo(InboxPart part, const query::InboxItem& item)
{
    const bool sign = item.group == query::InboxItem::Group::WaitsForMe && item.kind != Kind::Comment;
    switch (part) {
    case InboxPart::All:
        return true;
    case InboxPart::ToSign:
        return sign;
    case InboxPart::ToComment:
        return item.kind == Kind::Comment;
    case InboxPart::Notices:
        return !sign && item.kind != Kind::Comment;
    }
    return true;
}

void InboxModel::setInbox(const query::InboxView& inbox, UtcTime now)
{
    m_inbox = inbox;
    m_now = now;
    rebuild();
}

void InboxModel::setPart(InboxPart part)
{
    m_part = part;
    rebuild();
}

void InboxModel::setText(const QString& text)
{
    m_text = text.trimmed();
    rebuild();
}

void InboxModel::setDoneShown(bool shown)
{
    m_doneShown = shown;
    rebuild();
}

int InboxModel::countOf(InboxPart part) const
{
    return static_cast<int>(std::count_if(m_inbox.items.begin(), m_inbox.items.end(),
        [part](const query::InboxItem& item) { return belongsTo(part, item); }));
}

int InboxModel::waiting() const
{
    return static_cast<int>(std::count_if(m_inbox.items.begin(), m_inbox.items.end(),
        [](const query::InboxItem& item) { return item.group == query::InboxItem::Group::WaitsForMe; }));
}

void InboxModel::rebuild()
{
    beginResetModel();
    for (auto& group : m_groups) {
        group.clear();
    }
    const auto matches = [this](const query::InboxItem& item) {
        return m_text.isEmpty() || qs(item.title).contains(m_text, Qt::CaseInsensitive)
            || qs(item.why).contains(m_text, Qt::CaseInsensitive);
    };
    for (const query::InboxItem& item : m_inbox.items) {
        if (belongsTo(m_part, item) && matches(item)) {
            m_groups[static_cast<int>(item.group)].push_back(item);
        }
    }
    if (m_doneShown) {
        std::copy_if(m_inbox.done.begin(), m_inbox.done.end(), std::back_inserter(m_groups[doneGroup]), matches);
    }
    m_lines.clear();
    for (int group = 0; group < 4; ++group) {
        if (m_groups[group].empty()) {
            continue;
        }
        m_lines.push_back({group, -1});
        for (int item = 0; !m_collapsed.contains(group) && item < static_cast<int>(m_groups[group].size()); ++item) {
            m_lines.push_back({group, item});
        }
    }
    endResetModel();
}

void InboxModel::toggle(int row)
{
    const int group = m_lines.at(static_cast<std::size_t>(row)).group;
    if (!m_collapsed.erase(group)) {
        m_collapsed.insert(group);
    }
    rebuild();
}

bool InboxModel::isHead(int row) const
{
    return row >= 0 && row < rowCount() && m_lines[static_cast<std::size_t>(row)].item < 0;
}

const query::InboxItem* InboxModel::item(int row) const
{
    if (row < 0 || row >= rowCount() || isHead(row)) {
        return nullptr;
    }
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    return &m_groups[line.group][static_cast<std::size_t>(line.item)];
}

int InboxModel::firstItemRow() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!isHead(row)) {
            return row;
        }
    }
    return -1;
}

int InboxModel::rowOf(const query::InboxItem& wanted) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const query::InboxItem* found = item(row);
        if (found && found->entry == wanted.entry && found->promotion == wanted.promotion
            && found->title == wanted.title) {
            return row;
        }
    }
    return -1;
}

int InboxModel::rowOfEntry(qint64 entry) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const query::InboxItem* found = item(row);
        if (found && found->entry == entry) {
            return row;
        }
    }
    return -1;
}

int InboxModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags InboxModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QString InboxModel::groupTitle(int group) const
{
    switch (group) {
    case 0:
        return tr("Waits for you");
    case 1:
        return tr("About to expire");
    case 2:
        return tr("Since yesterday");
    default:
        return tr("What I have done");
    }
}

QString InboxModel::whenText(const query::InboxItem& item) const
{
    if (!item.due) {
        return relativeTime(item.since, m_now);
    }
    if (item.group == query::InboxItem::Group::AboutToExpire && *item.due > m_now) {
        //: %1 is a length of time, for example "4 d"
        return tr("%1 left").arg(isolate(durationText(item.due->msSince(m_now))));
    }
    return dueIn(*item.due, m_now);
}

QVariant InboxModel::headData(const Line& line, int role) const
{
    const int count = static_cast<int>(m_groups[line.group].size());
    switch (role) {
    case Qt::DisplayRole:
        return groupTitle(line.group);
    case CountRole:
        return count;
    case CollapsedRole:
        return m_collapsed.contains(line.group);
    case HeadRole:
        return true;
    case Qt::AccessibleTextRole:
        return tr("%1, %n item(s)", nullptr, count).arg(groupTitle(line.group));
    default:
        return {};
    }
}

QVariant InboxModel::itemData(const query::InboxItem& item, int role) const
{
    const Look look = lookOf(item.kind);
    switch (role) {
    case Qt::DisplayRole:
        return coreWords(cleanName(qs(item.title)));
    case WhyRole:
        return coreWords(cleanName(qs(item.why)));
    case WhenRole:
        return whenText(item);
    case UrgentRole:
        return item.urgent;
    case IconRole:
        return QString::fromLatin1(look.icon);
    case IconColorRole:
        return static_cast<int>(look.role);
    case HeadRole:
        return false;
    case Qt::ToolTipRole:
        return item.due ? utcExact(*item.due) : utcExact(item.since);
    case Qt::AccessibleTextRole:
        return tr("%1. %2, %3")
            .arg(coreWords(cleanName(qs(item.title))), coreWords(cleanName(qs(item.why))), whenText(item));
    default:
        return {};
    }
}

QVariant InboxModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    return line.item < 0 ? headData(line, role)
                         : itemData(m_groups[line.group][static_cast<std::size_t>(line.item)], role);
}

} // namespace cs::ui
