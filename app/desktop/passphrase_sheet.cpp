// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/passphrase_sheet.h"

#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace cs::app {

PassphraseSheet::PassphraseSheet(QWidget* parent)
    : Sheet(parent)
{
    setObjectName(QStringLiteral("passphraseSheet"));
    setSheetWidth(480);
    setTitle(tr("Passphrase of your key"),
        tr("It wraps the key before the key goes into the keychain. Nobody can recover it."));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_first = addField(column, tr("Passphrase, at least %n character(s)", nullptr, lengthMin), "newPassphrase");
    column->addSpacing(8);
    m_second = addField(column, tr("The same again"), "repeatPassphrase");
    setBody(body);
    auto* cancel = addFootButton(ui::Button::Kind::Outlined, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelPassphrase"));
    connect(cancel, &ui::Button::triggered, this, &QDialog::reject);
    m_use = addFootButton(ui::Button::Kind::Primary, tr("Make the key"), QStringLiteral("key"));
    m_use->setObjectName(QStringLiteral("usePassphrase"));
    connect(m_use, &ui::Button::triggered, this, [this] {
        const QString passphrase = m_first->text();
        accept();
        Q_EMIT chosen(passphrase);
    });
    refresh();
}

QLineEdit* PassphraseSheet::addField(QVBoxLayout* column, const QString& label, const char* name)
{
    auto* words = new ui::Label(label, ui::Type::Small, ui::Role::Muted);
    auto* field = new QLineEdit;
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(label);
    field->setEchoMode(QLineEdit::Password);
    words->setBuddy(field);
    column->addWidget(words);
    column->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, &PassphraseSheet::refresh);
    return field;
}

void PassphraseSheet::refresh()
{
    const int missing = lengthMin - static_cast<int>(m_first->text().size());
    m_use->setOffReason(missing > 0               ? tr("The passphrase needs %n more character(s).", nullptr, missing)
            : m_first->text() != m_second->text() ? tr("The two passphrases differ.")
                                                  : QString());
}

} // namespace cs::app
