// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/founding_sheet.h"

#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int quorumMax = 15;

/// A field under its label, 4 px apart.
void addField(QVBoxLayout* column, const QString& text, QWidget* field)
{
    auto* label = new Label(text, Type::Small, Role::Muted);
    label->setBuddy(field);
    field->setAccessibleName(text);
    auto* group = new QVBoxLayout;
    group->setSpacing(4);
    group->addWidget(label);
    group->addWidget(field);
    column->addLayout(group);
}

Label* helpLine(const char* name)
{
    auto* label = new Label({}, Type::Small, Role::Muted);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

template <class T> T* named(T* widget, const char* name)
{
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

FoundingSheet::FoundingSheet(QList<PolicyOffer> policies, Prompter& prompter, QWidget* parent)
    : Sheet(parent)
    , m_policies(std::move(policies))
    , m_prompter(prompter)
    , m_name(named(new QLineEdit, "foundingName"))
    , m_path(named(new QLineEdit, "foundingPath"))
    , m_mode(named(new Segments, "foundingMode"))
    , m_modeHelp(helpLine("foundingModeHelp"))
    , m_you(named(new QLineEdit, "foundingYou"))
    , m_others(named(new QPlainTextEdit, "foundingOthers"))
    , m_team(new QWidget)
    , m_threshold(named(new QComboBox, "foundingThreshold"))
    , m_ofHowMany(helpLine("foundingOfHowMany"))
    , m_policy(named(new QComboBox, "foundingPolicy"))
    , m_policyHelp(helpLine("foundingPolicyHelp"))
    , m_people(new Label({}, Type::Strong))
    , m_create(nullptr)
    , m_reason(new OffReason)
{
    setObjectName(QStringLiteral("foundingSheet"));
    setTitle(tr("Create a workspace"), tr("You found it with a new key in the keychain of this computer."));
    setSheetWidth(600);
    m_people->setObjectName(QStringLiteral("foundingPeople"));
    m_people->setWordWrap(true);
    setBody(buildBody());
    setFootNote(m_reason);
    Button* cancel = named(addFootButton(Button::Kind::Outlined, tr("Cancel")), "foundingCancel");
    m_create =
        named(addFootButton(Button::Kind::Primary, tr("Create workspace"), QStringLiteral("add")), "foundingCreate");
    connect(cancel, &Button::triggered, this, &QDialog::reject);
    connect(m_create, &Button::triggered, this, [this] {
        const FoundingChoice made = choice();
        accept();
        Q_EMIT founded(made);
    });
    for (QLineEdit* field : {m_name, m_path, m_you}) {
        connect(field, &QLineEdit::textChanged, this, &FoundingSheet::refresh);
    }
    connect(m_others, &QPlainTextEdit::textChanged, this, &FoundingSheet::refresh);
    connect(m_threshold, &QComboBox::currentIndexChanged, this, &FoundingSheet::refresh);
    connect(m_policy, &QComboBox::currentIndexChanged, this, &FoundingSheet::refresh);
    connect(m_mode, &Segments::currentChanged, this, &FoundingSheet::refresh);
    refresh();
    m_name->setFocus();
}

QWidget* FoundingSheet::buildBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setSpacing(12);
    addField(column, tr("Name"), m_name);
    auto* file = new QHBoxLayout;
    auto* choose = named(new Button(Button::Kind::Outlined, tr("Choose…")), "foundingChoosePath");
    m_path->setPlaceholderText(QStringLiteral("NAME.countersign"));
    auto* fileGroup = new QWidget;
    fileGroup->setLayout(file);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(8);
    file->addWidget(m_path, 1);
    file->addWidget(choose);
    addField(column, tr("File"), fileGroup);
    m_path->setAccessibleName(tr("File"));
    connect(choose, &Button::triggered, this, &FoundingSheet::choosePath);
    m_mode->addSegment(QStringLiteral("team"), tr("Team"));
    m_mode->addSegment(QStringLiteral("single"), tr("Single person"));
    m_mode->addSegment(QStringLiteral("demo"), tr("Demo"));
    addField(column, tr("Mode"), m_mode);
    column->addWidget(m_modeHelp);
    addField(column, tr("Your printed name, administrator"), m_you);
    auto* team = new QVBoxLayout(m_team);
    team->setContentsMargins(0, 0, 0, 0);
    team->setSpacing(12);
    m_others->setFixedHeight(scaled(64));
    m_others->setTabChangesFocus(true);
    addField(team, tr("Other administrators, one a line; each enrols with their own key"), m_others);
    auto* quorum = new QHBoxLayout;
    for (int count = 2; count <= quorumMax; ++count) {
        m_threshold->addItem(QLocale().toString(count), count);
    }
    m_threshold->setAccessibleName(tr("How many administrators must agree"));
    quorum->addWidget(m_threshold);
    quorum->addWidget(m_ofHowMany, 1);
    team->addLayout(quorum);
    column->addWidget(m_team);
    for (const PolicyOffer& offer : m_policies) {
        m_policy->addItem(offer.title, offer.id);
    }
    addField(column, tr("Policy to start from"), m_policy);
    column->addWidget(m_policyHelp);
    column->addWidget(m_people);
    column->addStretch(1);
    return body;
}

void FoundingSheet::choosePath()
{
    const QString proposed =
        m_name->text().trimmed().isEmpty() ? QStringLiteral("workspace") : m_name->text().trimmed();
    m_prompter.chooseSaveFile(this, tr("Where to keep the workspace"),
        QString(QString(proposed).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".countersign")),
        {tr("Countersign workspaces (*.countersign)")}, [this](const QString& path) {
            if (!path.isEmpty()) {
                m_path->setText(path);
            }
        });
}

FoundingChoice FoundingSheet::choice() const
{
    FoundingChoice made;
    made.name = m_name->text().trimmed();
    made.path = m_path->text().trimmed();
    if (!made.path.isEmpty() && !made.path.endsWith(QLatin1String(".countersign"))) {
        made.path += QLatin1String(".countersign");
    }
    const QString mode = m_mode->current();
    made.mode = mode == QLatin1String("single") ? Mode::Single
        : mode == QLatin1String("demo")         ? Mode::Demo
                                                : Mode::Team;
    made.administrators.append(m_you->text().trimmed());
    if (made.mode != Mode::Single) {
        for (const QString& line : m_others->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (!line.trimmed().isEmpty()) {
                made.administrators.append(line.trimmed());
            }
        }
    }
    made.threshold = made.mode == Mode::Single ? 1 : m_threshold->currentData().toInt();
    made.policyId = m_policy->currentData().toString();
    return made;
}

QString FoundingSheet::peopleWords() const
{
    const Mode mode = choice().mode;
    if (mode == Mode::Single) {
        return tr("One person is enough. Gates that want a second person simply stay closed.");
    }
    const PolicyOffer offer = m_policies.value(m_policy->currentIndex());
    const QString seats = offer.seats.join(tr("; "));
    QString words = offer.peopleAtLeast > 0
        ? tr("At least %n people are needed.", nullptr, offer.peopleAtLeast)
        : tr("These seats must be filled; one person may hold several that do not exclude each other.");
    words += QLatin1Char('\n') + tr("Seats: %1.").arg(seats);
    return words;
}

void FoundingSheet::refresh()
{
    const FoundingChoice made = choice();
    m_team->setVisible(made.mode != Mode::Single);
    switch (made.mode) {
    case Mode::Team:
        m_modeHelp->setText(tr("Everybody signs with their own key, kept in their own keychain under a passphrase."));
        break;
    case Mode::Single:
        m_modeHelp->setText(tr("You alone. It is marked “Single person” everywhere: nobody else has looked."));
        break;
    case Mode::Demo:
        m_modeHelp->setText(tr("Several persons' keys in one keychain, without passphrases. It is marked "
                               "“Demo” everywhere, for ever."));
        break;
    }
    m_ofHowMany->setText(tr("of %n administrator(s) must agree to enrol, grant and revoke.", nullptr,
        static_cast<int>(std::max<qsizetype>(
            made.administrators.size(), static_cast<qsizetype>(m_threshold->currentData().toInt())))));
    m_policyHelp->setText(m_policies.value(m_policy->currentIndex()).description);
    m_people->setType(Type::Body);
    m_people->setText(peopleWords());
    const QString problem = made.administrators.first().isEmpty() && !made.name.isEmpty() && !made.path.isEmpty()
        ? tr("Your name is missing. Type it as it should be printed.")
        : foundingProblem(made);
    m_create->setOffReason(problem);
    m_reason->setReason(problem);
}

} // namespace cs::ui
