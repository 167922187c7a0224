// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTime>

#include <optional>
#include <vector>

namespace cs::ui {

/// When notices may be shown.
struct NoticeRules {
    bool on = true;
    QTime quietFrom;
    QTime quietTo; ///< the same as quietFrom: no quiet hours
};

/// An item of the inbox that waits for the signed-in person.
struct Waiting {
    qint64 entry = -1; ///< index of the entry that caused it
    QString title;
};

/// One notice for all that is new.
struct PlannedNotice {
    int count = 0;
    Waiting first; ///< the newest
};

/// What a plan decides: perhaps a notice, and up to which entry everything has been told.
struct NoticePlan {
    std::optional<PlannedNotice> notice;
    qint64 told = -1;
};

bool isQuiet(const NoticeRules& rules, QTime now);

/// Decides what is told of the waiting items. Nothing is told twice: @p told is the highest entry that was told before
/// in this workspace; without it (a first visit) everything counts as told. In quiet hours, and while notices are off,
/// nothing is told. Quiet hours keep it for their end; off lets it go. @p looking: the window is in front, so that the
/// person sees the inbox grow.
NoticePlan planNotice(
    const std::vector<Waiting>& waiting, std::optional<qint64> told, const NoticeRules& rules, QTime now, bool looking);

} // namespace cs::ui
