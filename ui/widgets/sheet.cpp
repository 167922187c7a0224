// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr float scrimOpacity = 0.42F;
constexpr int side = 24;

QColor scrimColor()
{
    QColor color = colorOf(Role::Scrim);
    color.setAlphaF(scrimOpacity);
    return color;
}

QColor over(const QColor& ground, const QColor& veil)
{
    const float a = veil.alphaF();
    return QColor::fromRgbF(ground.redF() * (1 - a) + veil.redF() * a, ground.greenF() * (1 - a) + veil.greenF() * a,
        ground.blueF() * (1 - a) + veil.blueF() * a);
}

} // namespace

/// Dims the window behind a sheet and keeps its size.
class Sheet::Scrim final : public QWidget {
public:
    explicit Scrim(QWidget* window)
        : QWidget(window)
    {
        window->installEventFilter(this);
        setGeometry(window->rect());
        setAttribute(Qt::WA_TransparentForMouseEvents);
        show();
        raise();
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize && watched == parentWidget()) {
            setGeometry(parentWidget()->rect());
        }
        return QWidget::eventFilter(watched, event);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), scrimColor());
    }
};

Sheet::Sheet(QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_title(new Label({}, Type::Title, Role::Text, this))
    , m_subtitle(new Label({}, Type::Body, Role::Muted, this))
    , m_column(new QVBoxLayout(this))
    , m_scroll(new QScrollArea(this))
    , m_foot(new QWidget(this))
    , m_footRow(new QHBoxLayout(m_foot))
{
    setModal(true);
    setWindowModality(Qt::WindowModal);
    m_title->setObjectName(QStringLiteral("sheetTitle"));
    m_scroll->setObjectName(QStringLiteral("sheetBody"));
    m_foot->setObjectName(QStringLiteral("sheetFoot"));
    m_title->setElide(Qt::ElideMiddle);
    m_subtitle->setWordWrap(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(side, 16, side, 16);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    m_footRow->setContentsMargins(side, 16, side, 16);
    m_footRow->setSpacing(8);
    m_footRow->addStretch(1);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addWidget(m_scroll, 1);
    m_column->addWidget(m_foot);
}

Sheet::~Sheet()
{
    delete m_scrim;
}

void Sheet::setTitle(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setWindowTitle(title);
    setAccessibleName(title);
}

void Sheet::setBody(QWidget* body)
{
    if (body->layout() != nullptr) {
        body->layout()->setContentsMargins(side, 16, side, 16);
    }
    m_scroll->setWidget(body);
    body->setAutoFillBackground(false);
    fit();
    if (isVisible()) { // a body that came later is laid out with the next turn of the loop
        QTimer::singleShot(0, this, &Sheet::fit);
    }
}

void Sheet::setFootNote(QWidget* note)
{
    m_footRow->insertWidget(0, note, 1);
    m_footRow->setStretch(1, 0); // the note takes the room; the spacer still holds it while the note is hidden
}

Button* Sheet::addFootButton(Button::Kind kind, const QString& text, const QString& icon)
{
    auto* button = new Button(kind, text, m_foot);
    if (!icon.isEmpty()) {
        button->setIconName(icon);
    }
    m_footRow->addWidget(button);
    return button;
}

void Sheet::setSheetWidth(int px)
{
    m_width = px;
    fit();
}

void Sheet::setKeyGuard(int ms, Button* armed)
{
    m_guardMs = ms;
    m_armed = armed;
    if (armed != nullptr) {
        armed->setArmDelay(ms);
    }
    if (m_guard == nullptr) {
        m_guard = new QTimer(this);
        m_guard->setSingleShot(true);
    }
    if (isVisible()) {
        startGuard();
    }
}

bool Sheet::isGuarded() const
{
    return m_guard != nullptr && m_guard->isActive();
}

void Sheet::startGuard()
{
    if (m_guardMs > 0) {
        m_guard->start(m_guardMs);
        if (m_armed) {
            m_armed->arm();
        }
    }
}

void Sheet::fit()
{
    const QWidget* window = parentWidget() != nullptr ? parentWidget()->window() : nullptr;
    const QSize room = window != nullptr ? window->size() : QSize(1280, 800);
    const int width = std::min(scaled(m_width), room.width() - 32);
    const QLayoutItem* head = m_column->itemAt(0);
    int height = 2 + (head->hasHeightForWidth() ? head->heightForWidth(width - 2) : head->sizeHint().height());
    height += m_footRow->hasHeightForWidth() ? m_footRow->heightForWidth(width - 2) : m_foot->sizeHint().height();
    if (const QWidget* body = m_scroll->widget()) {
        height += body->hasHeightForWidth() ? body->heightForWidth(width - 2) : body->sizeHint().height();
    }
    height = std::min(height, room.height() - 48);
    resize(width, height);
    if (window != nullptr) {
        const QPoint middle = window->mapToGlobal(window->rect().center());
        move(middle - QPoint(width / 2, height / 2));
    }
}

void Sheet::showEvent(QShowEvent* event)
{
    if (QWidget* window = parentWidget() != nullptr ? parentWidget()->window() : nullptr) {
        delete m_scrim;
        m_scrim = new Scrim(window);
    }
    QDialog::showEvent(event);
    fit();
    // Fonts and paddings of the style sheet arrive with the first show: measure once more when they are
    // there.
    QTimer::singleShot(0, this, &Sheet::fit);
    qApp->installEventFilter(this);
    startGuard();
}

void Sheet::hideEvent(QHideEvent* event)
{
    qApp->removeEventFilter(this);
    delete m_scrim;
    QDialog::hideEvent(event);
}

bool Sheet::event(QEvent* event)
{
    if (event->type() == QEvent::WindowActivate && isVisible() && m_guardMs > 0) {
        startGuard();
    }
    return QDialog::event(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && isGuarded() && watched->isWidgetType()
        && (watched == this || isAncestorOf(static_cast<QWidget*>(watched)))) {
        const bool escape = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
        if (!escape) {
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    // QDialog would press a default button on Return; a sheet signs or acts by its buttons alone.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    // A frameless window is square; its corners take the colour of the dimmed window behind.
    painter.fillRect(rect(), over(colorOf(Role::Surface), scrimColor()));
    drawPanel(&painter, rect(), 8, colorOf(Role::Raised), colorOf(Role::BorderControl));
    const int footTop = m_foot->geometry().top();
    QPainterPath whole;
    whole.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(QRect(0, footTop, width(), height() - footTop));
    painter.fillPath(whole, colorOf(Role::Sunken));
    painter.restore();
    const int headBottom = m_scroll->geometry().top();
    for (const int y : {headBottom - 1, footTop}) {
        painter.fillRect(QRect(1, y, width() - 2, 1), colorOf(Role::Border));
    }
}

} // namespace cs::ui
