// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_sheets.h"

#include "ui/people/people_form.h"
#include "ui/people/taint_view.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSysInfo>

namespace cs::ui {

namespace {

using Change = WorkspaceService::PeopleChange;

constexpr int confirmDigits = 4;
constexpr int hostMax = 40;

/// "lending, pricing" → names; empty: all domains.
std::vector<std::string> domainsOf(const QString& text)
{
    std::vector<std::string> domains;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString name = part.trimmed(); !name.isEmpty()) {
            domains.push_back(utf8(name));
        }
    }
    return domains;
}

/// Midnight UTC of a day. Nothing for an empty text; an error where it is no day.
Result<std::optional<UtcTime>> dayOf(const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return std::optional<UtcTime>();
    }
    CS_TRY(const UtcTime day, UtcTime::fromText(utf8(text.trimmed()) + "T00:00:00.000Z"));
    return std::optional(day);
}

void fillRoles(QComboBox* combo, const query::PeopleView& view, bool service)
{
    for (const query::RoleSummary& role : view.roles) {
        if (role.human != service) {
            combo->addItem(cleanName(qs(role.title), 60), qs(role.id));
        }
    }
}

ActionSheet* makeSheet(const PeopleSheets::World& world, ActionSheet::Setup setup, PeopleForm* form)
{
    setup.identity = world.identity;
    setup.guardMs = world.guardMs;
    setup.content = form;
    auto* sheet = new ActionSheet(world.service, std::move(setup), world.window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    if (form != nullptr) {
        QObject::connect(form, &PeopleForm::changed, sheet, &ActionSheet::refresh);
    }
    return sheet;
}

} // namespace

ActionSheet* PeopleSheets::enrol(
    const World& world, const query::ProofView& proof, const QString& path, const QString& text)
{
    auto* form = new PeopleForm;
    FactList* facts = form->addFacts();
    facts->addFact(tr("Name"), cleanName(qs(proof.name), 80));
    facts->addFact(tr("Kind"), proof.service ? tr("service") : tr("person"));
    auto* print = new Label(ltr(qs(proof.fingerprint)), Type::Mono);
    print->setObjectName(QStringLiteral("proofFingerprint"));
    print->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    facts->addFact(tr("Fingerprint"), print);
    facts->addFact(tr("Proof"), tr("The new key has signed its own enrolment."));
    form->addText(tr("Compare the fingerprint with the one on the other person's screen, by voice or face to face."));
    auto* role = form->addCombo("enrolRole", tr("Role to grant with it"));
    role->addItem(tr("None yet"), QString());
    fillRoles(role, world.view, proof.service);
    auto* domains = form->addField("enrolDomains", tr("Business domains"), tr("all domains, or for example lending"));
    if (world.view.threshold > 1) {
        form->addText(tr("The enrolment counts when %1 administrators have signed it; the role is granted after that.")
                          .arg(countText(world.view.threshold)));
    }
    ActionSheet::Setup setup;
    setup.title = tr("Enrol %1").arg(cleanName(qs(proof.name), 80));
    setup.subtitle = path.isEmpty() ? tr("With a proof that was pasted") : ltr(path);
    setup.consequence = tr("From then on this key may sign here. You say that you know whose it is.");
    setup.reasonLabel = tr("Reason, kept with the enrolment");
    setup.verb = tr("Sign enrolment");
    setup.icon = QStringLiteral("sign");
    setup.done = tr("Signed the enrolment: entry %1.");
    setup.run = [&service = world.service, proof, path, text, role, domains](
                    const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::Enrol;
        change.proofPath = path;
        change.proofText = text;
        change.fingerprint = qs(proof.fingerprint);
        change.role = role->currentData().toString();
        change.domains = domainsOf(domains->text());
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::grant(const World& world, const query::PersonLine& line)
{
    auto* form = new PeopleForm;
    auto* role = form->addCombo("grantRoleChoice", tr("Role"));
    fillRoles(role, world.view, line.person.service);
    auto* domains = form->addField("grantDomains", tr("Business domains"), tr("all domains, or for example lending"));
    auto* until = form->addField("grantUntil", tr("Until"), tr("no end, or a day such as 2027-01-31"));
    ActionSheet::Setup setup;
    setup.title = tr("Grant a role to %1").arg(cleanName(qs(line.person.name), 80));
    setup.consequence = tr("A role counts for proposals opened after it is in force (law 7). Whoever the role asks for "
                           "its membership signs besides the administrators.");
    setup.reasonLabel = tr("Reason");
    setup.verb = tr("Sign grant");
    setup.icon = QStringLiteral("sign");
    setup.done = tr("Signed the grant: entry %1.");
    setup.missing = [role, until] {
        if (role->currentData().toString().isEmpty()) {
            return tr("The policy in force has no role for this actor.");
        }
        return dayOf(until->text()) ? QString() : tr("Until: write a day as year-month-day, such as 2027-01-31.");
    };
    setup.run = [&service = world.service, id = line.person.id, role, domains, until](
                    const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::Grant;
        change.actor = id;
        change.role = role->currentData().toString();
        change.domains = domainsOf(domains->text());
        if (const auto day = dayOf(until->text())) {
            change.until = *day;
        }
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::endRole(const World& world, const query::PersonLine& line, EntryIndex grant)
{
    QString role;
    for (const query::RoleLine& held : line.roles) {
        if (held.grant == grant) {
            role = cleanName(qs(held.title), 60);
        }
    }
    ActionSheet::Setup setup;
    setup.title = tr("End the role %1 of %2").arg(role, cleanName(qs(line.person.name), 80));
    setup.consequence =
        tr("Approvals given in this role stop counting for what is still open. What was executed stays.");
    setup.reasonLabel = tr("Reason");
    setup.verb = tr("Sign the end of the role");
    setup.icon = QStringLiteral("sign");
    setup.done = tr("Signed the end of the role: entry %1.");
    setup.destructive = true;
    setup.run = [&service = world.service, grant](const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::EndRole;
        change.grant = grant;
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), nullptr);
}

ActionSheet* PeopleSheets::revoke(const World& world, const query::PersonLine& line, const QString& fingerprint)
{
    auto* form = new PeopleForm;
    FactList* facts = form->addFacts();
    facts->addFact(tr("Of"), cleanName(qs(line.person.name), 80));
    facts->addFact(tr("Key"), ltr(fingerprint), Type::Mono);
    auto* why = form->addCombo("revokeWhy", tr("Why"));
    why->addItem(tr("Replaced by another key"), QStringLiteral("rotated"));
    why->addItem(tr("Lost, and nobody else has it"), QStringLiteral("lost"));
    why->addItem(tr("The person has left"), QStringLiteral("left"));
    ActionSheet::Setup setup;
    setup.title = tr("Revoke a key of %1").arg(cleanName(qs(line.person.name), 80));
    setup.consequence = tr("The key signs nothing from then on. What it has signed stays. If somebody else may have "
                           "used it, report it as compromised instead.");
    setup.reasonLabel = tr("Reason");
    setup.verb = tr("Sign revocation");
    setup.icon = QStringLiteral("sign");
    setup.done = tr("Signed the revocation: entry %1.");
    setup.destructive = true;
    setup.run = [&service = world.service, fingerprint, why](const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::Revoke;
        change.fingerprint = fingerprint;
        change.why = why->currentData().toString();
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::compromise(
    const World& world, const query::PersonLine& line, const QString& fingerprint, EntryIndex ledgerSize)
{
    auto* form = new PeopleForm;
    FactList* facts = form->addFacts();
    facts->addFact(tr("Of"), cleanName(qs(line.person.name), 80));
    facts->addFact(tr("Key"), ltr(fingerprint), Type::Mono);
    auto* since = form->addField("compromiseSince", tr("First entry that may be a stranger's"),
        tr("an entry number, at most %1").arg(ledgerSize));
    auto* taint = new TaintView(world.service, fingerprint, ledgerSize);
    form->addWidget(taint);
    QObject::connect(since, &QLineEdit::textChanged, taint, &TaintView::setSince);
    QObject::connect(taint, &TaintView::changed, form, &PeopleForm::changed);
    ActionSheet::Setup setup;
    setup.title = tr("Report a key of %1 as compromised").arg(cleanName(qs(line.person.name), 80));
    setup.consequence = tr("Once the administrators agree, nothing this key signed from that entry on counts for "
                           "anything still open, and everything that rested on it becomes a finding (law 12).");
    setup.reasonLabel = tr("What happened");
    setup.verb = tr("Sign report");
    setup.icon = QStringLiteral("sign");
    setup.done = tr("Signed the report: entry %1.");
    setup.destructive = true;
    setup.typeToConfirm = fingerprint.right(confirmDigits);
    setup.missing = [taint] { return taint->missing(); };
    setup.run = [&service = world.service, fingerprint, taint](const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::Revoke;
        change.fingerprint = fingerprint;
        change.why = QStringLiteral("compromised");
        change.since = taint->since();
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::rotate(const World& world)
{
    auto* form = new PeopleForm;
    if (world.view.mode != "demo") {
        form->addNewPassphrase();
    }
    ActionSheet::Setup setup;
    setup.title = tr("Rotate my key");
    setup.subtitle = cleanName(qs(world.identity.person.name), 80);
    setup.consequence = tr("Makes a new key in this keychain and asks the administrators for it, signed with the key "
                           "you have. When it is in force, have the old one revoked as replaced.");
    setup.reasonLabel = tr("Reason");
    setup.verb = tr("Sign rotation");
    setup.icon = QStringLiteral("refresh");
    setup.done = tr("Asked for the new key: entry %1.");
    setup.missing = [form] { return form->passphraseProblem(); };
    setup.run = [&service = world.service, form](const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::Rotate;
        change.newPassphrase = form->newPassphrase();
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::letSync(const World& world)
{
    auto* form = new PeopleForm;
    form->addText(tr("A key for a service is kept in the keychain of this computer, without a passphrase: it signs "
                     "while nobody is here. In the role Registry sync it records what registries say and brings "
                     "aliases and stamps in step; it approves nothing."));
    auto* name = form->addField("syncName", tr("Name of the service"), tr("as it will stand beside its entries"));
    name->setText(tr("Registry sync on %1").arg(QSysInfo::machineHostName().left(hostMax)));
    QStringList signers;
    for (const query::RoleSummary& role : world.view.roles) {
        if (role.id == "registry_sync") {
            for (const std::string& title : role.signoff) {
                signers.append(cleanName(qs(title), 60));
            }
        }
    }
    if (world.view.threshold > 1) {
        form->addText(tr("The enrolment counts when %1 administrators have signed it; the role is granted after that.")
                          .arg(countText(world.view.threshold)));
    }
    if (!signers.isEmpty() && world.view.mode != "single") {
        form->addText(tr("For the role these sign besides: %1.").arg(signers.join(QLatin1String(", "))));
    }
    ActionSheet::Setup setup;
    setup.title = tr("Let this console synchronise");
    setup.consequence = tr("Makes the key and asks for its enrolment with your signature.");
    setup.reasonLabel = tr("Reason, kept with the enrolment");
    setup.verb = tr("Make key and sign enrolment");
    setup.icon = QStringLiteral("sign");
    setup.done = tr("Asked for it: entry %1. Connections shows what is still missing.");
    setup.missing = [name] {
        return name->text().trimmed().isEmpty() ? tr("Write the name of the service first.") : QString();
    };
    setup.run = [&service = world.service, name](const QString& reason, const QString& phrase) {
        Change change;
        change.kind = Change::Kind::EnrolSync;
        change.name = name->text().trimmed();
        return service.changePeople(change, reason, phrase);
    };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::endorse(const World& world, const query::CaseLine& open, bool object)
{
    auto* form = new PeopleForm;
    FactList* facts = form->addFacts();
    for (const auto& [label, value] : open.facts) {
        facts->addFact(cleanName(qs(label), 40), cleanName(qs(value), 300));
    }
    facts->addFact(tr("Proposed by"), cleanName(qs(open.proposer.name), 80));
    facts->addFact(tr("Reason"), open.reason.empty() ? tr("none, or erased") : cleanName(qs(open.reason), 600));
    QStringList signers;
    for (const query::PersonView& person : open.endorsers) {
        signers.append(isolate(cleanName(qs(person.name), 60)));
    }
    facts->addFact(tr("Endorsed by"), signers.isEmpty() ? tr("nobody yet") : signers.join(QLatin1String(", ")));
    facts->addFact(tr("Administrators"),
        tr("%1 of %2 signed").arg(countText(open.administratorsSigned), countText(open.threshold)));
    ActionSheet::Setup setup;
    setup.title = object ? tr("Object to a change") : tr("Endorse a change");
    setup.subtitle = tr("%1, entry %2").arg(cleanName(qs(open.sentence), 120), countText(open.index));
    setup.consequence = object
        ? tr("Your objection stands on the record beside the proposal. It does not withdraw it.")
        : tr("You sign exactly what stands here. It takes effect when enough people have signed (law 12).");
    setup.verb = object ? tr("Sign objection") : tr("Sign endorsement");
    setup.icon = QStringLiteral("sign");
    setup.done = object ? tr("Signed the objection: entry %1.") : tr("Signed the endorsement: entry %1.");
    setup.destructive = object;
    setup.missing = [off = qs(open.endorseOff), object] { return object ? QString() : off; };
    setup.run = [&service = world.service, index = open.index, object](
                    const QString&, const QString& phrase) { return service.endorse(index, object, phrase); };
    return makeSheet(world, std::move(setup), form);
}

ActionSheet* PeopleSheets::withdraw(const World& world, const query::CaseLine& open)
{
    ActionSheet::Setup setup;
    setup.title = tr("Withdraw your proposal");
    setup.subtitle = tr("%1, entry %2").arg(cleanName(qs(open.sentence), 120), countText(open.index));
    setup.consequence = tr("Nobody can endorse it any more. It stays on the record as withdrawn.");
    setup.verb = tr("Sign withdrawal");
    setup.icon = QStringLiteral("withdraw");
    setup.done = tr("Withdrawn: entry %1.");
    setup.run = [&service = world.service, index = open.index](
                    const QString&, const QString& phrase) { return service.withdrawCase(index, phrase); };
    return makeSheet(world, std::move(setup), nullptr);
}

} // namespace cs::ui
