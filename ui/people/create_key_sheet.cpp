// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/create_key_sheet.h"

#include "ui/people/people_form.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSysInfo>

namespace cs::ui {

namespace {

constexpr int hostMax = 40;

} // namespace

void CreateKeySheet::askMe(bool demo)
{
    setTitle(tr("Create my key"), tr("For who is to be enrolled here"));
    m_form->addText(tr("The key is kept in the keychain of this computer and never leaves it. A small proof file says "
                       "who you are and that you hold the key: carry it to an administrator, who enrols you."));
    m_name = m_form->addField("keyName", tr("Your printed name"), tr("as it will stand beside your signatures"));
    if (!demo) {
        m_form->addNewPassphrase();
    }
}

void CreateKeySheet::askForSync()
{
    setTitle(tr("Let this console synchronise"), tr("With a service of its own"));
    m_form->addText(tr("A key for a service is kept in the keychain of this computer, without a passphrase: it signs "
                       "while nobody is here. In the role Registry sync it records what registries say and brings "
                       "aliases and stamps in step; it approves nothing."));
    m_form->addText(tr("A small proof file says that this console holds the key. Carry it to an administrator, who "
                       "enrols the service and grants the role. Connections shows what is still missing."));
    m_name = m_form->addField("keyName", tr("Name of the service"), tr("as it will stand beside its entries"));
    m_name->setText(tr("Registry sync on %1").arg(QSysInfo::machineHostName().left(hostMax)));
}

CreateKeySheet::CreateKeySheet(WorkspaceService& service, Prompter& prompter, For whom, bool demo, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_prompter(prompter)
    , m_for(whom)
    , m_form(new PeopleForm)
    , m_name(nullptr)
    , m_result(nullptr)
{
    setObjectName(QStringLiteral("createKeySheet"));
    whom == For::Me ? askMe(demo) : askForSync();
    m_result = m_form->addText({});
    m_result->setObjectName(QStringLiteral("createKeyResult"));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->hide();
    setBody(m_form);
    m_cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("cancelKey"));
    connect(m_cancel, &Button::triggered, this, &QDialog::reject);
    m_asText = addFootButton(Button::Kind::Outlined, tr("Make key and copy proof as text"), QStringLiteral("copy"));
    m_asText->setObjectName(QStringLiteral("makeKeyAsText"));
    connect(m_asText, &Button::triggered, this, [this] { m_done ? copyProof() : make({}); });
    m_verb = addFootButton(Button::Kind::Primary, tr("Make key and save proof…"), QStringLiteral("key"));
    m_verb->setObjectName(QStringLiteral("makeKey"));
    connect(m_verb, &Button::triggered, this, &CreateKeySheet::onVerb);
    connect(m_form, &PeopleForm::changed, this, &CreateKeySheet::update);
    m_name->setFocus(Qt::OtherFocusReason);
    update();
}

void CreateKeySheet::update()
{
    if (m_done) {
        return;
    }
    QString off = m_form->passphraseProblem();
    if (m_name->text().trimmed().isEmpty()) {
        off = m_for == For::Me ? tr("Write your printed name first.") : tr("Write the name of the service first.");
    }
    for (Button* button : {m_asText, m_verb}) {
        button->setOffReason(m_busy ? tr("The key is being made.") : off);
    }
}

void CreateKeySheet::onVerb()
{
    if (m_done) {
        accept();
        return;
    }
    const QString file =
        m_for == For::Me ? QStringLiteral("enrolment-proof.json") : QStringLiteral("registry-sync-proof.json");
    m_prompter.chooseSaveFile(
        this, tr("Save the proof file"), file, {tr("Proof file (*.json)")}, [this](const QString& path) {
            if (!path.isEmpty()) {
                make(path);
            }
        });
}

void CreateKeySheet::make(const QString& path)
{
    m_busy = true;
    update();
    const WorkspaceService::NewKey wanted{m_name->text().trimmed(), m_form->newPassphrase(), path, m_for == For::Sync};
    m_service.createKey(wanted).then(qApp, guarded(this, [this, path](const Result<query::ProofView>& made) {
        m_busy = false;
        m_result->show();
        if (!made) {
            m_result->setRole(Role::Failed);
            m_result->setText(errorWords(made.error()));
            update();
            return;
        }
        showMade(*made, path);
    }));
}

void CreateKeySheet::showMade(const query::ProofView& made, const QString& path)
{
    m_done = true;
    m_proof = qs(made.text);
    m_form->showOnly({m_result}); // the fingerprint is what counts now, and must not lie below the fold
    m_result->setRole(Role::Text);
    if (path.isEmpty()) {
        copyProof();
    }
    const QString where = path.isEmpty()
        ? tr("The proof was copied: paste it into a message to an administrator. It is no secret.")
        : tr("The proof is in %1. Carry it to an administrator, or copy it as text into a message.").arg(ltr(path));
    m_result->setText(tr("The key is %1.\n%2 Compare the fingerprint with them by voice or face to face.")
                          .arg(ltr(qs(made.fingerprint)), where));
    m_asText->setText(tr("Copy as text"));
    m_asText->setOffReason({});
    m_verb->setOffReason({});
    m_verb->setText(tr("Close"));
    m_cancel->hide();
}

void CreateKeySheet::copyProof()
{
    QGuiApplication::clipboard()->setText(m_proof);
}

} // namespace cs::ui
