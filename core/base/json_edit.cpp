// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_edit.h"

#include <charconv>

namespace cs::json {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string unescaped(std::string_view token)
{
    std::string name;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1'))
            name += token[++i] == '0' ? '~' : '/';
        else
            name += token[i];
    }
    return name;
}

Value child(Value parent, std::size_t index)
{
    std::size_t i = 0;
    for (const Value item : parent)
        if (i++ == index)
            return item;
    return {};
}

/// Where a step leads: the position among the children, if there is such a child.
std::optional<std::size_t> indexOf(Value parent, const std::string& name)
{
    if (parent.isArray()) {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
        const bool whole = error == std::errc() && end == name.data() + name.size();
        return whole && index < parent.size() ? std::optional(index) : std::nullopt;
    }
    std::size_t i = 0;
    for (const Value item : parent) {
        if (parent.isObject() && item.key() == name)
            return i;
        ++i;
    }
    return std::nullopt;
}

void write(Value value, std::string& out)
{
    if (!value.isObject() && !value.isArray()) {
        out += value.raw();
        return;
    }
    const bool object = value.isObject();
    out += object ? '{' : '[';
    bool roomy = object && value.size() > 0;
    for (const Value item : value)
        roomy = roomy || item.isObject() || item.isArray();
    bool first = true;
    for (const Value item : value) {
        out += first ? (roomy ? " " : "") : ", ";
        first = false;
        if (object)
            out += quoted(item.key()) + ": ";
        write(item, out);
    }
    if (roomy)
        out += ' ';
    out += object ? '}' : ']';
}

} // namespace

std::string step(std::string_view name)
{
    std::string token = "/";
    for (const char c : name)
        token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return token;
}

std::string step(std::size_t index)
{
    return "/" + std::to_string(index);
}

std::string parentOf(std::string_view pointer)
{
    const auto slash = pointer.rfind('/');
    return std::string(slash == std::string_view::npos ? std::string_view() : pointer.substr(0, slash));
}

std::string lastStep(std::string_view pointer)
{
    const auto slash = pointer.rfind('/');
    return slash == std::string_view::npos ? std::string() : unescaped(pointer.substr(slash + 1));
}

Value at(const Document& document, std::string_view pointer)
{
    Value value = document.root();
    while (value.isValid() && !pointer.empty()) {
        if (pointer[0] != '/')
            return {};
        const auto next = std::min(pointer.find('/', 1), pointer.size());
        const auto index = indexOf(value, unescaped(pointer.substr(1, next - 1)));
        value = index ? child(value, *index) : Value();
        pointer.remove_prefix(next);
    }
    return value;
}

std::string spaced(Value value)
{
    std::string out;
    if (value.isValid())
        write(value, out);
    return out;
}

Result<std::string> spaced(std::string_view text)
{
    Document document;
    CS_CHECK(document.parse(text));
    return spaced(document.root());
}

Source::Source(std::string text)
    : m_text(std::move(text))
    , m_status(m_document.parse(m_text, policyLimits))
    , m_base(std::min(m_text.find_first_not_of(blanks), m_text.size()))
{
}

Span Source::spanOf(Value value) const
{
    if (!m_status || !value.isValid())
        return {};
    const std::string_view raw = value.raw();
    const auto begin = m_base + static_cast<std::size_t>(raw.data() - m_document.root().raw().data());
    return {begin, begin + raw.size()};
}

std::string Source::pointerAt(std::size_t offset) const
{
    std::string pointer;
    if (!m_status)
        return pointer;
    Value value = root();
    while (value.isObject() || value.isArray()) {
        std::size_t index = 0;
        bool deeper = false;
        for (const Value item : value) {
            // A member begins with its name.
            if (offset >= itemStart(value, index) && offset <= spanOf(item).end) {
                pointer += value.isObject() ? step(item.key()) : step(index);
                value = item;
                deeper = true;
                break;
            }
            ++index;
        }
        if (!deeper)
            break;
    }
    return pointer;
}

/// Where an item begins: a member of an object with its name.
std::size_t Source::itemStart(Value parent, std::size_t index) const
{
    const std::size_t from = index == 0 ? spanOf(parent).begin + 1 : spanOf(child(parent, index - 1)).end;
    return std::min(m_text.find_first_not_of(" \t\r\n,", from), m_text.size());
}

std::optional<Edit> Source::set(std::string_view pointer, std::string_view value) const
{
    if (const Value old = at(pointer); old.isValid()) {
        const Span span = spanOf(old);
        return Edit{span.begin, span.end, std::string(value)};
    }
    const Value parent = at(parentOf(pointer));
    if (!parent.isObject() || pointer.empty())
        return std::nullopt;
    const std::string member = quoted(lastStep(pointer)) + ": " + std::string(value);
    const Span span = spanOf(parent);
    if (parent.size() == 0)
        return Edit{span.begin, span.end, "{ " + member + " }"};
    const std::size_t last = spanOf(child(parent, parent.size() - 1)).end;
    // As its neighbours stand: below each other, or in one line.
    const std::size_t start = itemStart(parent, parent.size() - 1);
    const std::size_t line = m_text.rfind('\n', start);
    const bool alone = line != std::string::npos && line >= span.begin
        && m_text.find_first_not_of(blanks, line) == start && parent.size() > 1;
    return Edit{last, last, (alone ? "," + m_text.substr(line, start - line) : ", ") + member};
}

std::optional<Edit> Source::erase(std::string_view pointer) const
{
    if (pointer.empty())
        return std::nullopt;
    const Value parent = at(parentOf(pointer));
    const auto index = parent.isValid() ? indexOf(parent, lastStep(pointer)) : std::nullopt;
    if (!index)
        return std::nullopt;
    const std::size_t start = itemStart(parent, *index);
    const std::size_t end = spanOf(child(parent, *index)).end;
    if (*index + 1 < parent.size())
        return Edit{start, itemStart(parent, *index + 1), {}};
    if (*index > 0)
        return Edit{spanOf(child(parent, *index - 1)).end, end, {}};
    const Span span = spanOf(parent);
    return Edit{span.begin + 1, span.end - 1, {}};
}

std::optional<Edit> Source::insert(std::string_view list, std::size_t index, std::string_view value) const
{
    const Value parent = at(list);
    if (!parent.isArray())
        return std::nullopt;
    const Span span = spanOf(parent);
    if (parent.size() == 0)
        return Edit{span.begin, span.end, "[ " + std::string(value) + " ]"};
    const std::size_t first = itemStart(parent, 0);
    std::string gap = m_text.substr(span.begin + 1, first - span.begin - 1);
    if (gap.find('\n') == std::string::npos)
        gap = " ";
    if (index >= parent.size()) {
        const std::size_t last = spanOf(child(parent, parent.size() - 1)).end;
        return Edit{last, last, "," + gap + std::string(value)};
    }
    const std::size_t start = itemStart(parent, index);
    return Edit{start, start, std::string(value) + "," + gap};
}

std::optional<Edit> Source::rename(std::string_view pointer, std::string_view name) const
{
    const Value parent = at(parentOf(pointer));
    const auto index = parent.isObject() ? indexOf(parent, lastStep(pointer)) : std::nullopt;
    if (!index)
        return std::nullopt;
    const std::size_t start = itemStart(parent, *index);
    const std::size_t value = spanOf(child(parent, *index)).begin;
    return Edit{start, value, quoted(name) + ": "};
}

std::string applied(std::string text, const Edit& edit)
{
    text.replace(edit.begin, edit.end - edit.begin, edit.text);
    return text;
}

namespace {

/// How an item of a list is known: by its id, or its place.
std::string nameOf(Value item, std::size_t index)
{
    const Value id = item.find("id");
    return id.isString() ? "#" + std::string(id.string()) : std::to_string(index);
}

std::vector<std::pair<std::string, Value>> namedItems(Value value)
{
    std::vector<std::pair<std::string, Value>> items;
    std::size_t index = 0;
    for (const Value item : value) {
        items.emplace_back(value.isObject() ? std::string(item.key()) : nameOf(item, index), item);
        ++index;
    }
    return items;
}

bool isOfObjects(Value list)
{
    for (const Value item : list)
        if (!item.isObject())
            return false;
    return list.isArray() && list.size() > 0;
}

void compare(Value was, Value is, const std::string& at, std::vector<Difference>& found)
{
    if (spaced(was) == spaced(is))
        return;
    const bool inside = (was.isObject() && is.isObject()) || (isOfObjects(was) && isOfObjects(is));
    if (!inside) {
        found.push_back({at, spaced(was), spaced(is)});
        return;
    }
    const auto before = namedItems(was);
    const auto now = namedItems(is);
    const auto in = [](const auto& list, const std::string& name) {
        for (const auto& [known, value] : list)
            if (known == name)
                return value;
        return Value();
    };
    std::size_t index = 0;
    for (const auto& [name, value] : now) {
        const std::string step = is.isObject() ? json::step(name) : json::step(index);
        ++index;
        compare(in(before, name), value, at + step, found);
    }
    index = 0;
    for (const auto& [name, value] : before) {
        const std::string step = was.isObject() ? json::step(name) : json::step(index);
        ++index;
        if (!in(now, name).isValid())
            found.push_back({at + step, spaced(value), {}});
    }
}

} // namespace

std::vector<Difference> differences(Value was, Value is)
{
    std::vector<Difference> found;
    compare(was, is, {}, found);
    return found;
}

} // namespace cs::json
