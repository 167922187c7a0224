// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_field.h"

#include "ui/widgets/label.h"
#include "ui/widgets/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QStyle>
#include <QTimer>

namespace cs::ui {

namespace {

constexpr int debounceMs = 150;

} // namespace

FilterField::FilterField(QWidget* parent)
    : QLineEdit(parent)
    , m_result(new Label({}, Type::Small, Role::Muted, this))
    , m_clear(addAction(icon(QStringLiteral("close"), Role::Muted), QLineEdit::TrailingPosition))
    , m_timer(new QTimer(this))
{
    addAction(icon(QStringLiteral("filter"), Role::Text), QLineEdit::LeadingPosition);
    m_clear->setVisible(false);
    m_timer->setSingleShot(true);
    m_timer->setInterval(debounceMs);
    connect(m_clear, &QAction::triggered, this, [this] {
        clear();
        emitNow();
    });
    connect(m_timer, &QTimer::timeout, this, &FilterField::emitNow);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        m_timer->start();
    });
    retranslate();
}

void FilterField::setResultText(const QString& text)
{
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    placeResult();
}

void FilterField::setFault(const QString& sentence)
{
    setProperty("fault", !sentence.isEmpty());
    setToolTip(sentence);
    setAccessibleDescription(sentence);
    style()->unpolish(this);
    style()->polish(this);
}

void FilterField::emitNow()
{
    m_timer->stop();
    if (m_sent != text()) {
        m_sent = text();
        Q_EMIT filterChanged(m_sent);
    }
}

void FilterField::placeResult()
{
    const int width = m_result->text().isEmpty() ? 0 : m_result->sizeHint().width();
    const int clear = m_clear->isVisible() ? 28 : 8;
    const QRect place(this->width() - width - clear - 2, 1, width, height() - 2);
    m_result->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const int room = width == 0 ? 0 : width + 8;
    setTextMargins(rtl ? room : 0, 0, rtl ? 0 : room, 0);
}

void FilterField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeResult();
}

void FilterField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emitNow();
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        emitNow();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::retranslate()
{
    if (placeholderText().isEmpty()) {
        setPlaceholderText(tr("Filter"));
    }
    setAccessibleName(placeholderText());
    m_clear->setText(tr("Clear the filter"));
}

void FilterField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QLineEdit::changeEvent(event);
}

bool FilterField::event(QEvent* event)
{
    const bool handled = QLineEdit::event(event);
    if (event->type() == QEvent::LayoutDirectionChange) {
        placeResult();
    }
    return handled;
}

} // namespace cs::ui
