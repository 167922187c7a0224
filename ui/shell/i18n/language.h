// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

class QApplication;

namespace cs::ui {

/// The language of the window, switched live. English is the language of the sources; its file holds the
/// plurals.
class Language final : public QObject {
    Q_OBJECT
public:
    explicit Language(QApplication& app);

    /// Takes the nearest language there is, sets number and date formats and the reading direction.
    /// @returns false if only English was found for it; the formats are @p locale's all the same.
    bool use(const QLocale& locale);
    /// Languages that ship, for example {"de", "en"}.
    static QStringList available();
    /// The language in its own words: "Deutsch".
    static QString nameOf(const QString& code);

private:
    QApplication& m_app;
    bool m_reversed; ///< Qt's -reverse asks for right to left in any language
    QTranslator m_plurals;
    QTranslator m_words;
    QTranslator m_toolkit; ///< names of keys, buttons of file dialogs
};

} // namespace cs::ui
