// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/sign_off_body.h"

#include "ui/promotion/decision_panel.h"
#include "ui/promotion/exact_bytes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/quote.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr qsizetype othersShown = 4;

} // namespace

SignOffBody::SignOffBody(Page page, QWidget* parent)
    : QWidget(parent)
    , m_page(std::move(page))
{
    // The minimum of a condition is about approving; a refusal needs a reason, however short.
    m_commentMin = m_page.verdict == commands::Verdict::Approve ? 0 : 1;
    for (const query::FillableLeafView& leaf : m_page.leaves) {
        if (m_page.verdict == commands::Verdict::Approve) {
            m_commentMin = std::max(m_commentMin, static_cast<qint64>(leaf.commentMinLength));
        }
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addMeaning(column);
    addCovers(column);
    addComment(column);
    addBytes(column);
    column->addStretch(1);
}

void SignOffBody::addMeaning(QVBoxLayout* column)
{
    column->addWidget(new Label(tr("What your signature means"), Type::Strong));
    if (m_page.verdict == commands::Verdict::Reject) {
        column->addWidget(new Quote(tr("I refuse this promotion. It cannot go on until I withdraw my refusal."), true));
    } else if (m_page.verdict == commands::Verdict::RequestChanges) {
        column->addWidget(new Quote(
            tr("I ask for changes. This round cannot go on; my veto falls when the proposer begins the next."), true));
    } else {
        for (const query::FillableLeafView& leaf : m_page.leaves) {
            auto* quote = new Quote(cleanName(qs(leaf.statement), 8000), true);
            quote->setObjectName(QStringLiteral("statement_") + qs(leaf.leaf));
            quote->setToolTip(cleanName(qs(leaf.title)));
            column->addWidget(quote);
        }
    }
    column->addSpacing(6);
}

QString SignOffBody::openedText() const
{
    qint64 opened = 0;
    qint64 all = 0;
    for (const query::EvidenceView& evidence : m_page.promotion.evidence) {
        if (!evidence.withdrawn) {
            ++all;
            opened += m_page.viewed.contains(evidence.digest) ? 1 : 0;
        }
    }
    return tr("%1 of %2 opened by you").arg(countText(opened), countText(all));
}

QStringList SignOffBody::notOpened(bool askedFor) const
{
    QStringList titles;
    for (const query::EvidenceView& evidence : m_page.promotion.evidence) {
        if (!evidence.withdrawn && evidence.required == askedFor && !m_page.viewed.contains(evidence.digest)) {
            titles.append(cleanName(qs(evidence.title), 60));
        }
    }
    return titles;
}

/// What is asked for stands by name; a long list of the rest unfolds, so that comment and bytes stay in sight.
void SignOffBody::addNotOpened(FactList* facts)
{
    if (const QStringList asked = notOpened(true); !asked.isEmpty()) {
        auto* label = facts->addFact(QString(), tr("Not opened, asked for: %1.").arg(asked.join(QStringLiteral(", "))));
        label->setObjectName(QStringLiteral("notOpened"));
        label->setRole(Role::Stale);
    }
    const QStringList others = notOpened(false);
    if (others.isEmpty()) {
        return;
    }
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    auto* label = new Label(tr("Not opened: %1.").arg(others.join(QStringLiteral(", "))), Type::Body, Role::Muted);
    label->setObjectName(QStringLiteral("othersNotOpened"));
    label->setWordWrap(true);
    column->addWidget(label);
    if (others.size() > othersShown) {
        label->hide();
        auto* show = new Button(
            Button::Kind::Link, tr("%n other(s) not opened, show", nullptr, static_cast<int>(others.size())));
        show->setObjectName(QStringLiteral("showNotOpened"));
        column->addWidget(show, 0, Qt::AlignLeading);
        connect(show, &Button::triggered, label, [label, show] {
            label->show();
            show->hide();
        });
    }
    facts->addFact(QString(), holder);
}

void SignOffBody::addCovers(QVBoxLayout* column)
{
    const query::PromotionView& p = m_page.promotion;
    column->addWidget(new Label(tr("What it covers"), Type::Strong));
    auto* facts = new FactList;
    facts->setLabelWidth(124);
    auto* snapshot = new DigestLabel(qs(p.snapshot.text()), tr("Snapshot"));
    snapshot->setObjectName(QStringLiteral("sheetSnapshot"));
    facts->addFact(tr("Snapshot"), snapshot);
    if (m_page.verdict == commands::Verdict::Approve) {
        QStringList titles;
        for (const query::FillableLeafView& leaf : m_page.leaves) {
            titles.append(cleanName(qs(leaf.title)));
        }
        facts->addFact(tr("Conditions"), titles.join(QStringLiteral("; ")));
    }
    facts->addFact(tr("Evidence"), openedText());
    addNotOpened(facts);
    facts->addFact(tr("Gate"),
        tr("%1 of %2 conditions satisfied")
            .arg(countText(static_cast<qint64>(p.passed)), countText(static_cast<qint64>(p.total))));
    facts->addFact(tr("Baseline"), p.baselineLabel.empty() ? tr("none") : coreWords(cleanName(qs(p.baselineLabel))));
    facts->addFact(
        tr("Policy"), tr("Revision %1, %2").arg(countText(p.policyRevision), shortDigest(qs(p.policy.text()))));
    qint64 valid = 0;
    for (const query::FillableLeafView& leaf : m_page.leaves) {
        valid = valid == 0 ? leaf.validSeconds : std::min<qint64>(valid, leaf.validSeconds);
    }
    if (valid > 0 && m_page.verdict == commands::Verdict::Approve) {
        facts->addFact(
            tr("Valid"), tr("%1 after signing, or until any of these change").arg(durationText(valid * 1000)));
    }
    column->addWidget(facts);
    column->addSpacing(6);
}

void SignOffBody::addComment(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    const bool refuses = m_page.verdict != commands::Verdict::Approve;
    auto* label = new Label(refuses ? tr("Reason") : tr("Comment"), Type::Strong);
    head->addWidget(label);
    const QString rule = refuses ? tr("required, signed with your decision")
        : m_commentMin > 0
        ? tr("at least %n character(s), signed with your decision", nullptr, static_cast<int>(m_commentMin))
        : tr("signed with your decision");
    head->addWidget(new Label(rule, Type::Body, Role::Muted), 1);
    m_counter = new Label({}, Type::Body, Role::Muted);
    m_counter->setObjectName(QStringLiteral("commentCounter"));
    head->addWidget(m_counter);
    column->addLayout(head);
    m_comment = new QPlainTextEdit(this);
    m_comment->setObjectName(QStringLiteral("signComment"));
    m_comment->setAccessibleName(refuses ? tr("Reason") : tr("Comment"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(scaled(62));
    label->setBuddy(m_comment);
    setFocusProxy(m_comment);
    column->addWidget(m_comment);
    column->addSpacing(6);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &SignOffBody::countComment);
    countComment();
}

void SignOffBody::countComment()
{
    const qint64 length = comment().size();
    m_counter->setText(countText(length));
    m_counter->setRole(length < m_commentMin ? Role::Stale : Role::Muted);
    Q_EMIT commentChanged();
}

QString SignOffBody::comment() const
{
    return m_comment->toPlainText().trimmed();
}

void SignOffBody::setComment(const QString& words)
{
    m_comment->setPlainText(words);
}

QString SignOffBody::commentFault() const
{
    const qint64 missing = m_commentMin - comment().size();
    if (missing <= 0) {
        return {};
    }
    return m_page.verdict == commands::Verdict::Approve
        ? tr("The comment needs %n more character(s).", nullptr, static_cast<int>(missing))
        : tr("A reason is required. Say what has to change.");
}

void SignOffBody::addBytes(QVBoxLayout* column)
{
    m_bytes = new ExactBytes(m_page.bytesOpen);
    column->addWidget(m_bytes);
}

void SignOffBody::setPayload(const QByteArray& payload)
{
    m_bytes->setPayload(payload);
}

void SignOffBody::setPayloadNote(const QString& sentence)
{
    m_bytes->setNote(sentence);
}

void SignOffBody::freeze(bool frozen)
{
    m_comment->setReadOnly(frozen);
}

} // namespace cs::ui
