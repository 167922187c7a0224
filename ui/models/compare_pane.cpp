// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare_pane.h"

#include "ui/models/version_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace cs::ui {

namespace {

using query::CompareRow;
using Outcome = CompareRow::Outcome;

Cell plain(const QString& text)
{
    Cell cell;
    cell.text = text;
    cell.value = text;
    return cell;
}

Cell sideCell(const CompareRow& row, const std::string& text, const std::optional<double>& value)
{
    if (row.group == CompareRow::Group::Metric) {
        Cell cell = plain(value ? metricValue(*value, row.unit) : QString());
        cell.value = qs(text);
        return cell;
    }
    const QString whole = cleanName(qs(text), 300);
    if (row.id == "artifact_bytes" && !whole.isEmpty()) {
        Cell cell = plain(bytesText(whole.toLongLong()));
        cell.value = whole;
        return cell;
    }
    Cell cell = plain(row.digest ? shortDigest(whole) : whole);
    cell.value = whole;
    cell.tip = whole;
    return cell;
}

} // namespace

ComparePane::ComparePane(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Strong, Role::Text, this))
    , m_second(new Label({}, Type::Body, Role::Muted, this))
    , m_other(new Button(Button::Kind::Link, {}, this))
    , m_export(new Button(Button::Kind::Outlined, {}, this))
    , m_model(new PagedModel(columns(), m_source, this))
    , m_table(new TableView(this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
{
    m_other->setObjectName(QStringLiteral("compareOther"));
    m_export->setObjectName(QStringLiteral("exportComparison"));
    m_export->setIconName(QStringLiteral("export"));
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setPagedModel(m_model);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_second, 1);
    head->addWidget(m_other);
    head->addWidget(m_export);
    column->addLayout(head);
    column->addWidget(new Line);
    column->addWidget(m_table, 1);
    m_second->setElide(Qt::ElideRight);
    m_stack->addWidget(content);
    m_stack->addWidget(m_face);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(m_other, &Button::triggered, this, [this] {
        if (m_page.comparison) {
            Q_EMIT versionAsked(m_page.comparison->other.index());
        }
    });
    connect(m_export, &Button::triggered, this, &ComparePane::exportAsked);
    connect(m_table, &TableView::copied, this, &ComparePane::copied);
    refresh();
}

ComparePane::~ComparePane()
{
    delete m_table; // asks the model, and that the source, until it goes
    delete m_model;
}

void ComparePane::setPage(const query::VersionPageView& page)
{
    m_page = page;
    refresh();
}

std::vector<Column> ComparePane::columns() const
{
    const QString here = cleanName(qs(m_page.row.label), 30);
    const QString there = m_page.comparison ? cleanName(qs(m_page.comparison->otherLabel), 30) : QString();
    return {{"what", tr("What"), ColumnKind::Name, 180, true, false},
        {"here", m_page.comparison ? tr("This: %1").arg(isolate(here)) : tr("This version"), ColumnKind::Text, 104,
            false, false},
        {"there", m_page.comparison ? tr("Production: %1").arg(isolate(there)) : tr("In production"), ColumnKind::Text,
            110, false, false},
        {"outcome", tr("Compared"), ColumnKind::Text, 104, false, false},
        {"asks", tr("A gate asks"), ColumnKind::Text, 190, false, false}};
}

std::vector<Row> ComparePane::rows() const
{
    std::vector<Row> rows;
    for (const CompareRow& row : m_page.comparison->rows) {
        const bool metric = row.group == CompareRow::Group::Metric;
        QString name = metric ? cleanName(qs(row.id), 80) : compareLabel(row.id);
        if (!row.detail.empty()) {
            name += QStringLiteral(" · ") + cleanName(qs(row.detail), 80);
        }
        Cell what = plain(name);
        what.tip = name;
        Cell outcome = plain(outcomeWord(row.outcome));
        if (row.outcome == Outcome::Better || row.outcome == Outcome::Worse) {
            outcome.chip = row.outcome == Outcome::Better ? Verdict::Passed : Verdict::Failed;
        }
        outcome.textRole = row.outcome == Outcome::Same ? std::optional(Role::Muted) : std::nullopt;
        Cell asks = plain(QString());
        if (!row.bound.empty()) {
            const Verdict verdict = verdictOf(row.boundStatus.value_or(query::NodeStatus::Pending));
            asks = plain(boundLine(row.bound, row.gate, verdict));
            asks.icon = verdictLook(verdict).icon;
            asks.iconRole = verdictLook(verdict).role;
            asks.tip = asks.text;
        }
        rows.push_back({static_cast<qint64>(rows.size()),
            {what, sideCell(row, row.here, row.hereValue), sideCell(row, row.there, row.thereValue), outcome, asks}});
    }
    return rows;
}

void ComparePane::refresh()
{
    m_export->setAccessibleName(tr("Export the comparison as CSV…"));
    m_export->setToolTip(tr("Export the comparison as CSV…"));
    m_table->setAccessibleName(tr("Comparison with the version in production"));
    m_model->setColumns(columns());
    if (!m_page.comparison) {
        m_face->clearSteps();
        const bool serves = m_page.row.standing == query::filter::Standing::InForce;
        m_face->setFace(QStringLiteral("compare"), Role::Muted,
            serves ? tr("This version serves production") : tr("No version of this model serves production"),
            serves ? tr("Open the page of another version of the model to compare it with this one.")
                   : tr("As soon as one does, it stands beside this version here."));
        m_stack->setCurrentWidget(m_face);
        return;
    }
    const auto& rows = m_page.comparison->rows;
    const auto count = [&](Outcome outcome) {
        return static_cast<int>(std::count_if(
            rows.begin(), rows.end(), [outcome](const CompareRow& row) { return row.outcome == outcome; }));
    };
    const QString there = isolate(cleanName(qs(m_page.comparison->otherLabel), 40));
    m_title->setText(tr("%1 beside %2").arg(isolate(cleanName(qs(m_page.row.label), 40)), there));
    //: counts of metrics and facts, for example "3 better, 1 worse, 6 different"
    m_second->setText(
        tr("%1, %2, %3")
            .arg(tr("%n better", nullptr, count(Outcome::Better)), tr("%n worse", nullptr, count(Outcome::Worse)),
                tr("%n different", nullptr, count(Outcome::Different))));
    m_other->setText(tr("Open %1").arg(there));
    m_source.setRows(this->rows());
    m_model->refresh();
    m_stack->setCurrentIndex(0);
}

QByteArray ComparePane::csv() const
{
    QStringList head;
    for (const Column& column : columns()) {
        head.append(withoutIsolates(column.title));
    }
    QString text = csvLine(head);
    if (!m_page.comparison) {
        return text.toUtf8();
    }
    for (const Row& row : rows()) {
        QStringList cells;
        for (const Cell& cell : row.cells) {
            cells.append(withoutIsolates(cell.value.toString()));
        }
        text += csvLine(cells);
    }
    return text.toUtf8();
}

void ComparePane::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ComparePane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
