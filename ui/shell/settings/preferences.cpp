// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/preferences.h"

#include "ui/shell/i18n/language.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace cs::ui {

Preferences::Preferences(Settings settings, Language& language, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_language(language)
    , m_systemReducesMotion(Theme::instance().reducedMotion())
{
    m_writer.setMaxThreadCount(1); // one after the other: the latest values stay
    for (const SettingInfo& info : allSettings()) {
        apply(info.setting);
    }
}

QString Preferences::value(Setting setting) const
{
    const auto found = m_thisRun.find(setting);
    return found == m_thisRun.end() ? m_settings.value(setting) : found->second;
}

void Preferences::set(Setting setting, const QString& value)
{
    if (value == this->value(setting) || !m_settings.setValue(setting, value)) {
        return;
    }
    m_thisRun.erase(setting);
    apply(setting);
    saveSoon();
    Q_EMIT changed(setting);
}

void Preferences::reset(Setting setting)
{
    m_settings.reset(setting);
    m_thisRun.erase(setting);
    apply(setting);
    saveSoon();
    Q_EMIT changed(setting);
}

bool Preferences::isDefault(Setting setting) const
{
    return value(setting) == QString::fromLatin1(settingInfo(setting).fallback);
}

void Preferences::setForThisRun(Setting setting, const QString& value)
{
    m_thisRun[setting] = value;
    apply(setting);
    Q_EMIT changed(setting);
}

void Preferences::stepTextScale(int direction)
{
    const SettingInfo& info = settingInfo(Setting::TextScale);
    const double present = value(Setting::TextScale).toInt();
    const double wanted = direction == 0 ? 100 : direction > 0 ? present * 1.1 : present / 1.1;
    set(Setting::TextScale, QString::number(std::clamp(static_cast<int>(std::lround(wanted)), info.least, info.most)));
}

void Preferences::apply(Setting setting)
{
    const QString text = value(setting);
    Theme& theme = Theme::instance();
    switch (setting) {
    case Setting::Theme:
        theme.setChoice(text == QLatin1String("dark") ? Theme::Choice::Dark
                : text == QLatin1String("light")      ? Theme::Choice::Light
                                                      : Theme::Choice::System);
        return;
    case Setting::TextScale:
        theme.setTextScale(text.toInt());
        return;
    case Setting::ReducedMotion:
        theme.setReducedMotion(text == QLatin1String("system") ? m_systemReducesMotion : text == QLatin1String("on"));
        return;
    case Setting::Language:
        m_language.use(text.isEmpty() ? QLocale::system() : QLocale(text));
        return;
    default:
        return; // its user listens to changed()
    }
}

void Preferences::saveSoon()
{
    if (m_saveWaits) {
        return;
    }
    m_saveWaits = true;
    QTimer::singleShot(0, this, [this] {
        m_saveWaits = false;
        // The window never waits for a disk; the copy is the worker's own.
        m_writer.start([settings = m_settings, self = QPointer<Preferences>(this)] {
            const Status saved = settings.save();
            if (saved) {
                return;
            }
            QMetaObject::invokeMethod(
                qApp,
                [self, error = saved.error()] {
                    if (self) {
                        Q_EMIT self->notSaved(errorWords(error));
                    }
                },
                Qt::QueuedConnection);
        });
    });
}

} // namespace cs::ui
