// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QLineEdit;

namespace cs::ui {

class IconLabel;
class Label;
class OffReason;

/// Icon, colour and words of the state of the signing key.
struct KeyLook {
    QString icon;
    int role;
    QString words;
};
KeyLook keyLook(const IdentityView& identity);

/// The foot of a sheet that signs: with which key, in which state; the field for the passphrase, which comes only after
/// the button; and what went wrong.
class KeyFoot final : public QWidget {
    Q_OBJECT
public:
    explicit KeyFoot(QWidget* parent = nullptr);
    void setIdentity(const IdentityView& identity, const std::string& fingerprint);
    const IdentityView& identity() const { return m_identity; }

    /// Empty if this key could sign now, else a sentence that says why not and what to do.
    QString offReason() const;
    bool isKeychainLocked() const { return m_identity.key == IdentityView::Key::KeychainLocked; }
    /// Shows the field and moves to it. @returns false if no passphrase is wanted or one stands there already.
    bool askPassphrase();
    QString passphrase() const;
    void forgetPassphrase();
    void setError(const QString& sentence);
    /// Why the button beside it is off; empty takes the sentence away.
    void setOffReason(const QString& reason);

private:
    void refresh();

    IdentityView m_identity;
    std::string m_fingerprint;
    IconLabel* m_icon;
    Label* m_first;
    Label* m_second;
    QLineEdit* m_field;
    Label* m_error;
    OffReason* m_off;
};

} // namespace cs::ui
