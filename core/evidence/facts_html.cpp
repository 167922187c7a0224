// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/facts_html.h"

#include "core/base/json.h"
#include "core/evidence/reader_protocol.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cs {

namespace {

using json::Value;

void escape(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
}

/// A string as it is, a number by its literal.
std::string_view plain(Value value)
{
    return value.isString() ? value.string() : value.numberText();
}

void element(std::string& out, std::string_view name, std::string_view text)
{
    out.append("<").append(name).append(">");
    escape(out, text);
    out.append("</").append(name).append(">");
}

void lines(std::string& out, Value array)
{
    out += "<pre>";
    for (const Value line : array) {
        escape(out, line.string());
        out += '\n';
    }
    out += "</pre>";
}

void span(std::string& out, Value value)
{
    const auto is = [&](std::string_view name) { return value.find(name).boolean().value_or(false); };
    const std::array<std::pair<bool, std::string_view>, 3> styles{
        {{is("bold"), "b"}, {is("italic"), "i"}, {is("code"), "code"}}};
    for (const auto& [on, tag] : styles)
        if (on)
            out.append("<").append(tag).append(">");
    escape(out, value.find("text").string());
    for (auto style = styles.rbegin(); style != styles.rend(); ++style)
        if (style->first)
            out.append("</").append(style->second).append(">");
    const std::string_view url = value.find("url").string();
    if (url.empty() || url == value.find("text").string())
        return;
    out += " (<code>";
    escape(out, url);
    out += "</code>)";
}

void spans(std::string& out, std::string_view tag, Value array)
{
    out.append("<").append(tag).append(">");
    for (const Value value : array)
        span(out, value);
    out.append("</").append(tag).append(">");
}

void markdownTable(std::string& out, Value block)
{
    out += "<table><tr>";
    for (const Value cell : block.find("header"))
        spans(out, "th", cell);
    out += "</tr>";
    for (const Value row : block.find("rows")) {
        out += "<tr>";
        for (const Value cell : row)
            spans(out, "td", cell);
        out += "</tr>";
    }
    out += "</table>";
}

void markdownItem(std::string& out, Value block)
{
    const auto level = std::clamp<std::int64_t>(block.find("level").integer().value_or(0), 0, 5);
    const bool ordered = block.find("ordered").boolean().value_or(false);
    std::string text = "<p class=\"item\">";
    for (std::int64_t i = 0; i <= level; ++i)
        text += "&nbsp;&nbsp;";
    text += ordered ? std::string(block.find("number").numberText()) + ". " : std::string("\u2022 ");
    for (const Value value : block.find("spans"))
        span(text, value);
    out += text + "</p>";
}

void markdownBlock(std::string& out, Value block)
{
    const std::string_view type = block.find("type").string();
    if (type == "heading") {
        const auto level = std::clamp<std::int64_t>(block.find("level").integer().value_or(6), 1, 6);
        spans(out, "h" + std::to_string(level), block.find("spans"));
    } else if (type == "paragraph") {
        spans(out, "p", block.find("spans"));
    } else if (type == "quote") {
        spans(out, "blockquote", block.find("spans"));
    } else if (type == "item") {
        markdownItem(out, block);
    } else if (type == "code") {
        lines(out, block.find("lines"));
    } else if (type == "rule") {
        out += "<hr>";
    } else if (type == "table") {
        markdownTable(out, block);
    }
}

/// A table of the members @p names of each object in @p array.
void objectTable(std::string& out, Value array, std::initializer_list<std::string_view> names)
{
    if (array.size() == 0)
        return;
    out += "<table><tr>";
    for (const std::string_view name : names)
        element(out, "th", name);
    out += "</tr>";
    for (const Value object : array) {
        out += "<tr>";
        for (const std::string_view name : names)
            element(out, "td", plain(object.find(name)));
        out += "</tr>";
    }
    out += "</table>";
}

/// "name: value" for each of @p names that is there.
void members(std::string& out, Value object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const std::string_view text = plain(object.find(name));
        if (text.empty())
            continue;
        out += "<p><b>";
        escape(out, name);
        out += "</b>: ";
        escape(out, text);
        out += "</p>";
    }
}

void csv(std::string& out, Value root)
{
    out += "<table><tr>";
    for (const Value column : root.find("columns"))
        element(out, "th", column.find("name").string());
    out += "</tr>";
    for (const Value row : root.find("rows")) {
        out += "<tr>";
        for (const Value cell : row)
            element(out, "td", cell.string());
        out += "</tr>";
    }
    out += "</table>";
}

void body(std::string& out, Value root)
{
    const std::string_view kind = root.find("kind").string();
    if (kind == "text" || kind == "json")
        return lines(out, root.find("lines"));
    if (kind == "csv")
        return csv(out, root);
    if (kind == "markdown") {
        for (const Value block : root.find("blocks"))
            markdownBlock(out, block);
    } else if (kind == "junit") {
        members(out, root, {"tests", "passed", "failures", "errors", "skipped"});
        objectTable(out, root.find("suites"), {"name", "tests", "failures", "errors", "skipped", "time"});
        objectTable(out, root.find("failing"), {"suite", "class", "name", "outcome", "message", "detail"});
    } else if (kind == "sarif") {
        members(out, root.find("counts"), {"error", "warning", "note", "none"});
        objectTable(out, root.find("tools"), {"name", "version"});
        objectTable(out, root.find("results"), {"level", "rule", "message", "file", "line"});
    } else if (kind == "image") {
        members(out, root, {"format", "width", "height"});
    } else if (kind == "pdf") {
        members(out, root, {"title", "author", "pages", "page"});
        lines(out, root.find("lines"));
    }
}

} // namespace

Result<std::string> factsHtml(std::string_view facts)
{
    const auto document = json::parse(facts, {factsBytesMax, 16});
    if (!document || (*document)->root().find("schema").string() != factsSchema)
        return fail(couldNot("CS-READER-ANSWER", "This preview was made by another release. Open the evidence again."));
    const Value root = (*document)->root();
    std::string out;
    body(out, root);
    for (const Value note : root.find("notes")) {
        out += "<p class=\"note\">";
        escape(out, note.find("text").string());
        out += "</p>";
    }
    return out;
}

} // namespace cs
