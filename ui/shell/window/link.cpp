// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/link.h"

#include "ui/widgets/words.h"

#include <QRegularExpression>
#include <QUrl>

namespace cs::ui {

namespace {

constexpr qsizetype lengthMax = 512;
constexpr qsizetype targetMax = 160;

const QString scheme = QStringLiteral("countersign:");
const QString start = QStringLiteral("countersign://");

Error badLink(const char* sentence, const QString& part)
{
    return usageError("CS-LINK-FORM", sentence, {cleanName(part, 60)});
}

bool matches(const QString& text, const char* pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

/// Ids, entry numbers, gates and filters lead somewhere; a target such as "propose:v14" would open a sheet.
bool isTarget(const QString& target)
{
    if (target.isEmpty() || matches(target, "[A-Za-z0-9_.-]{1,80}")) {
        return true;
    }
    return target.startsWith(QLatin1String("filter:")) && target.size() <= targetMax
        && matches(target, "filter:[^\\p{C}]*");
}

} // namespace

bool isLink(const QString& text)
{
    return text.trimmed().startsWith(scheme, Qt::CaseInsensitive);
}

Result<Link> parseLink(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > lengthMax || !trimmed.startsWith(start, Qt::CaseInsensitive)) {
        return fail(badLink(
            QT_TRANSLATE_NOOP("Error", "“%1” is not a link to a workspace: countersign://WORKSPACE-ID/PAGE/TARGET."),
            trimmed));
    }
    const QString path = trimmed.mid(start.size());
    Link link;
    link.workspace = path.section(QLatin1Char('/'), 0, 0).toLower();
    if (!matches(link.workspace, "[0-9a-f]{32}")) {
        return fail(badLink(
            QT_TRANSLATE_NOOP("Error", "The link names no workspace: “%1” is not an id of 32 hexadecimal digits."),
            link.workspace));
    }
    const QString page = path.section(QLatin1Char('/'), 1, 1).toLower();
    if (!page.isEmpty() && !matches(page, "[a-z][a-z-]{0,31}")) {
        return fail(badLink(QT_TRANSLATE_NOOP("Error", "The link names no page: “%1”."), page));
    }
    const QByteArray encoded = path.section(QLatin1Char('/'), 2).toUtf8();
    QString target = QUrl::fromPercentEncoding(encoded);
    if (target.endsWith(QLatin1Char('/'))) {
        target.chop(1); // browsers add one
    }
    if (!isTarget(target) || (page.isEmpty() && !target.isEmpty())) {
        return fail(badLink(QT_TRANSLATE_NOOP("Error", "The link names nothing that can be shown: “%1”."), target));
    }
    link.place = {page.toLatin1(), target};
    return link;
}

QString linkText(const Link& link)
{
    QString text = start + link.workspace;
    if (link.place.page.isEmpty()) {
        return text;
    }
    text += QLatin1Char('/') + QString::fromLatin1(link.place.page);
    if (!link.place.target.isEmpty() && isTarget(link.place.target)) {
        text += QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(link.place.target));
    }
    return text;
}

} // namespace cs::ui
