// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utc_time.h"

#include <QString>

namespace cs::ui {

/// "just now", "5 min ago", "3 h ago", "2 d ago" up to six days, then the date ("12 Jan", with the year if
/// another).
QString relativeTime(UtcTime then, UtcTime now);
/// "due in 5 h", "due in 3 d", "overdue since 2 h".
QString dueIn(UtcTime deadline, UtcTime now);
/// A length of time with one unit: "48 s", "6 min", "5 h", "3 d".
QString durationText(qint64 ms);
/// "14:06", in UTC; the head of the column names the zone.
QString utcClock(UtcTime time);
/// "Tue 24 Nov 2026, 14:06 UTC" by the locale.
QString utcText(UtcTime time);
/// "2026-11-24 14:06:11 UTC", for tool tips and copies.
QString utcExact(UtcTime time);
/// "14:02:11" today, "Thu 14:02" within six days, else "12 Jan 14:02"; for table columns headed "Time (UTC)".
QString utcColumn(UtcTime time, UtcTime now);
/// Whole number with the locale's grouping.
QString countText(qint64 count);

/// @p digest shortened by rule, not by width: "sha256:c07d…5e12", "SHA256:uQ3v…8mE"; as it is if short.
/// Wrapped in left-to-right isolates. @source visual.md section 3
QString shortDigest(const QString& digest);
/// @p text in first-strong isolates: keeps a name or a count whole inside a right-to-left sentence.
QString isolate(const QString& text);
/// @p text in left-to-right isolates: digests, ids, paths.
QString ltr(const QString& text);
/// @p text without its isolates, as it goes to the clipboard.
QString withoutIsolates(QString text);
/// A name that somebody else wrote, safe to show: control and direction characters become visible escapes,
/// line breaks become spaces, and it is cut after @p limit characters with an ellipsis.
QString cleanName(const QString& text, int limit = 200);

/// The sentence of @p error in the language of the window.
QString errorWords(const Error& error);

} // namespace cs::ui
