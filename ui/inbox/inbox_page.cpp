// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_page.h"

#include "ui/inbox/inbox_delegate.h"
#include "ui/inbox/inbox_detail.h"
#include "ui/inbox/inbox_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace cs::ui {

namespace {

InboxPart partOf(const QString& id)
{
    if (id == QLatin1String("sign")) {
        return InboxPart::ToSign;
    }
    if (id == QLatin1String("comment")) {
        return InboxPart::ToComment;
    }
    return id == QLatin1String("notices") ? InboxPart::Notices : InboxPart::All;
}

} // namespace

InboxPage::InboxPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_header(new HeaderBar(this))
    , m_segments(new Segments(this))
    , m_filter(new FilterField(this))
    , m_export(new Button(Button::Kind::Plain, {}, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_listStack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_model(new InboxModel(this))
    , m_face(new Face(this))
    , m_detail(new InboxDetail(this))
    , m_doneText(new Label({}, Type::Small, Role::Muted, this))
    , m_doneButton(new Button(Button::Kind::Link, {}, this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("inboxPage"));
    build();
    retranslate();
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connect(m_later, &QTimer::timeout, this, &InboxPage::reload);
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::identityChanged, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, this, [this](const query::HeadView& head) {
        m_workspace = cleanName(qs(head.name), 60);
        retranslate();
        m_later->start();
    });
    connect(m_header, &HeaderBar::crumbActivated, this, [this] { Q_EMIT goTo("inbox", {}); });
    connect(m_segments, &Segments::currentChanged, this, [this](const QString& id) {
        m_model->setPart(partOf(id));
        keepSelection(nullptr);
    });
    connect(m_filter, &FilterField::filterChanged, this, [this](const QString& text) {
        m_model->setText(text);
        keepSelection(nullptr);
    });
    connect(m_detail, &InboxDetail::reviewAsked, this, &InboxPage::openReview);
    connect(m_detail, &InboxDetail::entryAsked, this, &InboxPage::openEntry);
    connect(m_detail, &InboxDetail::copyAsked, this, &InboxPage::copyCurrent);
    connect(m_export, &Button::triggered, this, &InboxPage::exportList);
    connect(m_doneButton, &Button::triggered, this, [this] {
        m_model->setDoneShown(!m_model->isDoneShown());
        retranslate();
        keepSelection(nullptr);
    });
}

InboxPage::~InboxPage()
{
    // The list loses its model while the page goes; nothing is to be asked then.
    m_list->selectionModel()->disconnect(this);
}

void InboxPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(makeFilterBar());
    column->addWidget(new Line);
    m_splitter->setObjectName(QStringLiteral("inboxSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_detail->setMinimumWidth(200);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(456), scaled(640)});
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_list);
}

QWidget* InboxPage::makeFilterBar()
{
    auto* bar = new Panel(Role::Surface, this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(8);
    m_segments->setObjectName(QStringLiteral("inboxParts"));
    m_segments->addSegment(QStringLiteral("all"), {});
    m_segments->addSegment(QStringLiteral("sign"), {});
    m_segments->addSegment(QStringLiteral("comment"), {});
    m_segments->addSegment(QStringLiteral("notices"), {});
    m_filter->setObjectName(QStringLiteral("inboxFilter"));
    m_filter->setMaximumWidth(scaled(280));
    m_export->setObjectName(QStringLiteral("inboxExport"));
    m_export->setIconName(QStringLiteral("export"));
    row->addWidget(m_segments);
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    row->addWidget(m_export);
    return bar;
}

QWidget* InboxPage::makeList()
{
    m_list->setObjectName(QStringLiteral("inboxList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new InboxDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPage::showCurrent);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (m_model->isHead(index.row())) {
            m_model->toggle(index.row());
        }
    });
    connect(m_list, &QListView::doubleClicked, this, &InboxPage::openReview);

    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_face);
    column->addWidget(m_listStack, 1);
    auto* foot = new Panel(Role::Surface, side);
    foot->setTopLine(true);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 4, 12, 4);
    m_doneButton->setObjectName(QStringLiteral("showDone"));
    m_doneText->setElide(Qt::ElideRight);
    row->addWidget(m_doneText, 1);
    row->addWidget(m_doneButton);
    column->addWidget(foot);
    side->setMinimumWidth(scaled(240));
    return side;
}

void InboxPage::retranslate()
{
    m_header->setTitle(tr("Inbox"));
    m_header->setCrumbs({{QString(), m_workspace.isEmpty() ? tr("Workspace") : m_workspace}, {QString(), tr("Inbox")}});
    m_list->setAccessibleName(tr("What waits for you"));
    m_segments->setAccessibleName(tr("Part of the inbox"));
    m_filter->setPlaceholderText(tr("Filter by model or reason"));
    m_filter->setAccessibleName(tr("Filter the inbox"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Save the inbox as CSV"));
    m_doneButton->setText(m_model->isDoneShown() ? tr("Hide") : tr("Show"));
    m_doneButton->setAccessibleName(m_model->isDoneShown() ? tr("Hide what I have done") : tr("Show what I have done"));
    m_doneText->setText(tr("What I have done: %n signature(s) in 30 days", nullptr, m_signatures));
    updateCounts();
}

void InboxPage::updateCounts()
{
    //: segment of the inbox; %1 is a count
    m_segments->setText(QStringLiteral("all"), tr("All %1").arg(countText(m_model->countOf(InboxPart::All))));
    m_segments->setText(QStringLiteral("sign"), tr("To sign %1").arg(countText(m_model->countOf(InboxPart::ToSign))));
    m_segments->setText(
        QStringLiteral("comment"), tr("To comment %1").arg(countText(m_model->countOf(InboxPart::ToComment))));
    m_segments->setText(
        QStringLiteral("notices"), tr("Notices %1").arg(countText(m_model->countOf(InboxPart::Notices))));
    const int waiting = m_model->waiting();
    if (m_loaded) {
        m_header->setFacts(waiting == 0 ? tr("nothing waits for you") : tr("%n wait(s) for you", nullptr, waiting));
    }
    Q_EMIT counterChanged(waiting, waiting > 0);
}

void InboxPage::reload()
{
    const quint64 generation = ++m_generation;
    m_service.inbox().then(qApp, guarded(this, [this, generation](const Result<query::InboxView>& inbox) {
        if (generation == m_generation) {
            takeInbox(inbox);
        }
    }));
}

void InboxPage::takeInbox(const Result<query::InboxView>& inbox)
{
    m_loaded = true;
    m_lookedAt = m_clock.now();
    if (!inbox) {
        showError(*m_face, tr("The inbox could not be read"), inbox.error(), [this] { reload(); });
        m_listStack->setCurrentWidget(m_face);
        m_detail->showNothing();
        settled();
        return;
    }
    const query::InboxItem* before = current();
    const std::optional<query::InboxItem> kept = before ? std::optional(*before) : std::nullopt;
    m_signatures = static_cast<int>(inbox->signaturesLast30Days);
    m_model->setInbox(*inbox, m_lookedAt);
    retranslate();
    keepSelection(kept ? &*kept : nullptr);
}

void InboxPage::keepSelection(const query::InboxItem* before)
{
    updateFace();
    int row = before ? m_model->rowOf(*before) : -1;
    if (m_wantedEntry >= 0) {
        row = m_model->rowOfEntry(std::exchange(m_wantedEntry, -1));
    }
    if (row < 0) {
        row = m_model->firstItemRow();
    }
    m_list->setCurrentIndex(m_model->index(row));
    showCurrent();
}

void InboxPage::updateFace()
{
    if (m_model->firstItemRow() >= 0 || m_model->rowCount() > 0) {
        m_listStack->setCurrentWidget(m_list);
        return;
    }
    m_face->clearSteps();
    const bool filtered = !m_filter->text().isEmpty() || m_segments->current() != QLatin1String("all");
    if (filtered) {
        m_face->setFace(QStringLiteral("filter"), Role::Muted, tr("Nothing matches the filter"),
            tr("Other items are in the inbox."));
        Button* all = m_face->addStep(Button::Kind::Outlined, tr("Remove the filter"));
        all->setObjectName(QStringLiteral("removeFilter"));
        connect(all, &Button::triggered, this, [this] {
            m_filter->clear();
            m_model->setText({});
            m_segments->setCurrent(QStringLiteral("all"));
            m_model->setPart(InboxPart::All);
            keepSelection(nullptr);
        });
    } else {
        m_face->setFace(QStringLiteral("inbox"), Role::Muted, tr("Nothing waits for you"),
            tr("New promotions that need your signature appear here. Last looked at %1 UTC.")
                .arg(utcClock(m_lookedAt)));
        Button* done = m_face->addStep(Button::Kind::Outlined, tr("Show what I have done"));
        done->setObjectName(QStringLiteral("faceShowDone"));
        connect(done, &Button::triggered, m_doneButton, &Button::click);
    }
    m_listStack->setCurrentWidget(m_face);
}

const query::InboxItem* InboxPage::current() const
{
    return m_model->item(m_list->currentIndex().row());
}

void InboxPage::showCurrent()
{
    const quint64 generation = ++m_detailGeneration;
    const query::InboxItem* item = current();
    Q_EMIT commandState("inbox.openReview",
        item && (item->promotion || item->kind == query::InboxItem::Kind::Policy)
            ? QString()
            : tr("The current item is not about a promotion."));
    if (!item) {
        m_detail->showNothing();
        settled();
        return;
    }
    if (!item->promotion) {
        m_detail->showItem(*item, m_clock.now());
        settled();
        return;
    }
    if (m_detail->isFaceShown()) {
        m_detail->face()->showLoading(); // what is selected is on its way: not "nothing is selected"
    }
    m_service.promotion(*item->promotion)
        .then(qApp, guarded(this, [this, generation, asked = *item](const Result<query::PromotionView>& promotion) {
            if (generation == m_detailGeneration) {
                takePromotion(asked, promotion);
            }
        }));
}

void InboxPage::takePromotion(const query::InboxItem& item, const Result<query::PromotionView>& promotion)
{
    if (promotion) {
        m_detail->showPromotion(item, *promotion, m_clock.now());
    } else {
        showError(
            *m_detail->face(), tr("The promotion could not be read"), promotion.error(), [this] { showCurrent(); });
        m_detail->showFace();
    }
    settled();
}

void InboxPage::settled()
{
    Q_EMIT loaded();
}

void InboxPage::openReview()
{
    const query::InboxItem* item = current();
    if (item && item->promotion) {
        Q_EMIT goTo("promotions", qs(item->promotion->text()));
    } else if (item && item->kind == query::InboxItem::Kind::Policy) {
        Q_EMIT goTo("policy", QStringLiteral("case:%1").arg(item->entry));
    } else if (item) {
        openEntry();
    }
}

void InboxPage::openEntry()
{
    if (const query::InboxItem* item = current()) {
        Q_EMIT goTo("ledger", QString::number(item->entry));
    }
}

void InboxPage::copyCurrent()
{
    if (const query::InboxItem* item = current()) {
        const QString text = cleanName(qs(item->title)) + QLatin1Char('\t') + cleanName(qs(item->why))
            + QLatin1Char('\t') + withoutIsolates(utcExact(item->due ? *item->due : item->since));
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT noticed({QStringLiteral("copy"), tr("Copied the item."), {}, {}});
    }
}

void InboxPage::exportList()
{
    QString csv = csvLine({tr("Item"), tr("Why"), tr("Since (UTC)"), tr("Due (UTC)"), tr("Entry")});
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const query::InboxItem* item = m_model->item(row)) {
            csv += csvLine({qs(item->title), qs(item->why), qs(item->since.text()),
                item->due ? qs(item->due->text()) : QString(), QString::number(item->entry)});
        }
    }
    m_prompter.chooseSaveFile(this, tr("Export the inbox"), QStringLiteral("inbox.csv"), {tr("CSV file (*.csv)")},
        [this, csv](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            saveFile(path, csv.toUtf8(), this, [this, path](const Status& status) {
                Q_EMIT noticed(status ? Notice{QStringLiteral("export"), tr("Saved %1.").arg(ltr(path)), {}, {}}
                                      : Notice{QStringLiteral("failed"), errorWords(status.error()), {}, {}});
            });
        });
}

std::vector<Command> InboxPage::commands()
{
    return {
        {"inbox.openReview", tr("Open review"), tr("Opens the promotion that the current item is about."),
            QStringLiteral("arrow-next"), {QKeySequence(Qt::CTRL | Qt::Key_Return)}, MenuPlace::Promotion,
            [this] { openReview(); }},
        {"inbox.showEntry", tr("Show entry in the ledger"), tr("Shows the entry that caused the current item."),
            QStringLiteral("ledger"), {}, MenuPlace::Go, [this] { openEntry(); }},
        {"inbox.showDone", tr("Show what I have done"), tr("Shows or hides your own latest signatures."),
            QStringLiteral("history"), {}, MenuPlace::View, [this] { m_doneButton->click(); }},
        {"inbox.filter", tr("Filter the inbox"), tr("Moves to the filter field."), QStringLiteral("filter"),
            {QKeySequence(QKeySequence::Find)}, MenuPlace::Edit,
            [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }},
        {"inbox.export", tr("Export the inbox…"), tr("Saves the inbox as CSV."), QStringLiteral("export"), {},
            MenuPlace::File, [this] { exportList(); }},
    };
}

void InboxPage::open(const QString& target)
{
    bool isEntry = false;
    const qint64 entry = target.toLongLong(&isEntry);
    m_wantedEntry = isEntry ? entry : -1;
    reload();
    m_list->setFocus(Qt::OtherFocusReason);
}

std::vector<Destination> InboxPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (int row = 0; row < m_model->rowCount() && found.size() < 20; ++row) {
        const query::InboxItem* item = m_model->item(row);
        if (item && item->promotion && qs(item->title).contains(typed, Qt::CaseInsensitive)) {
            found.push_back({QStringLiteral("promotion"), cleanName(qs(item->title)), cleanName(qs(item->why)),
                "promotions", qs(item->promotion->text())});
        }
    }
    return found;
}

QByteArray InboxPage::saveState() const
{
    return m_splitter->saveState();
}
void InboxPage::restoreState(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

void InboxPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateFace();
        showCurrent();
    }
    Page::changeEvent(event);
}

bool InboxPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress) {
        return Page::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        if (m_model->isHead(row)) {
            m_model->toggle(row);
            m_list->setCurrentIndex(m_model->index(row));
        } else {
            openReview();
        }
        return true;
    }
    if (key->matches(QKeySequence::Copy)) {
        copyCurrent();
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace cs::ui
