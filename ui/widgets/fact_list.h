// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace cs::ui {

class Label;

/// Rows of label and value on common left edges. Values wrap and are never cut.
class FactList final : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);

    /// Least width of the label column in pixels at 13 px text.
    void setLabelWidth(int px);
    /// @returns the value's label, for later changes.
    Label* addFact(const QString& label, const QString& value, Type type = Type::Body);
    /// Takes ownership of @p value.
    void addFact(const QString& label, QWidget* value);
    void clear();

private:
    QGridLayout* m_grid;
    int m_rows = 0;
};

} // namespace cs::ui
