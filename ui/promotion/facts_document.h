// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

class QTextDocument;

namespace cs::ui {

/// Writes the Markdown blocks of the reader's facts into @p document in the fonts and colours of the theme. Every text
/// goes in as plain text: nothing that a stranger wrote is read as markup, and no link can be followed.
void writeMarkdown(QTextDocument& document, const QJsonObject& facts);

} // namespace cs::ui
