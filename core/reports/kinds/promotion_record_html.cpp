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
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.45 "Noto Sans", "DejaVu Sans", sans-serif; color: #1b1f24; max-width: 178mm; margin: 0 auto; padding: 8mm 0; position: relative; }
h1 { font-size: 18pt; margin: 0 0 2mm; } h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; } caption { text-align: left; color: #4a5361; padding: 1mm 0; }
th, td { text-align: left; vertical-align: top; border-bottom: 0.3mm solid #d5dae1; padding: 1.2mm 2mm 1.2mm 0; overflow-wrap: anywhere; }
thead th { border-bottom: 0.5mm solid #4a5361; } tr { break-inside: avoid; } .mono { font-family: "DejaVu Sans Mono", monospace; font-size: 8.5pt; }
.missing { color: #8a1c1c; } .mark { background: #f4f0fc; color: #4b2a8a; padding: 2mm 3mm; font-weight: bold; }
.demo { position: fixed; top: 42%; left: 12%; font-size: 150pt; font-weight: bold; color: #F4F0FC; transform: rotate(-30deg); z-index: -1; }
)";

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
        m_out += "<h1>" + esc(record.title) + "</h1>\n";
    }
    void heading(const std::string& text) { m_out += "<h2>" + esc(text) + "</h2>\n"; }
    void paragraph(const std::string& text) { m_out += "<p>" + esc(text) + "</p>\n"; }
    void pairs(const std::string& caption, const std::vector<Field>& fields)
    {
        m_out += "<table><caption>" + esc(caption) + "</caption><tbody>\n";
        for (const Field& field : fields) {
            const bool there = field.state == FieldState::Present;
            const std::string value = there
                ? esc(field.value)
                : "<span class=\"missing\">" + std::string(fieldStateName(field.state)) + "</span> " + esc(field.value);
            m_out += "<tr><th scope=\"row\">" + esc(field.label) + "</th><td>" + value + "</td></tr>\n";
        }
        m_out += "</tbody></table>\n";
    }
    void table(const std::string& caption, const std::vector<std::string>& head,
        const std::vector<std::vector<std::string>>& rows)
    {
        if (rows.empty())
            return paragraph("None.");
        m_out += "<table><caption>" + esc(caption) + "</caption><thead><tr>";
        for (const std::string& title : head)
            m_out += "<th scope=\"col\">" + esc(title) + "</th>";
        m_out += "</tr></thead><tbody>\n";
        for (const auto& row : rows) {
            m_out += "<tr>";
            for (const std::string& cell : row)
                m_out += (cell.size() >= 40 && cell.find(' ') == std::string::npos ? "<td class=\"mono\">" : "<td>")
                    + esc(cell) + "</td>";
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
    std::string m_out;
};

std::vector<Field> headFields(const PromotionRecord& record)
{
    return {{"workspace", "Workspace", record.head.name + ", " + record.head.workspaceId, FieldState::Present},
        {"head", "Ledger before this report",
            std::to_string(record.head.size) + " entries, root sha256:" + record.head.root.hex(), FieldState::Present},
        {"generatedAt", "Made at (UTC)", record.generatedAt.text(), FieldState::Present},
        {"program", "Program", record.program, FieldState::Present},
        {"status", "Status", record.status, FieldState::Present},
        {"completeness", "Completeness", completenessOf(record).sentence(), FieldState::Present}};
}

void approvalsAndEvidence(Page& page, const PromotionRecord& record)
{
    std::vector<std::vector<std::string>> rows;
    for (const Approval& a : record.approvals)
        rows.push_back({a.printedName, a.role + (a.raciLetter.empty() ? "" : " (" + a.raciLetter + ")"),
            a.decision + ", meaning " + a.meaning + (a.live ? "" : "; does not count any more"), a.signedAt.text(),
            a.comment, a.fingerprint, std::to_string(a.entry)});
    page.heading("Approvals and dissent");
    page.table("Decisions in the order of the ledger",
        {"Name", "Role", "Decision", "Signed at (UTC)", "Comment", "Key", "Entry"}, rows);
    rows.clear();
    for (const Evidence& e : record.evidence)
        rows.push_back({e.name, e.kind, e.digest, std::to_string(e.bytes), e.producedAt.text(), e.signer,
            fieldStateName(e.state)});
    page.heading("Evidence");
    page.table(
        "Files bound to the version", {"Name", "Kind", "Digest", "Bytes", "Attached at (UTC)", "By", "State"}, rows);
}

void proofs(Page& page, const PromotionRecord& record)
{
    std::vector<std::vector<std::string>> rows;
    for (const EntryProof& e : record.entries) {
        std::string path;
        for (const Digest& hash : e.proof)
            path += (path.empty() ? "" : " ") + hash.hex();
        rows.push_back({std::to_string(e.index), e.says, e.signer, e.at.text(), e.leaf.hex(), path});
    }
    page.heading("Entries and how to check them");
    page.paragraph(
        "The leaf hash of an entry is SHA-256(0x00, line); the hashes of its path lead to the root above (RFC 6962). "
        "The JSON form of this report carries the lines as stored.");
    page.table("Entries that this promotion rests on", {"Entry", "What", "Signer", "At (UTC)", "Leaf", "Path"}, rows);
}

} // namespace

std::string toHtml(const PromotionRecord& record)
{
    Page page;
    page.open(record);
    page.pairs("About this report", headFields(record));
    for (const Section& section : record.sections) {
        page.heading(section.title);
        page.pairs(section.title, section.fields);
    }
    page.heading("Gate result");
    page.paragraph(record.gateResult);
    std::vector<std::vector<std::string>> rows;
    for (const Criterion& c : record.criteria)
        rows.push_back({c.title + " (" + c.id + ")", c.threshold, c.actual, c.result, c.because, c.source});
    page.table("Conditions of the gate", {"Condition", "Bound", "Actual", "Result", "Why", "Source"}, rows);
    approvalsAndEvidence(page, record);
    if (!record.conditions.empty()) {
        page.heading("What is left");
        page.list(record.conditions);
    }
    if (!record.warnings.empty()) {
        page.heading("Warnings");
        page.list(record.warnings);
    }
    proofs(page, record);
    page.paragraph("Complete up to entry " + std::to_string(record.head.size - 1)
        + ". Whether later entries exist cannot be known from this file. Verify offline: countersignctl verify.");
    return page.take();
}

} // namespace cs::reports
