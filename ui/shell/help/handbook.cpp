// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help/handbook.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace cs::ui {

namespace {

/// The contents list; a page that is not named here does not exist.
constexpr const char* order[] = {"index", "first-promotion", "inbox", "promotion-review", "models", "filter", "flow",
    "raci", "ledger", "people", "connections", "teams", "settings", "shortcuts", "command-line",
    "writing-a-gate-policy", "troubleshooting", "laws", "ledger-events", "benchmarks"};

/// Pictures are left out, and what leads to the web becomes text to copy: the viewer loads nothing.
QString withoutLoads(QString text)
{
    static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)\\n?"));
    static const QRegularExpression web(QStringLiteral("\\[([^\\]]*)\\]\\((https?://[^)]*)\\)"));
    text.remove(picture);
    return text.replace(web, QStringLiteral("\\1 (`\\2`)"));
}

HandbookPage readPage(const QString& id)
{
    QFile file(QStringLiteral(":/handbook/%1.md").arg(id));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("The handbook page %s is not in the program.", qUtf8Printable(id));
        return {id, id, {}};
    }
    const QString text = QString::fromUtf8(file.readAll());
    const QString heading = text.section(QLatin1Char('\n'), 0, 0);
    return {id, heading.startsWith(QLatin1String("# ")) ? heading.mid(2) : id, withoutLoads(text)};
}

} // namespace

const std::vector<HandbookPage>& handbookPages()
{
    static const std::vector<HandbookPage> pages = [] {
        std::vector<HandbookPage> read;
        for (const char* id : order) {
            read.push_back(readPage(QLatin1String(id)));
        }
        return read;
    }();
    return pages;
}

const HandbookPage* handbookPage(const QString& id)
{
    const auto& pages = handbookPages();
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&id](const HandbookPage& page) { return page.id == id; });
    return found == pages.end() ? nullptr : &*found;
}

QString handbookPageOf(const QByteArray& navigationId)
{
    const QString id =
        navigationId == "promotions" ? QStringLiteral("promotion-review") : QString::fromLatin1(navigationId);
    return handbookPage(id) != nullptr ? id : QStringLiteral("index");
}

std::vector<const HandbookPage*> searchHandbook(const QString& words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<const HandbookPage*> found;
    for (const HandbookPage& page : handbookPages()) {
        if (std::all_of(wanted.begin(), wanted.end(),
                [&page](const QString& word) { return page.text.contains(word, Qt::CaseInsensitive); })) {
            found.push_back(&page);
        }
    }
    std::stable_partition(found.begin(), found.end(), [&wanted](const HandbookPage* page) {
        return std::any_of(wanted.begin(), wanted.end(),
            [page](const QString& word) { return page->title.contains(word, Qt::CaseInsensitive); });
    });
    return found;
}

} // namespace cs::ui
