// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

Label* wrapped(const QString& text, Type type = Type::Body, Role role = Role::Text)
{
    auto* label = new Label(text, type, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

PersonPanel::PersonPanel(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("personPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("personScroll"));
    scroll->setAccessibleName(tr("Details"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    scroll->setWidget(content);
    makeClear(scroll);
    column->addWidget(scroll);
}

void PersonPanel::addHead(const query::PersonLine& line)
{
    m_column->addWidget(makePersonLine(line.person));
    auto* facts = new FactList;
    facts->setLabelWidth(76);
    facts->addFact(tr("Name"), cleanName(qs(line.person.name), 80)); // the line above says the role, where there is one
    facts->addFact(tr("Id"), ltr(qs(line.person.id.text())));
    facts->addFact(tr("Kind"),
        line.person.service ? tr("service")
            : line.admin    ? tr("person, administrator")
                            : tr("person"));
    facts->addFact(tr("State"), coreWords(cleanName(qs(line.stateText), 80)));
    auto* enrolled = new Button(Button::Kind::Link, tr("entry %1").arg(countText(line.enrolledAt)));
    enrolled->setObjectName(QStringLiteral("enrolledEntry"));
    connect(enrolled, &Button::triggered, this, [this, at = line.enrolledAt] { Q_EMIT entryAsked(at); });
    facts->addFact(tr("Enrolled"), enrolled);
    facts->addFact(tr("Last use"),
        line.lastUse ? tr("%1, entry %2").arg(utcText(*line.lastUse), countText(*line.lastEntry)) : tr("never signed"));
    m_column->addWidget(facts);
    for (const EntryIndex waiting : line.waiting) {
        auto* review =
            new Button(Button::Kind::Link, tr("A change waits for signatures: entry %1…").arg(countText(waiting)));
        review->setObjectName(QStringLiteral("caseOfPerson"));
        connect(review, &Button::triggered, this, [this, waiting] { Q_EMIT caseAsked(waiting); });
        m_column->addWidget(review, 0, Qt::AlignLeading);
    }
}

void PersonPanel::addRoles(const query::PersonLine& line, const QString& off)
{
    m_column->addWidget(new Label(tr("Roles"), Type::Strong));
    for (const query::RoleLine& role : line.roles) {
        QString words = tr("%1, since %2").arg(coreWords(cleanName(qs(role.domains), 80)), utcText(role.since));
        if (role.until) {
            words = tr("%1, until %2").arg(words, utcText(*role.until));
        }
        m_column->addWidget(wrapped(cleanName(qs(role.title), 60), Type::Medium));
        m_column->addWidget(wrapped(words, Type::Small, Role::Muted));
        auto* end = new Button(Button::Kind::Link, tr("End this role…"));
        end->setObjectName(QStringLiteral("endRole_%1").arg(role.grant));
        end->setAccessibleName(tr("End the role %1…").arg(cleanName(qs(role.title), 60)));
        end->setOffReason(off);
        connect(end, &Button::triggered, this, [this, grant = role.grant] { Q_EMIT endRoleAsked(grant); });
        m_column->addWidget(end, 0, Qt::AlignLeading);
    }
    if (line.roles.empty()) {
        m_column->addWidget(wrapped(tr("None."), Type::Body, Role::Muted));
    }
    auto* grant = new Button(Button::Kind::Outlined, tr("Grant a role…"));
    grant->setObjectName(QStringLiteral("grantRole"));
    grant->setIconName(QStringLiteral("add"));
    grant->setOffReason(off);
    connect(grant, &Button::triggered, this, &PersonPanel::grantAsked);
    m_column->addWidget(grant, 0, Qt::AlignLeading);
}

void PersonPanel::addKeys(const query::PersonLine& line, const QString& off)
{
    m_column->addWidget(new Label(tr("Keys"), Type::Strong));
    for (const query::KeyLine& key : line.keys) {
        auto* digest = new DigestLabel(qs(key.fingerprint), tr("Key"));
        digest->setObjectName(QStringLiteral("keyDigest"));
        m_column->addWidget(digest, 0, Qt::AlignLeading);
        if (key.life == query::KeyLife::InForce) {
            m_column->addWidget(
                wrapped(tr("in force since entry %1").arg(countText(key.liveFrom)), Type::Small, Role::Passed));
            auto* report = new Button(Button::Kind::Link, tr("Revoke…"));
            report->setObjectName(QStringLiteral("revokeKey"));
            report->setOffReason(off);
            connect(
                report, &Button::triggered, this, [this, print = qs(key.fingerprint)] { Q_EMIT reportAsked(print); });
            auto* bad = new Button(Button::Kind::Destructive, tr("Report as compromised…"));
            bad->setObjectName(QStringLiteral("compromiseKey"));
            bad->setOffReason(off);
            connect(
                bad, &Button::triggered, this, [this, print = qs(key.fingerprint)] { Q_EMIT compromiseAsked(print); });
            m_column->addWidget(report, 0, Qt::AlignLeading);
            m_column->addWidget(bad, 0, Qt::AlignLeading);
            continue;
        }
        const QString at = countText(key.revokedAt.value_or(0));
        m_column->addWidget(wrapped(key.life == query::KeyLife::Compromised
                ? tr("compromised: counts for nothing open from entry %1 on").arg(countText(key.since.value_or(0)))
                : key.life == query::KeyLife::Rotated ? tr("replaced by another key, entry %1").arg(at)
                                                      : tr("revoked at entry %1").arg(at),
            Type::Small, Role::Vetoed));
    }
}

void PersonPanel::setPerson(const query::PersonLine* line, const QString& proposeOff)
{
    clearLayout(m_column);
    if (line == nullptr) {
        m_column->addWidget(wrapped(tr("Choose a row to see more."), Type::Body, Role::Muted));
        m_column->addStretch(1);
        return;
    }
    addHead(*line);
    m_column->addWidget(new Line);
    addRoles(*line, proposeOff);
    m_column->addWidget(new Line);
    addKeys(*line, proposeOff);
    if (!proposeOff.isEmpty()) {
        m_column->addWidget(wrapped(tr("Off because: %1").arg(proposeOff), Type::Small, Role::Muted));
    }
    m_column->addStretch(1);
}

void PersonPanel::setRole(const query::RoleSummary& role)
{
    clearLayout(m_column);
    m_column->addWidget(new Label(cleanName(qs(role.title), 60), Type::Strong));
    auto* facts = new FactList;
    facts->setLabelWidth(76);
    facts->addFact(tr("Id"), ltr(qs(role.id)));
    facts->addFact(tr("For"), role.human ? tr("persons") : tr("services"));
    facts->addFact(tr("At least"), countText(role.minMembers));
    facts->addFact(tr("Fallback"), role.fallback.empty() ? tr("none") : cleanName(qs(role.fallback), 60));
    m_column->addWidget(facts);
    m_column->addWidget(new Label(tr("Who holds it"), Type::Strong));
    for (const query::PersonView& holder : role.holders) {
        m_column->addWidget(makePersonLine(holder));
    }
    if (role.holders.empty()) {
        m_column->addWidget(
            wrapped(tr("Nobody. Choose a person in \"People and services\" and grant it."), Type::Body, Role::Stale));
    }
    m_column->addStretch(1);
}

} // namespace cs::ui
