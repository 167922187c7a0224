// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/verify_result.h"

#include "core/base/error.h"
#include "ui/widgets/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::VerifyResult)
};

QString escaped(const std::string& text)
{
    return cleanName(qs(text), 2000).toHtmlEscaped();
}

QString rowOf(const QString& label, const QString& value)
{
    return QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(label.toHtmlEscaped(), value);
}

QString verdictSentence(const query::VerifyReport& report)
{
    if (report.verdict == "intact") {
        return Words::tr("Intact: every entry keeps all 14 laws.");
    }
    return report.verdict == "incomplete" ? Words::tr("Incomplete: some promotions could not be judged.")
                                          : Words::tr("Broken: an entry does not keep the laws.");
}

QString listOf(const QString& title, const std::vector<std::string>& lines)
{
    if (lines.empty()) {
        return {};
    }
    QString html = QStringLiteral("<h2>%1</h2><ul>").arg(title.toHtmlEscaped());
    for (const std::string& line : lines) {
        html += QStringLiteral("<li>%1</li>").arg(escaped(line));
    }
    return html + QStringLiteral("</ul>");
}

} // namespace

QString verifyResultHtml(const query::VerifyReport& report)
{
    const QString title = Words::tr("Verification result");
    QString html =
        QStringLiteral("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
                       "body{font-family:sans-serif;font-size:10pt} td{padding:2pt 16pt 2pt 0} h1{font-size:16pt} "
                       "h2{font-size:11pt} code{font-family:monospace;font-size:9pt}</style></head><body><h1>%1</h1>")
            .arg(title.toHtmlEscaped());
    if (report.mode == "demo") {
        html += QStringLiteral("<p><b>%1</b></p>").arg(Words::tr("Demo workspace, not evidence").toHtmlEscaped());
    }
    html += QStringLiteral("<p><b>%1</b></p><table>").arg(verdictSentence(report).toHtmlEscaped());
    html += rowOf(Words::tr("Workspace"), escaped(report.name));
    html += rowOf(Words::tr("Workspace id"), QStringLiteral("<code>%1</code>").arg(escaped(report.workspaceId)));
    html += rowOf(Words::tr("Entries"), countText(report.entries));
    html += rowOf(Words::tr("Signatures"), countText(report.signatures));
    html += rowOf(Words::tr("Keys"), countText(report.keys));
    html += rowOf(Words::tr("Root hash"), QStringLiteral("<code>%1</code>").arg(escaped(report.root.text())));
    html += rowOf(Words::tr("Checked"), withoutIsolates(utcExact(report.checkedAt)));
    html += rowOf(Words::tr("Program"), QStringLiteral("Countersign %1").arg(QStringLiteral(CS_VERSION)));
    html += QStringLiteral("</table>");
    std::vector<std::string> problems;
    for (const query::VerifyProblem& problem : report.problems) {
        problems.push_back(utf8(
            Words::tr("Entry %1, law %2: %3").arg(countText(problem.entry)).arg(problem.law).arg(qs(problem.message))));
    }
    html += listOf(Words::tr("Problems"), problems);
    html += listOf(Words::tr("Warnings"), report.warnings);
    html += listOf(Words::tr("What this does not show"), report.notes);
    html += QStringLiteral("<p>%1<br><code>countersignctl verify</code></p></body></html>")
                .arg(Words::tr("Anybody can repeat it with nothing but public keys:").toHtmlEscaped());
    return html;
}

QByteArray verifyResultPdf(const query::VerifyReport& report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
    writer.setTitle(Words::tr("Verification result"));
    writer.setResolution(144);
    QTextDocument document;
    document.setHtml(verifyResultHtml(report));
    document.print(&writer);
    buffer.close();
    return bytes;
}

} // namespace cs::ui
