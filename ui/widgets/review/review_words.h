// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/chips/verdict_chip.h"

#include <QString>

namespace cs::ui {

/// The look of a node of the gate tree.
Verdict verdictOf(query::NodeStatus status);
Who whoOf(const query::PersonView& person);
/// Title of the person's role, or the name where no role is held. Safe to show.
QString roleOrName(const query::PersonView& person);

/// State of a promotion as a chip shows it.
struct PromotionLook {
    Verdict verdict;
    QString text; ///< "2 of 11 left", "Executed"
};
PromotionLook promotionLook(
    const std::string& status, const std::string& statusLine, std::size_t passed, std::size_t total);

/// A measured value with at most four significant decimals, by the locale, and its unit. Minus is U+2212.
QString metricValue(double value, const std::string& unit);
/// A value or bound as the engine writes it, for reading: "93610 s" as "26 h", "62241" with the locale's groups. Rounds
/// towards the worse side of @p bound, so that it never looks better than it is. Anything else stays as it is.
QString measureText(const QString& value, const QString& bound);
/// The change against production: "+0.008 better", and the role of its colour.
struct MetricChange {
    QString text;
    Role role;
};
MetricChange metricChange(const query::MetricRow& row);
/// "Worst slice gap, age 62 and over": name and slice.
QString metricTitle(const query::MetricRow& row);

/// A sentence of the engine with its instants as a person reads them: "Mon 30 Nov 2026, 08:00 UTC".
QString readableTimes(const QString& sentence);
/// "34 kB", "2.1 MB" by the locale.
QString bytesText(qint64 bytes);

} // namespace cs::ui
