// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

class QWidget;

namespace cs::fake {

/// Interactive widgets of @p root that are visible and that nothing could find: without an objectName.
QStringList nameless(QWidget* root);

/// Presses Tab in @p window from its first widget on until it comes round. Where the focus went, in order; the last
/// one is repeated when Tab does not leave a widget (a trap of the keyboard).
QList<QWidget*> tabWalk(QWidget* window);

/// The steps of a walk that go against the reading: "a before b", where b stands before a for the eye.
///
/// The rule, for every pair of which a is visited before b (mirrored for languages that are read from the right):
/// b may not stand in a's row and end before a begins; and b may not end above a's top unless it begins where a ends or
/// further along, which is the next pane or column. So a window may be read row by row (header, bar, table, foot) as
/// well as pane by pane (rail, list, detail, decision), each pane to its end. Edges that touch within a few pixels
/// count as equal: a baseline is no row of its own.
QStringList backSteps(const QList<QWidget*>& walk, QWidget* window);

/// Visible words of @p window whose best pixel stands out too little from its own ground as it was drawn: 4.5 to 1, and
/// 3 to 1 for what is off (which says why elsewhere). Labels, buttons, boxes and fields; what delegates paint is held
/// by the test of the roles.
QStringList paleWords(QWidget* window);

} // namespace cs::fake
