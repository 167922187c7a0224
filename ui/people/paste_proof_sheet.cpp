// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/paste_proof_sheet.h"

#include "ui/widgets/label.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace cs::ui {

PasteProofSheet::PasteProofSheet(WorkspaceService& service, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_text(new QPlainTextEdit)
    , m_fault(new Label({}, Type::Body, Role::Failed))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("pasteProofSheet"));
    setSheetWidth(600);
    setTitle(tr("Paste a proof"), tr("From who is to be enrolled"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* words =
        new Label(tr("Whoever made a key can send its proof as text: \"Copy as text\" at their desk. It is no "
                     "secret. Paste all of it, from the first brace to the last."));
    words->setWordWrap(true);
    auto* label = new Label(tr("Proof"), Type::Strong);
    label->setBuddy(m_text);
    m_text->setObjectName(QStringLiteral("proofText"));
    m_text->setAccessibleName(tr("Proof"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(150));
    m_text->document()->setDefaultFont(fontOf(Type::Mono));
    m_fault->setObjectName(QStringLiteral("proofFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* paste = new Button(Button::Kind::Outlined, tr("Paste from the clipboard"));
    paste->setObjectName(QStringLiteral("pasteClipboard"));
    connect(paste, &Button::triggered, this,
        [this] { m_text->setPlainText(QGuiApplication::clipboard()->text(QClipboard::Clipboard)); });
    column->addWidget(words);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addWidget(paste, 0, Qt::AlignLeading);
    column->addWidget(m_fault);
    column->addStretch(1);
    setBody(body);
    Button* cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelPaste"));
    connect(cancel, &Button::triggered, this, &QDialog::reject);
    m_verb = addFootButton(Button::Kind::Primary, tr("Read it"));
    m_verb->setObjectName(QStringLiteral("readProof"));
    connect(m_verb, &Button::triggered, this, &PasteProofSheet::onRead);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteProofSheet::check);
    m_text->setFocus(Qt::OtherFocusReason);
    check();
}

void PasteProofSheet::check()
{
    m_fault->hide();
    m_verb->setOffReason(m_busy             ? tr("It is being read.")
            : m_text->document()->isEmpty() ? tr("Paste the proof first.")
                                            : QString());
}

void PasteProofSheet::onRead()
{
    m_busy = true;
    check();
    const QString text = m_text->toPlainText();
    m_service.readProofText(text).then(qApp, guarded(this, [this, text](const Result<query::ProofView>& proof) {
        m_busy = false;
        check();
        if (!proof) {
            m_fault->setText(errorWords(proof.error()));
            m_fault->show();
            return;
        }
        accept();
        Q_EMIT read(*proof, text);
    }));
}

} // namespace cs::ui
