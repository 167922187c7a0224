// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace cs::ui {

/// How well a typed text fits, and which characters to print bold.
struct FuzzyMatch {
    int score = 0;
    QList<int> positions;
};

/// All characters of @p typed occur in @p text in this order, whatever their case. Whole words, word
/// beginnings and neighbours score higher, long texts a little lower. Nothing if they do not; an empty @p
/// typed fits everything.
std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text);

} // namespace cs::ui
