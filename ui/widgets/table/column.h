// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/theme/roles.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace cs::ui {

/// How a column's cells are drawn.
enum class ColumnKind {
    Text, ///< what a row says
    Name, ///< weight 500, text colour
    Number, ///< right-aligned, tabular figures
    Mono, ///< event types, ids
    Time, ///< tabular, muted, at the leading edge
};

/// A column by its stable id; its state is saved by that id, never by position.
struct Column {
    QByteArray id;
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int width = 120; ///< pixels at 13 px text
    bool stretch = false;
    bool sortable = false;
    int yields = 0; ///< where a window is narrow, the highest gives way first; 0: never
};

/// One cell, ready to be drawn. The text is localised; the value is what sorts, copies and exports.
struct Cell {
    QString text;
    QVariant value;
    QString tip;
    QString icon; ///< icon name before the text, may be empty
    Role iconRole = Role::Muted;
    std::optional<Role> textRole; ///< instead of the kind's own colour
    QString badge; ///< role id of a badge before the text, may be empty
    Who badgeWho = Who::Person;
    std::optional<Verdict> chip = {}; ///< the text stands in a verdict chip
    QString tag = {}; ///< a framed word after the text, may be empty
};

struct Row {
    qint64 id = 0;
    std::vector<Cell> cells; ///< as many as there are columns
};

/// Item roles of our tables.
enum ItemRole {
    ValueRole = Qt::UserRole + 1, ///< typed value
    KindRole, ///< ColumnKind as int
    IconNameRole,
    IconColorRole, ///< Role as int
    TextColorRole, ///< Role as int, invalid if the kind decides
    BadgeRole, ///< role id
    BadgeWhoRole, ///< Who as int
    RowIdRole, ///< qint64
    ChipRole, ///< Verdict as int, invalid without one
    TagRole, ///< a word, may be empty
    MissingRole, ///< true while the row is still being fetched
};

} // namespace cs::ui
