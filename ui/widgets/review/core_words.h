// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cs::ui {

/// A sentence that a view of the core made in English, in the language of the window: it is found among the patterns
/// of core_words.cpp, and its parts are put into the translation. What fits none stays as it is; so does all of it
/// while the window is English. Names, policy texts and numbers in it are never translated.
QString coreWords(const QString& english);

} // namespace cs::ui
