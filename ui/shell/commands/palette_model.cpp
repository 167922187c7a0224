// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands/palette_model.h"

#include "ui/shell/commands/fuzzy.h"

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t groupMax = 12;

QVariantList asVariants(const QList<int>& positions)
{
    QVariantList list;
    for (const int position : positions) {
        list.append(position);
    }
    return list;
}

} // namespace

void PaletteModel::setItems(std::vector<PaletteItem> items, const QString& typed)
{
    const bool commandsOnly = typed.startsWith(QLatin1Char('>'));
    const QString wanted = (commandsOnly ? typed.mid(1) : typed).trimmed();
    std::vector<Row> fitting;
    for (PaletteItem& item : items) {
        if (commandsOnly && item.group == PaletteItem::Group::GoTo) {
            continue;
        }
        Row row;
        if (const auto match = fuzzyMatch(wanted, item.text)) {
            row.bold = match->positions;
            row.score = match->score;
        } else if (item.second.contains(wanted, Qt::CaseInsensitive)) {
            // The second text is a sentence: scattered letters would fit almost every one.
            const auto second = fuzzyMatch(wanted, item.second);
            row.secondBold = second->positions;
            row.score = second->score - 150;
        } else {
            continue;
        }
        row.item = std::move(item);
        fitting.push_back(std::move(row));
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const Row& a, const Row& b) { return a.score > b.score; });
    beginResetModel();
    m_rows.clear();
    m_offered = static_cast<int>(items.size());
    m_matches = static_cast<int>(fitting.size());
    for (const auto group : {PaletteItem::Group::GoTo, PaletteItem::Group::Do}) {
        std::size_t taken = 0;
        for (Row& row : fitting) {
            if (row.item.group != group || taken == groupMax) {
                continue;
            }
            if (taken++ == 0) {
                Row head;
                head.heading = true;
                head.item.text = group == PaletteItem::Group::GoTo ? tr("Go to") : tr("Do");
                m_rows.push_back(std::move(head));
            }
            m_rows.push_back(std::move(row));
        }
    }
    endResetModel();
}

const PaletteItem* PaletteModel::item(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return nullptr;
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    return row.heading ? nullptr : &row.item;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.item.text;
    case Qt::AccessibleTextRole:
        return row.item.offReason.isEmpty() ? row.item.text : tr("%1, off: %2").arg(row.item.text, row.item.offReason);
    case HeadingRole:
        return row.heading;
    case SecondRole:
        return row.item.second;
    case KeysRole:
        return row.item.keys;
    case OffRole:
        return row.item.offReason;
    case IconRole:
        return row.item.icon;
    case BoldRole:
        return asVariants(row.bold);
    case SecondBoldRole:
        return asVariants(row.secondBold);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (item(index) == nullptr) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace cs::ui
