// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands/fuzzy.h"

namespace cs::ui {

namespace {

bool startsWord(const QString& text, qsizetype i)
{
    return i == 0 || !text.at(i - 1).isLetterOrNumber();
}

FuzzyMatch whole(qsizetype at, const QString& typed, const QString& text)
{
    FuzzyMatch match;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        match.positions.append(static_cast<int>(at + i));
    }
    const int place = at == 0 ? 60 : startsWord(text, at) ? 40 : 10;
    match.score = 100 + place + static_cast<int>(typed.size()) * 4 - static_cast<int>(text.size()) / 8;
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text)
{
    if (typed.isEmpty()) {
        return FuzzyMatch{};
    }
    const qsizetype at = text.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at >= 0) {
        return whole(at, typed, text);
    }
    FuzzyMatch match;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar wanted : typed) {
        if (wanted.isSpace()) {
            continue;
        }
        const qsizetype found = text.indexOf(wanted, from, Qt::CaseInsensitive);
        if (found < 0) {
            return std::nullopt;
        }
        match.score += found == last + 1 ? 6 : startsWord(text, found) ? 8 : 1;
        match.positions.append(static_cast<int>(found));
        last = found;
        from = found + 1;
    }
    match.score -= static_cast<int>(text.size()) / 8;
    return match;
}

} // namespace cs::ui
