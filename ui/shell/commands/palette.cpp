// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands/palette.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int widthPx = 620;
constexpr int topPx = 84;
constexpr int sidePx = 14;

/// Draws @p text with the characters at @p bold strong and in accent. @returns its width.
int drawMatched(QPainter* painter, const QRect& rect, const QString& text, const QVariantList& bold, Role role,
    Type type, Qt::LayoutDirection direction)
{
    QTextLayout layout(painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()), fontOf(type));
    QTextOption option;
    // The direction of the words themselves, at the edge of the layout: "New…" keeps its dots at its own end.
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    option.setAlignment(QStyle::visualAlignment(direction, Qt::AlignLeading) | Qt::AlignAbsolute);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const QVariant& position : bold) {
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(colorOf(Role::Accent));
        formats.append({position.toInt(), 1, format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter->setPen(colorOf(role));
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    return static_cast<int>(line.naturalTextWidth()) + 1;
}

class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, scaled(index.data(PaletteModel::HeadingRole).toBool() ? 28 : 36)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const auto at = [&](const QRect& r) { return mirrored(r, option.rect, option.direction); };
        const QRect inner = option.rect.adjusted(sidePx, 0, -sidePx, 0);
        if (index.data(PaletteModel::HeadingRole).toBool()) {
            painter->setFont(fontOf(Type::CaptionMedium));
            painter->setPen(colorOf(Role::Muted));
            drawElided(painter, inner, index.data().toString(), option.direction);
            painter->restore();
            return;
        }
        const bool current = option.state & QStyle::State_Selected;
        const QString off = index.data(PaletteModel::OffRole).toString();
        if (current) {
            painter->fillRect(option.rect, colorOf(Role::Selected));
            painter->fillRect(
                at(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())), colorOf(Role::Accent));
        }
        const int side = scaled(16);
        const QRect icon(inner.left() + 2, inner.center().y() - side / 2 + 1, side, side);
        paintIcon(painter, at(icon), index.data(PaletteModel::IconRole).toString(),
            off.isEmpty() ? Role::Pending : Role::Disabled);
        QRect rest = inner.adjusted(side + 14, 0, 0, 0);
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        if (!keys.isEmpty()) {
            drawKeyHint(painter, at(rest), keys, colorOf(Role::Muted), option.direction);
            rest.setRight(rest.right() - keyHintWidth(keys) - 8);
        }
        painter->setFont(fontOf(Type::Body));
        const int used =
            drawMatched(painter, at(rest), index.data().toString(), index.data(PaletteModel::BoldRole).toList(),
                off.isEmpty() ? Role::Text : Role::Disabled, Type::Body, option.direction);
        rest.setLeft(rest.left() + used + 10);
        painter->setFont(fontOf(Type::Small));
        const QString second =
            off.isEmpty() ? index.data(PaletteModel::SecondRole).toString() : PaletteModel::tr("off: %1").arg(off);
        if (rest.width() > 40) {
            const QVariantList bold =
                off.isEmpty() ? index.data(PaletteModel::SecondBoldRole).toList() : QVariantList();
            drawMatched(painter, at(rest), second, bold, Role::Muted, Type::Small, option.direction);
        }
        painter->restore();
    }
};

/// Dims the window while the palette is up; a click on it closes the palette.
class Veil final : public QWidget {
public:
    explicit Veil(QWidget* window)
        : QWidget(window)
    {
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QColor veil = colorOf(Role::Scrim);
        veil.setAlphaF(0.42F);
        painter.fillRect(rect(), veil);
    }
};

} // namespace

Palette::Palette(QWidget* window)
    : QFrame(window)
    , m_scrim(new Veil(window))
    , m_head(new QWidget(this))
    , m_field(new QLineEdit(m_head))
    , m_list(new QListView(this))
    , m_count(new Label({}, Type::Small, Role::Muted, this))
    , m_help(new Label({}, Type::Small, Role::Muted, this))
    , m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("palette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_field->setProperty("bare", true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    head->addSpacing(sidePx + scaled(28));
    head->addWidget(m_field);
    head->addSpacing(sidePx);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(sidePx, 0, sidePx, 0);
    foot->setSpacing(16);
    foot->addWidget(m_help, 1);
    foot->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    // The style sheet owns the height of a field; the head keeps its own.
    m_head->setFixedHeight(scaled(48));
    m_count->setFixedHeight(scaled(34));
    m_field->installEventFilter(this);
    m_scrim->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::refill);
    connect(m_list, &QListView::clicked, this, &Palette::choose);
    retranslate();
    hide();
}

void Palette::setSource(std::function<std::vector<PaletteItem>(const QString&)> source)
{
    m_source = std::move(source);
}

void Palette::popUp(const QString& typed)
{
    m_focusBefore = QApplication::focusWidget();
    m_head->setFixedHeight(scaled(48));
    m_count->setFixedHeight(scaled(34));
    m_field->setFont(fontOf(Type::Heading));
    QFont plain = m_field->font();
    plain.setWeight(QFont::Normal);
    m_field->setFont(plain);
    m_field->setText(typed);
    refill();
    m_scrim->show();
    m_scrim->raise();
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void Palette::close()
{
    hide();
    m_scrim->hide();
    if (m_focusBefore != nullptr && parentWidget()->isAncestorOf(m_focusBefore)) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
    m_focusBefore = nullptr;
}

void Palette::place()
{
    const QWidget* window = parentWidget();
    m_scrim->setGeometry(window->rect());
    const int width = std::min(scaled(widthPx), window->width() - 32);
    int rows = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        rows += scaled(m_model->index(i, 0).data(PaletteModel::HeadingRole).toBool() ? 28 : 36);
    }
    const int wanted = scaled(48) + std::max(rows, scaled(36)) + scaled(34) + 8;
    const int height = std::min(wanted, window->height() - topPx - 40);
    setGeometry((window->width() - width) / 2, topPx, width, height);
}

void Palette::refill()
{
    m_model->setItems(m_source ? m_source(m_field->text()) : std::vector<PaletteItem>{}, m_field->text());
    m_count->setText(m_model->matches() == 0
            ? tr("Nothing fits")
            : tr("%1 of %2").arg(countText(m_model->matches()), countText(m_model->offered())));
    m_list->setCurrentIndex({});
    step(1);
    if (isVisible()) {
        place();
    }
}

void Palette::step(int direction)
{
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row()
        : direction > 0                        ? -1
                                               : m_model->rowCount();
    do {
        row += direction;
    } while (row >= 0 && row < m_model->rowCount() && m_model->item(m_model->index(row, 0)) == nullptr);
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row, 0));
        m_list->scrollTo(m_model->index(std::max(0, row - (row == 1 ? 1 : 0)), 0));
    }
}

void Palette::choose(const QModelIndex& index)
{
    const PaletteItem* item = m_model->item(index);
    if (item == nullptr) {
        return;
    }
    if (!item->offReason.isEmpty()) {
        Q_EMIT refused(item->offReason);
        return;
    }
    const auto run = item->run;
    close();
    if (run) {
        run();
    }
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched == m_scrim && event->type() == QEvent::MouseButtonPress) {
        close();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // the palette is one field; Tab must not wander off behind it
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Palette::retranslate()
{
    m_field->setPlaceholderText(tr("Go to or do; type > for commands only"));
    m_field->setAccessibleName(tr("Go to or do"));
    m_list->setAccessibleName(tr("Matches"));
    m_help->setText(tr("↑ ↓ choose   ↵ open   Esc close"));
}

void Palette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void Palette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawPanel(&painter, rect(), 8, colorOf(Role::Raised), colorOf(Role::BorderControl));
    const int side = scaled(20);
    const QRect icon(sidePx, 1 + (scaled(48) - side) / 2, side, side);
    paintIcon(&painter, mirrored(icon, rect(), layoutDirection()), QStringLiteral("search"), Role::Text);
    painter.fillRect(QRect(1, scaled(48), width() - 2, 1), colorOf(Role::Border));
    painter.fillRect(QRect(1, m_list->geometry().bottom() + 1, width() - 2, 1), colorOf(Role::Border));
}

} // namespace cs::ui
