// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QWidget>

namespace cs::ui {

/// A statement as a quotation: 3 px bar, the whole text, never elided.
class Quote final : public QWidget {
    Q_OBJECT
public:
    /// @param filled on accent_tint with an accent bar (the sign-off sheet); else plain with a grey bar.
    Quote(const QString& text, bool filled, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_filled;
};

} // namespace cs::ui
