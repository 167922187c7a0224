// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/text_view.h"

#include "ui/widgets/policy/policy_draft.h"
#include "ui/widgets/policy/policy_schema.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QHelpEvent>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QToolTip>

namespace cs::ui {
namespace {

class JsonColours final : public QSyntaxHighlighter {
public:
    explicit JsonColours(QTextDocument* document)
        : QSyntaxHighlighter(document)
    {
        connect(&Theme::instance(), &Theme::changed, this, &JsonColours::rehighlight);
    }

protected:
    void highlightBlock(const QString& text) override
    {
        static const QRegularExpression part(
            QStringLiteral(R"re("(?:[^"\\]|\\.)*"(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b)re"));
        for (auto found = part.globalMatch(text); found.hasNext();) {
            const auto match = found.next();
            QTextCharFormat format;
            const bool string = match.capturedView().startsWith(u'"');
            const bool name = match.capturedLength(1) > 0;
            format.setForeground(colorOf(name ? Role::Link : string ? Role::Passed : Role::Overridden));
            setFormat(static_cast<int>(match.capturedStart()),
                static_cast<int>(match.capturedLength() - std::max<qsizetype>(0, match.capturedLength(1))), format);
        }
    }
};

class Margin final : public QWidget {
public:
    explicit Margin(PolicyTextView* view)
        : QWidget(view)
        , m_view(view)
    {
        setObjectName(QStringLiteral("policyLines"));
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintMargin(event); }

private:
    PolicyTextView* m_view;
};

QString trimmedQuotes(QString word)
{
    return word.remove(u'"');
}

} // namespace

PolicyTextView::PolicyTextView(PolicyDraft& draft, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_draft(draft)
    , m_margin(new Margin(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("policyText"));
    setAccessibleName(tr("Policy as text"));
    setDocument(draft.document());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(false);
    new JsonColours(document());
    m_list->setObjectName(QStringLiteral("policyCompletions"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->hide();
    connect(m_list, &QListWidget::itemClicked, this, &PolicyTextView::takeCompletion);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &PolicyTextView::place);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        dy != 0 ? m_margin->scroll(0, dy) : m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(&Theme::instance(), &Theme::changed, this, &PolicyTextView::place);
    place();
}

int PolicyTextView::marginWidth() const
{
    return QFontMetrics(fontOf(Type::Mono)).horizontalAdvance(QStringLiteral("0"))
        * (static_cast<int>(QString::number(blockCount()).size()) + 2);
}

void PolicyTextView::place()
{
    setFont(fontOf(Type::Mono));
    document()->setDefaultFont(fontOf(Type::Mono));
    setTabStopDistance(2 * QFontMetricsF(font()).horizontalAdvance(u' '));
    setViewportMargins(marginWidth(), 0, 0, 0);
    m_margin->setGeometry(0, 0, marginWidth(), height());
    underline();
}

void PolicyTextView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    place();
}

void PolicyTextView::paintMargin(QPaintEvent* event)
{
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), colorOf(Role::Sunken));
    painter.setFont(fontOf(Type::Mono));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF at = blockBoundingGeometry(block).translated(contentOffset());
        if (at.top() > event->rect().bottom())
            break;
        int worst = 0;
        for (const query::PolicyFinding& finding : m_findings)
            if (finding.line == block.blockNumber() + 1)
                worst = std::max(worst,
                    finding.kind == query::PolicyFinding::Kind::Error         ? 3
                        : finding.kind == query::PolicyFinding::Kind::Weakens ? 2
                                                                              : 1);
        painter.setPen(colorOf(worst == 3 ? Role::Failed
                : worst == 2              ? Role::Vetoed
                : worst == 1              ? Role::Stale
                                          : Role::Muted));
        painter.drawText(QRectF(0, at.top(), m_margin->width() - scaled(6), at.height()), Qt::AlignRight | Qt::AlignTop,
            QString::number(block.blockNumber() + 1));
    }
}

void PolicyTextView::setFindings(const std::vector<query::PolicyFinding>& findings)
{
    m_findings = findings;
    underline();
    m_margin->update();
}

void PolicyTextView::underline()
{
    QList<QTextEdit::ExtraSelection> marks;
    const int last = document()->characterCount() - 1;
    for (const query::PolicyFinding& finding : m_findings) {
        if (finding.line <= 0)
            continue;
        QTextEdit::ExtraSelection mark;
        using Kind = query::PolicyFinding::Kind;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colorOf(finding.kind == Kind::Error ? Role::Failed
                : finding.kind == Kind::Weakens                           ? Role::Vetoed
                                                                          : Role::Stale));
        const int begin = std::min(m_draft.positionOf(finding.begin), last);
        // Long things are underlined in their first line only.
        const QTextBlock block = document()->findBlock(begin);
        const int end = std::min({m_draft.positionOf(std::max(finding.end, finding.begin + 1)), last,
            block.position() + block.length() - 1});
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(begin);
        mark.cursor.setPosition(std::max(begin, end), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void PolicyTextView::goTo(std::int64_t begin, std::int64_t end)
{
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(m_draft.positionOf(begin), last));
    cursor.setPosition(std::min(m_draft.positionOf(end), last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

bool PolicyTextView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QTextCursor at = cursorForPosition(help->pos() - QPoint(marginWidth(), 0));
        QStringList lines;
        for (const query::PolicyFinding& finding : m_findings)
            if (finding.line == at.blockNumber() + 1)
                lines.append(cleanName(coreWords(qs(finding.message)), 400).toHtmlEscaped());
        if (lines.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), lines.join(QStringLiteral("<br>")), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

QString PolicyTextView::wordBefore(int* begin) const
{
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    static const QRegularExpression word(QStringLiteral("\"?[\\w.*-]*$"));
    const auto match = word.match(line);
    *begin = textCursor().block().position() + static_cast<int>(match.capturedStart());
    return trimmedQuotes(match.captured());
}

QStringList PolicyTextView::completions() const
{
    // The text is seldom whole while somebody writes: what stands before the cursor is closed as it would be.
    const QString all = toPlainText();
    int begin = 0;
    const QString typed = wordBefore(&begin);
    const QString before = all.left(begin);
    static const QRegularExpression nameAt(QStringLiteral("\"([^\"\\\\]*)\"\\s*:\\s*(\\[[^\\[\\]{}]*)?$"));
    const auto value = nameAt.match(before);
    QString closed = before;
    closed += value.hasMatch() ? QStringLiteral("\"?\"") : QStringLiteral("\"?\": null");
    QList<QChar> open;
    bool inside = false;
    for (qsizetype i = 0; i < closed.size(); ++i) {
        const QChar c = closed.at(i);
        if (inside) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inside = false;
        } else if (c == u'"') {
            inside = true;
        } else if (c == u'{' || c == u'[') {
            open.append(c);
        } else if ((c == u'}' || c == u']') && !open.isEmpty()) {
            open.removeLast();
        }
    }
    for (auto at = open.crbegin(); at != open.crend(); ++at)
        closed += *at == u'{' ? u'}' : u']';
    const json::Source source(closed.toUtf8().toStdString());
    if (!source.status())
        return {};
    const std::string place = source.pointerAt(static_cast<std::size_t>(before.toUtf8().size()) + 1);
    const PolicySchema& schema = PolicySchema::shipped();
    QStringList words;
    if (value.hasMatch()) {
        const std::string name = value.captured(1).toStdString();
        const bool inList = value.capturedLength(2) > 0;
        const std::string member = inList ? json::parentOf(place) : place;
        const SchemaNode node = inList ? schema.item(source, member) : schema.at(source, place);
        words = node.choices;
        for (const auto& choice : choicesFor(name, m_draft, m_vocabulary))
            words.append(choice.id);
        if (name == "tag")
            for (const json::Value tag : m_draft.at("/tags"))
                words.append(qs(std::string(tag.key())));
    } else {
        const std::string object = json::parentOf(place);
        for (const SchemaMember& member : schema.members(source, object))
            if (!source.at(object + json::step(member.name)).isValid())
                words.append(qs(member.name));
    }
    words.removeDuplicates();
    QStringList fitting;
    for (const QString& word : words)
        if (typed.isEmpty() || word.contains(typed, Qt::CaseInsensitive))
            fitting.append(word);
    return fitting;
}

void PolicyTextView::complete()
{
    m_list->clear();
    m_list->addItems(completions());
    if (m_list->count() == 0) {
        m_list->hide();
        return;
    }
    m_list->setCurrentRow(0);
    const QRect at = cursorRect();
    const int height = std::min(m_list->count(), 8) * m_list->sizeHintForRow(0) + 6;
    QPoint corner(at.left() + marginWidth(), at.bottom() + 2);
    if (corner.y() + height > this->height())
        corner.setY(std::max(0, at.top() - height));
    m_list->setGeometry(QRect(corner, QSize(scaled(260), height)));
    m_list->show();
    m_list->raise();
}

void PolicyTextView::takeCompletion()
{
    if (m_list->currentItem() == nullptr)
        return;
    int begin = 0;
    (void)wordBefore(&begin);
    QTextCursor cursor = textCursor();
    const QString line = cursor.block().text();
    const bool quoteAfter = line.mid(cursor.positionInBlock(), 1) == QLatin1String("\"");
    cursor.setPosition(begin, QTextCursor::KeepAnchor);
    cursor.insertText(u'"' + m_list->currentItem()->text() + (quoteAfter ? QString() : QStringLiteral("\"")));
    m_list->hide();
}

void PolicyTextView::focusOutEvent(QFocusEvent* event)
{
    m_list->hide();
    QPlainTextEdit::focusOutEvent(event);
}

void PolicyTextView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete();
        return;
    }
    if (m_list->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + (event->key() == Qt::Key_Up ? -1 : 1), 0, m_list->count() - 1));
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            takeCompletion();
            return;
        case Qt::Key_Escape:
            m_list->hide();
            return;
        default:
            break;
        }
        QPlainTextEdit::keyPressEvent(event);
        complete();
        return;
    }
    // Tab leaves the field, as everywhere: whoever uses the keyboard must get out again.
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) {
        focusNextPrevChild(event->key() == Qt::Key_Tab);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace cs::ui
