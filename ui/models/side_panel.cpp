// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/side_panel.h"

#include "ui/models/version_cells.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/tag.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int labelPx = 104;

/// The line of a person; a long name ends in "…" and stands whole in the tool tip.
QWidget* shortPerson(const query::PersonView& person)
{
    QWidget* line = makePersonLine(person);
    for (Label* name : line->findChildren<Label*>()) {
        name->setElide(Qt::ElideRight);
        name->setMinimumWidth(scaled(40));
    }
    return line;
}

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("versionSide"));
    setMinimumWidth(scaled(300));
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    scroll->setWidget(content);
    makeClear(scroll);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void SidePanel::setPage(const query::VersionPageView& page, UtcTime now)
{
    clearLayout(m_column);
    fillIdentity(page);
    fillLineage(page);
    fillTags(page);
    fillServing(page);
    fillStamps(page, now);
    m_column->addStretch(1);
}

QVBoxLayout* SidePanel::section(const QString& title)
{
    if (m_column->count() > 0) {
        m_column->addWidget(new Line);
    }
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(title, Type::Strong));
    m_column->addWidget(box);
    return column;
}

void SidePanel::addFact(QVBoxLayout* section, const QString& label, QWidget* value)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* name = new Label(label, Type::Small, Role::Muted);
    name->setFixedWidth(scaled(labelPx));
    name->setWordWrap(true);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(value, 1);
    section->addLayout(row);
}

void SidePanel::addFact(QVBoxLayout* section, const QString& label, const QString& value)
{
    if (value.trimmed().isEmpty()) {
        return;
    }
    auto* text = new Label(cleanName(value, 200), Type::Body);
    text->setWordWrap(true);
    addFact(section, label, text);
}

void SidePanel::addDigest(QVBoxLayout* section, const QString& label, const std::string& digest)
{
    if (digest.empty()) {
        return;
    }
    auto* widget = new DigestLabel(qs(digest), label);
    connect(widget, &DigestLabel::copied, this,
        [this](const QString& what) { Q_EMIT copied(tr("Copied: %1.").arg(what)); });
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(widget);
    line->addStretch(1);
    addFact(section, label, row);
}

void SidePanel::fillIdentity(const query::VersionPageView& page)
{
    auto* column = section(tr("Identity"));
    if (page.row.artifact.empty()) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new VerdictChip(Verdict::Stale, tr("Unverified")));
        line->addStretch(1);
        addFact(column, tr("Artifact"), row);
    } else {
        addDigest(column, tr("Artifact"), page.row.artifact);
        addFact(column, tr("Method"),
            page.artifactMethod == "oms" ? tr("OpenSSF model signing, %1").arg(bytesText(page.artifactBytes))
                                         : tr("one file, %1").arg(bytesText(page.artifactBytes)));
    }
    addDigest(column, tr("Container"), page.image);
    addDigest(column, tr("Code revision"), page.code);
    const QString source = qs(page.sourceRegistry + " " + page.sourceName + " " + page.sourceVersion);
    addFact(column, tr("Source"), source);
    addDigest(column, tr("Run"), page.run);
    addFact(column, tr("Registered by"), shortPerson(page.registeredBy));
    auto* registered =
        new Button(Button::Kind::Link, tr("%1, entry %2").arg(utcText(page.registeredAt), countText(page.entry)));
    registered->setObjectName(QStringLiteral("registeredEntry"));
    connect(registered, &Button::triggered, this, [this, at = page.entry] { Q_EMIT entryAsked(at); });
    column->addWidget(registered, 0, Qt::AlignLeft);
}

void SidePanel::fillLineage(const query::VersionPageView& page)
{
    auto* column = section(tr("Lineage"));
    addFact(column, tr("Training data"), qs(page.dataName + " " + page.dataVersion));
    addDigest(column, tr("Data digest"), page.dataDigest);
    for (const query::NamedFact& further : page.moreData) {
        addFact(column, tr("Further data"), moreDataText(further));
    }
    addFact(column, tr("Pipeline"), qs(page.pipeline));
    QStringList features;
    for (const std::string& feature : page.features) {
        features.append(qs(feature));
    }
    addFact(column, tr("Features"), features.join(QStringLiteral(", ")));
    for (const query::PersonView& person : page.contributors) {
        addFact(column, tr("Made by"), shortPerson(person));
    }
    for (const auto& [id, name] : page.sameArtifact) {
        auto* twin = new Button(Button::Kind::Link, cleanName(qs(name), 80));
        twin->setObjectName(QStringLiteral("sameArtifact"));
        connect(twin, &Button::triggered, this, [this, at = id.index()] { Q_EMIT versionAsked(at); });
        addFact(column, tr("Same bytes"), twin);
    }
}

void SidePanel::fillTags(const query::VersionPageView& page)
{
    auto* column = section(tr("Governance tags"));
    auto* tags = new QWidget;
    auto* flow = new FlowLayout(6, tags);
    for (const query::NamedFact& tag : page.tags) {
        const QString title = cleanName(qs(tag.label), 60);
        const bool yes = tag.value == "yes";
        const QString value = tag.value == "no" ? tr("no") : cleanName(qs(tag.value), 60);
        flow->addWidget(new Tag(yes ? title : tr("%1: %2").arg(title, value)));
    }
    column->addWidget(tags);
}

void SidePanel::fillServing(const query::VersionPageView& page)
{
    auto* column = section(tr("Serving"));
    if (page.endpoint.empty() && page.wayBack.empty()) {
        auto* none = new Label(tr("No serving metadata is recorded yet."), Type::Body, Role::Muted);
        none->setWordWrap(true);
        column->addWidget(none);
        return;
    }
    addFact(column, tr("Endpoint"), qs(page.endpoint));
    addFact(column, tr("Region"), qs(page.region));
    addFact(column, tr("Capacity"), qs(page.capacity));
    if (page.traffic) {
        addFact(column, tr("Traffic"), tr("%1 %").arg(QLocale().toString(*page.traffic, 'g', 4)));
    }
    addFact(column, tr("Fallback"), qs(page.fallback));
    addFact(column, tr("Way back"), qs(page.wayBack));
}

void SidePanel::fillStamps(const query::VersionPageView& page, UtcTime now)
{
    if (page.stamps.empty() && page.findings.empty()) {
        return;
    }
    auto* column = section(tr("Registries and findings"));
    for (const query::RegistryStamp& stamp : page.stamps) {
        QStringList words;
        for (const std::string& part : {stamp.stage, stamp.aliases, stamp.traffic, stamp.result}) {
            if (!part.empty()) {
                words.append(cleanName(qs(part), 80));
            }
        }
        const QString when = relativeTime(stamp.at, now);
        auto* link = new Button(Button::Kind::Link,
            stamp.written ? tr("written %1, %2").arg(when, words.join(QStringLiteral(", ")))
                          : tr("seen %1, %2").arg(when, words.join(QStringLiteral(", "))));
        link->setObjectName(QStringLiteral("registryStamp"));
        connect(link, &Button::triggered, this, [this, at = stamp.entry] { Q_EMIT entryAsked(at); });
        addFact(column, cleanName(qs(stamp.registry), 40), link);
    }
    for (const query::FindingView& finding : page.findings) {
        const QString state = finding.closed ? tr("closed %1").arg(relativeTime(*finding.closed, now))
                                             : tr("open since %1").arg(relativeTime(finding.opened, now));
        auto* link = new Button(Button::Kind::Link, state);
        link->setObjectName(QStringLiteral("findingEntry"));
        connect(link, &Button::triggered, this, [this, at = finding.entry] { Q_EMIT entryAsked(at); });
        addFact(column, findingWords(finding.kind), link);
    }
}

} // namespace cs::ui
