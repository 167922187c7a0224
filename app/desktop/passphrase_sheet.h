// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

class QLineEdit;
class QVBoxLayout;

namespace cs::app {

/// Asks for a new passphrase, twice: it wraps the founder's key before that goes into the keychain.
class PassphraseSheet final : public ui::Sheet {
    Q_OBJECT
public:
    static constexpr int lengthMin = 10;
    explicit PassphraseSheet(QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& passphrase);

private:
    void refresh();
    QLineEdit* addField(QVBoxLayout* column, const QString& label, const char* name);

    QLineEdit* m_first;
    QLineEdit* m_second;
    ui::Button* m_use;
};

} // namespace cs::app
