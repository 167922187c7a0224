// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/settings_page.h"

#include "ui/shell/settings/preferences.h"
#include "ui/shell/settings/setting_row.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int widthMax = 920;

/// Name of the row that a control stands in, or nothing.
QString rowOf(const QWidget* control)
{
    while (control != nullptr && qobject_cast<const SettingRow*>(control) == nullptr) {
        control = control->parentWidget();
    }
    return control != nullptr ? control->objectName() : QString();
}

/// The ground of the page, in the colour of panes.
class Ground final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), colorOf(Role::Surface)); }
};

} // namespace

SettingsPage::SettingsPage(Preferences& preferences, QWidget* parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_header(new HeaderBar(this))
    , m_filter(new FilterField(this))
    , m_rows(nullptr)
    , m_nothing(new Label({}, Type::Body, Role::Muted, this))
{
    setObjectName(QStringLiteral("settingsPage"));
    m_filter->setObjectName(QStringLiteral("settingsFilter"));
    m_nothing->setObjectName(QStringLiteral("settingsNothing"));
    auto* bar = new Ground(this);
    auto* barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(16, 7, 16, 7);
    m_filter->setMaximumWidth(scaled(360));
    barRow->addWidget(m_filter, 1);
    barRow->addStretch(1);
    auto* ground = new Ground;
    auto* middle = new QWidget(ground);
    middle->setMaximumWidth(scaled(widthMax));
    m_rows = new QVBoxLayout(middle);
    m_rows->setContentsMargins(16, 8, 16, 24);
    m_rows->setSpacing(0);
    auto* across = new QHBoxLayout(ground);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(middle, 1);
    across->addStretch(0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("settingsScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(bar);
    column->addWidget(scroll, 1);
    fill();
    connect(m_filter, &FilterField::filterChanged, this, &SettingsPage::search);
    connect(&Theme::instance(), &Theme::changed, middle, [middle] { middle->setMaximumWidth(scaled(widthMax)); });
    setFocusProxy(m_filter);
}

void SettingsPage::fill()
{
    const QWidget* focused = QApplication::focusWidget();
    const QString rowName = focused && isAncestorOf(focused) ? rowOf(focused) : QString();
    m_header->setTitle(tr("Settings"));
    m_header->setCrumbs({{QString(), tr("Settings")}});
    m_header->setFacts(tr("Changes hold at once, for you on this computer"));
    m_filter->setPlaceholderText(tr("Search the settings"));
    m_filter->setAccessibleName(tr("Search the settings"));
    m_nothing->setText(tr("No setting has these words."));
    m_groups.clear();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr && item->widget() != m_nothing) {
            item->widget()->hide();
            item->widget()->setObjectName({});
            item->widget()->deleteLater(); // the row whose control changed the language is one of them
        }
        delete item;
    }
    for (const SettingInfo& info : allSettings()) {
        if (info.kind == SettingKind::Hidden) {
            continue;
        }
        const QString group = settingWords(info.group);
        if (m_groups.empty() || m_groups.back().heading->text() != group) {
            auto* heading = new Label(group, Type::Heading);
            heading->setContentsMargins(0, 16, 0, 4);
            m_groups.push_back({heading, {}});
            m_rows->addWidget(heading);
        }
        auto* row = new SettingRow(info, m_preferences, m_rows->parentWidget());
        m_groups.back().rows.push_back(row);
        m_rows->addWidget(row);
    }
    m_rows->addWidget(m_nothing);
    m_rows->addStretch(1);
    search(m_filter->text());
    if (!rowName.isEmpty()) { // the control that changed the language keeps the keyboard
        for (QWidget* control : findChild<QWidget*>(rowName)->findChildren<QWidget*>()) {
            if (control->focusPolicy() & Qt::TabFocus) {
                control->setFocus(Qt::OtherFocusReason);
                break;
            }
        }
    }
}

void SettingsPage::search(const QString& words)
{
    bool found = false;
    for (const Group& group : m_groups) {
        bool any = false;
        for (SettingRow* row : group.rows) {
            const bool answers = row->answers(words);
            row->setVisible(answers);
            any = any || answers;
        }
        group.heading->setVisible(any);
        found = found || any;
    }
    m_nothing->setVisible(!found);
}

void SettingsPage::resetAll()
{
    for (const SettingInfo& info : allSettings()) {
        if (info.kind != SettingKind::Hidden && !m_preferences.isDefault(info.setting)) {
            m_preferences.reset(info.setting);
        }
    }
    Q_EMIT noticed({QStringLiteral("settings"), tr("All settings are at their defaults."), {}, {}});
}

std::vector<Command> SettingsPage::commands()
{
    return {
        {"settings.search", tr("Search the settings"), tr("Moves to the search field."), QStringLiteral("search"),
            {QKeySequence(QKeySequence::Find)}, MenuPlace::Edit,
            [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }},
        {"settings.resetAll", tr("Reset all settings"), tr("Brings every setting back to its default."),
            QStringLiteral("undo"), {}, MenuPlace::Tools, [this] { resetAll(); }},
    };
}

void SettingsPage::open(const QString& target)
{
    if (!target.isEmpty()) {
        m_filter->setText(target.startsWith(QLatin1String("filter:")) ? target.mid(7) : target);
        search(m_filter->text());
    }
    m_filter->setFocus(Qt::OtherFocusReason);
    Q_EMIT loaded();
}

std::vector<Destination> SettingsPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (const Group& group : m_groups) {
        for (const SettingRow* row : group.rows) {
            if (!typed.isEmpty() && row->title().contains(typed, Qt::CaseInsensitive)) {
                //: in the palette, beside the name of a setting
                found.push_back({QStringLiteral("settings"), row->title(), tr("setting"), "settings",
                    QStringLiteral("filter:%1").arg(row->title())});
            }
        }
    }
    return found;
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
    Page::changeEvent(event);
}

} // namespace cs::ui
