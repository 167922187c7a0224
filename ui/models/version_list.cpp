// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/version_list.h"

#include "ui/models/list_export.h"
#include "ui/models/models_source.h"
#include "ui/models/name_sheet.h"
#include "ui/models/version_cells.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter/token_chip.h"
#include "ui/widgets/filter/token_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/table/column_chooser.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cs::ui {

VersionList::VersionList(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_source(new ModelsSource(service, clock, this))
    , m_model(new PagedModel(versionColumns(), *m_source, this))
    , m_header(new HeaderBar(this))
    , m_filter(new TokenField(this))
    , m_fault(new Label({}, Type::Small, Role::Failed, this))
    , m_selected(new Label({}, Type::Body, Role::Muted, this))
    , m_propose(new Button(Button::Kind::Primary, {}, this))
    , m_saved(new Button(Button::Kind::Outlined, {}, this))
    , m_columns(nullptr)
    , m_export(new Button(Button::Kind::Outlined, {}, this))
    , m_copy(new Button(Button::Kind::Plain, {}, this))
    , m_exportSelected(new Button(Button::Kind::Plain, {}, this))
    , m_open(new Button(Button::Kind::Outlined, {}, this))
    , m_table(new TableView(this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
    , m_bulk(new Panel(Role::Sunken, this))
    , m_exporter(new ListExport(service, prompter, this))
{
    build();
    connectAll();
    retranslate();
}

VersionList::~VersionList()
{
    // The table loses its model while the list goes; nothing is to be asked then.
    m_table->disconnect(this);
    m_model->disconnect(this);
    m_filter->disconnect(this);
}

void VersionList::build()
{
    m_propose->setObjectName(QStringLiteral("proposePromotion"));
    m_propose->setIconName(QStringLiteral("promotion"));
    m_header->addAction(m_propose);
    m_table->setObjectName(QStringLiteral("versionsTable"));
    m_table->setPagedModel(m_model);
    m_table->showSort("model", Qt::AscendingOrder);
    m_columns = makeColumnChooser(m_table, this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(buildBar());
    column->addWidget(new Line);
    column->addWidget(m_stack, 1);
    column->addWidget(m_exporter);
    column->addWidget(buildBulk());
}

QWidget* VersionList::buildBar()
{
    auto* bar = new Panel(Role::Surface, this);
    auto* lines = new QVBoxLayout(bar);
    lines->setContentsMargins(16, 7, 16, 7);
    lines->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_filter->setObjectName(QStringLiteral("modelsFilter"));
    m_saved->setObjectName(QStringLiteral("savedFilters"));
    m_export->setObjectName(QStringLiteral("exportVersions"));
    m_export->setIconName(QStringLiteral("export"));
    row->addWidget(m_filter, 1);
    for (Button* button : {m_saved, m_columns, m_export}) {
        row->addWidget(button, 0, Qt::AlignTop);
    }
    lines->addLayout(row);
    m_fault->setObjectName(QStringLiteral("filterFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    lines->addWidget(m_fault);
    return bar;
}

QWidget* VersionList::buildBulk()
{
    m_bulk->setObjectName(QStringLiteral("bulkBar"));
    m_bulk->setTopLine(true);
    auto* row = new QHBoxLayout(m_bulk);
    row->setContentsMargins(16, 3, 16, 3);
    row->setSpacing(8);
    m_copy->setObjectName(QStringLiteral("copySelected"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_exportSelected->setObjectName(QStringLiteral("exportSelected"));
    m_exportSelected->setIconName(QStringLiteral("export"));
    m_open->setObjectName(QStringLiteral("openVersion"));
    m_open->setIconName(QStringLiteral("arrow-next"));
    row->addWidget(m_selected, 1);
    for (Button* button : {m_copy, m_exportSelected, m_open}) {
        row->addWidget(button);
    }
    m_bulk->hide();
    return m_bulk;
}

void VersionList::connectAll()
{
    connect(m_filter, &TokenField::filterChanged, this, &VersionList::query);
    connect(m_filter, &TokenField::leftDown, this, &VersionList::focusTable);
    connect(m_filter, &TokenField::faultChanged, this, &VersionList::showFault);
    connect(m_filter, &TokenField::completionAsked, this, [this](const QString& text, int cursor) {
        const quint64 generation = ++m_completion;
        m_service.completions(text, cursor)
            .then(qApp, guarded(this, [this, generation](const Result<std::vector<query::filter::Completion>>& lines) {
                if (generation == m_completion && lines) {
                    m_filter->setCompletions(*lines);
                }
            }));
    });
    connect(m_source, &ModelsSource::faulty, this,
        [this](const query::filter::Fault& fault) { m_filter->setFault(fault.at, errorWords(fault.error)); });
    connect(m_model, &PagedModel::ready, this, &VersionList::onReady);
    connect(m_model, &PagedModel::failed, this, &VersionList::onFailed);
    connect(m_model, &PagedModel::dataChanged, this, &VersionList::settle);
    connect(m_table, &TableView::opened, this, &VersionList::versionAsked);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &VersionList::showRowMenu);
    connect(m_table, &TableView::currentIdChanged, this, &VersionList::stateChanged);
    connect(m_table, &TableView::selectionCountChanged, this, &VersionList::showBulk);
    connect(m_table, &TableView::copied, this,
        [this](int rows) { Q_EMIT noticed(QStringLiteral("copy"), tr("Copied %n row(s).", nullptr, rows)); });
    connect(m_exporter, &ListExport::done, this, &VersionList::noticed);
    connect(m_propose, &Button::triggered, this, &VersionList::propose);
    connect(m_saved, &Button::triggered, this, &VersionList::showSavedMenu);
    connect(m_export, &Button::triggered, this, &VersionList::exportList);
    connect(m_copy, &Button::triggered, this, &VersionList::copySelection);
    connect(m_open, &Button::triggered, this, [this] { Q_EMIT versionAsked(currentId()); });
    connect(m_exportSelected, &Button::triggered, this, [this] {
        std::vector<VersionId> ids;
        for (const qint64 id : m_table->selectedIds()) {
            ids.emplace_back(id);
        }
        m_exporter->start(std::move(ids), columnIds());
    });
}

void VersionList::retranslate()
{
    showHead();
    m_filter->setPlaceholderText(tr("Filter versions, for example stage:canary risk:high"));
    m_propose->setText(tr("Propose promotion…"));
    showSavedName();
    m_saved->setToolTip(tr("Filters that you have saved, and the way to save this one (Ctrl+S)"));
    m_columns->setAccessibleName(tr("Choose columns"));
    m_columns->setToolTip(tr("Choose columns"));
    m_export->setAccessibleName(tr("Export the list…"));
    m_export->setToolTip(tr("Export the list…"));
    m_copy->setText(tr("Copy"));
    m_exportSelected->setText(tr("Export selection…"));
    m_open->setText(tr("Open version"));
    m_table->setAccessibleName(tr("Model versions"));
    m_model->setColumns(versionColumns());
}

void VersionList::showHead()
{
    m_header->setTitle(tr("Models"));
    m_header->setCrumbs({{QString(), m_workspaceName}, {QString(), tr("Models")}});
    const auto models = static_cast<int>(m_source->models());
    const auto versions = static_cast<int>(m_source->total());
    //: models and versions, for example "7 models, 55 versions"
    m_header->setFacts(m_queried
            ? tr("%1, %2").arg(tr("%n model(s)", nullptr, models), tr("%n version(s)", nullptr, versions))
            : QString());
}

void VersionList::setWorkspace(const QString& id, const QString& name)
{
    m_filters.setWorkspace(id);
    m_workspaceName = name;
    showHead();
    showSavedName();
}

QString VersionList::filter() const
{
    return m_filter->text();
}

void VersionList::setFilter(const QString& text)
{
    m_filter->setText(text);
    query();
}

void VersionList::query()
{
    RowQuery query = m_model->query();
    query.filter = m_filter->text();
    if (query.sortColumn.isEmpty()) {
        query.sortColumn = "model";
        query.order = Qt::AscendingOrder;
    }
    m_queried = true;
    showSavedName();
    m_model->setQuery(query);
}

void VersionList::refresh()
{
    if (m_queried) {
        m_model->refresh();
    } else {
        query();
    }
}

void VersionList::onReady(qint64 rows)
{
    showHead();
    const auto total = static_cast<qint64>(m_source->total());
    m_filter->setResultText(
        m_filter->text().isEmpty() ? countText(total) : tr("%1 of %2").arg(countText(rows), countText(total)));
    if (rows == 0) {
        showEmpty();
        showBulk(0);
        Q_EMIT stateChanged();
        Q_EMIT loaded();
        return;
    }
    m_stack->setCurrentWidget(m_table);
    if (m_table->currentId() < 0) {
        m_table->selectId(m_model->idForRow(0));
    }
    Q_EMIT stateChanged();
    settle();
}

/// Loaded is a list whose first rows are there.
void VersionList::settle()
{
    const int row = std::max(0, m_model->rowForId(m_table->currentId()));
    if (m_model->rowCount() == 0) {
        return;
    }
    if (m_model->cachedRow(row) == nullptr) {
        m_model->index(row, 0).data(); // asks for its page; dataChanged() comes with it
        return;
    }
    Q_EMIT stateChanged();
    Q_EMIT loaded();
}

/// A filter that cannot be read leaves the rows of before; where there are none it shows all, and says so.
void VersionList::onFailed(const Error& error)
{
    if (error.failure() != Failure::Usage) {
        showError(*m_face, tr("The versions could not be read"), error, [this] { refresh(); });
        m_stack->setCurrentWidget(m_face);
    } else if (m_model->rowCount() == 0 && !m_model->query().filter.isEmpty()) {
        RowQuery all = m_model->query();
        all.filter.clear();
        m_model->setQuery(all);
        showFault(tr("%1 The list is not narrowed by it.").arg(m_fault->text()));
        return; // loaded() follows with the rows
    }
    Q_EMIT loaded();
}

void VersionList::showFault(const QString& sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

/// The button wears the name of the filter that is shown.
void VersionList::showSavedName()
{
    QString name;
    for (const SavedFilters::Saved& saved : m_filters.all()) {
        if (saved.filter == m_filter->text()) {
            name = cleanName(saved.name, 24);
        }
    }
    m_saved->setText(name.isEmpty() ? tr("Saved filters") : tr("Filter: %1").arg(isolate(name)));
}

/// First use has another next step than a filter that is too narrow.
void VersionList::showEmpty()
{
    m_face->clearSteps();
    m_stack->setCurrentWidget(m_face);
    const QStringList tokens = m_filter->tokens();
    if (m_source->total() == 0 || tokens.isEmpty()) {
        m_face->setFace(QStringLiteral("models"), Role::Muted, tr("No model is registered yet"),
            tr("A pipeline registers models and versions with countersignctl, or a registry brings them in."));
        Button* connections = m_face->addStep(Button::Kind::Outlined, tr("Connect a registry…"));
        connections->setObjectName(QStringLiteral("connectRegistry"));
        connect(connections, &Button::triggered, this, [this] { Q_EMIT versionAsked(-1); });
        return;
    }
    m_face->setFace(QStringLiteral("filter"), Role::Muted,
        tr("No version matches %n filter(s)", nullptr, static_cast<int>(tokens.size())),
        tr("Take one away, or all of them."));
    for (const QString& token : tokens.mid(0, 4)) {
        Button* one = m_face->addStep(Button::Kind::Plain, ltr(cleanName(token, 40)), QStringLiteral("close"));
        one->setAccessibleName(tr("Remove the filter %1").arg(cleanName(token, 40)));
        one->setObjectName(QStringLiteral("removeOneFilter"));
        connect(one, &Button::triggered, this, [this, token] {
            QStringList rest = m_filter->tokens();
            rest.removeOne(token);
            setFilter(rest.join(QLatin1Char(' ')));
        });
    }
    Button* all = m_face->addStep(Button::Kind::Outlined, tr("Remove all filters"));
    all->setObjectName(QStringLiteral("removeFilter"));
    connect(all, &Button::triggered, this, [this] { setFilter({}); });
}

void VersionList::showBulk(qint64 rows)
{
    m_bulk->setVisible(rows > 0 && m_stack->currentWidget() == m_table);
    m_selected->setText(tr("%n version(s) selected", nullptr, static_cast<int>(rows)));
    m_open->setOffReason(rows > 1 ? tr("One version at a time has a page.") : QString());
    m_propose->setOffReason(proposeOff());
}

QString VersionList::proposeOff() const
{
    if (currentId() < 0 || m_stack->currentWidget() != m_table) {
        return tr("Choose a version first.");
    }
    return m_table->selectedIds().size() > 1 ? tr("Choose one version: each promotion is proposed by itself.")
                                             : QString();
}

void VersionList::propose()
{
    if (const QString off = proposeOff(); !off.isEmpty()) {
        Q_EMIT noticed(QStringLiteral("info"), off);
        return;
    }
    Q_EMIT proposeAsked(currentId());
}

void VersionList::copySelection()
{
    int missing = 0;
    const QString text = m_table->copyText(&missing);
    QGuiApplication::clipboard()->setText(text);
    const int rows = static_cast<int>(text.count(QLatin1Char('\n'))) - 1;
    QString said = tr("Copied %n row(s).", nullptr, rows);
    if (missing > 0) {
        said += QLatin1Char(' ')
            + tr("%n row(s) were not loaded; export the selection to have them all.", nullptr, missing);
    }
    Q_EMIT noticed(QStringLiteral("copy"), said);
}

std::vector<std::string> VersionList::columnIds() const
{
    std::vector<std::string> ids;
    for (const QByteArray& id : m_table->shownColumns()) {
        ids.push_back(id.toStdString());
    }
    return ids;
}

void VersionList::exportList()
{
    std::vector<VersionId> ids;
    ids.reserve(m_model->ids().size());
    for (const qint64 id : m_model->ids()) {
        ids.emplace_back(id);
    }
    m_exporter->start(std::move(ids), columnIds());
}

void VersionList::saveFilter()
{
    const QString text = m_filter->text();
    if (text.isEmpty() || m_filter->isFaulty()) {
        Q_EMIT noticed(QStringLiteral("info"), tr("Write a filter first; then it can be saved."));
        return;
    }
    auto* sheet = new NameSheet(text, window());
    sheet->setObjectName(QStringLiteral("nameSheet"));
    connect(sheet, &NameSheet::named, this, [this, text](const QString& name) {
        m_filters.add({name, text});
        showSavedName();
        focusTable();
        Q_EMIT noticed(QStringLiteral("filter"), tr("Saved the filter %1.").arg(isolate(cleanName(name, 60))));
    });
    sheet->open();
}

void VersionList::showSavedMenu()
{
    QStringList filters;
    for (const SavedFilters::Saved& saved : m_filters.all()) {
        filters.append(saved.filter);
    }
    m_service.filterCounts(filters).then(qApp, guarded(this, [this](const Result<std::vector<std::int64_t>>& counts) {
        auto* menu = new QMenu(m_saved);
        menu->setObjectName(QStringLiteral("savedFilterMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillSavedMenu(menu, counts ? *counts : std::vector<std::int64_t>());
        menu->setActiveAction(menu->actions().constFirst());
        menu->popup(m_saved->mapToGlobal(QPoint(0, m_saved->height())));
    }));
}

void VersionList::fillSavedMenu(QMenu* menu, const std::vector<std::int64_t>& counts)
{
    const auto& all = m_filters.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QString name = cleanName(all[i].name, 60).replace(QLatin1Char('&'), QLatin1String("&&"));
        const std::int64_t count = i < counts.size() ? counts[i] : -1;
        const QString shown = count < 0 ? name : QString(name + QLatin1Char('\t') + countText(count));
        connect(menu->addAction(shown), &QAction::triggered, this, [this, filter = all[i].filter] {
            setFilter(filter);
            focusTable();
        });
    }
    if (!all.empty()) {
        menu->addSeparator();
    }
    QAction* save = menu->addAction(tr("Save this filter…"));
    save->setEnabled(!m_filter->text().isEmpty() && !m_filter->isFaulty());
    connect(save, &QAction::triggered, this, &VersionList::saveFilter);
    QMenu* remove = menu->addMenu(tr("Delete a saved filter"));
    remove->setEnabled(!all.empty());
    for (const SavedFilters::Saved& saved : all) {
        const QString name = cleanName(saved.name, 60).replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(remove->addAction(name), &QAction::triggered, this, [this, kept = saved.name] {
            m_filters.remove(kept);
            showSavedName();
            Q_EMIT noticed(QStringLiteral("delete"), tr("Deleted the filter %1.").arg(isolate(cleanName(kept, 60))));
        });
    }
}

void VersionList::showRowMenu(const QPoint& at)
{
    const qint64 id = currentId();
    if (id < 0) {
        return;
    }
    auto* menu = new QMenu(m_table);
    menu->setObjectName(QStringLiteral("versionRowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, auto&& run) {
        connect(menu->addAction(text), &QAction::triggered, this, run);
    };
    add(tr("Open version"), [this, id] { Q_EMIT versionAsked(id); });
    add(tr("Show in Flow"), [this, id] { Q_EMIT flowAsked(id); });
    add(tr("Compare with production"), [this, id] { Q_EMIT compareAsked(id); });
    add(tr("Propose promotion…"), [this, id] { Q_EMIT proposeAsked(id); });
    menu->addSeparator();
    add(tr("Copy link"), [this, id] { Q_EMIT linkAsked(id); });
    add(tr("Copy rows"), [this] { copySelection(); });
    menu->addSeparator();
    addSortMenu(menu);
    const QRect row = m_table->visualRect(m_table->currentIndex());
    const bool there = m_table->viewport()->rect().contains(at) && m_table->underMouse();
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_table->viewport()->mapToGlobal(there ? at : row.center()));
}

/// The heads of the columns answer to a pointer alone.
void VersionList::addSortMenu(QMenu* menu)
{
    QMenu* sort = menu->addMenu(tr("Sort by"));
    for (const Column& column : versionColumns()) {
        if (!column.sortable) {
            continue;
        }
        QAction* action = sort->addAction(column.title);
        const bool present = m_model->query().sortColumn == column.id;
        action->setCheckable(true);
        action->setChecked(present);
        connect(action, &QAction::triggered, this, [this, id = column.id, present] {
            const bool turn = present && m_model->query().order == Qt::AscendingOrder;
            RowQuery query = m_model->query();
            query.sortColumn = id;
            query.order = turn ? Qt::DescendingOrder : Qt::AscendingOrder;
            m_table->showSort(id, query.order);
            m_model->setQuery(query);
        });
    }
}

void VersionList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void VersionList::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

qint64 VersionList::currentId() const
{
    return m_table->currentId();
}

void VersionList::selectId(qint64 id)
{
    m_table->selectId(id);
}

std::vector<std::pair<qint64, QString>> VersionList::known(const QString& typed) const
{
    constexpr std::size_t most = 8;
    constexpr int rowsMax = 2'000;
    std::vector<std::pair<qint64, QString>> found;
    for (int row = 0; row < std::min(m_model->rowCount(), rowsMax) && found.size() < most; ++row) {
        const Row* cached = m_model->cachedRow(row);
        if (cached == nullptr) {
            continue;
        }
        const QString name = cached->cells[0].text + QLatin1Char(' ') + cached->cells[1].text;
        if (name.contains(typed, Qt::CaseInsensitive)) {
            found.emplace_back(cached->id, name);
        }
    }
    return found;
}

QByteArray VersionList::saveState() const
{
    return packState({m_table->saveColumns(), m_filters.save()});
}

void VersionList::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 2); !parts.isEmpty()) {
        m_table->restoreColumns(parts.at(0));
        m_filters.restore(parts.at(1));
    }
}

void VersionList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
