// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/facts_document.h"

#include "ui/widgets/theme/theme.h"

#include <QJsonArray>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace cs::ui {

namespace {

QTextCharFormat formatOf(Type type, Role role)
{
    QTextCharFormat format;
    format.setFont(fontOf(type));
    format.setForeground(colorOf(role));
    return format;
}

void writeSpans(QTextCursor& cursor, const QJsonArray& spans, Type type, Role role)
{
    for (const QJsonValue& value : spans) {
        const QJsonObject span = value.toObject();
        const bool code = span.value(QLatin1String("code")).toBool();
        QTextCharFormat format = formatOf(code ? Type::Mono : type, role);
        if (span.value(QLatin1String("bold")).toBool()) {
            format.setFontWeight(QFont::DemiBold);
        }
        cursor.insertText(span.value(QLatin1String("text")).toString(), format);
        const QString url = span.value(QLatin1String("url")).toString();
        if (!url.isEmpty()) {
            cursor.insertText(QStringLiteral(" <") + url + QLatin1Char('>'), formatOf(Type::Mono, Role::Muted));
        }
    }
}

/// A cell over a line: rows are told apart as in our own tables.
QTextTableCellFormat ruled(Role line)
{
    QTextTableCellFormat format;
    format.setBottomBorder(1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(colorOf(line));
    format.setPadding(5);
    return format;
}

void writeTable(QTextCursor& cursor, const QJsonObject& block)
{
    const QJsonArray header = block.value(QLatin1String("header")).toArray();
    const QJsonArray rows = block.value(QLatin1String("rows")).toArray();
    int columns = static_cast<int>(header.size());
    for (const QJsonValue& row : rows) {
        columns = std::max(columns, static_cast<int>(row.toArray().size()));
    }
    if (columns == 0) {
        return;
    }
    QTextTableFormat format;
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setBorder(0);
    QTextTable* table = cursor.insertTable(static_cast<int>(rows.size()) + 1, columns, format);
    const auto fill = [&](int row, const QJsonArray& cells, Type type) {
        for (int column = 0; column < cells.size(); ++column) {
            QTextTableCell place = table->cellAt(row, column);
            place.setFormat(ruled(row == 0 ? Role::BorderControl : Role::Grid));
            QTextCursor cell = place.firstCursorPosition();
            writeSpans(cell, cells.at(column).toArray(), type, Role::Text);
        }
    };
    fill(0, header, Type::Strong);
    for (int row = 0; row < rows.size(); ++row) {
        fill(row + 1, rows.at(row).toArray(), Type::Body);
    }
    cursor.movePosition(QTextCursor::End);
}

Type headingType(int level)
{
    return level <= 1 ? Type::Title : level == 2 ? Type::Heading : Type::Strong;
}

void writeCode(QTextCursor& cursor, const QJsonObject& block, QTextBlockFormat format)
{
    format.setBackground(colorOf(Role::Sunken));
    format.setLeftMargin(8);
    format.setBottomMargin(0);
    cursor.setBlockFormat(format);
    QStringList lines;
    for (const QJsonValue& line : block.value(QLatin1String("lines")).toArray()) {
        lines.append(line.toString());
    }
    cursor.insertText(lines.join(QChar::LineSeparator), formatOf(Type::Mono, Role::Text));
}

void writeBlock(QTextCursor& cursor, const QJsonObject& block)
{
    const QString type = block.value(QLatin1String("type")).toString();
    const QJsonArray spans = block.value(QLatin1String("spans")).toArray();
    QTextBlockFormat format;
    format.setBottomMargin(8);
    format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    if (type == QLatin1String("heading")) {
        format.setTopMargin(8);
        format.setHeadingLevel(block.value(QLatin1String("level")).toInt(1));
        cursor.setBlockFormat(format);
        writeSpans(cursor, spans, headingType(block.value(QLatin1String("level")).toInt(1)), Role::Text);
    } else if (type == QLatin1String("quote")) {
        format.setLeftMargin(16);
        cursor.setBlockFormat(format);
        writeSpans(cursor, spans, Type::Body, Role::Muted);
    } else if (type == QLatin1String("item")) {
        format.setIndent(block.value(QLatin1String("level")).toInt());
        format.setLeftMargin(18);
        format.setTextIndent(-14);
        format.setBottomMargin(4);
        cursor.setBlockFormat(format);
        const QString mark = block.value(QLatin1String("ordered")).toBool()
            ? QString(QString::number(block.value(QLatin1String("number")).toInt(1)) % QStringLiteral(". "))
            : QStringLiteral("•  ");
        cursor.insertText(mark, formatOf(Type::Body, Role::Muted));
        writeSpans(cursor, spans, Type::Body, Role::Text);
    } else if (type == QLatin1String("code")) {
        writeCode(cursor, block, format);
    } else if (type == QLatin1String("table")) {
        cursor.setBlockFormat(format);
        writeTable(cursor, block);
    } else if (type == QLatin1String("rule")) {
        cursor.setBlockFormat(format);
        cursor.insertText(QString(24, QChar(0x2500)), formatOf(Type::Body, Role::Muted));
    } else {
        cursor.setBlockFormat(format);
        writeSpans(cursor, spans, Type::Body, Role::Text);
    }
}

} // namespace

void writeMarkdown(QTextDocument& document, const QJsonObject& facts)
{
    document.clear();
    document.setDocumentMargin(0);
    QTextCursor cursor(&document);
    bool first = true;
    for (const QJsonValue& block : facts.value(QLatin1String("blocks")).toArray()) {
        if (!first) {
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        }
        first = false;
        writeBlock(cursor, block.toObject());
    }
}

} // namespace cs::ui
