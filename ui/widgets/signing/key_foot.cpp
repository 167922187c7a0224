// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signing/key_foot.h"

#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cs::ui {

KeyLook keyLook(const IdentityView& identity)
{
    using Key = IdentityView::Key;
    switch (identity.key) {
    case Key::Open:
        return {QStringLiteral("unlock"), static_cast<int>(Role::Passed), KeyFoot::tr("Key unlocked")};
    case Key::NeedsPassphrase:
        return {QStringLiteral("lock"), static_cast<int>(Role::Pending),
            KeyFoot::tr("Passphrase is asked for when you sign")};
    case Key::KeychainLocked:
        return {QStringLiteral("lock"), static_cast<int>(Role::Stale), KeyFoot::tr("Keychain locked")};
    case Key::KeychainMissing:
        return {QStringLiteral("warning"), static_cast<int>(Role::Stale), KeyFoot::tr("No keychain")};
    case Key::Swapped:
        return {
            QStringLiteral("vetoed"), static_cast<int>(Role::Vetoed), KeyFoot::tr("Another key is in the keychain")};
    case Key::None:
        break;
    }
    return {QStringLiteral("key"), static_cast<int>(Role::Muted), KeyFoot::tr("Nobody is signed in")};
}

KeyFoot::KeyFoot(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("key"), Role::Text, this, 20))
    , m_first(new Label({}, Type::Small, Role::Text, this))
    , m_second(new Label({}, Type::Caption, Role::Muted, this))
    , m_field(new QLineEdit(this))
    , m_error(new Label({}, Type::Small, Role::Failed, this))
    , m_off(new OffReason(this))
{
    setObjectName(QStringLiteral("keyFoot"));
    m_field->setObjectName(QStringLiteral("passphrase"));
    m_field->setAccessibleName(tr("Passphrase of the key"));
    m_field->setPlaceholderText(tr("Passphrase"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_field->hide();
    m_error->setObjectName(QStringLiteral("signError"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_second->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_icon);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(m_first);
    column->addWidget(m_second);
    column->addWidget(m_field);
    column->addWidget(m_error);
    column->addWidget(m_off);
    row->addLayout(column, 1);
}

void KeyFoot::setIdentity(const IdentityView& identity, const std::string& fingerprint)
{
    m_identity = identity;
    m_fingerprint = fingerprint.empty() ? identity.fingerprint : fingerprint;
    refresh();
}

void KeyFoot::refresh()
{
    const KeyLook look = keyLook(m_identity);
    m_icon->setIcon(
        m_identity.key == IdentityView::Key::Open ? QStringLiteral("key") : look.icon, static_cast<Role>(look.role));
    m_first->setText(m_fingerprint.empty() ? look.words : tr("Signs with %1").arg(shortDigest(qs(m_fingerprint))));
    m_first->setToolTip(qs(m_fingerprint));
    switch (m_identity.key) {
    case IdentityView::Key::Open:
        m_second->setText(tr("from the system keychain, unlocked"));
        break;
    case IdentityView::Key::NeedsPassphrase:
        m_second->setText(tr("from the system keychain; the passphrase is asked for next"));
        break;
    default:
        m_second->setText(m_identity.sentence.empty() ? look.words : qs(m_identity.sentence));
    }
}

QString KeyFoot::offReason() const
{
    switch (m_identity.key) {
    case IdentityView::Key::Open:
    case IdentityView::Key::NeedsPassphrase:
    case IdentityView::Key::KeychainLocked: // its button unlocks instead
        return {};
    default:
        return m_identity.sentence.empty() ? keyLook(m_identity).words % QLatin1Char('.') : qs(m_identity.sentence);
    }
}

bool KeyFoot::askPassphrase()
{
    if (m_identity.key != IdentityView::Key::NeedsPassphrase || !m_field->text().isEmpty()) {
        return false;
    }
    m_field->show();
    m_second->setText(tr("Type the passphrase, then press the button again."));
    m_field->setFocus(Qt::OtherFocusReason);
    return true;
}

QString KeyFoot::passphrase() const
{
    return m_field->text();
}

void KeyFoot::forgetPassphrase()
{
    m_field->clear();
}

void KeyFoot::setError(const QString& sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void KeyFoot::setOffReason(const QString& reason)
{
    if (m_off->reason() != reason) {
        m_off->setReason(reason);
    }
}

} // namespace cs::ui
