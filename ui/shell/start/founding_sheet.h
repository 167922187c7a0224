// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/start/founding_choice.h"
#include "ui/widgets/sheet.h"

class QLineEdit;
class QPlainTextEdit;
class QComboBox;

namespace cs::ui {

class Label;
class OffReason;
class Prompter;
class Segments;

/// Asks what a new workspace should be, and says how many people at least it takes.
class FoundingSheet final : public Sheet {
    Q_OBJECT
public:
    /// @param prompter must outlive the sheet.
    FoundingSheet(QList<PolicyOffer> policies, Prompter& prompter, QWidget* parent);
    FoundingChoice choice() const;

Q_SIGNALS:
    void founded(const cs::ui::FoundingChoice& choice);

private:
    QWidget* buildBody();
    void choosePath();
    void refresh();
    QString peopleWords() const;

    QList<PolicyOffer> m_policies;
    Prompter& m_prompter;
    QLineEdit* m_name;
    QLineEdit* m_path;
    Segments* m_mode;
    Label* m_modeHelp;
    QLineEdit* m_you;
    QPlainTextEdit* m_others;
    QWidget* m_team;
    QComboBox* m_threshold;
    Label* m_ofHowMany;
    QComboBox* m_policy;
    Label* m_policyHelp;
    Label* m_people;
    Button* m_create;
    OffReason* m_reason;
};

} // namespace cs::ui
