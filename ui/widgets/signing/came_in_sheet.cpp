// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signing/came_in_sheet.h"

#include "ui/widgets/label.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t rowsMost = 40;

/// Those that concern the subject, then the newest of the others.
std::vector<EntryIndex> shownOf(const CameInSheet::Span& span)
{
    std::vector<EntryIndex> shown(span.concerned.begin(), span.concerned.end());
    for (EntryIndex index = span.to; index >= span.from && shown.size() < rowsMost; --index) {
        if (!span.concerned.contains(index)) {
            shown.push_back(index);
        }
    }
    return shown;
}

} // namespace

bool CameInSheet::isAbout(const Error& error)
{
    return error.code() == QLatin1String(changedCode) && error.args().size() == 3;
}

CameInSheet::Span CameInSheet::spanOf(const Error& error)
{
    Span span{error.args().value(0).toLongLong(), error.args().value(1).toLongLong(), {}};
    for (const QString& index : error.args().value(2).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        span.concerned.insert(index.toLongLong());
    }
    return span;
}

CameInSheet::CameInSheet(WorkspaceService& service, const Span& span, bool keptWords, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_span(span)
    , m_keptWords(keptWords)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("cameInSheet"));
    setSheetWidth(600);
    const int count = static_cast<int>(span.to - span.from + 1);
    setTitle(tr("Nothing was signed: somebody was quicker"),
        tr("%n entries came in since what you looked at.", nullptr, count));
    Button* stop = addFootButton(Button::Kind::Outlined, tr("Do not sign"));
    stop->setObjectName(QStringLiteral("doNotSign"));
    connect(stop, &Button::triggered, this, &QDialog::reject);
    Button* again = addFootButton(Button::Kind::Primary, tr("Look again"), QStringLiteral("refresh"));
    again->setObjectName(QStringLiteral("lookAgain"));
    connect(again, &Button::triggered, this, [this] {
        accept();
        Q_EMIT lookAgain();
    });
    build();
    read();
}

void CameInSheet::setChange(const QString& sentence)
{
    m_change = sentence;
    build();
}

void CameInSheet::read()
{
    m_service.entryRows(shownOf(m_span))
        .then(qApp, guarded(this, [this](const Result<std::vector<query::EntryRow>>& rows) {
            m_rows = rows;
            build();
        }));
}

/// Anew with everything that is known by now, so that the sheet has the height it needs.
void CameInSheet::build()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setSpacing(10);
    auto* words = new Label(m_keptWords
            ? tr("Your signature would have been about something that has moved. See what came in, then look again: "
                 "the page is made anew, and your words are kept.")
            : tr("Your signature would have been about something that has moved. See what came in, then look again: "
                 "the page is made anew."));
    words->setWordWrap(true);
    column->addWidget(words);
    if (!m_change.isEmpty()) {
        auto* change = new Label(m_change, Type::Strong);
        change->setObjectName(QStringLiteral("cameInChange"));
        change->setWordWrap(true);
        column->addWidget(change);
    }
    addRows(column);
    column->addStretch(1);
    setBody(body);
}

void CameInSheet::addRows(QVBoxLayout* column) const
{
    if (!m_rows || !*m_rows) {
        auto* words = m_rows ? new Label(errorWords(m_rows->error()), Type::Body, Role::Failed)
                             : new Label(tr("The entries are being read."), Type::Body, Role::Muted);
        words->setWordWrap(true);
        column->addWidget(words);
        return;
    }
    std::vector<query::EntryRow> sorted = **m_rows;
    std::sort(sorted.begin(), sorted.end(), [this](const query::EntryRow& a, const query::EntryRow& b) {
        const bool first = m_span.concerned.contains(a.index);
        return first != m_span.concerned.contains(b.index) ? first : a.index < b.index;
    });
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    for (const query::EntryRow& row : sorted) {
        list->addWidget(makeRow(row));
        list->addWidget(new Line);
    }
    column->addLayout(list);
    const auto left = m_span.to - m_span.from + 1 - static_cast<qint64>(sorted.size());
    if (left > 0) {
        auto* more =
            new Label(tr("%n more entries about other things stand in the ledger.", nullptr, static_cast<int>(left)),
                Type::Small, Role::Muted);
        more->setObjectName(QStringLiteral("cameInMore"));
        column->addWidget(more);
    }
}

QWidget* CameInSheet::makeRow(const query::EntryRow& row) const
{
    const bool concerned = m_span.concerned.contains(row.index);
    auto* line = new QWidget;
    line->setObjectName(QStringLiteral("cameIn_%1").arg(row.index));
    auto* columns = new QHBoxLayout(line);
    columns->setContentsMargins(0, 8, 0, 8);
    columns->setSpacing(10);
    columns->addWidget(new IconLabel(concerned ? QStringLiteral("warning") : QStringLiteral("ledger"),
                           concerned ? Role::Stale : Role::Muted),
        0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    const QString says = cleanName(qs(row.says), 300);
    auto* first = new Label(says, concerned ? Type::Strong : Type::Body);
    first->setWordWrap(true);
    const QString name = cleanName(qs(row.signer.name), 60);
    const QString role = cleanName(qs(row.signer.roleTitle), 60);
    const QString who = role.isEmpty() || role == name ? name : tr("%1, %2").arg(name, role);
    const QString facts = tr("Entry %1, signed by %2 at %3").arg(countText(row.index), isolate(who), utcExact(row.at));
    auto* second = new Label(concerned ? tr("Concerns this. %1").arg(facts) : facts, Type::Small, Role::Muted);
    second->setWordWrap(true);
    line->setAccessibleName(QString(says % QStringLiteral(". ") % second->text()));
    texts->addWidget(first);
    texts->addWidget(second);
    columns->addLayout(texts, 1);
    return line;
}

} // namespace cs::ui
