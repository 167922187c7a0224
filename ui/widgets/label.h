// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QLabel>

namespace cs::ui {

/// Text of a named size in a colour role; follows theme and text size. Always plain text, so nothing that a
/// stranger wrote is read as markup.
class Label final : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, Type type = Type::Body, Role role = Role::Text, QWidget* parent = nullptr);

    void setType(Type type);
    void setRole(Role role);
    /// Cuts a single line that does not fit at @p mode and shows the whole in the tool tip. Not for values.
    void setElide(Qt::TextElideMode mode);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyTheme();

    Type m_type;
    Role m_role;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

} // namespace cs::ui
