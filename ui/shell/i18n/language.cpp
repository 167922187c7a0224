// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/i18n/language.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>

namespace cs::ui {

Language::Language(QApplication& app)
    : QObject(&app)
    , m_app(app)
    , m_reversed(app.layoutDirection() == Qt::RightToLeft && QLocale().textDirection() == Qt::LeftToRight)
{
    if (m_plurals.load(QStringLiteral(":/i18n/countersign_en.qm"))) {
        QCoreApplication::installTranslator(&m_plurals);
    }
}

bool Language::use(const QLocale& locale)
{
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_toolkit);
    m_app.setLayoutDirection(m_reversed ? Qt::RightToLeft : locale.textDirection());
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) {
        return true;
    }
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_toolkit.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), folder)) { // where it is installed
        QCoreApplication::installTranslator(&m_toolkit);
    }
    const bool found =
        m_words.load(locale, QStringLiteral("countersign"), QStringLiteral("_"), QStringLiteral(":/i18n"));
    if (found) {
        QCoreApplication::installTranslator(&m_words);
    }
    return found;
}

QStringList Language::available()
{
    QStringList languages;
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("countersign_*.qm")});
    for (const QString& file : files) {
        languages.append(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0));
    }
    return languages;
}

QString Language::nameOf(const QString& code)
{
    const QLocale locale(code);
    if (locale.language() == QLocale::English) {
        return QStringLiteral("English"); // its locale would name a country too
    }
    QString name = locale.nativeLanguageName();
    return name.replace(0, 1, name.left(1).toUpper());
}

} // namespace cs::ui
