// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter/token_field.h"

#include "core/query/filter/lexer.h"
#include "ui/widgets/filter/completion_list.h"
#include "ui/widgets/filter/filter_edit.h"
#include "ui/widgets/filter/token_chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace cs::ui {

namespace filter = query::filter;

namespace {

constexpr int debounceMs = 40;
constexpr int linePx = 30;
constexpr int gap = 6;
constexpr int editMinPx = 160;

/// UTF-16 units of the first @p bytes of @p utf8.
int units(const std::string& text, std::size_t bytes)
{
    return static_cast<int>(qs(std::string_view(text).substr(0, bytes)).size());
}

} // namespace

TokenField::TokenField(QWidget* parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(this))
    , m_result(new Label({}, Type::Small, Role::Muted, this))
    , m_timer(new QTimer(this))
{
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setObjectName(QStringLiteral("filterEdit"));
    m_edit->setFont(fontOf(Type::Body));
    m_timer->setSingleShot(true);
    m_timer->setInterval(debounceMs);
    connect(m_timer, &QTimer::timeout, this, &TokenField::emitNow);
    connect(m_edit, &QLineEdit::textChanged, this, &TokenField::onEdited);
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, qOverload<>(&TokenField::update));
    connect(m_edit, &FilterEdit::keyOffered, this, &TokenField::onKey);
    connect(m_edit, &FilterEdit::left, this, [this] {
        hideCompletions();
        update();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_edit->setFont(fontOf(Type::Body));
        place();
    });
    retranslate();
    place();
}

TokenField::~TokenField()
{
    m_edit->disconnect(this); // it loses the focus while it goes
    delete m_list;
}

QStringList TokenField::tokens() const
{
    QStringList all;
    for (const TokenChip* chip : m_chips) {
        all.append(chip->token());
    }
    return all;
}

QString TokenField::before() const
{
    const QString all = tokens().join(QLatin1Char(' '));
    return all.isEmpty() ? all : QString(all + QLatin1Char(' '));
}

QString TokenField::text() const
{
    return QString(before() + m_edit->text()).trimmed();
}

void TokenField::setText(const QString& text)
{
    m_quiet = true;
    qDeleteAll(m_chips);
    m_chips.clear();
    m_edit->setText(text);
    takeTokens(true);
    m_quiet = false;
    hideCompletions();
    showFault();
    m_timer->stop();
    m_sent = this->text();
    place();
}

void TokenField::setPlaceholderText(const QString& text)
{
    m_edit->setPlaceholderText(text);
    retranslate();
}

void TokenField::setResultText(const QString& text)
{
    m_result->setText(text);
    place();
}

/// What is whole and understood leaves the edit. @param all also a last word without a blank after it
void TokenField::takeTokens(bool all)
{
    const std::string typed = utf8(m_edit->text());
    std::string rest;
    for (const filter::Token& token : filter::tokens(typed)) {
        const std::string piece = typed.substr(token.at.offset, token.at.length);
        const auto parsed = filter::parse(piece);
        const bool whole = all || token.at.end() < typed.size();
        if (parsed && whole && rest.empty()) {
            addChip(qs(filter::describe(*parsed)));
        } else {
            rest += (rest.empty() ? "" : " ") + piece;
        }
    }
    const bool quiet = std::exchange(m_quiet, true);
    m_edit->setText(qs(rest));
    m_quiet = quiet;
    place();
}

void TokenField::addChip(const QString& token)
{
    if (tokens().contains(token)) {
        return; // said twice is said once
    }
    auto* chip = new TokenChip(token, this);
    m_chips.append(chip);
    setTabOrder(chip, m_edit);
    connect(chip, &TokenChip::clicked, this, [this, chip] { removeChip(chip); });
    chip->show();
}

void TokenField::removeChip(TokenChip* chip)
{
    m_chips.removeOne(chip);
    chip->hide();
    chip->deleteLater();
    m_edit->setFocus(Qt::OtherFocusReason);
    place();
    showFault();
    emitNow();
}

void TokenField::onEdited(const QString& text)
{
    if (m_quiet) {
        return;
    }
    if (text.endsWith(QLatin1Char(' ')) || text.contains(QLatin1Char('\n'))) {
        takeTokens(false);
    }
    place();
    showFault();
    m_timer->start();
    if (m_edit->hasFocus()) {
        Q_EMIT completionAsked(
            QString(before() + m_edit->text()), static_cast<int>(before().size()) + m_edit->cursorPosition());
    }
}

void TokenField::onKey(QKeyEvent* event, bool* taken)
{
    const int key = event->key();
    if (m_list != nullptr && m_list->isVisible() && event->modifiers() == Qt::NoModifier && completionKey(key)) {
        *taken = true;
        return;
    }
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier) {
        const bool typed = !m_edit->text().trimmed().isEmpty();
        takeTokens(true);
        showFault();
        emitNow();
        if (!typed) {
            Q_EMIT leftDown();
        }
        *taken = true;
    } else if (key == Qt::Key_Backspace && m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText()
        && !m_chips.isEmpty()) {
        removeChip(m_chips.last());
        *taken = true;
    } else if (key == Qt::Key_Escape && !text().isEmpty()) {
        setText({});
        m_sent = QStringLiteral("\n"); // whatever stood there before: say so
        emitNow();
        *taken = true;
    } else if (key == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT leftDown();
        *taken = true;
    } else if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT completionAsked(
            QString(before() + m_edit->text()), static_cast<int>(before().size()) + m_edit->cursorPosition());
        *taken = true;
    }
}

bool TokenField::completionKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
        m_list->step(-1);
        return true;
    case Qt::Key_Escape:
        hideCompletions();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (m_list->current() == nullptr) {
            return false;
        }
        // Nothing typed and no line chosen: the key means what it means without the list.
        if (!m_list->moved() && m_edit->text().trimmed().isEmpty()) {
            hideCompletions();
            return false;
        }
        // A word without a key means itself, unless a line was chosen.
        if (key != Qt::Key_Tab && !m_list->moved() && isPlainWord()) {
            hideCompletions();
            return false;
        }
        acceptCompletion();
        return true;
    default:
        return false;
    }
}

bool TokenField::isPlainWord() const
{
    const std::string typed = utf8(m_edit->text());
    const auto all = filter::tokens(typed);
    return !all.empty() && !all.back().hasKey && filter::parse(typed).has_value();
}

void TokenField::setCompletions(const std::vector<filter::Completion>& lines)
{
    if (lines.empty() || !m_edit->hasFocus() || window() == nullptr) {
        hideCompletions();
        return;
    }
    if (m_list == nullptr) {
        m_list = new CompletionList(window());
        connect(m_list, &CompletionList::chosen, this, &TokenField::acceptCompletion);
    }
    m_list->setLines(lines);
    m_list->showAt(mapTo(window(), QPoint(m_edit->x() - scaled(12), height() + 2)));
}

void TokenField::acceptCompletion()
{
    const filter::Completion* line = m_list != nullptr ? m_list->current() : nullptr;
    if (line == nullptr) {
        return;
    }
    const std::string whole = utf8(QString(before() + m_edit->text()));
    const std::size_t start = std::min(line->replaces.offset, whole.size());
    const std::string insert = line->insert;
    const std::string after = whole.substr(std::min(line->replaces.end(), whole.size()));
    const std::string head = utf8(before());
    const std::string typed = start >= head.size() ? whole.substr(head.size(), start - head.size()) : std::string();
    hideCompletions();
    m_quiet = true;
    const bool open = insert.ends_with(':');
    m_edit->setText(qs(typed + insert + (open ? "" : " ") + after));
    m_edit->setCursorPosition(static_cast<int>(qs(typed + insert).size()));
    m_quiet = false;
    if (open) {
        onEdited(m_edit->text()); // the values come next
        return;
    }
    takeTokens(false);
    showFault();
    emitNow();
}

void TokenField::hideCompletions()
{
    if (m_list != nullptr) {
        m_list->hide();
    }
}

/// Tokens are understood already, so a fault of the language is in what is being typed.
void TokenField::showFault()
{
    for (TokenChip* chip : std::as_const(m_chips)) {
        chip->setFault({});
    }
    const std::string typed = utf8(m_edit->text());
    const auto parsed = filter::parse(typed);
    if (parsed) {
        m_edit->setFault(0, 0);
        setSentence({});
        return;
    }
    const filter::Span at = parsed.error().at;
    const int from = units(typed, at.offset);
    m_edit->setFault(from, units(typed, at.end()) - from);
    setSentence(errorWords(parsed.error().error));
}

void TokenField::setFault(filter::Span at, const QString& sentence)
{
    const std::string head = utf8(before());
    if (at.offset < head.size()) {
        markChip(at, sentence);
    } else {
        const std::string typed = utf8(m_edit->text());
        const int from = units(typed, at.offset - head.size());
        m_edit->setFault(from, units(typed, at.end() - head.size()) - from);
    }
    setSentence(sentence);
}

void TokenField::markChip(filter::Span at, const QString& sentence)
{
    std::size_t start = 0;
    for (TokenChip* chip : std::as_const(m_chips)) {
        const std::size_t length = utf8(chip->token()).size();
        if (at.offset >= start && at.offset < start + length) {
            chip->setFault(sentence);
        }
        start += length + 1;
    }
}

void TokenField::setSentence(const QString& sentence)
{
    if (sentence != m_sentence) {
        m_sentence = sentence;
        m_edit->setAccessibleDescription(sentence);
        Q_EMIT faultChanged(sentence);
        update();
    }
}

void TokenField::emitNow()
{
    m_timer->stop();
    const bool wrong = m_edit->faultLength() > 0;
    if (!wrong && text() != m_sent) {
        m_sent = text();
        Q_EMIT filterChanged(m_sent);
    }
}

void TokenField::place()
{
    const int line = scaled(linePx);
    const int start = scaled(34); // after the funnel
    const int resultWidth = m_result->text().isEmpty() ? 0 : m_result->sizeHint().width() + scaled(16);
    int x = start;
    int y = 0;
    const auto put = [&](QWidget* widget, const QRect& at) {
        widget->setGeometry(mirrored(at, QRect(0, 0, width(), line), layoutDirection()));
    };
    const int end = std::max(start + scaled(editMinPx), width() - scaled(8));
    for (TokenChip* chip : std::as_const(m_chips)) {
        const QSize size = chip->sizeHint();
        const int room = y == 0 ? end - resultWidth : end;
        if (x > start && x + size.width() > room) {
            x = start;
            y += line;
        }
        put(chip, QRect(x, y + (line - size.height()) / 2 + 1, size.width(), size.height()));
        x += size.width() + scaled(gap);
    }
    int room = (y == 0 ? end - resultWidth : end) - x;
    if (room < scaled(editMinPx) && x > start) {
        x = start;
        y += line;
        room = end - x;
    }
    put(m_edit, QRect(x, y + 1, std::max(room, scaled(60)), line - 2));
    m_result->setVisible(resultWidth > 0);
    put(m_result, QRect(width() - resultWidth + scaled(4), 1, std::max(0, resultWidth - scaled(4)), line - 2));
    if (const int height = y + line; height != this->height()) {
        setFixedHeight(height);
        updateGeometry();
    }
    update();
}

QSize TokenField::sizeHint() const
{
    return {scaled(480), std::max(height(), scaled(linePx))};
}

QSize TokenField::minimumSizeHint() const
{
    return {scaled(240), std::max(height(), scaled(linePx))};
}

void TokenField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    const Role edge = isFaulty() ? Role::Failed : focused ? Role::Focus : Role::BorderControl;
    const double width = focused || isFaulty() ? 2.0 : 1.0;
    drawPanel(&painter, QRectF(rect()), 4, colorOf(Role::Surface), colorOf(edge), width);
    const QRect funnel(scaled(10), (scaled(linePx) - scaled(16)) / 2, scaled(16), scaled(16));
    paintIcon(&painter, mirrored(funnel, rect(), layoutDirection()), QStringLiteral("filter"), Role::Text);
}

void TokenField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void TokenField::mousePressEvent(QMouseEvent*)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void TokenField::focusInEvent(QFocusEvent*)
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void TokenField::retranslate()
{
    m_edit->setAccessibleName(m_edit->placeholderText().isEmpty() ? tr("Filter") : m_edit->placeholderText());
    setAccessibleName(m_edit->accessibleName());
}

void TokenField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    if (event->type() == QEvent::LayoutDirectionChange) {
        place();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
