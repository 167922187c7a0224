// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/explain_panel.h"

#include "ui/promotion/gate_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <set>

namespace cs::ui {

namespace {

QString joined(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts) {
        list.append(cleanName(qs(text), 80));
    }
    return list.join(QStringLiteral(", "));
}

/// "Name: why" each; the name is somebody's own.
QString excludedText(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts) {
        const QString line = cleanName(qs(text), 300);
        const qsizetype colon = line.indexOf(QLatin1String(": "));
        list.append(colon < 0 ? coreWords(line) : QString(line.left(colon + 2) + coreWords(line.mid(colon + 2))));
    }
    return list.join(QLatin1Char('\n'));
}

} // namespace

ExplainPanel::ExplainPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Strong, Role::Text, this))
    , m_chip(new VerdictChip(Verdict::Pending, {}, this))
    , m_facts(new FactList(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    m_title->setElide(Qt::ElideRight);
    head->addWidget(m_title, 1);
    head->addWidget(m_chip);
    column->addLayout(head);
    m_facts->setLabelWidth(96);
    column->addWidget(m_facts);
    setObjectName(QStringLiteral("explainPanel"));
}

void ExplainPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Sunken));
    painter.fillRect(0, 0, width(), 1, colorOf(Role::Border));
}

QWidget* ExplainPanel::makeWho(const query::GateNode& node)
{
    auto* line = new QWidget(m_facts);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    std::set<std::string> shown;
    QStringList names;
    for (const query::PersonView& person : node.eligible) {
        names.append(cleanName(qs(person.name), 60));
        if (shown.size() < 4 && shown.insert(person.role).second) {
            row->addWidget(new RoleBadge(qs(person.role), roleOrName(person), whoOf(person), line));
        }
    }
    const QString people = node.eligible.empty() ? joined(node.whoCan)
                                                 : tr("%n person(s)", nullptr, static_cast<int>(node.eligible.size()));
    auto* text = new Label(people, Type::Body, Role::Text, line);
    text->setToolTip(names.join(QStringLiteral(", ")));
    if (node.eligible.empty()) {
        text->setWordWrap(true);
    }
    row->addWidget(text, 1);
    return line;
}

QWidget* ExplainPanel::makeSource(const query::GateNode& node)
{
    auto* link = new Button(Button::Kind::Link, coreWords(cleanName(qs(node.source), 120)), m_facts);
    link->setObjectName(QStringLiteral("explainSource"));
    link->setToolTip(tr("Show this entry in the ledger"));
    const EntryIndex entry = node.entries.front();
    connect(link, &Button::triggered, this, [this, entry] { Q_EMIT entryAsked(entry); });
    return link;
}

void ExplainPanel::setNode(const query::GateNode* node, UtcTime now)
{
    m_facts->clear();
    setVisible(node != nullptr);
    if (!node) {
        return;
    }
    m_title->setText(gateTitle(*node));
    m_chip->setVerdict(verdictOf(node->status));
    if (node->leaf && !node->approval && !node->value.empty()) {
        m_facts->addFact(tr("Measured"),
            node->bound.empty()
                ? coreWords(cleanName(qs(node->value), 200))
                : tr("%1, bound %2").arg(cleanName(qs(node->value), 200), cleanName(qs(node->bound), 200)));
    }
    if (!node->needs.empty()) {
        m_facts->addFact(tr("Needs"), coreWords(qs(node->needs)));
    }
    if (!node->whoCan.empty() || !node->eligible.empty()) {
        m_facts->addFact(tr("Who can"), makeWho(*node));
    }
    if (!node->excluded.empty()) {
        m_facts->addFact(tr("Not"), excludedText(node->excluded));
    }
    if (!node->because.empty()) {
        m_facts->addFact(tr("Because"), readableTimes(qs(node->because)));
    }
    if (!node->source.empty() && !node->entries.empty()) {
        m_facts->addFact(tr("Source"), makeSource(*node));
    }
    if (node->validUntil) {
        m_facts->addFact(tr("Valid"),
            node->validUntil->ms() > now.ms()
                ? tr("%1, until %2").arg(durationText(node->validUntil->msSince(now)), utcText(*node->validUntil))
                : tr("expired %1").arg(relativeTime(*node->validUntil, now)));
    }
    if (!node->ownerRole.empty()) {
        m_facts->addFact(tr("Rule owner"), cleanName(qs(node->ownerRole), 80));
    }
}

} // namespace cs::ui
