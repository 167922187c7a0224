// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_page.h"

#include "ui/ledger/entries_csv.h"
#include "ui/ledger/entry_pane.h"
#include "ui/ledger/ledger_source.h"
#include "ui/ledger/verify_banner.h"
#include "ui/ledger/verify_result.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPromise>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace cs::ui {

namespace {

QFuture<Result<Bytes>> readyBytes(const QByteArray& bytes)
{
    QPromise<Result<Bytes>> promise;
    promise.start();
    promise.addResult(Result<Bytes>(bytes.toStdString()));
    promise.finish();
    return promise.future();
}

} // namespace

LedgerPage::LedgerPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_prompter(prompter)
    , m_source(new LedgerSource(service, clock, this))
    , m_model(new PagedModel(LedgerSource::columns(), *m_source, this))
    , m_header(new HeaderBar(this))
    , m_filter(new FilterField(this))
    , m_checkpoint(new Button(Button::Kind::Primary, {}, this))
    , m_result(new Button(Button::Kind::Outlined, {}, this))
    , m_export(new Button(Button::Kind::Plain, {}, this))
    , m_verify(new VerifyBanner(service, clock, this))
    , m_table(new TableView(this))
    , m_face(new Face(this))
    , m_listStack(new QStackedWidget(this))
    , m_pane(new EntryPane(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("ledgerPage"));
    build();
    retranslate();
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connect(m_later, &QTimer::timeout, this, [this] {
        readHead();
        m_model->refresh();
    });
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, m_later, qOverload<>(&QTimer::start));
    connect(m_filter, &FilterField::filterChanged, this, &LedgerPage::query);
    connect(m_model, &PagedModel::ready, this, &LedgerPage::onReady);
    connect(m_model, &PagedModel::dataChanged, this, &LedgerPage::settle);
    connect(m_model, &PagedModel::failed, this, [this](const Error& error) {
        if (error.failure() == Failure::Usage) {
            m_filter->setFault(errorWords(error)); // the old rows stay
        } else {
            showError(*m_face, tr("The entries could not be read"), error, [this] { m_model->refresh(); });
            m_listStack->setCurrentWidget(m_face);
        }
        Q_EMIT loaded();
    });
    connect(m_table, &TableView::currentIdChanged, this, &LedgerPage::showEntry);
    connect(m_table, &TableView::copied, this,
        [this](int rows) { notice("copy", tr("Copied %n row(s).", nullptr, rows)); });
    connect(m_verify, &VerifyBanner::reportChanged, this, [this] {
        updateCommands();
        if (m_pane->entry() >= 0) {
            m_pane->setVerified(m_verify->report());
        }
    });
    connect(m_verify, &VerifyBanner::entryAsked, this, [this](qint64 entry) { open(QString::number(entry)); });
    connect(m_pane, &EntryPane::exportProofAsked, this, &LedgerPage::exportProof);
    connect(m_pane, &EntryPane::copied, this, [this](const QString& what) { notice("copy", what); });
    connect(m_checkpoint, &Button::triggered, this, &LedgerPage::exportCheckpoint);
    connect(m_result, &Button::triggered, this, &LedgerPage::saveResult);
    connect(m_export, &Button::triggered, this, &LedgerPage::exportList);
}

LedgerPage::~LedgerPage()
{
    // The table loses its model while the page goes; nothing is to be asked then.
    m_table->disconnect(this);
    m_model->disconnect(this);
}

void LedgerPage::build()
{
    m_checkpoint->setObjectName(QStringLiteral("exportCheckpoint"));
    m_checkpoint->setIconName(QStringLiteral("export"));
    m_result->setObjectName(QStringLiteral("saveResult"));
    m_result->setIconName(QStringLiteral("verify"));
    m_header->addAction(m_result);
    m_header->addAction(m_checkpoint);
    auto* bar = new Panel(Role::Surface, this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(8);
    m_filter->setObjectName(QStringLiteral("ledgerFilter"));
    m_filter->setMaximumWidth(scaled(460));
    m_export->setObjectName(QStringLiteral("ledgerExport"));
    m_export->setIconName(QStringLiteral("export"));
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    row->addWidget(m_export);

    auto* list = new QWidget(this);
    auto* side = new QVBoxLayout(list);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_verify);
    m_table->setObjectName(QStringLiteral("ledgerTable"));
    m_table->setPagedModel(m_model);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_face);
    side->addWidget(m_listStack, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({scaled(720), scaled(376)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(bar);
    column->addWidget(new Line);
    column->addWidget(m_splitter, 1);
}

void LedgerPage::showHead()
{
    m_header->setTitle(tr("Ledger"));
    m_header->setCrumbs(
        {{QString(), m_workspace.isEmpty() ? tr("Workspace") : m_workspace}, {QString(), tr("Ledger")}});
    m_header->setFacts(m_size > 0 ? tr("%1 entries").arg(countText(m_size)) : QString());
}

void LedgerPage::retranslate()
{
    showHead();
    m_checkpoint->setText(tr("Export checkpoint…"));
    m_result->setText(tr("Save result…"));
    m_result->setToolTip(tr("Saves the last verification as one page to print (HTML or PDF)"));
    updateCommands();
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Save the entries of the list as CSV"));
    m_filter->setPlaceholderText(tr("Filter entries, for example type:promotion.approved"));
    m_filter->setAccessibleName(tr("Filter the entries"));
    m_table->setAccessibleName(tr("Entries of the ledger"));
    m_model->setColumns(LedgerSource::columns());
}

void LedgerPage::updateCommands()
{
    const QString unverified = m_verify->report() ? QString() : tr("Verify the ledger first.");
    m_result->setOffReason(unverified);
    Q_EMIT commandState("ledger.saveResult", unverified);
    Q_EMIT commandState("ledger.print", unverified);
    Q_EMIT commandState("ledger.proof", m_pane->entry() < 0 ? tr("No entry is chosen.") : QString());
}

void LedgerPage::readHead()
{
    m_service.head().then(qApp, guarded(this, [this](const Result<query::HeadView>& head) {
        if (head) {
            m_workspace = cleanName(qs(head->name), 60);
            m_size = head->size;
            showHead();
        }
    }));
}

void LedgerPage::query()
{
    RowQuery query = m_model->query();
    query.filter = m_filter->text();
    if (query.sortColumn.isEmpty()) {
        query.sortColumn = "entry";
    }
    m_filter->setFault({});
    m_model->setQuery(query);
}

void LedgerPage::onReady(qint64 rows)
{
    const bool filtered = !m_filter->text().isEmpty();
    m_filter->setResultText(filtered ? tr("%1 of %2").arg(countText(rows), countText(m_size)) : QString());
    if (rows > 0) {
        m_listStack->setCurrentWidget(m_table);
        const qint64 wanted = std::exchange(m_wanted, -1);
        if (wanted >= 0 && !m_table->selectId(wanted)) {
            notice("info", tr("Entry %1 is not in this ledger.").arg(countText(wanted)));
        }
        if (m_table->currentId() < 0) {
            m_table->selectId(m_model->idForRow(0));
        }
        settle();
        return;
    }
    m_face->clearSteps();
    m_face->setFace(QStringLiteral("filter"), Role::Muted, tr("No entry matches the filter"),
        tr("Words, type:, by:, about: and entry: narrow the list."));
    Button* all = m_face->addStep(Button::Kind::Outlined, tr("Remove the filter"));
    all->setObjectName(QStringLiteral("removeFilter"));
    connect(all, &Button::triggered, this, [this] {
        m_filter->clear();
        query();
    });
    m_listStack->setCurrentWidget(m_face);
    Q_EMIT loaded();
}

/// Loaded is a list whose rows are there, with the current one beside it.
void LedgerPage::settle()
{
    const qint64 current = m_table->currentId();
    const int row = m_model->rowForId(current);
    if (row < 0 || current != m_pane->entry()) {
        return;
    }
    if (m_model->cachedRow(row) == nullptr) {
        m_model->index(row, 0).data(); // asks for its page; dataChanged() comes with it
        return;
    }
    Q_EMIT loaded();
}

void LedgerPage::showEntry(qint64 entry)
{
    const quint64 generation = ++m_generation;
    if (entry < 0) {
        return;
    }
    m_service.entryDetail(entry).then(
        qApp, guarded(this, [this, generation, entry](const Result<query::EntryDetail>& detail) {
            if (generation == m_generation) {
                takeDetail(entry, detail);
            }
        }));
}

void LedgerPage::takeDetail(qint64 entry, const Result<query::EntryDetail>& detail)
{
    if (detail) {
        m_pane->setEntry(*detail, m_verify->report());
        updateCommands();
        settle();
        return;
    }
    showError(*m_pane->face(), tr("Entry %1 could not be read").arg(countText(entry)), detail.error(),
        [this, entry] { showEntry(entry); });
    m_pane->showFace();
    Q_EMIT loaded();
}

void LedgerPage::notice(const char* icon, const QString& text)
{
    Q_EMIT noticed({QString::fromLatin1(icon), text, {}, {}});
}

void LedgerPage::save(const QString& title, const QString& name, const QStringList& filters,
    std::function<QFuture<Result<Bytes>>(const QString& path)> make)
{
    m_prompter.chooseSaveFile(this, title, name, filters, [this, make](const QString& path) {
        if (path.isEmpty()) {
            return;
        }
        make(path).then(qApp, guarded(this, [this, path](const Result<Bytes>& bytes) {
            if (!bytes) {
                notice("failed", errorWords(bytes.error()));
                return;
            }
            saveFile(path, QByteArray::fromStdString(*bytes), this, [this, path](const Status& status) {
                status ? notice("export", tr("Saved %1.").arg(ltr(path)))
                       : notice("failed", errorWords(status.error()));
            });
        }));
    });
}

void LedgerPage::exportCheckpoint()
{
    save(tr("Export the checkpoint"), QStringLiteral("checkpoint-%1.txt").arg(m_size), {tr("Signed note (*.txt)")},
        [this](const QString&) { return m_service.checkpoint(); });
}

void LedgerPage::exportProof()
{
    const qint64 entry = m_pane->entry();
    save(tr("Export the proof of entry %1").arg(countText(entry)), QStringLiteral("entry-%1.proof.json").arg(entry),
        {tr("Proof (*.json)")}, [this, entry](const QString&) { return m_service.proofFile(entry); });
}

void LedgerPage::saveResult()
{
    if (!m_verify->report()) {
        return;
    }
    const query::VerifyReport report = *m_verify->report();
    save(tr("Save the verification result"), QStringLiteral("verification-%1.pdf").arg(report.entries),
        {tr("PDF (*.pdf)"), tr("HTML (*.html)")}, [report](const QString& path) {
            const bool html = path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
            return readyBytes(html ? verifyResultHtml(report).toUtf8() : verifyResultPdf(report));
        });
}

void LedgerPage::printResult()
{
    if (m_verify->report()) {
        Q_EMIT printAsked(tr("Verification result"), verifyResultHtml(*m_verify->report()));
    } else {
        notice("info", tr("Verify the ledger first."));
    }
}

void LedgerPage::exportList()
{
    save(tr("Export the entries"), QStringLiteral("ledger.csv"), {tr("CSV file (*.csv)")}, [this](const QString&) {
        return entriesCsv(m_service, std::vector<EntryIndex>(m_model->ids().begin(), m_model->ids().end()));
    });
}

std::vector<Command> LedgerPage::commands()
{
    return {
        {"ledger.verify", tr("Verify the ledger"), tr("Replays every entry from the first with public keys only."),
            QStringLiteral("verify"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}, MenuPlace::Ledger,
            [this] { m_verify->start(); }},
        {"ledger.cancelVerify", tr("Cancel the verification"), tr("Stops it; nothing is changed."),
            QStringLiteral("stop"), {}, MenuPlace::Ledger, [this] { m_verify->cancel(); }},
        {"ledger.filter", tr("Filter entries"), tr("Moves to the filter field."), QStringLiteral("filter"),
            {QKeySequence(QKeySequence::Find), QKeySequence(Qt::CTRL | Qt::Key_L)}, MenuPlace::Edit,
            [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }},
        {"ledger.checkpoint", tr("Export checkpoint…"), tr("Saves the tree head as a signed note."),
            QStringLiteral("export"), {}, MenuPlace::Ledger, [this] { exportCheckpoint(); }},
        {"ledger.proof", tr("Export proof of the entry…"), tr("Saves the inclusion proof of the current entry."),
            QStringLiteral("proof"), {}, MenuPlace::Ledger, [this] { exportProof(); }},
        {"ledger.saveResult", tr("Save verification result…"), tr("One page, as PDF or HTML."),
            QStringLiteral("reports"), {}, MenuPlace::File, [this] { saveResult(); }},
        {"ledger.print", tr("Print verification result…"), tr("Prints the last verification, one page."),
            QStringLiteral("print"), {QKeySequence(QKeySequence::Print)}, MenuPlace::File, [this] { printResult(); }},
        {"ledger.export", tr("Export entries…"), tr("Saves the entries of the list as CSV."), QStringLiteral("export"),
            {}, MenuPlace::File, [this] { exportList(); }},
    };
}

void LedgerPage::open(const QString& target)
{
    bool isNumber = false;
    const qint64 entry = target.toLongLong(&isNumber);
    if (isNumber) {
        m_wanted = entry;
        m_filter->clear();
    }
    readHead();
    updateCommands();
    if (m_model->query().sortColumn.isEmpty() || isNumber) {
        query();
    }
    m_model->refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

std::vector<Destination> LedgerPage::destinations(const QString& typed) const
{
    bool isNumber = false;
    const qint64 entry = QString(typed).remove(QLatin1Char(',')).toLongLong(&isNumber);
    if (!isNumber || entry < 0 || entry >= m_size) {
        return {};
    }
    return {{QStringLiteral("ledger"), tr("Entry %1").arg(countText(entry)), tr("ledger"), "ledger",
        QString::number(entry)}};
}

QByteArray LedgerPage::saveState() const
{
    return packState({m_table->saveColumns(), m_splitter->saveState()});
}

void LedgerPage::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 2); !parts.isEmpty()) {
        m_table->restoreColumns(parts.at(0));
        m_splitter->restoreState(parts.at(1));
    }
}

void LedgerPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Page::changeEvent(event);
}

} // namespace cs::ui
