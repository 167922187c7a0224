// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter/completion_list.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int rowPx = 28;
constexpr int widthPx = 340;
constexpr int shownMax = 9;
constexpr int HintRole = Qt::UserRole + 1;
constexpr int CountRole = Qt::UserRole + 2;

class LineDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected) {
            drawPanel(painter, option.rect.adjusted(4, 0, -4, 0), 3, colorOf(Role::Selected), QColor());
        }
        QRect rest = option.rect.adjusted(scaled(12), 0, -scaled(12), 0);
        painter->setFont(fontOf(Type::Small));
        painter->setPen(colorOf(Role::Muted));
        const QString count = index.data(CountRole).toString();
        const int countWidth = QFontMetrics(painter->font()).horizontalAdvance(count) + scaled(8);
        painter->drawText(rest, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), count);
        rest.setRight(rest.right() - (count.isEmpty() ? 0 : countWidth));
        painter->setFont(fontOf(Type::Mono));
        painter->setPen(colorOf(Role::Text));
        const int used = drawElided(painter, rest, index.data().toString(), Qt::LeftToRight);
        rest.setLeft(rest.left() + used + scaled(8));
        painter->setFont(fontOf(Type::Body));
        painter->setPen(colorOf(Role::Muted));
        if (rest.width() > scaled(24)) {
            drawElided(painter, rest, index.data(HintRole).toString(), Qt::LeftToRight);
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {scaled(widthPx) - 8, scaled(rowPx)};
    }
};

} // namespace

CompletionList::CompletionList(QWidget* parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("filterCompletion"));
    setModel(m_model);
    setItemDelegate(new LineDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setLayoutDirection(Qt::LeftToRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setStyleSheet(QStringLiteral("QListView { padding: 4px 0; }"));
    setAccessibleName(tr("Completions"));
    hide();
    connect(this, &QListView::clicked, this, &CompletionList::chosen);
    connect(this, &QListView::entered, this, [this](const QModelIndex& index) { setCurrentIndex(index); });
    const auto frame = [this] {
        setStyleSheet(
            QStringLiteral("QListView { padding: 4px 0; background: %1; border: 1px solid %2; border-radius: 4px; }")
                .arg(colorOf(Role::Raised).name(), colorOf(Role::BorderControl).name()));
    };
    frame();
    connect(&Theme::instance(), &Theme::changed, this, frame);
}

void CompletionList::setLines(const std::vector<query::filter::Completion>& lines)
{
    m_lines = lines;
    m_moved = false;
    m_model->clear();
    for (const query::filter::Completion& line : lines) {
        auto* item = new QStandardItem(cleanName(qs(line.insert), 80));
        item->setEditable(false);
        item->setData(cleanName(qs(line.hint), 80), HintRole);
        if (line.count) {
            item->setData(tr("%n version(s)", nullptr, static_cast<int>(*line.count)), CountRole);
        }
        item->setData(
            QString(item->text() + QLatin1Char(' ') + item->data(CountRole).toString()), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    if (!lines.empty()) {
        setCurrentIndex(m_model->index(0, 0));
    }
}

const query::filter::Completion* CompletionList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_lines.size()) ? &m_lines[static_cast<std::size_t>(row)] : nullptr;
}

void CompletionList::step(int by)
{
    const int count = m_model->rowCount();
    if (count > 0) {
        m_moved = true;
        setCurrentIndex(m_model->index((currentIndex().row() + by + count) % count, 0));
    }
}

void CompletionList::showAt(const QPoint& anchor)
{
    const int rows = std::min(m_model->rowCount(), shownMax);
    const int width = std::min(scaled(widthPx), parentWidget()->width() - 16);
    const int x = std::clamp(anchor.x(), 8, std::max(8, parentWidget()->width() - width - 8));
    setGeometry(x, anchor.y(), width, rows * scaled(rowPx) + 10);
    show();
    raise();
}

} // namespace cs::ui
