// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/promotions_page.h"

#include "ui/promotion/decision_panel.h"
#include "ui/promotion/emergency.h"
#include "ui/promotion/evidence_pane.h"
#include "ui/promotion/promotion_source.h"
#include "ui/promotion/review_view.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIODevice>
#include <QStackedWidget>
#include <QTimer>

namespace cs::ui {

PromotionsPage::PromotionsPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_source(new PromotionSource(service, clock, this))
    , m_model(new PagedModel(PromotionSource::columns(), *m_source, this))
    , m_stack(new QStackedWidget(this))
    , m_header(new HeaderBar(this))
    , m_segments(new Segments(this))
    , m_filter(new FilterField(this))
    , m_copy(new Button(Button::Kind::Plain, {}, this))
    , m_table(new TableView(this))
    , m_face(new Face(this))
    , m_listStack(new QStackedWidget(this))
    , m_review(new ReviewView(service, clock, prompter, this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("promotionsPage"));
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_review);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    retranslate();
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connect(m_later, &QTimer::timeout, m_model, &PagedModel::refresh);
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::identityChanged, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, this, [this](const query::HeadView& head) {
        m_workspace = cleanName(qs(head.name), 60);
        retranslate();
        m_stack->setCurrentIndex(0); // the review is of another workspace
        m_later->start();
        updateCommands();
    });
    connect(m_segments, &Segments::currentChanged, this, [this](const QString& id) {
        m_source->setOpenOnly(id == QLatin1String("open"));
        m_model->refresh();
    });
    connect(m_filter, &FilterField::filterChanged, this, &PromotionsPage::query);
    connect(m_table, &TableView::opened, this, [this](qint64 id) { open(qs(PromotionId(id).text())); });
    connect(m_copy, &Button::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_table->copyText());
        Q_EMIT noticed({QStringLiteral("copy"), tr("Copied the selected rows."), {}, {}});
    });
    connect(
        m_source, &PromotionSource::counted, this, [this](int openCount) { Q_EMIT counterChanged(openCount, false); });
    connect(m_model, &PagedModel::ready, this, &PromotionsPage::updateFace);
    connect(m_model, &PagedModel::failed, this, [this](const Error& error) {
        showError(*m_face, tr("The promotions could not be read"), error, [this] { m_model->refresh(); });
        m_listStack->setCurrentWidget(m_face);
        Q_EMIT loaded();
    });
    connectReview();
}

void PromotionsPage::connectReview()
{
    connect(m_review, &ReviewView::backAsked, this, &PromotionsPage::showList);
    connect(m_review, &ReviewView::entryAsked, this,
        [this](qint64 entry) { Q_EMIT goTo("ledger", QString::number(entry)); });
    connect(m_review, &ReviewView::noticed, this, &Page::noticed);
    connect(m_review, &ReviewView::loaded, this, &PromotionsPage::loaded);
    connect(m_review, &ReviewView::actionStates, this, &PromotionsPage::updateCommands);
}

/// In another language the review is built anew and takes over what was typed, opened and chosen.
void PromotionsPage::renewReview()
{
    ReviewView* before = m_review;
    const bool shown = inReview();
    m_review = new ReviewView(m_service, m_clock, m_prompter, this);
    m_stack->addWidget(m_review);
    connectReview();
    m_review->takeOver(*before);
    if (shown) {
        m_stack->setCurrentWidget(m_review);
    }
    m_stack->removeWidget(before);
    before->deleteLater();
}

QWidget* PromotionsPage::makeList()
{
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto* bar = new Panel(Role::Surface, list);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(8);
    m_segments->setObjectName(QStringLiteral("promotionParts"));
    m_segments->addSegment(QStringLiteral("open"), {});
    m_segments->addSegment(QStringLiteral("all"), {});
    m_filter->setObjectName(QStringLiteral("promotionFilter"));
    m_filter->setMaximumWidth(scaled(360));
    m_copy->setObjectName(QStringLiteral("promotionCopy"));
    m_copy->setIconName(QStringLiteral("copy"));
    row->addWidget(m_segments);
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    row->addWidget(m_copy);
    column->addWidget(bar);
    column->addWidget(new Line);
    m_table->setObjectName(QStringLiteral("promotionTable"));
    m_table->setPagedModel(m_model);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_face);
    column->addWidget(m_listStack, 1);
    return list;
}

void PromotionsPage::retranslate()
{
    m_header->setTitle(tr("Promotions"));
    m_header->setCrumbs(
        {{QString(), m_workspace.isEmpty() ? tr("Workspace") : m_workspace}, {QString(), tr("Promotions")}});
    m_segments->setText(QStringLiteral("open"), tr("Open"));
    m_segments->setText(QStringLiteral("all"), tr("All"));
    m_segments->setAccessibleName(tr("Which promotions"));
    m_filter->setPlaceholderText(tr("Filter by version, stage or person"));
    m_filter->setAccessibleName(tr("Filter the promotions"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected rows (Ctrl+C)"));
    m_table->setAccessibleName(tr("Promotions"));
    m_model->setColumns(PromotionSource::columns());
}

void PromotionsPage::query()
{
    RowQuery query = m_model->query();
    query.filter = m_filter->text();
    if (query.sortColumn.isEmpty()) {
        query.sortColumn = "number";
    }
    m_model->setQuery(query);
}

void PromotionsPage::updateFace(qint64 rows)
{
    m_header->setFacts(m_segments->current() == QLatin1String("open")
            ? tr("%n open", nullptr, static_cast<int>(rows))
            : tr("%n in all", nullptr, static_cast<int>(rows)));
    if (rows > 0) {
        m_listStack->setCurrentWidget(m_table);
        if (m_table->currentId() < 0) {
            m_table->selectId(m_model->idForRow(0));
        }
    } else if (!m_filter->text().isEmpty()) {
        m_face->clearSteps();
        m_face->setFace(QStringLiteral("filter"), Role::Muted, tr("No promotion matches the filter"),
            tr("Take the filter away to see them."));
        Button* all = m_face->addStep(Button::Kind::Outlined, tr("Remove the filter"));
        all->setObjectName(QStringLiteral("removeFilter"));
        connect(all, &Button::triggered, this, [this] {
            m_filter->clear();
            query();
        });
        m_listStack->setCurrentWidget(m_face);
    } else {
        m_face->clearSteps();
        m_face->setFace(QStringLiteral("promotion"), Role::Muted, tr("No promotion is open"),
            tr("A pipeline proposes one, or a person does: select a version in the flow and press P."));
        Button* all = m_face->addStep(Button::Kind::Outlined, tr("Show all"));
        all->setObjectName(QStringLiteral("showAll"));
        connect(all, &Button::triggered, this, [this] {
            m_segments->setCurrent(QStringLiteral("all"));
            m_source->setOpenOnly(false);
            m_model->refresh();
        });
        m_listStack->setCurrentWidget(m_face);
    }
    if (!m_wantedNumber.isEmpty()) {
        const QString wanted = std::exchange(m_wantedNumber, {});
        openNumber(wanted);
        return;
    }
    if (!inReview()) {
        Q_EMIT loaded();
    }
}

bool PromotionsPage::inReview() const
{
    return m_stack->currentWidget() == m_review;
}

void PromotionsPage::showList()
{
    m_stack->setCurrentIndex(0);
    Q_EMIT visited(QStringLiteral("list"));
    m_table->setFocus(Qt::OtherFocusReason);
    query();
    m_model->refresh();
    updateCommands();
}

void PromotionsPage::openNumber(const QString& text)
{
    for (const views::PromotionRow& row : m_source->rows()) {
        if (QString::number(row.number) == text) {
            open(qs(row.id.text()));
            return;
        }
    }
    Q_EMIT noticed({QStringLiteral("info"), tr("There is no promotion #%1 in this workspace.").arg(text), {}, {}});
    Q_EMIT loaded();
}

void PromotionsPage::open(const QString& target)
{
    if (target.isEmpty()) {
        if (inReview() && m_review->promotionId().isValid()) {
            m_review->showPromotion(m_review->promotionId());
            Q_EMIT visited(qs(m_review->promotionId().text()));
        } else {
            showList();
        }
        return;
    }
    if (target == QLatin1String("list")) {
        showList();
        return;
    }
    const Result<PromotionId> id = PromotionId::fromText(utf8(target));
    if (id) {
        m_stack->setCurrentWidget(m_review);
        m_review->showPromotion(*id);
        m_review->focusGate();
        updateCommands();
        Q_EMIT visited(target);
        return;
    }
    m_wantedNumber = target.startsWith(QLatin1Char('#')) ? target.mid(1) : target;
    m_source->setOpenOnly(false);
    m_segments->setCurrent(QStringLiteral("all"));
    showList();
}

std::function<void()> PromotionsPage::inReviewOnly(void (ReviewView::*run)())
{
    return [this, run] {
        if (inReview()) {
            (m_review->*run)();
        }
    };
}

std::vector<Command> PromotionsPage::commands()
{
    const auto decide = [this](commands::Verdict verdict) {
        return [this, verdict] {
            if (inReview()) {
                m_review->openSignOff(verdict);
            } else if (m_table->currentId() >= 0) {
                open(qs(PromotionId(m_table->currentId()).text()));
            }
        };
    };
    std::vector<Command> all{
        {"promotion.approve", tr("Approve…"), tr("Opens the sign-off page; nothing is signed before its button."),
            QStringLiteral("approve"), {QKeySequence(Qt::CTRL | Qt::Key_Return)}, MenuPlace::Promotion,
            decide(commands::Verdict::Approve)},
        {"promotion.requestChanges", tr("Request changes…"), tr("Stops this round until the proposer revises it."),
            QStringLiteral("request-changes"), {}, MenuPlace::Promotion, decide(commands::Verdict::RequestChanges)},
        {"promotion.reject", tr("Reject…"), tr("Stops the promotion until the rejection is withdrawn."),
            QStringLiteral("reject"), {}, MenuPlace::Promotion, decide(commands::Verdict::Reject)},
        {"promotion.comment", tr("Comment…"), tr("Signs a comment that decides nothing."), QStringLiteral("comment"),
            {}, MenuPlace::Promotion, inReviewOnly(&ReviewView::comment)},
        {"promotion.execute", tr("Execute…"), tr("Moves the version to its next stage."), QStringLiteral("promotion"),
            {}, MenuPlace::Promotion, inReviewOnly(&ReviewView::execute)},
        {"promotion.revise", tr("Revise…"), tr("Answers requests for changes with a new text."), QStringLiteral("edit"),
            {}, MenuPlace::Promotion, inReviewOnly(&ReviewView::revise)},
        {"promotion.withdrawDecision", tr("Withdraw my decision…"),
            tr("Takes back your own approval, rejection or request for changes."), QStringLiteral("withdraw"), {},
            MenuPlace::Promotion, inReviewOnly(&ReviewView::withdrawDecision)},
        {"promotion.withdraw", tr("Withdraw…"), tr("Ends the promotion without a decision."),
            QStringLiteral("withdraw"), {}, MenuPlace::Promotion, inReviewOnly(&ReviewView::withdraw)},
        {"promotion.rollBack", tr("Roll back…"), tr("Returns to the version before."), QStringLiteral("rollback"), {},
            MenuPlace::Promotion, inReviewOnly(&ReviewView::rollBack)},
    };
    for (auto& more : {emergencyCommands(), viewCommands()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

std::vector<Command> PromotionsPage::emergencyCommands()
{
    return {
        {"promotion.authoriseBreakGlass", tr("Authorise break-glass…"),
            tr("Signs that an emergency may override the open conditions of the gate."), QStringLiteral("overridden"),
            {}, MenuPlace::Promotion, [this] { m_review->emergency()->authorise(); }},
        {"promotion.executeBreakGlass", tr("Execute by break-glass…"),
            tr("Moves the version by an authorised emergency."), QStringLiteral("overridden"), {}, MenuPlace::Promotion,
            [this] { m_review->emergency()->execute(); }},
        {"promotion.reviewBreakGlass", tr("Review break-glass…"),
            tr("Signs the review that an executed emergency owes."), QStringLiteral("overridden"), {},
            MenuPlace::Promotion, [this] { m_review->emergency()->review(); }},
    };
}

std::vector<Command> PromotionsPage::viewCommands()
{
    return {
        {"promotion.leftOnly", tr("Show only what is left"), tr("Hides the satisfied conditions of the gate."),
            QStringLiteral("filter"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, MenuPlace::View,
            inReviewOnly(&ReviewView::toggleLeftOnly)},
        {"promotion.askedEvidence", tr("Open evidence that is asked for"),
            tr("Shows the next piece that your signature asks you to have opened."), QStringLiteral("viewed"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, MenuPlace::View,
            [this] {
                for (const query::EvidenceView& evidence : evidenceToOpen(m_review->promotion())) {
                    if (!m_review->evidence()->viewed().contains(evidence.digest)) {
                        m_review->evidence()->showEvidence(evidence.digest);
                        return;
                    }
                }
                Q_EMIT noticed({QStringLiteral("viewed"), tr("All that is asked for has been opened."), {}, {}});
            }},
        {"promotion.nextEvidence", tr("Next evidence"), tr("Shows the next piece of evidence."),
            QStringLiteral("evidence"), {QKeySequence(Qt::ALT | Qt::Key_Down)}, MenuPlace::View,
            [this] { m_review->evidence()->step(1); }},
        {"promotion.previousEvidence", tr("Previous evidence"), tr("Shows the piece of evidence before."),
            QStringLiteral("evidence"), {QKeySequence(Qt::ALT | Qt::Key_Up)}, MenuPlace::View,
            [this] { m_review->evidence()->step(-1); }},
        {"promotion.exportHtml", tr("Export record as HTML…"), tr("Saves the promotion record, one file."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { m_review->exportRecord(QStringLiteral("html")); }},
        {"promotion.exportJson", tr("Export record as JSON…"), tr("Saves the promotion record for machines."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { m_review->exportRecord(QStringLiteral("json")); }},
        {"promotion.list", tr("All promotions"), tr("Goes back to the list."), QStringLiteral("promotion"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, MenuPlace::Go, [this] { showList(); }},
    };
}

void PromotionsPage::updateCommands()
{
    const QString none = inReview() ? QString() : tr("Open a promotion first.");
    const query::PromotionView& p = m_review->promotion();
    const QString ended = p.status == "open" ? QString() : tr("The promotion has ended.");
    const auto tell = [&](const char* id, const query::ActionState& state, bool whileOpen) {
        const QString why = !none.isEmpty() ? none
            : whileOpen && !ended.isEmpty() ? ended
                                            : coreWords(qs(state.offReason));
        Q_EMIT commandState(id, why);
    };
    tell("promotion.approve", p.approve, true);
    tell("promotion.requestChanges", p.requestChanges, true);
    tell("promotion.reject", p.reject, true);
    tell("promotion.comment", p.comment, false);
    tell("promotion.execute", p.execute, true);
    tell("promotion.revise", p.revise, true);
    tell("promotion.withdrawDecision", p.withdrawDecision, true);
    tell("promotion.withdraw", p.withdraw, true);
    tell("promotion.rollBack", p.rollback, false);
    const Emergency& emergency = *m_review->emergency();
    Q_EMIT commandState("promotion.authoriseBreakGlass", none.isEmpty() ? emergency.authoriseOff() : none);
    Q_EMIT commandState("promotion.executeBreakGlass", none.isEmpty() ? emergency.executeOff() : none);
    Q_EMIT commandState("promotion.reviewBreakGlass", none.isEmpty() ? emergency.reviewOff() : none);
    for (const char* id : {"promotion.leftOnly", "promotion.askedEvidence", "promotion.nextEvidence",
             "promotion.previousEvidence", "promotion.exportHtml", "promotion.exportJson"}) {
        Q_EMIT commandState(id, none);
    }
}

std::vector<Destination> PromotionsPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (const views::PromotionRow& row : m_source->rows()) {
        const QString text = QStringLiteral("#%1 %2").arg(QString::number(row.number), cleanName(qs(row.title), 80));
        if (found.size() < 20 && text.contains(typed, Qt::CaseInsensitive)) {
            found.push_back({QStringLiteral("promotion"), text, cleanName(qs(row.transitionLabel), 80), "promotions",
                qs(row.id.text())});
        }
    }
    return found;
}

QByteArray PromotionsPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << qint32(1) << m_table->saveColumns() << m_review->splitterState() << qint32(m_review->signOffCount());
    return state;
}

void PromotionsPage::restoreState(const QByteArray& state)
{
    QDataStream stream(state);
    qint32 version = 0;
    QByteArray columns;
    QByteArray splitter;
    qint32 signOffs = 0;
    stream >> version >> columns >> splitter >> signOffs;
    if (version == 1 && stream.status() == QDataStream::Ok) {
        m_table->restoreColumns(columns);
        m_review->restoreSplitter(splitter);
        m_review->setSignOffCount(signOffs);
    }
}

void PromotionsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        renewReview();
    }
    Page::changeEvent(event);
}

} // namespace cs::ui
