// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/discussion_panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

DiscussionPanel::DiscussionPanel(QWidget* parent)
    : QWidget(parent)
    , m_comment(new Button(Button::Kind::Outlined, tr("Comment…"), this))
    , m_reason(new OffReason(this))
{
    setObjectName(QStringLiteral("discussionPanel"));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("discussionScroll"));
    scroll->setAccessibleName(tr("Discussion"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto* inner = new QWidget;
    m_list = new QVBoxLayout(inner);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(12);
    scroll->setWidget(inner);
    makeClear(scroll);
    m_comment->setObjectName(QStringLiteral("commentButton"));
    m_comment->setIconName(QStringLiteral("comment"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_comment);
    foot->addWidget(m_reason, 1);
    foot->addStretch(1);
    column->addLayout(foot);
    connect(m_comment, &Button::triggered, this, &DiscussionPanel::commentAsked);
}

QWidget* DiscussionPanel::makeComment(const query::CommentView& comment, UtcTime now)
{
    auto* item = new QWidget;
    auto* column = new QVBoxLayout(item);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(makePersonLine(comment.author, item));
    const QString did = comment.kind == "approve" ? tr("approved")
        : comment.kind == "reject"                ? tr("rejected")
        : comment.kind == "request_changes"       ? tr("requested changes")
        : comment.kind == "withdraw_decision"     ? tr("withdrew the decision")
        : comment.kind == "proposal"              ? tr("proposed")
        : comment.kind == "revision"              ? tr("revised the proposal")
        : comment.kind == "execute"               ? tr("executed")
        : comment.kind == "withdraw"              ? tr("withdrew")
        : comment.kind == "break_glass"           ? tr("authorised break-glass")
        : comment.kind == "break_glass_execute"   ? tr("executed by break-glass")
        : comment.kind == "break_glass_review"    ? tr("reviewed the break-glass")
        : comment.kind == "break_glass_revoke"    ? tr("revoked the break-glass")
                                                  : tr("commented");
    auto* when = new Label(tr("%1, %2").arg(did, relativeTime(comment.at, now)), Type::Small, Role::Muted, item);
    when->setToolTip(utcExact(comment.at));
    head->addWidget(when, 1);
    auto* entry = new Button(Button::Kind::Link, tr("Entry %1").arg(countText(comment.entry)), item);
    entry->setToolTip(tr("Show this entry in the ledger"));
    entry->setObjectName(QStringLiteral("commentEntry%1").arg(comment.entry));
    connect(entry, &Button::triggered, this, [this, index = comment.entry] { Q_EMIT entryAsked(index); });
    head->addWidget(entry);
    column->addLayout(head);
    auto* text = new Label(comment.erased ? tr("The text was erased on lawful request; the signature stays.")
                                          : cleanName(qs(comment.text), 20000),
        Type::Body, comment.erased ? Role::Muted : Role::Text, item);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setContentsMargins(28, 0, 0, 0);
    column->addWidget(text);
    if (!comment.note.empty()) {
        auto* note = new Label(readableTimes(cleanName(qs(comment.note), 300)), Type::Small, Role::Stale, item);
        note->setObjectName(QStringLiteral("commentNote%1").arg(comment.entry));
        note->setWordWrap(true);
        note->setContentsMargins(28, 0, 0, 0);
        column->addWidget(note);
    }
    column->addSpacing(8);
    column->addWidget(new Line);
    return item;
}

void DiscussionPanel::setPromotion(const query::PromotionView& promotion, UtcTime now)
{
    clearLayout(m_list);
    for (const query::CommentView& comment : promotion.discussion) {
        m_list->addWidget(makeComment(comment, now));
    }
    if (promotion.discussion.empty()) {
        m_list->addWidget(new Label(tr("Nobody has said anything yet."), Type::Body, Role::Muted));
    }
    m_list->addStretch(1);
    m_comment->setOffReason(coreWords(qs(promotion.comment.offReason)));
    m_reason->setReason(coreWords(qs(promotion.comment.offReason)));
}

} // namespace cs::ui
