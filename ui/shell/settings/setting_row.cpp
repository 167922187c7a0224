// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/setting_row.h"

#include "ui/shell/i18n/language.h"
#include "ui/shell/settings/preferences.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int controlWidth = 400; // the widest control and "Reset"
const QString timeForm = QStringLiteral("HH:mm");

} // namespace

QString settingWords(const char* text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("Setting", text);
}

SettingRow::SettingRow(const SettingInfo& info, Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , m_info(info)
    , m_preferences(preferences)
    , m_reset(new Button(Button::Kind::Link, tr("Reset"), this))
{
    const QString key = QString::fromLatin1(info.key);
    setObjectName(QStringLiteral("setting_%1").arg(key));
    auto* name = new Label(title(), Type::Medium, Role::Text, this);
    auto* what = new Label(settingWords(info.description), Type::Small, Role::Muted, this);
    name->setWordWrap(true);
    what->setWordWrap(true);
    QWidget* control = makeControl();
    control->setObjectName(QStringLiteral("control_%1").arg(key));
    control->setAccessibleName(title());
    control->setAccessibleDescription(what->text());
    name->setBuddy(control);
    m_reset->setObjectName(QStringLiteral("reset_%1").arg(key));
    //: %1 is the name of a setting
    m_reset->setAccessibleName(tr("Reset: %1").arg(title()));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(what);
    auto* side = new QWidget(this);
    side->setFixedWidth(scaled(controlWidth));
    auto* row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(control);
    row->addWidget(m_reset);
    row->addStretch(1);
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 10, 0, 10);
    whole->setSpacing(24);
    whole->addLayout(words, 1);
    whole->addWidget(side, 0, Qt::AlignTop);
    connect(m_reset, &Button::triggered, this, [this] { m_preferences.reset(m_info.setting); });
    connect(&preferences, &Preferences::changed, this, [this](Setting changed) {
        if (changed == m_info.setting) {
            refresh();
        }
    });
    refresh();
}

QString SettingRow::title() const
{
    return settingWords(m_info.title);
}

bool SettingRow::answers(const QString& words) const
{
    QString all =
        title() + QLatin1Char(' ') + settingWords(m_info.description) + QLatin1Char(' ') + settingWords(m_info.group);
    for (const auto& choice : m_info.choices) {
        all += QLatin1Char(' ') + settingWords(choice.second);
    }
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(
        wanted.begin(), wanted.end(), [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

QWidget* SettingRow::makeControl()
{
    switch (m_info.kind) {
    case SettingKind::Language:
        return makeLanguage();
    case SettingKind::Number:
        return makeNumber();
    case SettingKind::Switch:
        return makeSwitch();
    case SettingKind::Time:
        return makeTime();
    case SettingKind::Choice:
    case SettingKind::Hidden:
        break;
    }
    return makeChoice();
}

QWidget* SettingRow::makeChoice()
{
    auto* parts = new Segments(this);
    for (const auto& [id, text] : m_info.choices) {
        parts->addSegment(QString::fromLatin1(id), settingWords(text));
    }
    m_show = [parts](const QString& value) { parts->setCurrent(value); };
    m_show(m_preferences.value(m_info.setting));
    connect(
        parts, &Segments::currentChanged, this, [this](const QString& id) { m_preferences.set(m_info.setting, id); });
    return parts;
}

QWidget* SettingRow::makeLanguage()
{
    const QString system = QStringLiteral("system"); // a segment's id is never empty
    auto* parts = new Segments(this);
    parts->addSegment(system, tr("As the system"));
    for (const QString& code : Language::available()) {
        parts->addSegment(code, Language::nameOf(code));
    }
    m_show = [parts, system](const QString& value) { parts->setCurrent(value.isEmpty() ? system : value); };
    m_show(m_preferences.value(m_info.setting));
    connect(parts, &Segments::currentChanged, this,
        [this, system](const QString& id) { m_preferences.set(m_info.setting, id == system ? QString() : id); });
    return parts;
}

QWidget* SettingRow::makeNumber()
{
    auto* box = new QSpinBox(this);
    box->setRange(m_info.least, m_info.most);
    box->setSingleStep(m_info.most > 100 ? 5 : 1);
    box->setSuffix(QLatin1Char(' ') + settingWords(m_info.unit));
    box->setMinimumSize(scaled(96), scaled(30));
    box->setKeyboardTracking(false); // "1" on the way to "150" is no wish
    m_show = [box](const QString& value) { box->setValue(value.toInt()); };
    m_show(m_preferences.value(m_info.setting));
    connect(box, &QSpinBox::valueChanged, this,
        [this](int number) { m_preferences.set(m_info.setting, QString::number(number)); });
    return box;
}

QWidget* SettingRow::makeSwitch()
{
    auto* parts = new Segments(this);
    //: a setting is on
    parts->addSegment(QStringLiteral("on"), tr("On"));
    //: a setting is off
    parts->addSegment(QStringLiteral("off"), tr("Off"));
    m_show = [parts](const QString& value) { parts->setCurrent(value); };
    m_show(m_preferences.value(m_info.setting));
    connect(
        parts, &Segments::currentChanged, this, [this](const QString& id) { m_preferences.set(m_info.setting, id); });
    return parts;
}

QWidget* SettingRow::makeTime()
{
    auto* box = new QTimeEdit(this);
    box->setDisplayFormat(timeForm);
    box->setMinimumSize(scaled(96), scaled(30));
    m_show = [box](const QString& value) { box->setTime(QTime::fromString(value, timeForm)); };
    m_show(m_preferences.value(m_info.setting));
    connect(box, &QTimeEdit::timeChanged, this,
        [this](const QTime& time) { m_preferences.set(m_info.setting, time.toString(timeForm)); });
    return box;
}

void SettingRow::refresh()
{
    m_show(m_preferences.value(m_info.setting)); // what is so already says nothing back
    m_reset->setVisible(!m_preferences.isDefault(m_info.setting));
}

} // namespace cs::ui
