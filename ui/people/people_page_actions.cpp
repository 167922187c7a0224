// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does: each action is a sheet that shows what is signed.
#include "ui/people/create_key_sheet.h"
#include "ui/people/keychain_panel.h"
#include "ui/people/paste_proof_sheet.h"
#include "ui/people/people_page.h"
#include "ui/people/people_sheets.h"
#include "ui/widgets/button.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/signing/several_keys.h"
#include "ui/widgets/words.h"

#include <QApplication>

namespace cs::ui {

void PeoplePage::run(ActionSheet* sheet)
{
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
        notice("passed", words);
        read();
    });
    sheet->open();
}

void PeoplePage::enrol()
{
    m_prompter.chooseOpenFile(
        this, tr("Open the proof file"), {tr("Proof file (*.json)"), tr("All files (*)")}, [this](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            m_service.readProof(path).then(qApp, guarded(this, [this, path](const Result<query::ProofView>& proof) {
                if (!proof) {
                    m_prompter.tell(this, tr("This file enrols nobody"), errorWords(proof.error()), [] {});
                    return;
                }
                enrolHolder(*proof, path, {});
            }));
        });
}

void PeoplePage::enrolHolder(const query::ProofView& proof, const QString& path, const QString& text)
{
    run(PeopleSheets::enrol(
        PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}, proof, path, text));
}

/// The same bytes as a proof file's, from a message.
void PeoplePage::pasteProof()
{
    auto* sheet = new PasteProofSheet(m_service, window());
    connect(sheet, &PasteProofSheet::read, this,
        [this](const query::ProofView& proof, const QString& text) { enrolHolder(proof, {}, text); });
    sheet->open();
}

/// Asked once for every number of people: who is enrolled decides whose key is one of this workspace.
void PeoplePage::lookForSeveral()
{
    const query::PeopleView& view = m_source->view();
    if (view.mode == "demo") {
        m_keychain->setSeveral({});
        return;
    }
    if (std::exchange(m_lookedAt, view.people.size()) == view.people.size()) {
        return;
    }
    m_service.identities().then(qApp, guarded(this, [this](const Result<std::vector<IdentityView>>& found) {
        m_keychain->setSeveral(found ? severalKeysNote(*found) : QString());
    }));
}

void PeoplePage::openCase(EntryIndex index)
{
    for (const query::CaseLine& open : m_source->view().cases) {
        if (open.index == index) {
            run(open.mine ? PeopleSheets::withdraw(
                    PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}, open)
                          : PeopleSheets::endorse(
                              PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}, open,
                              false));
            return;
        }
    }
}

void PeoplePage::createKey()
{
    showCreateKey(CreateKeySheet::For::Me);
}

void PeoplePage::showCreateKey(CreateKeySheet::For whom)
{
    auto* sheet = new CreateKeySheet(m_service, m_prompter, whom, m_source->view().mode == "demo", window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

/// An administrator asks for the enrolment at once; anybody else carries a proof file to one.
void PeoplePage::letSync()
{
    if (!m_source->view().meAdmin) {
        showCreateKey(CreateKeySheet::For::Sync);
        return;
    }
    run(PeopleSheets::letSync(PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}));
}

void PeoplePage::rotate()
{
    if (m_rotate->isOff()) {
        notice("info", m_rotate->offReason());
        return;
    }
    run(PeopleSheets::rotate(PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}));
}

void PeoplePage::grant()
{
    if (const query::PersonLine* line = current()) {
        run(PeopleSheets::grant(
            PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}, *line));
    }
}

void PeoplePage::endRole(EntryIndex grant)
{
    if (const query::PersonLine* line = current()) {
        run(PeopleSheets::endRole(
            PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}, *line, grant));
    }
}

void PeoplePage::revoke(const QString& fingerprint)
{
    if (const query::PersonLine* line = current()) {
        run(PeopleSheets::revoke(
            PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()}, *line, fingerprint));
    }
}

void PeoplePage::compromise(const QString& fingerprint)
{
    if (const query::PersonLine* line = current()) {
        run(PeopleSheets::compromise(PeopleSheets::World{m_service, m_source->view(), m_identity, m_guardMs, window()},
            *line, fingerprint, m_ledgerSize));
    }
}

} // namespace cs::ui
