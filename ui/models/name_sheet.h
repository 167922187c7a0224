// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

class QLineEdit;

namespace cs::ui {

/// Asks for the name under which a filter is kept.
class NameSheet final : public Sheet {
    Q_OBJECT
public:
    /// @param filter is shown, so that one sees what is kept
    NameSheet(const QString& filter, QWidget* parent);

Q_SIGNALS:
    void named(const QString& name);

private:
    void finish();
    QLineEdit* m_name;
    Button* m_save;
};

} // namespace cs::ui
