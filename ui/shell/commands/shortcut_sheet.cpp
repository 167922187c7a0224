// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands/shortcut_sheet.h"

#include "ui/shell/commands/command_table.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <map>

namespace cs::ui {

namespace {

QString keysOf(const Command& command)
{
    return QKeySequence::listToString(command.keys, QKeySequence::NativeText);
}

/// The name of the page that a context belongs to: the text of the command that goes there.
QString titleOf(const QByteArray& context, const CommandTable& commands)
{
    if (context.isEmpty()) {
        return ShortcutSheet::tr("Everywhere");
    }
    for (const QByteArray& id : {QByteArray("go." + context), QByteArray(context + ".show")}) {
        if (const CommandTable::Entry* entry = commands.find(id)) {
            return entry->command.text;
        }
    }
    return QString::fromLatin1(context);
}

} // namespace

QString shortcutsHtml(const CommandTable& commands)
{
    QList<QByteArray> order;
    std::map<QByteArray, QString> rows;
    for (const auto& entry : commands.all()) {
        if (entry->command.keys.isEmpty()) {
            continue;
        }
        if (!order.contains(entry->context)) {
            order.append(entry->context);
        }
        rows[entry->context] += QStringLiteral("<tr><td width=\"30%\"><b>%1</b></td><td>%2</td></tr>")
                                    .arg(keysOf(entry->command).toHtmlEscaped(), entry->command.text.toHtmlEscaped());
    }
    QString html = QStringLiteral("<html><body style=\"font-family: sans-serif; font-size: 10pt\"><h1>%1</h1>")
                       .arg(ShortcutSheet::tr("Keyboard shortcuts of Countersign").toHtmlEscaped());
    for (const QByteArray& context : order) {
        html += QStringLiteral("<h3>%1</h3><table width=\"100%\" cellpadding=\"2\">%2</table>")
                    .arg(titleOf(context, commands).toHtmlEscaped(), rows[context]);
    }
    return html + QStringLiteral("</body></html>");
}

ShortcutSheet::ShortcutSheet(const CommandTable& commands, QWidget* parent)
    : Sheet(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setTitle(tr("Keyboard shortcuts"), tr("Ctrl+K finds every command by a few letters, also those without keys."));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    auto* here = new FactList(body);
    auto* everywhere = new FactList(body);
    here->setLabelWidth(140);
    everywhere->setLabelWidth(140);
    bool hasHere = false;
    for (const CommandTable::Entry* entry : commands.available()) {
        if (entry->command.keys.isEmpty()) {
            continue;
        }
        FactList* list = entry->context.isEmpty() ? everywhere : here;
        list->addFact(keysOf(entry->command), entry->command.text);
        hasHere = hasHere || !entry->context.isEmpty();
    }
    if (hasHere) {
        column->addWidget(new Label(tr("On this page"), Type::Strong));
        column->addWidget(here);
        column->addSpacing(12);
    } else {
        here->hide();
    }
    column->addWidget(new Label(tr("Everywhere"), Type::Strong));
    column->addWidget(everywhere);
    setBody(body);
    const QString html = shortcutsHtml(commands);
    Button* print = addFootButton(Button::Kind::Plain, tr("Print…"), QStringLiteral("print"));
    print->setObjectName(QStringLiteral("shortcutPrint"));
    connect(print, &Button::triggered, this, [this, html] { Q_EMIT printAsked(tr("Keyboard shortcuts"), html); });
    Button* pdf = addFootButton(Button::Kind::Plain, tr("Save as PDF…"), QStringLiteral("export"));
    pdf->setObjectName(QStringLiteral("shortcutPdf"));
    connect(pdf, &Button::triggered, this, [this, html] { Q_EMIT pdfAsked(tr("Keyboard shortcuts"), html); });
    Button* close = addFootButton(Button::Kind::Outlined, tr("Close"));
    close->setObjectName(QStringLiteral("shortcutClose"));
    connect(close, &Button::triggered, this, &QDialog::accept);
    close->setFocus();
}

} // namespace cs::ui
