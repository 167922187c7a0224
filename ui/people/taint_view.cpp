// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/taint_view.h"

#include "ui/widgets/label.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t linesMax = 40;

} // namespace

TaintView::TaintView(WorkspaceService& service, const QString& fingerprint, EntryIndex ledgerSize, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_fingerprint(fingerprint)
    , m_ledgerSize(ledgerSize)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("taintView"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void TaintView::setSince(const QString& text)
{
    const quint64 generation = ++m_generation;
    m_shown = false;
    m_failure.clear();
    m_since.reset();
    clearLayout(m_column);
    bool isNumber = false;
    const qint64 entry = QString(text).remove(QLatin1Char(',')).trimmed().toLongLong(&isNumber);
    if (isNumber && entry >= 0 && entry <= m_ledgerSize) {
        m_since = entry;
        m_service.keyTaint(m_fingerprint, entry)
            .then(qApp, guarded(this, [this, generation](const Result<query::KeyTaint>& taint) {
                if (generation == m_generation) {
                    take(taint);
                }
            }));
    }
    Q_EMIT changed();
}

QString TaintView::missing() const
{
    if (!m_since) {
        return tr("Name the first entry that may be a stranger's, from 0 to %1.").arg(countText(m_ledgerSize));
    }
    if (!m_failure.isEmpty()) {
        return m_failure;
    }
    return m_shown ? QString() : tr("What rests on the key is being read.");
}

void TaintView::addGroup(const QString& title, const std::vector<query::KeyTaint::Line>& lines)
{
    const auto open = std::ranges::count_if(lines, [](const auto& line) { return line.open; });
    auto* head = new Label(open > 0
            ? tr("%1: %2, of which %3 still open").arg(title, countText(qint64(lines.size())), countText(open))
            : tr("%1: %2").arg(title, countText(qint64(lines.size()))),
        Type::Strong);
    m_column->addWidget(head);
    for (std::size_t i = 0; i < std::min(lines.size(), linesMax); ++i) {
        const query::KeyTaint::Line& line = lines.at(i);
        auto* label = new Label(line.open
                ? tr("Entry %1: %2. It will count no more.").arg(countText(line.entry), cleanName(qs(line.what), 160))
                : tr("Entry %1: %2.").arg(countText(line.entry), cleanName(qs(line.what), 160)),
            Type::Small, line.open ? Role::Stale : Role::Muted);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    if (lines.size() > linesMax) {
        m_column->addWidget(
            new Label(tr("and %1 more").arg(countText(qint64(lines.size() - linesMax))), Type::Small, Role::Muted));
    }
}

void TaintView::take(const Result<query::KeyTaint>& taint)
{
    clearLayout(m_column);
    if (!taint) {
        m_failure = errorWords(taint.error());
        Q_EMIT changed();
        return;
    }
    m_shown = true;
    auto* sum = new Label(
        tr("%n entry(s) signed since then.", nullptr, static_cast<int>(taint->entries)), Type::Body, Role::Text);
    sum->setObjectName(QStringLiteral("taintSum"));
    m_column->addWidget(sum);
    addGroup(tr("Promotions"), taint->promotions);
    addGroup(tr("Decisions"), taint->decisions);
    addGroup(tr("Results and records"), taint->results);
    addGroup(tr("Evidence"), taint->evidence);
    addGroup(tr("Rules and people"), taint->rules);
    Q_EMIT changed();
}

} // namespace cs::ui
