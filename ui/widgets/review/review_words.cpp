// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/review_words.h"

#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

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
    if (total > 0 && passed >= total) {
        return {Verdict::Passed, Words::tr("Gate satisfied")};
    }
    if (statusLine.find("efused") != std::string::npos || statusLine.find("ejected") != std::string::npos) {
        return {Verdict::Vetoed, Words::tr("Refused")};
    }
    if (total == 0) {
        return {Verdict::Pending, qs(statusLine)};
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
    const QString number =
        (change > 0 ? QStringLiteral("+") : QString(QChar(0x2212))) % metricValue(std::abs(change), row.unit);
    if (!row.better) {
        return {number, Role::Text};
    }
    return *row.better ? MetricChange{Words::tr("%1 better").arg(number), Role::Passed}
                       : MetricChange{Words::tr("%1 worse").arg(number), Role::Stale};
}

QString metricTitle(const query::MetricRow& row)
{
    const QString name = cleanName(qs(row.name), 80);
    if (row.slice.empty() || row.slice == "all") {
        return name;
    }
    return name % QStringLiteral(", ") % cleanName(qs(row.slice), 80);
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace cs::ui
