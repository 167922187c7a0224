// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signing/action_sheet.h"

#include "ui/widgets/label.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/signing/came_in_sheet.h"
#include "ui/widgets/signing/key_foot.h"
#include "ui/widgets/words.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace cs::ui {

ActionSheet::ActionSheet(WorkspaceService& service, Setup setup, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_setup(std::move(setup))
    , m_foot(new KeyFoot)
{
    setObjectName(QStringLiteral("actionSheet"));
    build();
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_foot->setIdentity(identity, identity.fingerprint);
        update();
    });
    update();
}

void ActionSheet::addFields(QWidget* body)
{
    auto* column = qobject_cast<QVBoxLayout*>(body->layout());
    if (!m_setup.reasonLabel.isEmpty()) {
        auto* label = new Label(m_setup.reasonLabel, Type::Strong);
        column->addWidget(label);
        m_reason = new QPlainTextEdit(body);
        m_reason->setObjectName(QStringLiteral("actionReason"));
        m_reason->setAccessibleName(m_setup.reasonLabel);
        m_reason->setTabChangesFocus(true);
        m_reason->setFixedHeight(scaled(84));
        label->setBuddy(m_reason);
        column->addWidget(m_reason);
        connect(m_reason, &QPlainTextEdit::textChanged, this, &ActionSheet::update);
    }
    if (!m_setup.typeToConfirm.isEmpty()) {
        const QString words = tr("Type %1 to confirm").arg(m_setup.typeToConfirm);
        auto* label = new Label(words, Type::Strong);
        column->addWidget(label);
        m_typed = new QLineEdit(body);
        m_typed->setObjectName(QStringLiteral("actionTyped"));
        m_typed->setAccessibleName(words);
        label->setBuddy(m_typed);
        column->addWidget(m_typed);
        connect(m_typed, &QLineEdit::textChanged, this, &ActionSheet::update);
    }
}

void ActionSheet::build()
{
    setTitle(m_setup.title, m_setup.subtitle);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* consequence = new Label(m_setup.consequence);
    consequence->setWordWrap(true);
    column->addWidget(consequence);
    if (m_setup.content != nullptr) {
        column->addWidget(m_setup.content);
    }
    addFields(body);
    column->addStretch(1);
    setBody(body);
    setFootNote(m_foot);
    m_foot->setIdentity(m_setup.identity, m_setup.identity.fingerprint);
    auto* cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelAction"));
    connect(cancel, &Button::triggered, this, &QDialog::reject);
    m_verb = addFootButton(
        m_setup.destructive ? Button::Kind::DestructiveFilled : Button::Kind::Primary, m_setup.verb, m_setup.icon);
    m_verb->setObjectName(QStringLiteral("actionVerb"));
    setKeyGuard(m_setup.guardMs, m_verb);
    connect(m_verb, &Button::triggered, this, &ActionSheet::onVerb);
    if (m_reason != nullptr) {
        m_reason->setFocus(Qt::OtherFocusReason);
    }
}

QString ActionSheet::reason() const
{
    return m_reason ? m_reason->toPlainText().trimmed() : QString();
}

QString ActionSheet::missing() const
{
    const QString content = m_setup.missing ? m_setup.missing() : QString();
    if (!content.isEmpty()) {
        return content;
    }
    if (m_reason && reason().isEmpty()) {
        return tr("A text is required: %1.").arg(m_setup.reasonLabel);
    }
    if (m_typed && m_typed->text().trimmed() != m_setup.typeToConfirm) {
        return tr("This cannot be taken back: type %1 first.").arg(m_setup.typeToConfirm);
    }
    return {};
}

void ActionSheet::update()
{
    if (m_foot->isKeychainLocked()) {
        m_verb->setText(tr("Unlock keychain…"));
        m_verb->setOffReason({});
        m_foot->setOffReason({});
        return;
    }
    m_verb->setText(m_setup.verb);
    QString off = m_foot->offReason();
    if (off.isEmpty()) {
        off = missing();
    }
    m_foot->setOffReason(off);
    if (off.isEmpty() && m_busy) {
        off = tr("The signature is on its way.");
    }
    m_verb->setOffReason(off);
}

void ActionSheet::onVerb()
{
    m_foot->setError({});
    if (m_foot->isKeychainLocked()) {
        m_service.unlock({}).then(qApp, guarded(this, [this](const Result<IdentityView>& identity) {
            if (identity) {
                m_foot->setIdentity(*identity, identity->fingerprint);
            } else {
                m_foot->setError(errorWords(identity.error()));
            }
            update();
        }));
        return;
    }
    if (m_busy || m_foot->askPassphrase()) {
        return;
    }
    m_busy = true;
    update();
    m_setup.run(reason(), m_foot->passphrase()).then(qApp, guarded(this, [this](const Result<Appended>& appended) {
        take(appended);
    }));
    m_foot->forgetPassphrase();
}

void ActionSheet::take(const Result<Appended>& appended)
{
    m_busy = false;
    if (appended) {
        Q_EMIT done(m_setup.done.arg(countText(appended->index)));
        accept();
        return;
    }
    if (CameInSheet::isAbout(appended.error())) {
        showCameIn(appended.error());
    } else {
        m_foot->setError(errorWords(appended.error()));
    }
    update();
}

/// Instead of this sheet, which waits with what was typed: signing again is about what is there by then, and is judged
/// anew.
void ActionSheet::showCameIn(const Error& error)
{
    hide();
    auto* sheet = new CameInSheet(m_service, CameInSheet::spanOf(error), !reason().isEmpty(), parentWidget());
    connect(sheet, &CameInSheet::lookAgain, this, &QDialog::open);
    connect(sheet, &QDialog::rejected, this, &QDialog::reject);
    sheet->open();
}

} // namespace cs::ui
