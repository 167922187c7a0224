// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

class QLineEdit;

namespace cs::ui {

class Label;

/// Asks for the address of a team's server, and for the password if its user has one.
class JoinSheet final : public Sheet {
    Q_OBJECT
public:
    /// @param address to begin with; empty: an example stands in the field
    JoinSheet(const QString& address, QWidget* parent);

Q_SIGNALS:
    /// @param password empty: none was typed
    void joined(const QString& address, const QString& password);

private:
    QString problem() const;
    void check();
    void finish();
    QLineEdit *m_address, *m_password;
    Label* m_fault;
    Button* m_join;
};

} // namespace cs::ui
