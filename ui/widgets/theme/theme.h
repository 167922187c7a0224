// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/roles.h"

#include <QFont>
#include <QHash>
#include <QObject>

class QApplication;

namespace cs::ui {

/// A named size and weight of text. @source visual.md section 3
enum class Type {
    Figure, ///< one number on a page
    Title, ///< page and sheet titles
    Heading, ///< face headings, preview titles
    Strong, ///< body, 600
    Medium, ///< body, 500: names in tables, buttons
    Body,
    Small, ///< second lines, status bar
    SmallMedium, ///< chips, table heads
    Caption, ///< counters, axes
    CaptionMedium, ///< group labels
    Badge, ///< initials of a role
    Mono, ///< digests, keys, ids, JSON
};

/// Colours, fonts and distances of the whole program, switched live.
/// Widgets read it while they paint, so a switch needs no more than a repaint; what caches connects to
/// changed().
/// @thread UI
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Choice { Light, Dark, System };
    Q_ENUM(Choice)

    static Theme& instance();

    /// Gives the application our style, palette and style sheet. Call once, after QApplication exists.
    void install(QApplication& app);

    QColor color(Role role) const { return roleColor(role, m_scheme); }
    Scheme scheme() const { return m_scheme; }
    bool isDark() const { return m_scheme == Scheme::Dark; }

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);

    /// Text size in percent of the system's, 75 to 200; values outside are brought to the nearer end.
    int textScale() const { return m_textScale; }
    void setTextScale(int percent);
    /// One step of 1.1 up (+1) or down (-1).
    void stepTextScale(int direction);

    const QFont& font(Type type) const;
    /// @p px at 13 px text, grown with the text. Use it for heights and for gaps that must hold text.
    int px(int px) const;

    /// No movement: by setting, by the desktop's wish, and where nothing is looked at (offscreen).
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Colours, fonts or distances differ from now on.
    void changed();

private:
    Theme();
    void rebuild();
    void makeFonts();
    void readSystemScheme();

    QApplication* m_app = nullptr;
    Choice m_choice = Choice::System;
    Scheme m_scheme = Scheme::Light;
    Scheme m_systemScheme = Scheme::Light;
    int m_textScale = 100;
    double m_systemPoints = 9.75;
    bool m_reducedMotion = false;
    bool m_rebuilding = false;
    QHash<int, QFont> m_fonts;
};

/// Short form of Theme::instance().color().
inline QColor colorOf(Role role)
{
    return Theme::instance().color(role);
}
/// Short form of Theme::instance().font().
inline const QFont& fontOf(Type type)
{
    return Theme::instance().font(type);
}
/// Short form of Theme::instance().px().
inline int scaled(int px)
{
    return Theme::instance().px(px);
}

} // namespace cs::ui
