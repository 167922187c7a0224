// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace cs::ui {

/// A page of the handbook, as it stands in the program.
struct HandbookPage {
    QString id; ///< name of its file, without ending
    QString title; ///< its first heading
    QString text; ///< Markdown without pictures; addresses of the web stand as text
};

/// All pages, in the order of the contents list. Read from the program itself, so that help needs no network.
const std::vector<HandbookPage>& handbookPages();
const HandbookPage* handbookPage(const QString& id);
/// The page about a screen; the index for screens that have none.
QString handbookPageOf(const QByteArray& navigationId);
/// Pages that have all @p words, those with one in the title first.
std::vector<const HandbookPage*> searchHandbook(const QString& words);

} // namespace cs::ui
