// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/join_sheet.h"

#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

Label* fieldLabel(const QString& text, QWidget* field)
{
    auto* label = new Label(text, Type::Small, Role::Muted);
    label->setBuddy(field);
    return label;
}

} // namespace

JoinSheet::JoinSheet(const QString& address, QWidget* parent)
    : Sheet(parent)
    , m_address(new QLineEdit(address))
    , m_password(new QLineEdit)
    , m_fault(new Label({}, Type::Small, Role::Failed))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("joinSheet"));
    setSheetWidth(560);
    setTitle(tr("Join a team's workspace"),
        tr("The server orders entries and keeps them. This console verifies each one for itself, and keeps its own "
           "copy."));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setSpacing(4);
    m_address->setObjectName(QStringLiteral("joinAddress"));
    m_address->setAccessibleName(tr("Address of the server"));
    m_address->setPlaceholderText(QStringLiteral("postgresql://ada@db.example/countersign"));
    m_address->setMaxLength(1000);
    m_password->setObjectName(QStringLiteral("joinPassword"));
    m_password->setAccessibleName(tr("Password of the server's user"));
    m_password->setEchoMode(QLineEdit::Password);
    m_fault->setObjectName(QStringLiteral("joinFault"));
    m_fault->setWordWrap(true);
    column->addWidget(fieldLabel(tr("Address of the server"), m_address));
    column->addWidget(m_address);
    column->addWidget(m_fault);
    column->addSpacing(8);
    column->addWidget(fieldLabel(tr("Password, if the server asks for one"), m_password));
    column->addWidget(m_password);
    auto* kept =
        new Label(tr("It is kept in the keychain of this computer, for this address alone."), Type::Small, Role::Muted);
    kept->setWordWrap(true);
    column->addWidget(kept);
    setBody(body);
    Button* cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelJoin"));
    m_join = addFootButton(Button::Kind::Primary, tr("Join"));
    m_join->setObjectName(QStringLiteral("acceptJoin"));
    connect(cancel, &Button::triggered, this, &QDialog::reject);
    connect(m_join, &Button::triggered, this, &JoinSheet::finish);
    for (QLineEdit* field : {m_address, m_password}) {
        connect(field, &QLineEdit::returnPressed, this, &JoinSheet::finish);
        connect(field, &QLineEdit::textChanged, this, &JoinSheet::check);
    }
    check();
    (address.isEmpty() ? m_address : m_password)->setFocus();
}

/// What can be said of an address before anybody is asked. The server's own words come later.
QString JoinSheet::problem() const
{
    const QString text = m_address->text().trimmed();
    if (text.isEmpty()) {
        return tr("Type the address that your administrator gave you.");
    }
    if (!text.startsWith(QLatin1String("postgresql://")) && !text.startsWith(QLatin1String("postgres://"))) {
        return tr("An address begins with postgresql://");
    }
    if (!QUrl(text).password().isEmpty()) {
        return tr("The password does not belong into the address; type it below.");
    }
    return {};
}

void JoinSheet::check()
{
    const QString found = problem();
    m_fault->setText(m_address->text().trimmed().isEmpty() ? QString() : found);
    m_fault->setVisible(!m_fault->text().isEmpty());
    m_join->setOffReason(found);
}

void JoinSheet::finish()
{
    if (problem().isEmpty()) {
        Q_EMIT joined(m_address->text().trimmed(), m_password->text());
        accept();
    }
}

} // namespace cs::ui
