// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/review_view.h"

#include "ui/promotion/decision_panel.h"
#include "ui/promotion/discussion_panel.h"
#include "ui/promotion/emergency.h"
#include "ui/promotion/evidence_pane.h"
#include "ui/promotion/explain_panel.h"
#include "ui/promotion/gate_model.h"
#include "ui/promotion/gate_tree.h"
#include "ui/promotion/sign_off_sheet.h"
#include "ui/promotion/what_moved.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/face.h"
#include "ui/widgets/fold_pane.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/signing/came_in_sheet.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace cs::ui {

namespace {

constexpr int bytesOpenTimes = 5;

} // namespace

/// The words of a signed action.
struct ActionText {
    QString title, consequence, reasonLabel, verb, icon, done;
    bool destructive = false;
};

ReviewView::ReviewView(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_header(new HeaderBar(this))
    , m_discuss(new Button(Button::Kind::Plain, {}, this))
    , m_more(new Button(Button::Kind::Plain, {}, this))
    , m_emergency(new Emergency(service, clock, this))
    , m_banner(new Banner(this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_gate(new GateModel(this))
    , m_tree(new GateTree(this))
    , m_leftOnly(new Button(Button::Kind::Plain, tr("Left only"), this))
    , m_explain(new ExplainPanel(this))
    , m_evidence(new EvidencePane(service, this))
    , m_decision(new DecisionPanel(this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("reviewView"));
    build();
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connect(m_later, &QTimer::timeout, this, &ReviewView::reload);
    connect(&m_service, &WorkspaceService::changed, this, [this] {
        if (m_id.isValid()) {
            m_later->start();
        }
    });
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        if (identity.person.id != m_identity.person.id) {
            m_drafts.clear();
            m_evidence->forgetViewed(); // what another person opened, this one has not
        }
        m_identity = identity;
        refreshDecision();
        if (m_id.isValid()) {
            m_later->start();
        }
    });
    connect(m_emergency, &Emergency::noticed, this, &ReviewView::noticed);
    connect(m_emergency, &Emergency::entryAsked, this, &ReviewView::entryAsked);
    connect(m_emergency, &Emergency::changed, m_later, qOverload<>(&QTimer::start));
    connect(m_header, &HeaderBar::crumbActivated, this, &ReviewView::backAsked);
    connect(m_discuss, &Button::triggered, m_evidence, [this] {
        m_fold->showSecond();
        m_evidence->showDiscussion();
    });
    connect(m_more, &Button::triggered, this, &ReviewView::showMenu);
    connect(m_banner, &Banner::actionTriggered, this, [this] { openSignOff(commands::Verdict::Approve); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewView::showNode);
    connect(m_leftOnly, &QAbstractButton::toggled, this, [this](bool on) {
        m_gate->setLeftOnly(on);
        m_tree->expandAll();
        m_tree->setCurrentIndex(m_gate->startIndex());
        showNode();
    });
    connect(m_explain, &ExplainPanel::entryAsked, this, &ReviewView::entryAsked);
    connect(m_evidence, &EvidencePane::entryAsked, this, &ReviewView::entryAsked);
    connect(m_evidence, &EvidencePane::viewedChanged, this, &ReviewView::refreshDecision);
    connect(m_evidence->discussion(), &DiscussionPanel::entryAsked, this, &ReviewView::entryAsked);
    connect(m_evidence->discussion(), &DiscussionPanel::commentAsked, this, &ReviewView::comment);
    connect(m_decision, &DecisionPanel::evidenceAsked, m_evidence, [this](const Digest& digest) {
        m_fold->showSecond();
        m_evidence->showEvidence(digest);
    });
    connect(m_decision, &DecisionPanel::approveAsked, this, [this] { openSignOff(commands::Verdict::Approve); });
    connect(m_decision, &DecisionPanel::rejectAsked, this, [this] { openSignOff(commands::Verdict::Reject); });
    connect(m_decision, &DecisionPanel::requestChangesAsked, this,
        [this] { openSignOff(commands::Verdict::RequestChanges); });
    connect(m_decision, &DecisionPanel::executeAsked, this, &ReviewView::execute);
    connect(m_decision, &DecisionPanel::reviseAsked, this, &ReviewView::revise);
    connect(m_decision, &DecisionPanel::withdrawAsked, this, &ReviewView::withdraw);
    connect(m_decision, &DecisionPanel::withdrawDecisionAsked, this, &ReviewView::withdrawDecision);
    connect(m_decision, &DecisionPanel::rollBackAsked, this, &ReviewView::rollBack);
}

void ReviewView::build()
{
    m_discuss->setObjectName(QStringLiteral("discussButton"));
    m_discuss->setIconName(QStringLiteral("comment"));
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setIconName(QStringLiteral("more"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_header->addAction(m_discuss);
    m_header->addAction(m_more);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeGatePane());
    m_evidence->setMinimumWidth(scaled(200));
    m_decision->setMinimumWidth(scaled(220));
    m_fold = new FoldPane(*m_splitter, m_evidence, m_decision);
    m_fold->setTitles(tr("Evidence"), tr("Your decision"));
    connect(&Theme::instance(), &Theme::changed, this, &ReviewView::fold);
    // Gate and evidence give way together in a narrow window; the decision keeps its width.
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({scaled(400), scaled(446), scaled(250)});
    auto* page = new QWidget(this);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeFactsBar());
    inner->addWidget(new Line);
    inner->addWidget(m_emergency->banner());
    inner->addWidget(m_banner);
    inner->addWidget(m_splitter, 1);
    m_banner->hide();
    m_stack->addWidget(page);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
}

QWidget* ReviewView::makeFactsBar()
{
    auto* bar = new Panel(Role::Surface, this);
    bar->setMinimumHeight(scaled(44));
    bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_factsBar = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_factsBar->setContentsMargins(16, 4, 16, 4);
    m_factsBar->setSpacing(4);
    m_facts = new QHBoxLayout;
    m_dates = new QHBoxLayout;
    for (QHBoxLayout* part : {m_facts, m_dates}) {
        part->setSpacing(8);
    }
    m_factsBar->addLayout(m_facts, 1);
    m_factsBar->addLayout(m_dates);
    return bar;
}

QWidget* ReviewView::makeGatePane()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new PanelHead(tr("Gate"), {}, pane);
    m_leftOnly->setObjectName(QStringLiteral("leftOnly"));
    m_leftOnly->setCheckable(true);
    m_leftOnly->setSmall(true);
    m_leftOnly->setToolTip(tr("Shows only the conditions that are not satisfied"));
    head->addWidget(m_leftOnly);
    column->addWidget(head);
    m_tree->setObjectName(QStringLiteral("gateTree"));
    m_tree->setAccessibleName(tr("Conditions of the gate"));
    m_tree->setModel(m_gate);
    column->addWidget(m_tree, 1);
    column->addWidget(m_explain);
    pane->setMinimumWidth(scaled(240));
    return pane;
}

void ReviewView::showPromotion(PromotionId id)
{
    if (id != m_id) {
        m_staleWhy.clear();
        m_promotion = {};
        m_id = id;
        m_header->setCrumbs({{QStringLiteral("promotions"), tr("Promotions")}, {QString(), QString()}});
        m_header->setTitle(qs(id.text()));
        m_face->showLoading();
        m_stack->setCurrentWidget(m_face);
    }
    reload();
}

void ReviewView::takeOver(const ReviewView& other)
{
    m_identity = other.m_identity;
    m_drafts = other.m_drafts;
    m_signOffs = other.m_signOffs;
    setGuardMs(other.m_guardMs);
    m_bytesAlways = other.m_bytesAlways;
    restoreSplitter(other.splitterState());
    m_evidence->takeViewed(other.m_id, other.m_evidence->viewed());
    if (other.m_id.isValid()) {
        showPromotion(other.m_id);
        m_staleWhy = other.m_staleWhy;
    }
}

void ReviewView::reload()
{
    const quint64 generation = ++m_generation;
    m_service.promotion(m_id).then(
        qApp, guarded(this, [this, generation](const Result<query::PromotionView>& promotion) {
            if (generation == m_generation) {
                take(promotion);
            }
        }));
}

void ReviewView::take(const Result<query::PromotionView>& promotion)
{
    if (!promotion) {
        showError(*m_face, tr("The promotion could not be read"), promotion.error(), [this] { reload(); });
        m_stack->setCurrentWidget(m_face);
        Q_EMIT loaded();
        return;
    }
    m_promotion = *promotion;
    show();
    Q_EMIT actionStates(m_promotion);
    Q_EMIT loaded();
    if (const auto verdict = std::exchange(m_reopen, std::nullopt)) {
        openSignOff(*verdict);
    }
}

void ReviewView::show()
{
    const query::PromotionView& p = m_promotion;
    const PromotionLook look = promotionLook(p.status, p.statusLine, p.passed, p.total);
    const QString name = QString(cleanName(qs(p.modelName), 80) % QLatin1Char(' ') % cleanName(qs(p.versionLabel), 40));
    m_header->setCrumbs(
        {{QStringLiteral("promotions"), tr("Promotions")}, {QString(), ltr(QStringLiteral("#%1").arg(p.number))}});
    m_header->setTitle(name);
    m_header->setChip(new VerdictChip(look.verdict, look.text));
    m_discuss->setText(tr("Discussion %1").arg(countText(static_cast<qint64>(p.discussion.size()))));
    fillFacts();
    const QString current = m_tree->currentIndex().data(GateModel::IdRole).toString();
    m_gate->setGate(p.gate);
    m_tree->expandAll();
    for (int row = 0; row < m_gate->rowCount(m_gate->index(0, 0)); ++row) {
        const QModelIndex group = m_gate->index(row, 0, m_gate->index(0, 0));
        const query::GateNode* node = m_gate->node(group);
        if (!node->leaf && !isLeft(*node) && m_gate->rowCount(group) <= 2) {
            m_tree->collapse(group); // short and done: the count at its end says enough
        }
    }
    QModelIndex index = m_gate->indexOf(current);
    m_tree->setCurrentIndex(index.isValid() ? index : m_gate->startIndex());
    showNode();
    m_evidence->setPromotion(p, m_clock.now());
    refreshDecision();
    m_emergency->setPromotion(p, m_identity);
    updateBanner();
    m_stack->setCurrentIndex(0);
}

void ReviewView::fillFacts()
{
    clearLayout(m_facts);
    clearLayout(m_dates);
    m_facts->addWidget(makeTransitionLine(m_promotion));
    addProposalFacts(m_facts, m_promotion, m_clock.now());
    m_facts->addStretch(1);
    if (m_promotion.expiresAt && m_promotion.status == "open") {
        m_dates->addWidget(new Label(tr("Expires %1").arg(utcText(*m_promotion.expiresAt)), Type::Small, Role::Stale));
    }
    m_dates->addWidget(
        new Label(tr("Policy revision %1").arg(countText(m_promotion.policyRevision)), Type::Small, Role::Muted));
    m_dates->addStretch(1);
    fitFacts();
}

/// Until when, and under which revision, moves to a line of its own before a word of the facts is cut.
void ReviewView::fitFacts()
{
    const QMargins margins = m_factsBar->contentsMargins();
    const int needed = m_facts->sizeHint().width() + m_dates->sizeHint().width() + margins.left() + margins.right() + 8;
    m_factsBar->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_factsBar->setStretchFactor(m_facts, needed > width() ? 0 : 1);
}

void ReviewView::showNode()
{
    m_explain->setNode(m_gate->node(m_tree->currentIndex()), m_clock.now());
}

void ReviewView::refreshDecision()
{
    if (m_promotion.id.isValid()) {
        m_decision->setPromotion(m_promotion, m_identity, m_evidence->viewed());
    }
}

void ReviewView::updateBanner()
{
    if (!m_staleWhy.isEmpty()) {
        m_banner->setLook(Verdict::Stale);
        m_banner->setText(tr("The sign-off page was closed: what it covered has changed"),
            tr("%1 Nothing was signed. Look at what changed, then open it again.").arg(m_staleWhy));
        m_banner->setAction(m_promotion.approve.on() && m_promotion.status == "open" ? tr("Open again…") : QString());
    } else if (!m_promotion.warnings.empty()) {
        QStringList more;
        for (std::size_t row = 1; row < m_promotion.warnings.size(); ++row) {
            more.append(readableTimes(cleanName(qs(m_promotion.warnings[row]), 400)));
        }
        m_banner->setLook(QStringLiteral("warning"), Role::Stale, Role::StaleTint);
        m_banner->setText(readableTimes(cleanName(qs(m_promotion.warnings.front()), 400)), more.join(QLatin1Char(' ')));
        m_banner->setAction({});
    }
    m_banner->setObjectName(m_staleWhy.isEmpty() ? QStringLiteral("warningBanner") : QStringLiteral("staleBanner"));
    m_banner->setVisible(!m_staleWhy.isEmpty() || !m_promotion.warnings.empty());
}

void ReviewView::showStale(const QString& why)
{
    m_staleWhy = why;
    updateBanner();
    reload();
}

/// Before anything is signed again: what came first, and what the gate says now.
void ReviewView::showCameIn(const Error& error, const query::PromotionView& frozen, commands::Verdict verdict)
{
    auto* sheet =
        new CameInSheet(m_service, CameInSheet::spanOf(error), !m_drafts[{m_id, verdict}].isEmpty(), window());
    connect(sheet, &CameInSheet::lookAgain, this, [this, verdict] {
        m_reopen = verdict;
        reload();
    });
    connect(sheet, &QDialog::rejected, this, [this] {
        Q_EMIT noticed(
            {QStringLiteral("info"), tr("Nothing was signed. Your words are kept for the next time."), {}, {}});
    });
    sheet->open();
    m_service.promotion(frozen.id).then(qApp, guarded(sheet, [sheet, frozen](const Result<query::PromotionView>& now) {
        if (now) {
            sheet->setChange(gateChange(frozen, *now));
        }
    }));
}

void ReviewView::openSignOff(commands::Verdict verdict)
{
    const query::ActionState& state = verdict == commands::Verdict::Approve ? m_promotion.approve
        : verdict == commands::Verdict::Reject                              ? m_promotion.reject
                                                                            : m_promotion.requestChanges;
    if (!m_promotion.id.isValid() || m_promotion.status != "open" || !state.on()) {
        const QString why =
            m_promotion.status != "open" ? tr("The promotion has ended.") : coreWords(qs(state.offReason));
        Q_EMIT noticed({QStringLiteral("info"), why, {}, {}});
        return;
    }
    m_staleWhy.clear();
    updateBanner();
    SignOffSheet::Setup setup{m_promotion, verdict, m_decision->role(), m_evidence->viewed(), m_identity,
        m_bytesAlways || m_signOffs < bytesOpenTimes, m_drafts[{m_id, verdict}], m_guardMs};
    ++m_signOffs;
    auto* sheet = new SignOffSheet(m_service, std::move(setup), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &SignOffSheet::draftLeft, this,
        [this, key = std::pair(m_id, verdict)](const QString& words) { m_drafts[key] = words; });
    connect(sheet, &SignOffSheet::wentStale, this, &ReviewView::showStale);
    connect(sheet, &SignOffSheet::cameIn, this,
        [this, frozen = m_promotion, verdict](const Error& error) { showCameIn(error, frozen, verdict); });
    connect(sheet, &SignOffSheet::signedOff, this,
        [this, key = std::pair(m_id, verdict)](qint64 entry, const QString& words) {
            m_drafts.erase(key);
            Q_EMIT noticed(
                {QStringLiteral("approve"), words, tr("Show entry"), [this, entry] { Q_EMIT entryAsked(entry); }});
            reload();
        });
    sheet->open();
}

void ReviewView::openAction(
    ActionText text, std::function<QFuture<Result<Appended>>(const QString&, const QString&)> run) // NOLINT: kept
{
    ActionSheet::Setup setup;
    setup.title = text.title;
    setup.subtitle = QString(cleanName(qs(m_promotion.modelName), 80) % QLatin1Char(' ')
        % cleanName(qs(m_promotion.versionLabel), 40) % QStringLiteral(", ") % qs(m_promotion.transitionLabel));
    setup.consequence = text.consequence;
    setup.reasonLabel = text.reasonLabel;
    setup.verb = text.verb;
    setup.icon = text.icon;
    setup.done = text.done;
    setup.destructive = text.destructive;
    setup.identity = m_identity;
    setup.guardMs = m_guardMs;
    setup.run = std::move(run);
    auto* sheet = new ActionSheet(m_service, std::move(setup), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
        Q_EMIT noticed({QStringLiteral("passed"), words, {}, {}});
        reload();
    });
    sheet->open();
}

void ReviewView::execute()
{
    const QString number = QString::number(m_promotion.number);
    openAction({tr("Execute promotion #%1?").arg(number),
                   tr("%1 %2 enters %3. The gate is judged once more by the ledger; rollback target: %4.")
                       .arg(cleanName(qs(m_promotion.modelName)), cleanName(qs(m_promotion.versionLabel)),
                           qs(m_promotion.toLabel), cleanName(qs(m_promotion.rollbackTarget))),
                   {}, tr("Execute now"), QStringLiteral("promotion"),
                   tr("Executed #%1 in entry %2.").arg(number, QStringLiteral("%1"))},
        [this](const QString&, const QString& passphrase) { return m_service.execute(m_id, passphrase); });
}

void ReviewView::revise()
{
    const QString number = QString::number(m_promotion.number);
    openAction({tr("Revise promotion #%1").arg(number),
                   tr("Your words take the place of the proposal's, and the next round begins: requests for changes "
                      "fall, and approvals that rest on the text are asked for again."),
                   tr("What is proposed now, and what changed"), tr("Sign revision"), QStringLiteral("edit"),
                   tr("Revised #%1 in entry %2.").arg(number, QStringLiteral("%1"))},
        [this](const QString& text, const QString& passphrase) { return m_service.revise(m_id, text, passphrase); });
}

void ReviewView::withdraw()
{
    const QString number = QString::number(m_promotion.number);
    openAction({tr("Withdraw promotion #%1?").arg(number),
                   tr("It ends; its approvals count for nothing any more. A new promotion can be proposed."),
                   tr("Reason"), tr("Withdraw now"), QStringLiteral("withdraw"),
                   tr("Withdrew #%1 in entry %2.").arg(number, QStringLiteral("%1"))},
        [this](
            const QString& reason, const QString& passphrase) { return m_service.withdraw(m_id, reason, passphrase); });
}

void ReviewView::withdrawDecision()
{
    if (!m_promotion.ownDecision) {
        return;
    }
    const QString number = QString::number(m_promotion.number);
    openAction(
        {tr("Withdraw your decision on promotion #%1?").arg(number),
            tr("Your approval counts no more, and your refusal stops nothing any more. Both stay in the ledger."),
            tr("Reason"), tr("Withdraw decision"), QStringLiteral("withdraw"),
            tr("Withdrew your decision on #%1 in entry %2.").arg(number, QStringLiteral("%1"))},
        [this, decision = *m_promotion.ownDecision](const QString& reason, const QString& passphrase) {
            return m_service.withdrawDecision(decision, reason, passphrase);
        });
}

void ReviewView::rollBack()
{
    const QString name =
        QString(cleanName(qs(m_promotion.modelName)) % QLatin1Char(' ') % cleanName(qs(m_promotion.versionLabel)));
    openAction({tr("Roll back %1?").arg(name),
                   tr("%1 leaves %2; %3 takes its place. No gate stops a rollback, and it leaves its own record.")
                       .arg(name, qs(m_promotion.toLabel), cleanName(qs(m_promotion.rollbackTarget))),
                   tr("Reason"), tr("Roll back now"), QStringLiteral("rollback"),
                   tr("Rolled back %1 in entry %2.").arg(name, QStringLiteral("%1")), true},
        [this](
            const QString& reason, const QString& passphrase) { return m_service.rollBack(m_id, reason, passphrase); });
}

void ReviewView::comment()
{
    openAction({tr("Comment on promotion #%1").arg(m_promotion.number),
                   tr("Your words are signed and stay in the ledger. A comment decides nothing."), tr("Comment"),
                   tr("Sign comment"), QStringLiteral("comment"), tr("Commented in entry %1.")},
        [this](const QString& text, const QString& passphrase) { return m_service.comment(m_id, text, passphrase); });
}

void ReviewView::exportRecord(const QString& format)
{
    const QString name = QStringLiteral("promotion-%1.%2").arg(QString::number(m_promotion.number), format);
    m_prompter.chooseSaveFile(this, tr("Export the promotion record"), name, {QStringLiteral("*.%1").arg(format)},
        [this, format](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            m_service.promotionRecord(m_id, format).then(qApp, guarded(this, [this, path](const Result<Bytes>& bytes) {
                if (!bytes) {
                    Q_EMIT noticed({QStringLiteral("failed"), errorWords(bytes.error()), {}, {}});
                    return;
                }
                saveFile(path, QByteArray::fromStdString(*bytes), this, [this, path](const Status& status) {
                    Q_EMIT noticed(status ? Notice{QStringLiteral("export"), tr("Saved %1.").arg(ltr(path)), {}, {}}
                                          : Notice{QStringLiteral("failed"), errorWords(status.error()), {}, {}});
                });
            }));
        });
}

void ReviewView::showMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moreMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [menu, this](const QString& text, const query::ActionState& state, void (ReviewView::*run)()) {
        QAction* action =
            menu->addAction(state.on() ? text : tr("%1 (off: %2)").arg(text, coreWords(qs(state.offReason))));
        action->setEnabled(state.on());
        connect(action, &QAction::triggered, this, run);
    };
    add(tr("Comment…"), m_promotion.comment, &ReviewView::comment);
    add(tr("Revise…"), m_promotion.revise, &ReviewView::revise);
    add(tr("Withdraw my decision…"), m_promotion.withdrawDecision, &ReviewView::withdrawDecision);
    add(tr("Withdraw…"), m_promotion.withdraw, &ReviewView::withdraw);
    add(tr("Execute…"), m_promotion.execute, &ReviewView::execute);
    add(tr("Roll back…"), m_promotion.rollback, &ReviewView::rollBack);
    if (m_promotion.breakGlass) {
        m_emergency->addTo(*menu);
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Export record as HTML…")), &QAction::triggered, this,
        [this] { exportRecord(QStringLiteral("html")); });
    connect(menu->addAction(tr("Export record as JSON…")), &QAction::triggered, this,
        [this] { exportRecord(QStringLiteral("json")); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void ReviewView::setGuardMs(int ms)
{
    m_guardMs = ms;
    m_emergency->setGuardMs(ms);
}
void ReviewView::toggleLeftOnly()
{
    m_leftOnly->toggle();
}
void ReviewView::focusGate()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}
QByteArray ReviewView::splitterState() const
{
    return m_fold->splitterState();
}
void ReviewView::restoreSplitter(const QByteArray& state)
{
    m_fold->restoreSplitter(state);
}

void ReviewView::fold()
{
    m_fold->setFolded(isNarrow(window()->width()));
    fitFacts();
}

void ReviewView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fold();
}

} // namespace cs::ui
