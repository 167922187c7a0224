// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_view.h"

#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QSyntaxHighlighter>
#include <QTextOption>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr qsizetype shownMax = 2 * 1024 * 1024;

class JsonTint final : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override
    {
        qsizetype i = 0;
        while (i < text.size()) {
            const QChar c = text.at(i);
            qsizetype end = i + 1;
            if (c == QLatin1Char('"')) {
                end = stringEnd(text, i);
                const bool key = end < text.size() && text.at(end) == QLatin1Char(':');
                paint(i, end, key ? Role::Link : Role::StProduction);
            } else if (c.isDigit() || c == QLatin1Char('-')) {
                end = wordEnd(text, i);
                paint(i, end, Role::StCanary);
            } else if (c.isLetter()) {
                end = wordEnd(text, i);
                paint(i, end, Role::Overridden);
            } else {
                paint(i, end, Role::Muted);
            }
            i = end;
        }
    }

private:
    static qsizetype stringEnd(const QString& text, qsizetype from)
    {
        for (qsizetype i = from + 1; i < text.size(); ++i) {
            if (text.at(i) == QLatin1Char('\\')) {
                ++i;
            } else if (text.at(i) == QLatin1Char('"')) {
                return i + 1;
            }
        }
        return text.size();
    }

    static qsizetype wordEnd(const QString& text, qsizetype from)
    {
        qsizetype i = from;
        while (i < text.size() && (text.at(i).isLetterOrNumber() || QStringLiteral("+-.").contains(text.at(i)))) {
            ++i;
        }
        return i;
    }

    void paint(qsizetype from, qsizetype to, Role role)
    {
        setFormat(static_cast<int>(from), static_cast<int>(to - from), colorOf(role));
    }
};

bool deceives(QChar c)
{
    const ushort u = c.unicode();
    return (u < 0x20 && u != '\n') || u == 0x7F || (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E)
        || (u >= 0x2060 && u <= 0x2069) || u == 0x061C || u == 0xFEFF;
}

QString escaped(const QString& text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        if (deceives(c)) {
            safe += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            safe += c;
        }
    }
    return safe;
}

} // namespace

JsonView::JsonView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setLayoutDirection(Qt::LeftToRight);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("JSON text"));
    auto* tint = new JsonTint(document());
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, [this, tint] {
        applyTheme();
        tint->rehighlight();
    });
}

void JsonView::setJson(const QByteArray& json)
{
    m_json = json;
    QString text = pretty(json.left(shownMax));
    if (json.size() > shownMax) {
        text += QLatin1Char('\n')
            + tr("… %1 more bytes are not shown; copy or export has them.").arg(countText(json.size() - shownMax));
    }
    setPlainText(text);
}

QString JsonView::pretty(const QByteArray& json)
{
    const QString in = QString::fromUtf8(json);
    QString out;
    out.reserve(in.size() + in.size() / 4);
    int depth = 0;
    bool inString = false;
    const auto newLine = [&out, &depth] {
        out += QLatin1Char('\n');
        out += QString(2 * std::min(std::max(depth, 0), 64), QLatin1Char(' '));
    };
    for (qsizetype i = 0; i < in.size(); ++i) {
        const QChar c = in.at(i);
        if (inString) {
            out += c;
            if (c == QLatin1Char('\\') && i + 1 < in.size()) {
                out += in.at(++i);
            } else if (c == QLatin1Char('"')) {
                inString = false;
            }
            continue;
        }
        const ushort u = c.unicode();
        const QChar next = i + 1 < in.size() ? in.at(i + 1) : QChar();
        if (u == '"') {
            inString = true;
            out += c;
        } else if (u == '{' || u == '[') {
            out += c;
            ++depth;
            if (next != QLatin1Char('}') && next != QLatin1Char(']')) {
                newLine();
            }
        } else if (u == '}' || u == ']') {
            --depth;
            if (!out.endsWith(QLatin1Char('{')) && !out.endsWith(QLatin1Char('['))) {
                newLine();
            }
            out += c;
        } else if (u == ',') {
            out += c;
            newLine();
        } else if (u == ':') {
            out += QStringLiteral(": ");
        } else if (!c.isSpace()) {
            out += c;
        }
    }
    return escaped(out);
}

void JsonView::applyTheme()
{
    setFont(fontOf(Type::Mono));
}

} // namespace cs::ui
