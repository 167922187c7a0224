// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/date_line.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace cs::ui {

DateLine::DateLine(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Strong))
    , m_answer(new Label({}, Type::Body))
    , m_day(new QDateEdit)
    , m_version(new Button(Button::Kind::Link))
    , m_entry(new Button(Button::Kind::Link))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_day->setObjectName(QStringLiteral("productionDay"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setTimeSpec(Qt::UTC);
    m_day->setMinimumWidth(scaled(136));
    m_answer->setObjectName(QStringLiteral("productionAnswer"));
    m_answer->setWordWrap(true);
    m_version->setObjectName(QStringLiteral("productionVersion"));
    m_entry->setObjectName(QStringLiteral("productionEntry"));
    row->addWidget(m_day);
    row->addWidget(m_answer, 1);
    row->addWidget(m_version);
    row->addWidget(m_entry);
    column->addLayout(row);
    connect(m_day, &QDateEdit::dateChanged, this, &DateLine::answer);
    connect(m_version, &Button::triggered, this,
        [this] { Q_EMIT versionAsked(m_version->property("version").toLongLong()); });
    connect(m_entry, &Button::triggered, this, [this] { Q_EMIT entryAsked(m_entry->property("entry").toLongLong()); });
    retranslate();
}

void DateLine::retranslate()
{
    m_title->setText(tr("In production on this day (UTC)"));
    m_day->setAccessibleName(tr("Day, UTC"));
    m_version->setText(tr("Open version"));
}

void DateLine::setSpans(const std::vector<query::ProductionSpan>& spans, const QString& model, UtcTime now)
{
    m_spans = spans;
    m_model = cleanName(model, 80);
    if (!m_dated) {
        const QSignalBlocker blocked(m_day);
        m_day->setDate(QDateTime::fromMSecsSinceEpoch(now.ms(), Qt::UTC).date());
        m_dated = true;
    }
    answer();
}

std::vector<query::ProductionSpan> DateLine::on(const std::vector<query::ProductionSpan>& spans, UtcTime from)
{
    constexpr std::int64_t day = 86'400;
    const UtcTime until = from.plusSeconds(day);
    std::vector<query::ProductionSpan> found;
    for (const query::ProductionSpan& span : spans) {
        if (span.from < until && (!span.until || *span.until > from)) {
            found.push_back(span);
        }
    }
    return found;
}

void DateLine::answer()
{
    const UtcTime from(m_day->date().startOfDay(Qt::UTC).toMSecsSinceEpoch());
    const auto found = on(m_spans, from);
    m_version->setVisible(!found.empty());
    m_entry->setVisible(!found.empty());
    if (found.empty()) {
        m_answer->setText(tr("No version of %1 was in production.").arg(isolate(m_model)));
        return;
    }
    QStringList labels;
    for (const query::ProductionSpan& span : found) {
        const QString label = isolate(cleanName(qs(span.label), 40));
        labels.append(span.until ? tr("%1, from %2 to %3").arg(label, utcText(span.from), utcText(*span.until))
                                 : tr("%1, since %2").arg(label, utcText(span.from)));
    }
    m_answer->setText(labels.join(QStringLiteral("; ")));
    const query::ProductionSpan& last = found.back();
    m_version->setProperty("version", QVariant::fromValue<qint64>(last.version.index()));
    m_entry->setProperty("entry", QVariant::fromValue<qint64>(last.entry));
    m_entry->setText(tr("entry %1").arg(countText(last.entry)));
}

void DateLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        answer();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
