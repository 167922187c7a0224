// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/registry_form.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLineEdit>

namespace cs::ui {

namespace {

constexpr int seconds[] = {60, 300, 900, 3600, 0};

QGridLayout* gridOf(QWidget* widget)
{
    return qobject_cast<QGridLayout*>(widget->layout());
}

} // namespace

RegistryFormWidget::RegistryFormWidget(
    WorkspaceService& service, const query::ConnectionsView& view, const query::RegistryForm& form, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_form(form)
{
    setObjectName(QStringLiteral("registryForm"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_name = addLine("registryName", tr("Name"), tr("What it is called here, for example mlflow-prod"));
    m_url = addLine("registryUrl", tr("Address"), tr("https://…, or http://127.0.0.1:5000 on this computer"));
    m_auth = addCombo("registryAuth", tr("Sign-in"));
    m_user = addLine("registryUser", tr("User name"), {});
    m_secret = addLine("registrySecret", tr("Password or token"),
        form.id.isValid() ? tr("Empty: the one that is kept stays")
                          : tr("Kept in your keychain, for this address alone"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_test = new Button(Button::Kind::Outlined, tr("Test connection"), this);
    m_test->setObjectName(QStringLiteral("testRegistry"));
    m_answer = new Label({}, Type::Small, Role::Muted, this);
    m_answer->setObjectName(QStringLiteral("testAnswer"));
    m_answer->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_answer, 1);
    grid->addLayout(row, grid->rowCount(), 1);
    fill(view);
    connect(m_test, &Button::triggered, this, &RegistryFormWidget::test);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &RegistryFormWidget::onAuth);
    onAuth();
}

void RegistryFormWidget::addField(const QString& label, QWidget* field, const QString& help)
{
    QGridLayout* grid = gridOf(this);
    const int row = grid->rowCount();
    auto* words = new Label(label, Type::Body, Role::Muted, this);
    words->setBuddy(field);
    field->setAccessibleName(label);
    field->setAccessibleDescription(help);
    field->setToolTip(help);
    grid->addWidget(words, row, 0);
    grid->addWidget(field, row, 1);
}

QLineEdit* RegistryFormWidget::addLine(const char* name, const QString& label, const QString& help)
{
    auto* line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setPlaceholderText(help);
    addField(label, line, help);
    connect(line, &QLineEdit::textChanged, this, &RegistryFormWidget::changed);
    return line;
}

QComboBox* RegistryFormWidget::addCombo(const char* name, const QString& label)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(QString::fromLatin1(name));
    addField(label, combo, {});
    connect(combo, &QComboBox::currentIndexChanged, this, &RegistryFormWidget::changed);
    return combo;
}

void RegistryFormWidget::fill(const query::ConnectionsView& view)
{
    m_name->setText(qs(m_form.name));
    m_url->setText(qs(m_form.url));
    m_user->setText(qs(m_form.user));
    m_auth->addItem(tr("None"), QStringLiteral("none"));
    m_auth->addItem(tr("User name and password"), QStringLiteral("basic"));
    m_auth->addItem(tr("Token"), QStringLiteral("bearer"));
    m_auth->setCurrentIndex(std::max(0, m_auth->findData(qs(m_form.auth))));
    for (const auto& [stage, label] : view.stages) {
        const auto alias = m_form.aliases.find(stage);
        if (alias == m_form.aliases.end() && stage != "staging" && stage != "canary" && stage != "production") {
            continue;
        }
        QLineEdit* line = addLine("registryAlias", tr("Alias for %1").arg(qs(label)), tr("Empty: none stands for it"));
        line->setObjectName(QStringLiteral("registryAlias_") + qs(stage));
        line->setText(alias == m_form.aliases.end() ? QString() : qs(alias->second));
        m_aliases.emplace_back(stage, line);
    }
    QStringList watched;
    for (const auto& alias : m_form.watched) {
        watched << qs(alias);
    }
    m_watched =
        addLine("registryWatched", tr("Also production"), tr("Further aliases that mean production, by commas"));
    m_watched->setText(watched.join(QStringLiteral(", ")));
    m_owner = addCombo("registryOwner", tr("Owner role"));
    for (const auto& [id, title] : view.ownerRoles) {
        m_owner->addItem(qs(title), qs(id));
    }
    m_owner->setCurrentIndex(std::max(0, m_owner->findData(qs(m_form.ownerRole))));
    fillSchedule();
    m_writeBack = new QCheckBox(tr("Write aliases and stamps when a stage changes"), this);
    m_writeBack->setObjectName(QStringLiteral("registryWriteBack"));
    m_writeBack->setChecked(m_form.writeBack);
    gridOf(this)->addWidget(m_writeBack, gridOf(this)->rowCount(), 1);
}

void RegistryFormWidget::fillSchedule()
{
    m_every = addCombo("registryEvery", tr("Synchronise"));
    for (const int every : seconds) {
        m_every->addItem(every == 0 ? tr("Only when asked") : tr("Every %n minute(s)", nullptr, every / 60), every);
    }
    const int given = static_cast<int>(m_form.everySeconds);
    if (m_every->findData(given) < 0) {
        m_every->addItem(tr("Every %n second(s)", nullptr, given), given);
    }
    m_every->setCurrentIndex(m_every->findData(given));
}

void RegistryFormWidget::onAuth()
{
    const QString auth = m_auth->currentData().toString();
    m_user->setEnabled(auth == QLatin1String("basic"));
    m_secret->setEnabled(auth != QLatin1String("none"));
    Q_EMIT changed();
}

query::RegistryForm RegistryFormWidget::value() const
{
    query::RegistryForm form = m_form;
    form.name = utf8(m_name->text().trimmed());
    form.url = utf8(m_url->text().trimmed());
    form.auth = utf8(m_auth->currentData().toString());
    form.user = form.auth == "basic" ? utf8(m_user->text().trimmed()) : std::string();
    for (const auto& [stage, line] : m_aliases) {
        const std::string alias = utf8(line->text().trimmed());
        if (alias.empty()) {
            form.aliases.erase(stage);
        } else {
            form.aliases[stage] = alias;
        }
    }
    form.watched.clear();
    for (const QString& alias : m_watched->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        form.watched.insert(utf8(alias.trimmed()));
    }
    form.ownerRole = utf8(m_owner->currentData().toString());
    form.everySeconds = m_every->currentData().toLongLong();
    form.writeBack = m_writeBack->isChecked();
    return form;
}

QString RegistryFormWidget::secret() const
{
    return m_auth->currentData().toString() == QLatin1String("none") ? QString() : m_secret->text();
}

QString RegistryFormWidget::missing() const
{
    if (m_name->text().trimmed().isEmpty()) {
        return tr("Give the registry a name.");
    }
    if (m_url->text().trimmed().isEmpty()) {
        return tr("Give its address.");
    }
    const QString auth = m_auth->currentData().toString();
    if (auth == QLatin1String("basic") && m_user->text().trimmed().isEmpty()) {
        return tr("Give the user name.");
    }
    if (auth != QLatin1String("none") && !m_form.id.isValid() && m_secret->text().isEmpty()) {
        return tr("Give the password or token.");
    }
    return {};
}

void RegistryFormWidget::test()
{
    const quint64 generation = ++m_generation;
    m_answer->setRole(Role::Muted);
    m_answer->setText(tr("Asking…"));
    m_service.testRegistry(value(), secret())
        .then(qApp, guarded(this, [this, generation](const Result<QString>& answer) {
            if (generation != m_generation) {
                return;
            }
            m_answer->setRole(answer ? Role::Passed : Role::Failed);
            m_answer->setText(answer ? tr("It answers: %1.").arg(cleanName(*answer)) : errorWords(answer.error()));
        }));
}

} // namespace cs::ui
