// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_form.h"

#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int passphraseLeast = 8;

} // namespace

PeopleForm::PeopleForm(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

FactList* PeopleForm::addFacts()
{
    auto* facts = new FactList;
    facts->setLabelWidth(132);
    m_column->addWidget(facts);
    return facts;
}

Label* PeopleForm::addText(const QString& text)
{
    auto* label = new Label(text, Type::Body, Role::Muted);
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

QComboBox* PeopleForm::addCombo(const char* name, const QString& label)
{
    auto* title = new Label(label, Type::Strong);
    auto* combo = new QComboBox;
    combo->setObjectName(QString::fromLatin1(name));
    combo->setAccessibleName(label);
    title->setBuddy(combo);
    m_column->addWidget(title);
    m_column->addWidget(combo);
    connect(combo, &QComboBox::currentIndexChanged, this, &PeopleForm::changed);
    return combo;
}

QLineEdit* PeopleForm::addField(const char* name, const QString& label, const QString& placeholder)
{
    auto* title = new Label(label, Type::Strong);
    auto* field = new QLineEdit;
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    title->setBuddy(field);
    m_column->addWidget(title);
    m_column->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, &PeopleForm::changed);
    return field;
}

void PeopleForm::addNewPassphrase()
{
    m_first = addField("newPassphrase", tr("Passphrase of the new key"));
    m_second = addField("newPassphraseAgain", tr("The same again"));
    for (QLineEdit* field : {m_first, m_second}) {
        field->setEchoMode(QLineEdit::Password);
        field->setAttribute(Qt::WA_InputMethodEnabled, false);
    }
}

QString PeopleForm::newPassphrase() const
{
    return m_first == nullptr ? QString() : m_first->text();
}

QString PeopleForm::passphraseProblem() const
{
    if (m_first == nullptr) {
        return {};
    }
    if (m_first->text().size() < passphraseLeast) {
        return tr("A passphrase has at least 8 characters.");
    }
    return m_first->text() == m_second->text() ? QString() : tr("The two passphrases are not the same.");
}

void PeopleForm::showOnly(const std::vector<QWidget*>& widgets)
{
    for (int i = 0; i < m_column->count(); ++i) {
        if (QWidget* widget = m_column->itemAt(i)->widget()) {
            widget->setVisible(std::ranges::find(widgets, widget) != widgets.end());
        }
    }
}

void PeopleForm::addWidget(QWidget* widget)
{
    m_column->addWidget(widget);
}

} // namespace cs::ui
