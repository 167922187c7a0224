// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/theme.h"

#include "ui/widgets/theme/cs_style.h"
#include "ui/widgets/theme/focus_ring.h"
#include "ui/widgets/theme/style_sheet.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>

#include <algorithm>
#include <cmath>

// Q_INIT_RESOURCE must be used outside of any namespace; it also makes the linker keep the icons.
static void initIcons()
{
    Q_INIT_RESOURCE(countersign);
}

namespace cs::ui {

namespace {

constexpr double basePoints = 9.75;

struct TypeSpec {
    Type type;
    double factor;
    QFont::Weight weight;
    bool mono;
};

constexpr TypeSpec typeSpecs[] = {
    {Type::Figure, 1.70, QFont::DemiBold, false},
    {Type::Title, 1.38, QFont::DemiBold, false},
    {Type::Heading, 1.15, QFont::DemiBold, false},
    {Type::Strong, 1.0, QFont::DemiBold, false},
    {Type::Medium, 1.0, QFont::Medium, false},
    {Type::Body, 1.0, QFont::Normal, false},
    {Type::Small, 0.92, QFont::Normal, false},
    {Type::SmallMedium, 0.92, QFont::Medium, false},
    {Type::Caption, 0.85, QFont::Normal, false},
    {Type::CaptionMedium, 0.85, QFont::Medium, false},
    {Type::Badge, 0.77, QFont::DemiBold, false},
    {Type::Mono, 0.92, QFont::Normal, true},
};

QStringList textFamilies()
{
    return {QStringLiteral("Inter"), QStringLiteral("Segoe UI Variable Text"), QStringLiteral("Segoe UI"),
        QStringLiteral(".AppleSystemUIFont"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"),
        QStringLiteral("Noto Sans Hebrew"), QStringLiteral("DejaVu Sans")};
}

QStringList monoFamilies()
{
    return {QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono"), QStringLiteral("Menlo"),
        QStringLiteral("DejaVu Sans Mono")};
}

QPalette paletteOf(Scheme scheme)
{
    const auto c = [scheme](Role role) { return roleColor(role, scheme); };
    QPalette p;
    const std::pair<QPalette::ColorRole, Role> pairs[] = {{QPalette::Window, Role::Window},
        {QPalette::Base, Role::Surface}, {QPalette::AlternateBase, Role::Sunken}, {QPalette::Button, Role::Surface},
        {QPalette::Text, Role::Text}, {QPalette::WindowText, Role::Text}, {QPalette::ButtonText, Role::Text},
        {QPalette::BrightText, Role::AccentText}, {QPalette::PlaceholderText, Role::Muted},
        {QPalette::Highlight, Role::Accent}, {QPalette::HighlightedText, Role::AccentText},
        {QPalette::Link, Role::Link}, {QPalette::LinkVisited, Role::Link}, {QPalette::ToolTipBase, Role::Tooltip},
        {QPalette::ToolTipText, Role::TooltipText}, {QPalette::Midlight, Role::Hover}, {QPalette::Mid, Role::Border},
        {QPalette::Dark, Role::BorderControl}, {QPalette::Light, Role::Raised}, {QPalette::Shadow, Role::Border}};
    for (const auto& [paletteRole, role] : pairs) {
        p.setColor(paletteRole, c(role));
    }
    for (const auto paletteRole : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, paletteRole, c(Role::Disabled));
    }
    return p;
}

} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme()
{
    ::initIcons();
    makeFonts();
}

void Theme::install(QApplication& app)
{
    m_app = &app;
    m_systemPoints = std::max(basePoints, app.font().pointSizeF());
    m_reducedMotion =
        QGuiApplication::platformName() == QLatin1String("offscreen") || !QApplication::isEffectEnabled(Qt::UI_General);
    app.setStyle(new CsStyle);
    readSystemScheme();
    app.installEventFilter(this);
    new FocusRing(&app);
    rebuild();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice) {
        return;
    }
    m_choice = choice;
    rebuild();
}

void Theme::setTextScale(int percent)
{
    const int bounded = std::clamp(percent, 75, 200);
    if (m_textScale == bounded) {
        return;
    }
    m_textScale = bounded;
    rebuild();
}

void Theme::stepTextScale(int direction)
{
    const double factor = direction > 0 ? 1.1 : 1.0 / 1.1;
    setTextScale(static_cast<int>(std::lround(m_textScale * factor)));
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
}

const QFont& Theme::font(Type type) const
{
    return *m_fonts.constFind(static_cast<int>(type));
}

int Theme::px(int px) const
{
    return static_cast<int>(std::lround(px * m_systemPoints / basePoints * m_textScale / 100.0));
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == Choice::System && !m_rebuilding) {
        const Scheme before = m_systemScheme;
        readSystemScheme();
        if (before != m_systemScheme) {
            rebuild();
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::readSystemScheme()
{
    // Qt 6.4 has no colour scheme hint: the desktop's own palette is uncovered for a moment and its base is
    // measured.
    m_rebuilding = true;
    QApplication::setPalette(QPalette());
    m_systemScheme = QApplication::palette().color(QPalette::Base).lightness() < 128 ? Scheme::Dark : Scheme::Light;
    if (m_fonts.size() > 0) {
        QApplication::setPalette(paletteOf(m_scheme));
    }
    m_rebuilding = false;
}

void Theme::makeFonts()
{
    const double base = m_systemPoints * m_textScale / 100.0;
    for (const TypeSpec& spec : typeSpecs) {
        QFont font;
        font.setFamilies(spec.mono ? monoFamilies() : textFamilies());
        font.setPointSizeF(base * spec.factor);
        font.setWeight(spec.weight);
        font.setStyleHint(spec.mono ? QFont::Monospace : QFont::SansSerif);
        m_fonts.insert(static_cast<int>(spec.type), font);
    }
}

void Theme::rebuild()
{
    m_rebuilding = true;
    m_scheme = m_choice == Choice::System ? m_systemScheme : m_choice == Choice::Dark ? Scheme::Dark : Scheme::Light;
    makeFonts();
    if (m_app != nullptr) {
        QApplication::setFont(font(Type::Body));
        QApplication::setPalette(paletteOf(m_scheme));
        m_app->setStyleSheet(styleSheetText(*this));
        QToolTip::setFont(font(Type::Small));
        QToolTip::setPalette(paletteOf(m_scheme));
    }
    m_rebuilding = false;
    Q_EMIT changed();
}

} // namespace cs::ui
