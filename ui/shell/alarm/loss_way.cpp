// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alarm/loss_way.h"

#include "ui/shell/alarm/way_card.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t rowsShown = 12;

} // namespace

LossWay::LossWay(
    WorkspaceService& service, Prompter& prompter, const IdentityView& identity, const QString& place, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_prompter(prompter)
    , m_identity(identity)
    , m_place(place)
    , m_card(new WayCard(QStringLiteral("lossWay"), tr("Accept the loss"),
          tr("Where nobody can give the entries back, or the team has gone on without them, the administrators may "
             "agree "
             "to give them up. Each signs; then each desk takes over what the server shows. What is given up counts "
             "for "
             "nothing any more, neither approvals nor revocations, and stays named in the ledger.")))
    , m_result(new Label)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_result->setObjectName(QStringLiteral("lossResult"));
    m_result->setWordWrap(true);
    m_result->hide();
    m_card->addContent(m_result);
    Button* verb = m_card->setVerb(
        Button::Kind::Outlined, tr("Accept the loss…"), QStringLiteral("committee"), QStringLiteral("acceptLoss"));
    connect(verb, &Button::triggered, this, &LossWay::read);
}

void LossWay::setOffReason(const QString& reason)
{
    m_card->setOffReason(reason);
}

void LossWay::say(const QString& words, Role role)
{
    m_result->setRole(role);
    m_result->setText(words);
    m_result->setVisible(!words.isEmpty());
}

void LossWay::read()
{
    m_card->setOffReason(tr("What the server shows is being verified."));
    say({}, Role::Text);
    m_service.lossCase().then(qApp, guarded(this, [this](const Result<query::LossCase>& lost) { take(lost); }));
}

void LossWay::take(const Result<query::LossCase>& lost)
{
    m_card->setOffReason({});
    if (!lost) {
        say(errorWords(lost.error()), Role::Failed);
    } else if (lost->accepted) {
        askTakeOver(*lost);
    } else if (!m_identity.person.id.isValid()) {
        say(tr("%1 of %2 administrators have signed so far. Sign in as one of them to sign too.")
                .arg(countText(std::ssize(lost->signers)), countText(lost->threshold)),
            Role::Muted);
    } else {
        sign(*lost);
    }
}

/// Who has signed, and what would go.
QWidget* LossWay::factsOf(const query::LossCase& lost)
{
    auto* facts = new FactList;
    facts->setObjectName(QStringLiteral("lossContent"));
    facts->setLabelWidth(144);
    QStringList signers;
    for (const std::string& signer : lost.signers) {
        signers.append(isolate(cleanName(qs(signer), 60)));
    }
    facts->addFact(tr("Signed so far"),
        signers.isEmpty() ? tr("nobody; %n administrators have to", nullptr, static_cast<int>(lost.threshold))
                          : tr("%1; %n administrators have to", nullptr, static_cast<int>(lost.threshold))
                                .arg(signers.join(QStringLiteral(", "))));
    for (std::size_t i = 0; i < std::min(rowsShown, lost.rows.size()); ++i) {
        const query::LossCase::Row& row = lost.rows[i];
        facts->addFact(tr("Entry %1").arg(countText(row.index)),
            tr("%1 by %2, %3")
                .arg(isolate(cleanName(qs(row.type), 60)), isolate(cleanName(qs(row.signer), 60)), utcExact(row.at)));
    }
    if (lost.rows.empty()) {
        facts->addFact(tr("Entries"), tr("There is no copy of them here, so they cannot be shown."));
    } else if (const auto shown = static_cast<std::int64_t>(std::min(rowsShown, lost.rows.size())); lost.lost > shown) {
        facts->addFact(tr("And"), tr("%n more entries", nullptr, static_cast<int>(lost.lost - shown)));
    }
    return facts;
}

void LossWay::sign(const query::LossCase& lost)
{
    ActionSheet::Setup setup;
    setup.title = tr("Give up what the server has lost?");
    setup.subtitle = ltr(cleanName(m_place, 160));
    setup.consequence = tr("%n entries are given up, and each desk takes over what the server shows. Whatever was "
                           "decided in them has to be decided again.",
        nullptr, static_cast<int>(lost.lost));
    setup.reasonLabel = lost.proposal ? QString() : tr("What happened, and why nobody can give the entries back");
    setup.verb = tr("Sign: accept the loss");
    setup.icon = QStringLiteral("sign");
    setup.destructive = true;
    setup.content = factsOf(lost);
    setup.identity = m_identity;
    setup.done = tr("Signed. Each desk takes over what the server shows once the quorum is there.");
    setup.run = [&service = m_service](const QString& reason, const QString& passphrase) {
        return service.acceptLoss(reason, passphrase);
    };
    auto* sheet = new ActionSheet(m_service, std::move(setup), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
        Q_EMIT noticed(QStringLiteral("sign"), words);
        Q_EMIT settled();
    });
    sheet->open();
}

void LossWay::askTakeOver(const query::LossCase& lost)
{
    Confirmation question;
    question.title = tr("Take over what the server shows?");
    question.consequence = tr(
        "The administrators have accepted that %n entries are given up. This desk's former copy is kept in a file of "
        "its own.",
        nullptr, static_cast<int>(lost.lost));
    question.verb = tr("Take it over");
    question.icon = QStringLiteral("import");
    m_prompter.confirm(this, question, [this](bool yes) {
        if (yes) {
            takeOver();
        }
    });
}

void LossWay::takeOver()
{
    m_card->setOffReason(tr("It is under way."));
    m_service.takeOverLoss().then(qApp, guarded(this, [this](const Result<query::HeadView>& head) {
        m_card->setOffReason({});
        if (!head) {
            say(errorWords(head.error()), Role::Failed);
            return;
        }
        Q_EMIT noticed(QStringLiteral("import"), tr("This desk shows what the server shows again."));
        Q_EMIT settled();
    }));
}

} // namespace cs::ui
