// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_sheets.h"

#include "core/base/json_edit.h"
#include "ui/policy/case_words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signing/quote.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace cs::ui {
namespace {

class Sheets {
    Q_DECLARE_TR_FUNCTIONS(PolicySheets)
public:
    static QWidget* whatItChanges(const query::DraftJudgement& judgement, const query::PolicyComparison& comparison);
    static void addChanges(QVBoxLayout* column, const query::PolicyComparison& comparison);
    static ActionSheet::Setup propose(DraftKeeper& keeper, const Bytes& text, const query::PolicyComparison& comparison,
        const std::shared_ptr<EntryIndex>& index);
    static ActionSheet::Setup signOff(PolicyService& service, const query::PolicyCase& change, std::size_t at,
        bool reject, const query::PolicyComparison& comparison);
    static void addCases(QVBoxLayout* column, const std::vector<query::PolicyFinding>& findings);
    static ActionSheet::Setup adopt(PolicyService& service, const query::PolicyCase& change);
    static ActionSheet::Setup withdraw(PolicyService& service, const query::PolicyCase& change);
};

Label* wrapped(const QString& text, Type type = Type::Body, Role role = Role::Text)
{
    auto* label = new Label(text, type, role);
    label->setWordWrap(true);
    return label;
}

/// The difference itself, member by member: nobody signs for what is not shown.
void Sheets::addChanges(QVBoxLayout* column, const query::PolicyComparison& comparison)
{
    constexpr std::size_t most = 12;
    const json::Source before(comparison.textBefore), now(comparison.textNow);
    std::vector<json::Difference> changes;
    for (json::Difference& difference : json::differences(before.root(), now.root()))
        if (difference.pointer != "/revision" && difference.pointer != "/supersedes")
            changes.push_back(std::move(difference));
    if (changes.empty())
        return;
    column->addWidget(
        new Label(tr("What changes in the document (%1)").arg(countText(qint64(changes.size()))), Type::Strong));
    for (std::size_t i = 0; i < std::min(most, changes.size()); ++i) {
        const json::Difference& change = changes.at(i);
        const QString was = change.was.empty() ? tr("not there") : cleanName(qs(change.was), 160);
        const QString is = change.is.empty() ? tr("taken out") : cleanName(qs(change.is), 160);
        auto* line =
            wrapped(ltr(cleanName(qs(change.pointer), 160)) % QStringLiteral("\n") % was % QStringLiteral("  →  ") % is,
                Type::Small);
        line->setObjectName(QStringLiteral("documentChange"));
        column->addWidget(line);
    }
    if (changes.size() > most)
        column->addWidget(
            wrapped(tr("There are %1 more. \"Compare\" shows them all.").arg(countText(qint64(changes.size() - most))),
                Type::Small, Role::Muted));
}

QWidget* Sheets::whatItChanges(const query::DraftJudgement& judgement, const query::PolicyComparison& comparison)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (!judgement.weakens) {
        column->addWidget(
            wrapped(tr("It weakens nothing: whatever passes under it passes under the policy in force too.")));
    } else {
        auto* banner = new Banner;
        banner->setObjectName(QStringLiteral("proposeWeakens"));
        banner->setLook(QStringLiteral("policy"), Role::Vetoed, Role::VetoedTint);
        banner->setText(tr("It weakens the policy"),
            tr("Must sign first: %1").arg(CaseWords::signers(judgement.signers, judgement.coolOffSeconds)));
        column->addWidget(banner);
        addCases(column, judgement.findings);
    }
    addChanges(column, comparison);
    QStringList reviewers;
    for (const query::PolicySigner& signer : judgement.signers)
        if (signer.why == query::PolicyAsk::Why::Review)
            reviewers.append(cleanName(qs(signer.title), 60));
    if (!reviewers.isEmpty())
        column->addWidget(
            wrapped(tr("Reviewed by another person: %1.").arg(reviewers.join(tr(" or "))), Type::Small, Role::Muted));
    return content;
}

ActionSheet::Setup Sheets::propose(DraftKeeper& keeper, const Bytes& text, const query::PolicyComparison& comparison,
    const std::shared_ptr<EntryIndex>& index)
{
    ActionSheet::Setup setup;
    const query::DraftJudgement& judgement = keeper.judgement();
    setup.title = tr("Propose revision %1").arg(judgement.revision);
    setup.subtitle = cleanName(qs(judgement.title), 120);
    setup.consequence = tr("Your proposal is signed and stays in the ledger, with the whole document. Nothing changes "
                           "before the signatures below are there and somebody puts it in force.");
    setup.reasonLabel = tr("What changes, and why");
    setup.verb = tr("Sign proposal");
    setup.icon = QStringLiteral("policy");
    setup.done = tr("Proposed in entry %1.");
    setup.content = whatItChanges(judgement, comparison);
    setup.run = [&service = keeper.service(), text, index](const QString& reason, const QString& passphrase) {
        return service.propose(text, reason, passphrase).then([index](const Result<Appended>& appended) {
            if (appended)
                *index = appended->index;
            return appended;
        });
    };
    return setup;
}

/// What becomes possible, case by case.
void Sheets::addCases(QVBoxLayout* column, const std::vector<query::PolicyFinding>& findings)
{
    QStringList said;
    for (const query::PolicyFinding& finding : findings) {
        const QString words = CaseWords::sentence(finding);
        if (finding.kind != query::PolicyFinding::Kind::Weakens || said.contains(words))
            continue;
        said.append(words);
        auto* line = wrapped(QStringLiteral("• ") + words);
        line->setObjectName(QStringLiteral("weakeningCase"));
        column->addWidget(line);
    }
}

ActionSheet::Setup Sheets::signOff(PolicyService& service, const query::PolicyCase& change, std::size_t at, bool reject,
    const query::PolicyComparison& comparison)
{
    const query::PolicyAsk& ask = change.asks.at(at);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* quote = new Quote(cleanName(qs(ask.statement), 1000), true);
    column->addWidget(quote);
    if (comparison.weakens) {
        column->addWidget(new Label(tr("What becomes possible"), Type::Strong));
        addCases(column, comparison.findings);
    } else {
        column->addWidget(
            wrapped(tr("It weakens nothing: whatever passes under it passes under the policy in force too.")));
    }
    addChanges(column, comparison);
    auto* digest = wrapped(ltr(qs(change.what.digest.text())), Type::Mono, Role::Muted);
    digest->setObjectName(QStringLiteral("signOffDigest"));
    column->addWidget(digest);
    if (!ask.conditions.empty()) {
        QStringList conditions;
        for (const std::string& title : ask.conditions)
            conditions.append(cleanName(qs(title), 120));
        column->addWidget(
            wrapped(tr("Conditions of this role that become weaker: %1").arg(conditions.join(QStringLiteral("; ")))));
    }
    auto* role = new QComboBox;
    role->setObjectName(QStringLiteral("signOffRole"));
    role->setAccessibleName(tr("The role you sign in"));
    for (const std::string& id : reject&& ask.mine.empty() ? ask.refusable : ask.mine)
        for (std::size_t i = 0; i < ask.roles.size(); ++i)
            if (ask.roles.at(i) == id)
                role->addItem(tr("As %1").arg(cleanName(qs(ask.roleTitles.at(i)), 80)), qs(id));
    column->addWidget(role);
    ActionSheet::Setup setup;
    setup.title =
        reject ? tr("Refuse revision %1").arg(change.what.revision) : tr("Sign revision %1").arg(change.what.revision);
    setup.subtitle = tr("proposed by %1: %2")
                         .arg(cleanName(qs(change.what.proposer.name), 80), cleanName(qs(change.what.note), 200));
    setup.consequence = reject ? tr("A refusal ends this proposal: it has to be proposed anew.")
                               : tr("You sign this sentence about exactly this document:");
    setup.reasonLabel =
        ask.commentMinLength > 0 ? tr("Why (at least %1 characters)").arg(ask.commentMinLength) : tr("Comment");
    setup.verb = reject ? tr("Sign refusal") : tr("Sign off");
    setup.icon = reject ? QStringLiteral("reject") : QStringLiteral("sign");
    setup.destructive = reject;
    setup.done = tr("Signed in entry %1.");
    setup.content = content;
    setup.run = [&service, proposal = change.what.proposal, leaf = qs(ask.leaf), role, reject](
                    const QString& comment, const QString& passphrase) {
        return service.signOff(proposal, leaf, role->currentData().toString(), reject, comment, passphrase);
    };
    return setup;
}

ActionSheet::Setup Sheets::adopt(PolicyService& service, const query::PolicyCase& change)
{
    ActionSheet::Setup setup;
    setup.title = tr("Put revision %1 in force").arg(change.what.revision);
    setup.subtitle = cleanName(qs(change.what.title), 120);
    setup.consequence = tr("It holds from that entry on. Promotions that are open must satisfy both the revision that "
                           "they were opened under and this one.");
    setup.verb = tr("Put in force");
    setup.icon = QStringLiteral("policy");
    setup.done = tr("In force since entry %1.");
    setup.run = [&service, proposal = change.what.proposal](
                    const QString&, const QString& passphrase) { return service.adopt(proposal, passphrase); };
    return setup;
}

ActionSheet::Setup Sheets::withdraw(PolicyService& service, const query::PolicyCase& change)
{
    ActionSheet::Setup setup;
    setup.title = tr("Withdraw revision %1").arg(change.what.revision);
    setup.subtitle = cleanName(qs(change.what.title), 120);
    setup.consequence = tr("The proposal ends. It and its signatures stay in the ledger.");
    setup.verb = tr("Withdraw");
    setup.icon = QStringLiteral("withdraw");
    setup.destructive = true;
    setup.done = tr("Withdrawn in entry %1.");
    setup.run = [&service, proposal = change.what.proposal](
                    const QString&, const QString& passphrase) { return service.withdraw(proposal, passphrase); };
    return setup;
}

ActionSheet* made(
    WorkspaceService& service, ActionSheet::Setup setup, const IdentityView& identity, int guardMs, QWidget* parent)
{
    setup.identity = identity;
    setup.guardMs = guardMs;
    auto* sheet = new ActionSheet(service, std::move(setup), parent);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    return sheet;
}

} // namespace

ActionSheet* makeProposeSheet(WorkspaceService& service, DraftKeeper& keeper, const Bytes& text,
    const query::PolicyComparison& comparison, std::shared_ptr<EntryIndex> index, const IdentityView& identity,
    int guardMs, QWidget* parent)
{
    return made(service, Sheets::propose(keeper, text, comparison, index), identity, guardMs, parent);
}

ActionSheet* makeSignOffSheet(WorkspaceService& service, const query::PolicyCase& change, std::size_t ask, bool reject,
    const query::PolicyComparison& comparison, const IdentityView& identity, int guardMs, QWidget* parent)
{
    return made(
        service, Sheets::signOff(service.policies(), change, ask, reject, comparison), identity, guardMs, parent);
}

ActionSheet* makeAdoptSheet(WorkspaceService& service, const query::PolicyCase& change, const IdentityView& identity,
    int guardMs, QWidget* parent)
{
    return made(service, Sheets::adopt(service.policies(), change), identity, guardMs, parent);
}

ActionSheet* makeWithdrawSheet(WorkspaceService& service, const query::PolicyCase& change, const IdentityView& identity,
    int guardMs, QWidget* parent)
{
    return made(service, Sheets::withdraw(service.policies(), change), identity, guardMs, parent);
}

} // namespace cs::ui
