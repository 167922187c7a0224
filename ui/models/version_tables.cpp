// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/version_tables.h"

#include "ui/widgets/face.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::VersionTables)
};

Cell plain(const QString& text)
{
    Cell cell;
    cell.text = text;
    cell.value = text;
    return cell;
}

Cell number(qint64 value)
{
    Cell cell;
    cell.text = countText(value);
    cell.value = QVariant::fromValue<qint64>(value);
    return cell;
}

Cell who(const query::PersonView& person)
{
    Cell cell = plain(roleOrName(person));
    cell.tip = cleanName(qs(person.name));
    cell.badge = qs(person.role);
    cell.badgeWho = whoOf(person);
    return cell;
}

Cell when(UtcTime time, UtcTime now)
{
    Cell cell = plain(relativeTime(time, now));
    cell.value = qs(time.text());
    cell.tip = utcExact(time);
    return cell;
}

} // namespace

AboutSource::AboutSource(WorkspaceService& service, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_clock(clock)
{
}

void AboutSource::fetchIds(const RowQuery&, std::function<void(Result<std::vector<qint64>>)> done)
{
    done(std::vector<qint64>(m_entries.begin(), m_entries.end()));
}

void AboutSource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    m_service.entryRows(std::vector<EntryIndex>(ids.begin(), ids.end()))
        .then(qApp, guarded(this, [this, done](const Result<std::vector<query::EntryRow>>& entries) {
            if (!entries) {
                done(fail(entries.error()));
                return;
            }
            std::vector<Row> rows;
            for (const query::EntryRow& entry : *entries) {
                Cell time = plain(utcColumn(entry.at, m_clock.now()));
                time.value = qs(entry.at.text());
                time.tip = utcExact(entry.at);
                Cell says = plain(cleanName(qs(entry.says), 300));
                says.tip = says.text;
                rows.push_back(
                    {entry.index, {number(entry.index), time, plain(qs(entry.type)), who(entry.signer), says}});
            }
            done(std::move(rows));
        }));
}

TablePane::TablePane(const QString& name, std::vector<Column> columns, PageSource& source, QWidget* parent)
    : QWidget(parent)
    , m_model(new PagedModel(std::move(columns), source, this))
    , m_table(new TableView(this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
{
    m_table->setObjectName(name);
    m_table->setPagedModel(m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_table, &TableView::opened, this, &TablePane::opened);
    connect(m_table, &TableView::copied, this, &TablePane::copied);
    connect(m_model, &PagedModel::ready, this,
        [this](qint64 rows) { m_stack->setCurrentWidget(rows > 0 ? static_cast<QWidget*>(m_table) : m_face); });
    connect(m_model, &PagedModel::failed, this, [this](const Error& error) {
        showError(*m_face, tr("The rows could not be read"), error, [this] { refresh(); });
        m_stack->setCurrentWidget(m_face);
    });
}

TablePane::~TablePane()
{
    m_table->disconnect(this);
    m_model->disconnect(this);
}

void TablePane::setEmpty(const QString& icon, const QString& heading, const QString& sentence)
{
    m_face->clearSteps();
    m_face->setFace(icon, Role::Muted, heading, sentence);
}

void TablePane::setTitles(const QString& accessible, std::vector<Column> columns)
{
    m_table->setAccessibleName(accessible);
    m_model->setColumns(std::move(columns));
}

void TablePane::refresh()
{
    m_model->refresh();
}

std::vector<Column> evidenceColumns()
{
    return {{"item", Words::tr("Item"), ColumnKind::Name, 180, true, false},
        {"kind", Words::tr("Kind"), ColumnKind::Text, 130, false, false},
        {"author", Words::tr("Attached by"), ColumnKind::Text, 150, false, false},
        {"when", Words::tr("When"), ColumnKind::Time, 88, false, false},
        {"size", Words::tr("Size"), ColumnKind::Number, 76, false, false},
        {"digest", Words::tr("SHA-256"), ColumnKind::Mono, 128, false, false},
        {"entry", Words::tr("Entry"), ColumnKind::Number, 76, false, false}};
}

std::vector<Row> evidenceRows(const query::VersionPageView& page, UtcTime now)
{
    std::vector<Row> rows;
    for (const query::EvidenceView& item : page.evidence) {
        Cell title = plain(cleanName(qs(item.title), 120));
        title.tip = item.withdrawn ? Words::tr("Withdrawn")
            : !item.present        ? Words::tr("The bytes are not here")
                                   : title.text;
        title.icon = item.withdrawn ? QStringLiteral("withdraw")
            : !item.present         ? QStringLiteral("warning")
                                    : QString();
        title.tag = item.withdrawn ? Words::tr("Withdrawn") : QString();
        Cell digest = plain(shortDigest(qs(item.digest.text())));
        digest.value = qs(item.digest.text());
        digest.tip = qs(item.digest.text());
        Cell size = plain(bytesText(item.bytes));
        size.value = QVariant::fromValue<qint64>(item.bytes);
        QString kind = cleanName(qs(item.kind), 60);
        rows.push_back({item.entry,
            {title, plain(kind.replace(QLatin1Char('_'), QLatin1Char(' '))), who(item.author),
                when(item.attachedAt, now), size, digest, number(item.entry)}});
    }
    return rows;
}

std::vector<Column> promotionColumns()
{
    return {{"number", Words::tr("Promotion"), ColumnKind::Name, 90, false, false},
        {"transition", Words::tr("Transition"), ColumnKind::Text, 180, false, false},
        {"state", Words::tr("State"), ColumnKind::Text, 200, true, false},
        {"proposer", Words::tr("Proposed by"), ColumnKind::Text, 150, false, false},
        {"when", Words::tr("When"), ColumnKind::Time, 104, false, false}};
}

std::vector<Row> promotionRows(const query::VersionPageView& page, UtcTime now)
{
    std::vector<Row> rows;
    for (const query::VersionPromotion& promotion : page.promotions) {
        Cell name = plain(Words::tr("#%1").arg(promotion.number));
        name.value = QVariant::fromValue<qint64>(promotion.number);
        const PromotionLook look = promotionLook(promotion.status, promotion.line, 0, 0);
        Cell state = plain(look.text);
        state.chip = look.verdict;
        state.tip = cleanName(qs(promotion.line));
        rows.push_back({promotion.id.index(),
            {name, plain(cleanName(qs(promotion.transition), 80)), state, who(promotion.proposer),
                when(promotion.proposedAt, now)}});
    }
    return rows;
}

std::vector<Column> aboutColumns()
{
    return {{"entry", Words::tr("Entry"), ColumnKind::Number, 72, false, false},
        {"time", Words::tr("Time (UTC)"), ColumnKind::Time, 104, false, false},
        {"event", Words::tr("Event"), ColumnKind::Mono, 170, false, false},
        {"signer", Words::tr("Signed by"), ColumnKind::Text, 150, false, false},
        {"says", Words::tr("What it says"), ColumnKind::Text, 200, true, false}};
}

} // namespace cs::ui
