// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/review_words.h"

#include "ui/widgets/review/core_words.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::Review)
};

QString unsignedText(double magnitude)
{
    const QLocale locale;
    if (magnitude >= 1000 || (magnitude >= 1 && std::floor(magnitude) == magnitude)) {
        return locale.toString(magnitude, 'f', 0);
    }
    QString text = locale.toString(magnitude, 'f', magnitude >= 10 ? 1 : 3);
    if (magnitude != 0 && magnitude < 0.001) {
        text = locale.toString(magnitude, 'g', 3);
    }
    return text;
}

} // namespace

Verdict verdictOf(query::NodeStatus status)
{
    switch (status) {
    case query::NodeStatus::Passed:
        return Verdict::Passed;
    case query::NodeStatus::Pending:
        return Verdict::Pending;
    case query::NodeStatus::Failed:
        return Verdict::Failed;
    case query::NodeStatus::Stale:
        return Verdict::Stale;
    case query::NodeStatus::Vetoed:
        return Verdict::Vetoed;
    case query::NodeStatus::Overridden:
        return Verdict::Overridden;
    case query::NodeStatus::NotApplicable:
        return Verdict::NotApplicable;
    }
    return Verdict::Pending;
}

Who whoOf(const query::PersonView& person)
{
    if (person.me) {
        return Who::Me;
    }
    return person.service ? Who::Service : Who::Person;
}

QString roleOrName(const query::PersonView& person)
{
    return cleanName(qs(person.roleTitle.empty() ? person.name : person.roleTitle), 80);
}

PromotionLook promotionLook(
    const std::string& status, const std::string& statusLine, std::size_t passed, std::size_t total)
{
    if (status == "executed" && statusLine.starts_with("Overridden")) {
        return {Verdict::Overridden, Words::tr("Executed by break-glass")};
    }
    if (status == "executed") {
        return {Verdict::Passed, Words::tr("Executed")};
    }
    if (status == "withdrawn") {
        return {Verdict::NotApplicable, Words::tr("Withdrawn")};
    }
    if (status == "superseded") {
        return {Verdict::NotApplicable, Words::tr("Superseded")};
    }
    if (status == "expired") {
        return {Verdict::Stale, Words::tr("Expired")};
    }
    if (statusLine.starts_with("Refused")) {
        return {Verdict::Vetoed, Words::tr("Refused")};
    }
    if (statusLine.starts_with("Changes requested")) {
        return {Verdict::Vetoed, Words::tr("Changes requested")};
    }
    if (total > 0 && passed >= total) {
        return {Verdict::Passed, Words::tr("Gate satisfied")};
    }
    if (total == 0) {
        return {Verdict::Pending, coreWords(qs(statusLine))};
    }
    return {
        Verdict::Pending, Words::tr("%1 of %2 left").arg(countText(qint64(total - passed)), countText(qint64(total)))};
}

QString metricValue(double value, const std::string& unit)
{
    QString text = unsignedText(std::abs(value));
    if (value < 0) {
        text.prepend(QChar(0x2212));
    }
    if (unit == "ratio" || unit == "1" || unit.empty()) { // "1" is how reports write a number without unit
        return text;
    }
    return text % QChar(0x2009) % qs(unit);
}

MetricChange metricChange(const query::MetricRow& row)
{
    if (!row.production) {
        return {QString(QChar(0x2013)), Role::Muted};
    }
    const double change = row.candidate - *row.production;
    if (change == 0) {
        return {Words::tr("same"), Role::Muted};
    }
    const double size = std::abs(change);
    if (size < 0.0001 && size < std::abs(*row.production) * 0.001) {
        return {QStringLiteral("≈\u00A00"), Role::Muted};
    }
    const QString text =
        size >= 0.0001 && size < 0.001 ? QLocale().toString(size, 'f', 4) : metricValue(size, row.unit);
    const QString number = (change > 0 ? QStringLiteral("+") : QString(QChar(0x2212))) % text;
    if (!row.better) {
        return {number, Role::Text};
    }
    return *row.better ? MetricChange{Words::tr("%1 better").arg(number), Role::Passed}
                       : MetricChange{Words::tr("%1 worse").arg(number), Role::Stale};
}

QString measureText(const QString& value, const QString& bound)
{
    static const QRegularExpression whole(QStringLiteral("^([≥≤><=]?\\s*)(\\d{1,15})( s)?$"));
    const QRegularExpressionMatch match = whole.match(value);
    if (!match.hasMatch()) {
        return value;
    }
    const qint64 number = match.captured(2).toLongLong();
    if (match.captured(3).isEmpty()) {
        return match.captured(1) % countText(number);
    }
    const qint64 unit = number >= 2 * 3600 ? 3600 : number >= 2 * 60 ? 60 : 1;
    const bool up = bound.startsWith(QChar(0x2264)) || bound.startsWith(QLatin1Char('<'));
    const QString count = countText((number + (up ? unit - 1 : 0)) / unit);
    return match.captured(1)
        % (unit == 3600      ? Words::tr("%1 h").arg(count)
                : unit == 60 ? Words::tr("%1 min").arg(count)
                             : Words::tr("%1 s").arg(count));
}

namespace {

/// What teams call their metrics in registries, and how it is printed.
QString knownMetric(const QString& name)
{
    static const QHash<QString, QString> known = {{QStringLiteral("auc"), QStringLiteral("AUC")},
        {QStringLiteral("rmse"), QStringLiteral("RMSE")}, {QStringLiteral("mae"), QStringLiteral("MAE")},
        {QStringLiteral("f1"), QStringLiteral("F1")}, {QStringLiteral("r2"), QStringLiteral("R²")},
        {QStringLiteral("brier"), Words::tr("Brier score")}, {QStringLiteral("primary"), Words::tr("Primary metric")},
        {QStringLiteral("p99"), Words::tr("p99")}, {QStringLiteral("p50"), Words::tr("p50")}};
    return known.value(name);
}

/// "eval.calibration_error" as "Calibration error": the last part as words, with the part before it where the last says
/// little alone.
QString metricWords(const QString& name)
{
    const QStringList parts = name.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return name;
    }
    const QString last = knownMetric(parts.last());
    QString words = last.isEmpty() ? parts.last() : last;
    const bool alone =
        parts.size() == 1 || parts.first() == QLatin1String("eval") || parts.first() == QLatin1String("fairness");
    if (!alone) {
        words = QString(parts.at(parts.size() - 2) % QLatin1Char(' ') % words);
    }
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return QString(words.at(0).toUpper() % words.mid(1));
}

} // namespace

QString metricTitle(const query::MetricRow& row)
{
    const QString name = metricWords(cleanName(qs(row.name), 80));
    if (row.slice.empty() || row.slice == "all") {
        return name;
    }
    return name % QStringLiteral(", ") % cleanName(qs(row.slice), 80);
}

QString readableTimes(const QString& sentence)
{
    static const QRegularExpression instant(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    QString text = coreWords(sentence);
    for (QRegularExpressionMatch match = instant.match(text); match.hasMatch(); match = instant.match(text)) {
        const Result<UtcTime> time = UtcTime::fromText(utf8(match.captured()));
        if (!time) {
            break;
        }
        text.replace(match.capturedStart(), match.capturedLength(), utcText(*time));
    }
    // A head's root in full is for machines: "907:60e4a2f6…" shows the same in every place.
    static const QRegularExpression head(QStringLiteral("\\b(\\d+):([0-9a-f]{8})[0-9a-f]{56}\\b"));
    return text.replace(head, QStringLiteral("\\1:\\2…"));
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace cs::ui
