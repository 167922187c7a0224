// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

class QLineEdit;

namespace cs::ui {

class Label;
class PeopleForm;
class Prompter;

/// Makes a key in this keychain and a proof file to carry to an administrator. Works for who is not enrolled yet, and
/// for the service that synchronises from this console.
class CreateKeySheet final : public Sheet {
    Q_OBJECT
public:
    enum class For { Me, Sync };
    CreateKeySheet(WorkspaceService& service, Prompter& prompter, For whom, bool demo, QWidget* parent);

private:
    void askMe(bool demo);
    void askForSync();
    void update();
    void onVerb();
    void make(const QString& path);
    void showMade(const query::ProofView& made, const QString& path);
    void copyProof();

    WorkspaceService& m_service;
    Prompter& m_prompter;
    For m_for;
    PeopleForm* m_form;
    QLineEdit* m_name;
    Label* m_result;
    Button *m_cancel, *m_asText, *m_verb;
    QString m_proof; ///< of the key that was made
    bool m_busy = false, m_done = false;
};

} // namespace cs::ui
