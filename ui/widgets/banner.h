// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QWidget>

namespace cs::ui {

class Button;
class Label;
enum class Verdict;

/// State, sentence, consequence, one action; stands nearest to what it is about. At most two on a page.
class Banner final : public QWidget {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    /// Shape and colours of a verdict.
    void setLook(Verdict verdict);
    /// Another icon on the colours of a role and its tint, for example "warning" in stale.
    void setLook(const QString& icon, Role role, Role tint);
    /// A bold sentence, and what it means for the reader.
    void setText(const QString& sentence, const QString& consequence = {});
    /// The one action; hidden while @p text is empty.
    void setAction(const QString& text);
    Button* action() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    Role m_role = Role::Accent;
    Role m_tint = Role::AccentTint;
    Label* m_sentence;
    Label* m_consequence;
    Button* m_action;
};

} // namespace cs::ui
