// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

constexpr QChar lri(0x2066);
constexpr QChar fsi(0x2068);
constexpr QChar pdi(0x2069);
constexpr QChar ellipsis(0x2026);

QDateTime dateTimeOf(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms(), Qt::UTC);
}

QString dayText(UtcTime then, UtcTime now)
{
    const QDate day = dateTimeOf(then).date();
    const bool sameYear = day.year() == dateTimeOf(now).date().year();
    //: a date, in the letters of Qt's date formats
    return QLocale().toString(day, sameYear ? Words::tr("d MMM") : Words::tr("d MMM yyyy"));
}

bool isDirectionControl(QChar c)
{
    const ushort u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u == 0x061C;
}

} // namespace

QString durationText(qint64 ms)
{
    const qint64 span = ms < 0 ? -ms : ms;
    if (span < minuteMs) {
        //: a length of time in seconds
        return Words::tr("%1 s").arg(span / secondMs);
    }
    if (span < hourMs) {
        //: a length of time in minutes
        return Words::tr("%1 min").arg(span / minuteMs);
    }
    if (span < 2 * dayMs) {
        //: a length of time in hours
        return Words::tr("%1 h").arg(span / hourMs);
    }
    //: a length of time in days
    return Words::tr("%1 d").arg(span / dayMs);
}

QString relativeTime(UtcTime then, UtcTime now)
{
    const qint64 span = now.msSince(then);
    if (span < minuteMs && span > -minuteMs) {
        return Words::tr("just now");
    }
    if (span < 0 || span > 6 * dayMs) {
        return dayText(then, now);
    }
    //: %1 is a length of time, for example "2 d"
    return Words::tr("%1 ago").arg(isolate(durationText(span)));
}

QString dueIn(UtcTime deadline, UtcTime now)
{
    const qint64 left = deadline.msSince(now);
    if (left < 0) {
        return Words::tr("overdue since %1").arg(isolate(durationText(left)));
    }
    return Words::tr("due in %1").arg(isolate(durationText(left)));
}

QString utcClock(UtcTime time)
{
    return QLocale().toString(dateTimeOf(time).time(), QStringLiteral("HH:mm"));
}

QString utcText(UtcTime time)
{
    //: %1 is a date and time, for example "Tue 24 Nov 2026, 14:06"
    return Words::tr("%1 UTC").arg(QLocale().toString(dateTimeOf(time), Words::tr("ddd d MMM yyyy, HH:mm")));
}

QString utcExact(UtcTime time)
{
    const QString exact = dateTimeOf(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
    return ltr(exact);
}

QString utcColumn(UtcTime time, UtcTime now)
{
    const QDateTime when = dateTimeOf(time);
    const QDateTime today = dateTimeOf(now);
    const qint64 days = when.date().daysTo(today.date());
    const QLocale locale;
    if (days == 0) {
        return locale.toString(when, QStringLiteral("HH:mm:ss"));
    }
    if (days > 0 && days <= 6) {
        return locale.toString(when, QStringLiteral("ddd HH:mm"));
    }
    const bool sameYear = when.date().year() == today.date().year();
    return locale.toString(when, sameYear ? Words::tr("d MMM HH:mm") : Words::tr("d MMM yyyy"));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString shortDigest(const QString& digest)
{
    const qsizetype colon = digest.indexOf(QLatin1Char(':'));
    const QString head = digest.left(colon + 1);
    const QString rest = digest.mid(colon + 1);
    // OpenSSH fingerprints and base64 print three at the end, as their people are used to; hex prints four.
    const int tail = head == QLatin1String("SHA256:") ? 3 : 4;
    if (rest.size() <= 4 + tail + 1) {
        return ltr(digest);
    }
    const QString cut = head + rest.left(4) + ellipsis + rest.right(tail);
    return ltr(cut);
}

QString isolate(const QString& text)
{
    return fsi + text + pdi;
}

QString ltr(const QString& text)
{
    return lri + text + pdi;
}

QString withoutIsolates(QString text)
{
    text.remove(lri);
    text.remove(fsi);
    text.remove(pdi);
    return text;
}

QString cleanName(const QString& text, int limit)
{
    QString clean;
    for (const QChar c : text.left(limit)) {
        if (c.isSpace()) {
            clean += QLatin1Char(' ');
        } else if (c.category() == QChar::Other_Control || isDirectionControl(c)) {
            clean += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            clean += c;
        }
    }
    if (text.size() > limit) {
        clean += ellipsis;
    }
    return clean;
}

QString errorWords(const Error& error)
{
    QString words = QCoreApplication::translate("Error", error.key());
    for (const QString& arg : error.args()) {
        words = words.arg(cleanName(arg));
    }
    return words;
}

} // namespace cs::ui
