// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/revisions_view.h"

#include "ui/policy/draft_model.h"
#include "ui/policy/policy_tree.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>

namespace cs::ui {
namespace {

constexpr int proposalRole = Qt::UserRole + 40;

Label* wrapped(const QString& text, Type type = Type::Body, Role role = Role::Text)
{
    auto* label = new Label(text, type, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

RevisionsView::RevisionsView(DraftKeeper& keeper, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_list(new QListWidget)
    , m_listHead(new PanelHead({}))
    , m_head(new PanelHead({}))
    , m_close(new Button(Button::Kind::Plain))
{
    setObjectName(QStringLiteral("policyRevisionsView"));
    m_list->setObjectName(QStringLiteral("revisionsList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PolicyRowDelegate(m_list));
    m_close->setObjectName(QStringLiteral("revisionsClose"));
    m_close->setIconName(QStringLiteral("close"));
    m_head->addWidget(m_close);
    auto* left = new Panel(Role::Surface);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_listHead);
    leftColumn->addWidget(m_list, 1);
    auto* right = new Panel(Role::Surface);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(m_head);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("revisionsScroll"));
    scroll->setAccessibleName(tr("The chosen revision"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->setSpacing(10);
    scroll->setWidget(content);
    makeClear(scroll);
    rightColumn->addWidget(scroll, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("revisionsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({scaled(340), scaled(756)});
    splitter->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    connect(m_list, &QListWidget::currentItemChanged, this, &RevisionsView::showCurrent);
    connect(m_close, &Button::triggered, this, &RevisionsView::closed);
    connect(&m_keeper, &DraftKeeper::deskChanged, this, &RevisionsView::fill);
    retranslate();
    fill();
}

void RevisionsView::retranslate()
{
    m_listHead->setTitle(tr("Revisions"));
    m_list->setAccessibleName(tr("Revisions"));
    m_close->setText(tr("Close"));
}

void RevisionsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

void RevisionsView::showCase(EntryIndex proposal)
{
    m_wanted = proposal;
    fill();
    m_list->setFocus(Qt::OtherFocusReason);
}

void RevisionsView::fill()
{
    // What is wanted may only be on its way.
    const qint64 chosen = m_wanted >= 0    ? qint64(m_wanted)
        : m_list->currentItem() != nullptr ? m_list->currentItem()->data(proposalRole).toLongLong()
                                           : -1;
    {
        const QSignalBlocker blocked(m_list);
        m_list->clear();
        const auto add = [this](const query::PolicyRevision& revision, const QString& bound, const QString& icon) {
            auto* item = new QListWidgetItem(tr("Revision %1").arg(revision.revision), m_list);
            item->setData(DraftModel::IconRole, icon);
            item->setData(DraftModel::BoundRole, bound);
            item->setData(DraftModel::PlainRole, true);
            item->setData(DraftModel::ChangeRole,
                static_cast<int>(revision.weakens ? query::NodeChange::Weaker : query::NodeChange::Same));
            item->setData(proposalRole, qint64(revision.proposal));
        };
        for (const query::PolicyCase& change : m_keeper.desk().open)
            add(change.what, tr("%1 of %2 signed").arg(change.given).arg(change.asks.size()),
                QStringLiteral("pending"));
        for (const query::PolicyRevision& revision : m_keeper.desk().revisions)
            add(revision,
                revision.inForce       ? tr("in force")
                    : revision.adopted ? utcText(*revision.adopted)
                                       : QString(),
                revision.inForce ? QStringLiteral("policy") : QStringLiteral("history"));
        for (int row = 0; row < m_list->count(); ++row)
            if (m_list->item(row)->data(proposalRole).toLongLong() == chosen) {
                m_list->setCurrentRow(row);
                m_wanted = -1;
            }
        if (m_list->currentRow() < 0 && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    showCurrent();
}

const query::PolicyRevision* RevisionsView::before(const query::PolicyRevision& revision) const
{
    const auto& all = m_keeper.desk().revisions;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].proposal == revision.proposal)
            return i + 1 < all.size() ? &all[i + 1] : nullptr;
    return m_keeper.desk().inForce(); // of a proposed one
}

void RevisionsView::showCurrent()
{
    clearLayout(m_column);
    const auto* item = m_list->currentItem();
    if (item == nullptr) {
        m_head->setTitle(tr("No revision is chosen"));
        m_column->addStretch(1);
        return;
    }
    const qint64 proposal = item->data(proposalRole).toLongLong();
    for (const query::PolicyCase& change : m_keeper.desk().open)
        if (change.what.proposal == proposal)
            showCase(change);
    for (const query::PolicyRevision& revision : m_keeper.desk().revisions)
        if (revision.proposal == proposal)
            showRevision(revision);
    m_column->addStretch(1);
}

void RevisionsView::addFacts(const query::PolicyRevision& revision)
{
    auto* facts = new FactList;
    facts->addFact(tr("Title"), cleanName(qs(revision.title), 160));
    facts->addFact(tr("Why"), revision.note.empty() ? tr("no reason is kept") : cleanName(qs(revision.note), 600));
    facts->addFact(tr("Proposed"),
        tr("%1 by %2, entry %3")
            .arg(utcText(revision.proposed), cleanName(qs(revision.proposer.name), 80))
            .arg(revision.proposal));
    if (revision.adoption)
        facts->addFact(tr("In force since"),
            tr("%1, entry %2").arg(revision.adopted ? utcText(*revision.adopted) : QString()).arg(*revision.adoption));
    facts->addFact(tr("Effect"),
        revision.founding      ? tr("the policy that the workspace was founded with")
            : revision.weakens ? tr("weakens something")
                               : tr("weakens nothing"));
    facts->addFact(tr("SHA-256"), ltr(shortDigest(qs(revision.digest.text()))), Type::Mono)
        ->setToolTip(qs(revision.digest.text()));
    m_column->addWidget(facts);
    if (!revision.readable)
        m_column->addWidget(wrapped(
            tr("Its bytes are missing here. Get them from another copy of the workspace."), Type::Body, Role::Failed));
}

Button* RevisionsView::addAction(QHBoxLayout* row, Button* button, const char* name)
{
    button->setObjectName(QString::fromLatin1(name));
    row->addWidget(button);
    return button;
}

void RevisionsView::showRevision(const query::PolicyRevision& revision)
{
    m_head->setTitle(tr("Revision %1").arg(revision.revision));
    m_head->setSecond(revision.inForce ? tr("in force") : QString());
    addFacts(revision);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const query::PolicyRevision* older = before(revision);
    auto* compare = addAction(row, new Button(Button::Kind::Outlined, tr("What it changed")), "revisionCompare");
    compare->setIconName(QStringLiteral("compare"));
    compare->setOffReason(older == nullptr ? tr("It is the first one.") : QString());
    if (older != nullptr)
        connect(compare, &Button::triggered, this,
            [this, was = older->digest, is = revision.digest] { Q_EMIT compareAsked(was, is); });
    auto* draft = addAction(row, new Button(Button::Kind::Outlined, tr("Open as a draft")), "revisionDraft");
    draft->setIconName(QStringLiteral("edit"));
    draft->setOffReason(
        m_keeper.draft().isOpen() ? tr("There is a draft already. Propose or discard it first.") : QString());
    connect(draft, &Button::triggered, this, [this, digest = revision.digest] { Q_EMIT draftAsked(digest); });
    row->addStretch(1);
    m_column->addLayout(row);
}

void RevisionsView::showCase(const query::PolicyCase& change)
{
    m_head->setTitle(tr("Revision %1, proposed").arg(change.what.revision));
    m_head->setSecond(tr("%1 of %2 signed").arg(change.given).arg(change.asks.size()));
    auto* state = new Banner;
    state->setObjectName(QStringLiteral("caseState"));
    if (change.adoptable)
        state->setLook(Verdict::Passed);
    else if (change.coolOffUntil)
        state->setLook(Verdict::Frozen);
    else
        state->setLook(Verdict::Pending);
    state->setText(change.adoptable ? tr("All signatures are there. It can be put in force.")
            : change.coolOffUntil   ? tr("Signed. The cool-off runs until %1.").arg(utcText(*change.coolOffUntil))
                                    : tr("It waits for signatures."),
        change.adoptable ? QString() : cleanName(coreWords(qs(change.blocked)), 300));
    m_column->addWidget(state);
    addFacts(change.what);
    m_column->addWidget(new Label(tr("Who must sign"), Type::Strong));
    for (std::size_t i = 0; i < change.asks.size(); ++i)
        addAsk(change, i);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* adopt = addAction(row, new Button(Button::Kind::Primary, tr("Put in force…")), "caseAdopt");
    adopt->setIconName(QStringLiteral("policy"));
    adopt->setOffReason(!m_keeper.desk().mayEdit ? cleanName(qs(m_keeper.desk().mayNot), 300)
            : change.adoptable                   ? QString()
                                                 : cleanName(coreWords(qs(change.blocked)), 300));
    connect(adopt, &Button::triggered, this, [this, at = change.what.proposal] { Q_EMIT adoptAsked(at); });
    auto* compare = addAction(row, new Button(Button::Kind::Outlined, tr("What it changes")), "caseCompare");
    compare->setIconName(QStringLiteral("compare"));
    if (const query::PolicyRevision* current = m_keeper.desk().inForce())
        connect(compare, &Button::triggered, this,
            [this, was = current->digest, is = change.what.digest] { Q_EMIT compareAsked(was, is); });
    auto* withdraw = addAction(row, new Button(Button::Kind::Plain, tr("Withdraw…")), "caseWithdraw");
    withdraw->setIconName(QStringLiteral("withdraw"));
    withdraw->setOffReason(change.mine ? QString() : tr("Only who proposed it withdraws it."));
    connect(withdraw, &Button::triggered, this, [this, at = change.what.proposal] { Q_EMIT withdrawAsked(at); });
    row->addStretch(1);
    m_column->addLayout(row);
}

void RevisionsView::addAsk(const query::PolicyCase& change, std::size_t at)
{
    const query::PolicyAsk& ask = change.asks.at(at);
    auto* line = new QWidget;
    line->setObjectName(QStringLiteral("caseAsk%1").arg(at));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const bool given = ask.signedBy && !ask.rejected;
    const VerdictLook look = verdictLook(given ? Verdict::Passed : ask.rejected ? Verdict::Vetoed : Verdict::Pending);
    row->addWidget(new IconLabel(look.icon, look.role), 0, Qt::AlignTop);
    QStringList titles;
    for (const std::string& title : ask.roleTitles)
        titles.append(cleanName(qs(title), 60));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    using Why = query::PolicyAsk::Why;
    const QString why = ask.why == Why::Review ? tr("Review by another person")
        : ask.why == Why::Affected             ? tr("Loses a say")
                                               : tr("Accepts the weakening");
    words->addWidget(wrapped(titles.join(tr(" or ")), Type::Medium));
    QStringList holders;
    for (const query::PersonView& person : ask.holders)
        holders.append(person.me ? tr("you") : cleanName(qs(person.name), 60));
    const QString who = given || ask.rejected ? tr("%1: %2, %3")
                                                    .arg(ask.rejected ? tr("Refused") : tr("Signed"),
                                                        cleanName(qs(ask.signedBy->name), 80), utcText(ask.signedAt))
        : holders.isEmpty() ? tr("Nobody can sign it now.")
                            : tr("Can sign: %1").arg(holders.join(QStringLiteral(", ")));
    words->addWidget(wrapped(
        why + QStringLiteral(". ") + who, Type::Small, holders.isEmpty() && !given ? Role::Failed : Role::Muted));
    row->addLayout(words, 1);
    if (ask.mine.empty() && !ask.refusable.empty() && !ask.rejected) {
        auto* refuse = new Button(Button::Kind::Plain, tr("Refuse after all…"));
        refuse->setObjectName(QStringLiteral("caseRefuse%1").arg(at));
        refuse->setIconName(QStringLiteral("reject"));
        connect(refuse, &Button::triggered, this,
            [this, proposal = change.what.proposal, at] { Q_EMIT signAsked(proposal, at, true); });
        row->addWidget(refuse);
    } else if (!ask.mine.empty()) {
        auto* sign = new Button(Button::Kind::Outlined, tr("Sign…"));
        sign->setObjectName(QStringLiteral("caseSign%1").arg(at));
        sign->setIconName(QStringLiteral("sign"));
        connect(sign, &Button::triggered, this,
            [this, proposal = change.what.proposal, at] { Q_EMIT signAsked(proposal, at, false); });
        auto* refuse = new Button(Button::Kind::Plain, tr("Refuse…"));
        refuse->setObjectName(QStringLiteral("caseRefuse%1").arg(at));
        refuse->setIconName(QStringLiteral("reject"));
        connect(refuse, &Button::triggered, this,
            [this, proposal = change.what.proposal, at] { Q_EMIT signAsked(proposal, at, true); });
        row->addWidget(refuse);
        row->addWidget(sign);
    } else if (!ask.notMine.empty() && !given) {
        row->addWidget(wrapped(cleanName(coreWords(qs(ask.notMine)), 200), Type::Small, Role::Muted));
    }
    m_column->addWidget(line);
}

} // namespace cs::ui
