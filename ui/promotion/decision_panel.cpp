// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/decision_panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/key_foot.h"
#include "ui/widgets/signing/quote.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

std::vector<query::EvidenceView> evidenceToOpen(const query::PromotionView& promotion)
{
    std::vector<query::EvidenceView> required;
    std::vector<query::EvidenceView> all;
    for (const query::EvidenceView& evidence : promotion.evidence) {
        if (!evidence.withdrawn) {
            all.push_back(evidence);
            if (evidence.required) {
                required.push_back(evidence);
            }
        }
    }
    return required.empty() ? all : required;
}

bool changesAsked(const query::PromotionView& promotion)
{
    return std::any_of(promotion.decisions.begin(), promotion.decisions.end(),
        [](const query::DecisionView& decision) { return decision.live && decision.kind == "request_changes"; });
}

DecisionPanel::DecisionPanel(QWidget* parent)
    : QWidget(parent)
    , m_head(new PanelHead({}, {}, this))
    , m_approve(makeButton(static_cast<int>(Button::Kind::Primary), tr("Approve…"), "approve", "approveButton"))
    , m_request(makeButton(
          static_cast<int>(Button::Kind::Outlined), tr("Request changes…"), "request-changes", "requestChangesButton"))
    , m_reject(makeButton(static_cast<int>(Button::Kind::Destructive), tr("Reject…"), "reject", "rejectButton"))
    , m_execute(makeButton(static_cast<int>(Button::Kind::Primary), tr("Execute…"), "promotion", "executeButton"))
    , m_revise(makeButton(static_cast<int>(Button::Kind::Primary), tr("Revise…"), "edit", "reviseButton"))
    , m_takeBack(makeButton(
          static_cast<int>(Button::Kind::Outlined), tr("Withdraw my decision…"), "withdraw", "withdrawDecisionButton"))
    , m_withdraw(makeButton(static_cast<int>(Button::Kind::Outlined), tr("Withdraw…"), "withdraw", "withdrawButton"))
    , m_rollback(
          makeButton(static_cast<int>(Button::Kind::Destructive), tr("Roll back…"), "rollback", "rollBackButton"))
    , m_approveOff(new OffReason(this))
    , m_requestOff(new OffReason(this))
    , m_rejectOff(new OffReason(this))
    , m_executeOff(new OffReason(this))
    , m_withdrawOff(new OffReason(this))
    , m_rollbackOff(new OffReason(this))
    , m_note(new Label(tr("A refusal needs a reason and stops this promotion until you withdraw it."), Type::Small,
          Role::Muted, this))
{
    setObjectName(QStringLiteral("decisionPanel"));
    m_approve->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_note->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    m_contentWidget = inner;
    m_content = new QVBoxLayout(inner);
    m_content->setContentsMargins(12, 12, 12, 12);
    m_content->setSpacing(8);
    scroll->setWidget(inner);
    makeClear(scroll);
    column->addWidget(scroll, 1);
    m_actions = new QVBoxLayout;
    m_actions->setContentsMargins(12, 8, 12, 12);
    m_actions->setSpacing(6);
    QWidget* const order[] = {m_approve, m_approveOff, m_execute, m_executeOff, m_revise, m_request, m_requestOff,
        m_reject, m_rejectOff, m_takeBack, m_withdraw, m_withdrawOff, m_rollback, m_rollbackOff, m_note};
    for (QWidget* widget : order) {
        m_actions->addWidget(widget);
    }
    column->addLayout(m_actions);
    connect(m_approve, &Button::triggered, this, &DecisionPanel::approveAsked);
    connect(m_request, &Button::triggered, this, &DecisionPanel::requestChangesAsked);
    connect(m_reject, &Button::triggered, this, &DecisionPanel::rejectAsked);
    connect(m_execute, &Button::triggered, this, &DecisionPanel::executeAsked);
    connect(m_takeBack, &Button::triggered, this, &DecisionPanel::withdrawDecisionAsked);
    connect(m_revise, &Button::triggered, this, &DecisionPanel::reviseAsked);
    connect(m_withdraw, &Button::triggered, this, &DecisionPanel::withdrawAsked);
    connect(m_rollback, &Button::triggered, this, &DecisionPanel::rollBackAsked);
}

void DecisionPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

Button* DecisionPanel::makeButton(int kind, const QString& text, const char* icon, const char* name)
{
    auto* button = new Button(static_cast<Button::Kind>(kind), text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setIconName(QString::fromLatin1(icon));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

void DecisionPanel::placeAction(Button* button, OffReason* reason, const query::ActionState& state, bool shown)
{
    button->setVisible(shown);
    const QString why = readableTimes(qs(state.offReason));
    button->setOffReason(why);
    reason->setReason(shown ? why : QString());
    reason->setVisible(shown && !state.on());
}

void DecisionPanel::updateActions()
{
    const query::PromotionView& p = m_promotion;
    const bool open = p.status == "open";
    const bool sign = open && !p.execute.on() && !(p.revise.on() && changesAsked(p));
    placeAction(m_approve, m_approveOff, p.approve, sign);
    placeAction(m_execute, m_executeOff, p.execute, open && (p.execute.on() || (p.total > 0 && p.passed >= p.total)));
    // Who proposed it and was asked for changes answers here; to approve is not theirs.
    m_revise->setVisible(open && p.revise.on() && changesAsked(p));
    placeAction(m_request, m_requestOff, p.requestChanges, open);
    placeAction(m_reject, m_rejectOff, p.reject, open);
    m_takeBack->setVisible(open && p.withdrawDecision.on());
    placeAction(m_withdraw, m_withdrawOff, p.withdraw, open && p.withdraw.on());
    placeAction(m_rollback, m_rollbackOff, p.rollback, p.status == "executed");
    // One reason that is common to all three stands once, under the last of them.
    if (sign && p.approve.offReason == p.reject.offReason && p.approve.offReason == p.requestChanges.offReason) {
        m_approveOff->hide();
        m_requestOff->hide();
    }
    m_note->setVisible(open && p.reject.on());
}

void DecisionPanel::addRole()
{
    std::vector<std::pair<std::string, std::string>> roles;
    for (const query::FillableLeafView& leaf : m_promotion.fillable) {
        const std::pair<std::string, std::string> role(leaf.role, leaf.roleTitle);
        if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
            roles.push_back(role);
        }
    }
    if (std::none_of(roles.begin(), roles.end(), [this](const auto& role) { return role.first == m_role; })) {
        m_role = roles.empty() ? std::string() : roles.front().first;
    }
    if (roles.empty()) {
        return;
    }
    if (roles.size() > 1) {
        auto* choice = new QComboBox(this);
        choice->setObjectName(QStringLiteral("roleChoice"));
        choice->setAccessibleName(tr("Role in which you sign"));
        for (const auto& [id, title] : roles) {
            choice->addItem(cleanName(qs(title), 60), qs(id));
        }
        choice->setCurrentIndex(choice->findData(qs(m_role)));
        connect(
            choice, &QComboBox::activated, this, [this, choice] { m_role = utf8(choice->currentData().toString()); });
        m_content->addWidget(choice);
    }
    int conditions = 0;
    QString title;
    for (const query::FillableLeafView& leaf : m_promotion.fillable) {
        conditions += leaf.role == m_role ? 1 : 0;
        title = leaf.role == m_role ? cleanName(qs(leaf.roleTitle), 60) : title;
    }
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new RoleBadge(qs(m_role), title, Who::Me));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(title, Type::Medium));
    words->addWidget(new Label(tr("for %n condition(s)", nullptr, conditions), Type::Small, Role::Muted));
    head->addLayout(words, 1);
    m_content->addLayout(head);
    for (const query::FillableLeafView& leaf : m_promotion.fillable) {
        if (leaf.role == m_role) {
            m_content->addWidget(new Quote(cleanName(qs(leaf.statement), 4000), false));
        }
    }
    m_content->addSpacing(4);
}

void DecisionPanel::addOpened(const std::set<Digest>& viewed)
{
    const std::vector<query::EvidenceView> wanted = evidenceToOpen(m_promotion);
    if (wanted.empty()) {
        return;
    }
    const auto opened = std::count_if(wanted.begin(), wanted.end(),
        [&](const query::EvidenceView& evidence) { return viewed.contains(evidence.digest); });
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Opened by you"), Type::Strong), 1);
    auto* count =
        new Label(isolate(tr("%1 of %2").arg(countText(opened), countText(static_cast<qint64>(wanted.size())))),
            Type::Body, Role::Muted);
    count->setObjectName(QStringLiteral("openedCount"));
    head->addWidget(count);
    m_content->addLayout(head);
    for (const query::EvidenceView& evidence : wanted) {
        const bool seen = viewed.contains(evidence.digest);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new IconLabel(
            seen ? QStringLiteral("viewed") : QStringLiteral("not-viewed"), seen ? Role::Passed : Role::Muted));
        const QString name = cleanName(qs(evidence.title), 60);
        auto* link = new Button(Button::Kind::Crumb, name);
        link->setObjectName(QStringLiteral("open_") + qs(evidence.kind));
        link->setAccessibleName(seen ? tr("%1, opened").arg(name) : tr("%1, not opened yet").arg(name));
        link->setToolTip(seen ? tr("Opened. Show it again.") : tr("Not opened yet. Show it."));
        connect(link, &Button::triggered, this, [this, digest = evidence.digest] { Q_EMIT evidenceAsked(digest); });
        row->addWidget(link);
        row->addStretch(1);
        m_content->addLayout(row);
    }
    m_content->addSpacing(4);
    m_content->addWidget(new Line);
}

void DecisionPanel::addKey(const IdentityView& identity)
{
    auto* facts = new FactList;
    facts->setLabelWidth(64);
    auto* snapshot = new DigestLabel(qs(m_promotion.snapshot.text()), tr("Snapshot"));
    snapshot->setObjectName(QStringLiteral("panelSnapshot"));
    facts->addFact(tr("Snapshot"), snapshot);
    const std::string key = identity.fingerprint.empty() ? m_promotion.pinnedKey : identity.fingerprint;
    if (!key.empty()) {
        auto* fingerprint = new DigestLabel(qs(key), tr("Key"));
        fingerprint->setObjectName(QStringLiteral("panelKey"));
        facts->addFact(tr("Key"), fingerprint);
    }
    m_content->addWidget(facts);
    const KeyLook look = keyLook(identity);
    auto* state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(new IconLabel(look.icon, static_cast<Role>(look.role)), 0, Qt::AlignTop);
    auto* words = new Label(look.words, Type::Body, static_cast<Role>(look.role));
    words->setWordWrap(true);
    words->setToolTip(qs(identity.sentence));
    state->addWidget(words, 1);
    m_content->addLayout(state);
}

void DecisionPanel::addEnded()
{
    auto* line = new Label(coreWords(cleanName(qs(m_promotion.statusLine), 300)), Type::Body, Role::Text);
    line->setWordWrap(true);
    m_content->addWidget(line);
}

/// What the reader has decided already stands where the decision stood.
void DecisionPanel::addOwn()
{
    for (const query::DecisionView& decision : m_promotion.decisions) {
        if (decision.entry != m_promotion.ownDecision) {
            continue;
        }
        const QString role = cleanName(qs(decision.roleTitle), 60);
        const QString entry = countText(decision.entry);
        const QString words = decision.kind == "approve" ? tr("You approved as %1 in entry %2.").arg(role, entry)
            : decision.kind == "reject"                  ? tr("You rejected as %1 in entry %2.").arg(role, entry)
                                        : tr("You requested changes as %1 in entry %2.").arg(role, entry);
        auto* line = new Label(words, Type::Strong);
        line->setObjectName(QStringLiteral("ownDecision"));
        line->setWordWrap(true);
        m_content->addWidget(line);
        if (!decision.live) {
            auto* note = new Label(
                tr("It does not count any more. %1").arg(qs(decision.staleBecause)), Type::Small, Role::Stale);
            note->setWordWrap(true);
            m_content->addWidget(note);
        }
    }
}

void DecisionPanel::setPromotion(
    const query::PromotionView& promotion, const IdentityView& identity, const std::set<Digest>& viewed)
{
    m_promotion = promotion;
    // What has the focus is made anew: the focus stays on what stands in its place.
    const QWidget* focused =
        m_contentWidget->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    const QString name = focused == nullptr ? QString() : focused->objectName();
    clearLayout(m_content);
    const bool open = promotion.status == "open";
    m_head->setTitle(open ? tr("Your decision") : tr("Outcome"));
    if (open) {
        addOwn();
        addRole();
        if (!promotion.ownDecision || !promotion.fillable.empty()) {
            addOpened(viewed);
        }
    } else {
        addEnded();
    }
    addKey(identity);
    m_content->addStretch(1);
    updateActions();
    if (auto* again = name.isEmpty() ? nullptr : m_contentWidget->findChild<QWidget*>(name)) {
        again->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace cs::ui
