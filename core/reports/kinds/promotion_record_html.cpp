// SPDX-License-Identifier: GPL-3.0-or-later
// The accessible copy: language, headings in order, captions, text beside every colour, no script, nothing remote.
// @source regulations.md sections 7.11 and 7.12
#include "core/reports/kinds/promotion_record.h"

namespace cs::reports {
namespace {

/// Characters that turn or hide text become visible escapes: a model name must not rewrite a report.
void appendEscape(std::string& out, const QString& text, qsizetype at)
{
    out += "\\u{" + utf8(QString::number(text[at].unicode(), 16)) + "}";
}

bool turnsText(char16_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF
        || c == 0x061C || (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

std::string esc(const std::string& utf8Text)
{
    const QString text = qs(utf8Text);
    std::string out;
    qsizetype plain = 0;
    const auto flush = [&](qsizetype to) {
        out += utf8(text.mid(plain, to - plain));
        plain = to + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const char* entity = c == '&' ? "&amp;"
            : c == '<'                ? "&lt;"
            : c == '>'                ? "&gt;"
            : c == '"'                ? "&quot;"
            : c == '\''               ? "&#39;"
                                      : nullptr;
        if (entity == nullptr && !turnsText(c))
            continue;
        flush(i);
        if (entity != nullptr)
            out += entity;
        else
            appendEscape(out, text, i);
    }
    flush(text.size());
    return out;
}

constexpr const char* style = R"(
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.5 Inter, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: #1A1F26; background: #fff; max-width: 184mm; margin: 0 auto; padding: 10mm 4mm; position: relative; }
header { border-bottom: 0.6mm solid #2F4DB3; padding-bottom: 4mm; margin-bottom: 5mm; }
.kind { color: #2F4DB3; font-weight: 600; font-size: 9pt; margin: 0 0 1mm; }
h1 { font-size: 19pt; line-height: 1.2; font-weight: 600; margin: 0 0 2mm; overflow-wrap: anywhere; }
.status { font-size: 11pt; color: #586271; margin: 0; }
h2 { font-size: 12.5pt; font-weight: 600; margin: 9mm 0 2mm; break-after: avoid; }
p { margin: 0 0 2mm; } ul { margin: 0 0 3mm; padding-left: 5mm; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; table-layout: fixed; }
caption { text-align: left; color: #586271; font-size: 9pt; padding: 0 0 1mm; }
th, td { text-align: left; vertical-align: top; border-bottom: 0.25mm solid #D8DCE2; padding: 1.6mm 3mm 1.6mm 0; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 8.5pt; font-weight: 500; color: #586271; background: #F8F9FA; border-bottom-color: #838C99; }
thead th:first-child { padding-left: 2mm; } .rows td:first-child, .rows th:first-child { padding-left: 2mm; }
.facts caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.facts th { font-weight: 400; color: #586271; } tr { break-inside: avoid; } thead { display: table-header-group; }
.mono { font: 8pt/1.45 "JetBrains Mono", "DejaVu Sans Mono", monospace; color: #586271; word-break: break-all; }
.second { display: block; font-size: 8.5pt; color: #586271; } .num { text-align: right; font-variant-numeric: tabular-nums; }
.state { font-weight: 500; white-space: nowrap; } .good { color: #136F45; } .bad { color: #B3261E; } .off { color: #5D6673; } .wait { color: #855000; }
.summary { background: #F3F4F6; border-radius: 1.5mm; padding: 3mm 4mm; } .summary table { margin: 0; } .summary tr:last-child > * { border-bottom: 0; }
.mark { background: #EEE8FA; color: #6437B8; padding: 2mm 4mm; font-weight: 600; border-radius: 1.5mm; margin: 0 0 4mm; }
.demo { position: fixed; top: 40%; left: 14%; font-size: 130pt; font-weight: 700; color: #F4F0FC; transform: rotate(-30deg); z-index: -1; }
footer { border-top: 0.25mm solid #838C99; margin-top: 9mm; padding-top: 3mm; font-size: 9pt; color: #586271; }
@media print { body { padding: 0; max-width: none; -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

std::string span(const char* kind, const std::string& text)
{
    return text.empty() ? std::string() : "<span class=\"" + std::string(kind) + "\">" + esc(text) + "</span>";
}

/// Shape, word and colour; the shape keeps its meaning in a grey print.
std::string verdict(const std::string& result)
{
    const bool good = result == "passed" || result == "present";
    const bool bad = result == "failed" || result == "vetoed" || result == "broken" || result == "missing";
    const bool off = result == "not applicable";
    const char* mark = good ? "\u2713 " : bad ? "\u2717 " : off ? "\u2013 " : "\u25CB ";
    return span(good ? "state good" : bad ? "state bad" : off ? "state off" : "state wait", mark + result);
}

std::string stateWord(FieldState state)
{
    switch (state) {
    case FieldState::Present:
        return "present";
    case FieldState::Missing:
        return "missing";
    case FieldState::NotApplicable:
        return "not applicable";
    case FieldState::Stale:
        return "stale";
    case FieldState::Broken:
        return "broken";
    case FieldState::Pending:
        break;
    }
    return "pending";
}

struct Column {
    const char* title;
    int percent;
    bool number = false;
};

class Page {
public:
    void open(const PromotionRecord& record)
    {
        m_out +=
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            "<meta name=\"viewport\" content=\"width=device-width\"><title>"
            + esc(record.title) + "</title><style>" + style + "</style></head><body>\n";
        if (record.isDemo())
            m_out += "<div class=\"demo\" aria-hidden=\"true\">DEMO</div><p class=\"mark\">Demo workspace, not "
                     "evidence</p>\n";
        const auto colon = record.title.find(": ");
        const bool split = colon != std::string::npos;
        m_out += "<header>";
        if (split)
            m_out += "<p class=\"kind\">" + esc(record.title.substr(0, colon)) + "</p>";
        m_out += "<h1>" + esc(split ? record.title.substr(colon + 2) : record.title) + "</h1>\n<p class=\"status\">"
            + esc(record.status) + "</p></header>\n";
    }
    void heading(const std::string& text) { m_out += "<h2>" + esc(text) + "</h2>\n"; }
    void paragraph(const std::string& text) { m_out += "<p>" + esc(text) + "</p>\n"; }
    void raw(const std::string& markup) { m_out += markup; }
    void facts(const std::string& caption, const std::vector<Field>& fields)
    {
        m_out += "<table class=\"facts\"><caption>" + esc(caption)
            + "</caption><colgroup><col style=\"width:29%\"><col></colgroup><tbody>\n";
        for (const Field& field : fields) {
            const bool there = field.state == FieldState::Present;
            m_out += "<tr><th scope=\"row\">" + esc(field.label) + "</th><td>"
                + (there ? valueOf(field) : verdict(stateWord(field.state)) + " " + esc(field.value)) + "</td></tr>\n";
        }
        m_out += "</tbody></table>\n";
    }
    void table(
        const std::string& caption, const std::vector<Column>& head, const std::vector<std::vector<std::string>>& rows)
    {
        if (rows.empty())
            return paragraph("None.");
        m_out += "<table class=\"rows\"><caption>" + esc(caption) + "</caption><colgroup>";
        for (const Column& column : head)
            m_out += "<col style=\"width:" + std::to_string(column.percent) + "%\">";
        m_out += "</colgroup><thead><tr>";
        for (const Column& column : head)
            m_out += std::string("<th scope=\"col\"") + (column.number ? " class=\"num\">" : ">") + esc(column.title)
                + "</th>";
        m_out += "</tr></thead><tbody>\n";
        for (const auto& row : rows) {
            m_out += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                m_out += (head[i].number ? "<td class=\"num\">" : "<td>") + row[i] + "</td>";
            m_out += "</tr>\n";
        }
        m_out += "</tbody></table>\n";
    }
    void list(const std::vector<std::string>& items)
    {
        m_out += "<ul>";
        for (const std::string& item : items)
            m_out += "<li>" + esc(item) + "</li>";
        m_out += "</ul>\n";
    }
    std::string take() { return std::move(m_out) + "</body></html>\n"; }

private:
    /// Digests and ids stand in a fixed pitch, so that they can be compared by eye.
    static std::string valueOf(const Field& field)
    {
        const bool token = field.value.size() >= 40 && field.value.find(' ') == std::string::npos;
        return token ? span("mono", field.value) : esc(field.value);
    }

    std::string m_out;
};

std::string minute(UtcTime time)
{
    std::string text = time.text().substr(0, 16);
    text[10] = ' ';
    return text;
}

void summary(Page& page, const PromotionRecord& record)
{
    page.raw("<div class=\"summary\">");
    page.facts("About this report",
        {{"gate", "Gate", record.gateResult, FieldState::Present},
            {"completeness", "Completeness", completenessOf(record).sentence(), FieldState::Present},
            {"workspace", "Workspace", record.head.name + ", " + record.head.workspaceId, FieldState::Present},
            {"head", "Ledger before this report", std::to_string(record.head.size) + " entries", FieldState::Present},
            {"root", "Root", "sha256:" + record.head.root.hex(), FieldState::Present},
            {"generatedAt", "Made at", minute(record.generatedAt) + " UTC, " + record.program, FieldState::Present}});
    page.raw("</div>\n");
}

void gate(Page& page, const PromotionRecord& record)
{
    std::vector<std::vector<std::string>> rows;
    for (const Criterion& c : record.criteria)
        rows.push_back({esc(c.title) + span("second", c.because), esc(c.actual) + span("second", c.threshold),
            verdict(c.result), esc(c.source) + "<span class=\"second mono\">" + esc(c.id) + "</span>"});
    page.heading("Gate result");
    page.table(
        "Conditions of the gate", {{"Condition", 42}, {"Actual, bound", 20}, {"Result", 15}, {"Source", 23}}, rows);
}

std::string decisionOf(const Approval& approval)
{
    const bool approved = approval.decision == "approved";
    return span(approved ? "state good" : "state bad", (approved ? "\u2713 " : "\u2717 ") + approval.decision)
        + span("second", approval.live ? "" : "does not count any more");
}

void approvals(Page& page, const PromotionRecord& record)
{
    std::vector<std::vector<std::string>> rows;
    for (const Approval& a : record.approvals)
        rows.push_back(
            {esc(a.printedName) + span("second", a.role + (a.raciLetter.empty() ? "" : " (" + a.raciLetter + ")")),
                decisionOf(a) + span("second", minute(a.signedAt)),
                esc(a.meaning) + (a.comment.empty() ? "" : span("second", "Comment: " + a.comment))
                    + "<span class=\"second mono\">" + esc(a.fingerprint) + "</span>",
                std::to_string(a.entry)});
    page.heading("Approvals and dissent");
    page.table("Decisions in the order of the ledger",
        {{"Name, role", 24}, {"Decision, at (UTC)", 19}, {"Meaning, comment, key", 48}, {"Entry", 9, true}}, rows);
}

void evidence(Page& page, const PromotionRecord& record)
{
    std::vector<std::vector<std::string>> rows;
    for (const Evidence& e : record.evidence)
        rows.push_back({esc(e.name) + "<span class=\"second mono\">" + esc(e.digest) + "</span>", esc(e.kind),
            std::to_string(e.bytes),
            esc(e.signer) + span("second", minute(e.producedAt))
                + (e.validUntil ? span("second", "valid until " + minute(*e.validUntil)) : ""),
            verdict(stateWord(e.state))});
    page.heading("Evidence");
    page.table("Files bound to the version; times in UTC",
        {{"Name, digest", 38}, {"Kind", 20}, {"Bytes", 11, true}, {"Attached by, at", 18}, {"State", 13}}, rows);
}

void proofs(Page& page, const PromotionRecord& record)
{
    std::vector<std::vector<std::string>> rows;
    for (const EntryProof& e : record.entries) {
        std::string path;
        for (const Digest& hash : e.proof)
            path += (path.empty() ? "" : " ") + hash.hex();
        rows.push_back({std::to_string(e.index), esc(e.says) + span("second", e.signer) + span("second", minute(e.at)),
            "<span class=\"mono\">leaf " + e.leaf.hex() + "<br>path " + path + "</span>"});
    }
    page.heading("Entries and how to check them");
    page.paragraph(
        "The leaf hash of an entry is SHA-256(0x00, line); the hashes of its path lead to the root above (RFC 6962). "
        "The JSON form of this report carries the lines as stored.");
    page.table("Entries that this promotion rests on; times in UTC",
        {{"Entry", 8, true}, {"What, signer, time", 34}, {"Leaf and path", 58}}, rows);
}

} // namespace

std::string toHtml(const PromotionRecord& record)
{
    Page page;
    page.open(record);
    summary(page, record);
    for (const Section& section : record.sections) {
        page.heading(section.title);
        page.facts(section.title, section.fields);
    }
    gate(page, record);
    approvals(page, record);
    evidence(page, record);
    if (!record.conditions.empty()) {
        page.heading("What is left");
        page.list(record.conditions);
    }
    if (!record.warnings.empty()) {
        page.heading("Warnings");
        page.list(record.warnings);
    }
    proofs(page, record);
    page.raw("<footer>");
    page.paragraph("Complete up to entry " + std::to_string(record.head.size - 1)
        + ". Whether later entries exist cannot be known from this file. Verify offline: countersignctl verify.");
    page.raw("</footer>");
    return page.take();
}

} // namespace cs::reports
