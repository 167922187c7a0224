// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_reader.h"

#include "core/domain/codec.h"
#include "core/domain/printed_name.h"

#include <algorithm>
#include <cmath>

namespace cs::policy::reading {
namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

QString joined(Words words)
{
    QStringList list;
    for (const std::string_view word : words)
        list.append(qs(word));
    return list.join(QStringLiteral(", "));
}

} // namespace

std::string pointerTo(std::string_view base, std::string_view member)
{
    std::string pointer(base);
    pointer += '/';
    for (const char c : member)
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    return pointer;
}

void Problems::add(const std::string& path, const char* key, QStringList args)
{
    if (m_error)
        return;
    m_pointer = path;
    args.prepend(path.empty() ? QStringLiteral("(document)") : qs(path));
    m_error.emplace(usageError("CS-POLICY-GRAMMAR", key, std::move(args)));
}

void Problems::countNode(const std::string& path)
{
    if (++m_nodes > nodesMax)
        add(path, "%1 is one condition too many: a policy may hold %2. Leave conditions out or split the policy.",
            {QString::number(nodesMax)});
}

void Problems::checkVisible(std::string_view text, const std::string& path, bool manyLines)
{
    if (const auto hidden = firstHidden(text))
        return add(path,
            "%1 holds the character U+%2, which nobody sees or which buries its neighbours. Remove it: readers sign "
            "what "
            "they see.",
            {QString::number(*hidden, 16).toUpper().rightJustified(4, QLatin1Char('0'))});
    if (codec::isPlainText(text))
        return;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size(); at = next) {
        next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xc0U) == 0x80U)
            ++next;
        const std::string_view character = text.substr(at, next - at);
        if (codec::isPlainText(character) || (manyLines && (character == "\n" || character == "\t")))
            continue;
        const auto code = qs(character).toUcs4().value(0);
        return add(path,
            "%1 holds the character U+%2, which hides or turns what stands next to it. Remove it: readers sign what "
            "they see.",
            {QString::number(code, 16).toUpper().rightJustified(4, QLatin1Char('0'))});
    }
}

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && isLower(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLower(c) || isDigit(c) || c == '_' || c == '.' || c == '-';
    });
}

bool isMetricName(std::string_view text)
{
    if (text.empty() || text.size() > 128 || !isLower(text[0]) || text.back() == '.')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' ? text[i - 1] == '.' : !(isLower(c) || isDigit(c) || c == '_'))
            return false;
    }
    return true;
}

bool isRequirementId(std::string_view text)
{
    if (text.empty() || text.size() > 40 || !isUpper(text[0]) || text.back() == '.')
        return false;
    bool dotted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            if (text[i - 1] == '.')
                return false;
            dotted = true;
        } else if (!isLower(c) && !isUpper(c) && !isDigit(c)) {
            return false;
        }
    }
    return dotted;
}

Object::Object(Problems& problems, json::Value value, std::string path)
    : m_problems(problems)
    , m_value(value)
    , m_path(std::move(path))
{
    if (!m_value.isObject())
        m_problems.add(m_path, "%1 is not an object. Write its members in braces.");
}

std::string Object::path(std::string_view name) const
{
    return name.empty() ? m_path : pointerTo(m_path, name);
}

json::Value Object::take(std::string_view name)
{
    const json::Value value = m_value.find(name);
    if (value.isValid())
        m_seen.push_back(value.key());
    return value;
}

json::Value Object::need(std::string_view name)
{
    const json::Value value = take(name);
    if (!value.isValid())
        problem(name, "%1 is missing. Add it: a gate policy needs it there.");
    return value;
}

void Object::problem(std::string_view name, const char* key, QStringList args)
{
    m_problems.add(path(name), key, std::move(args));
}

void Object::finish()
{
    if (m_problems.any() || !m_value.isObject())
        return;
    for (const json::Value member : m_value)
        if (std::find(m_seen.begin(), m_seen.end(), member.key()) == m_seen.end())
            return m_problems.add(pointerTo(m_path, member.key()),
                "%1 is no member that a gate policy knows in this place. Remove it or correct its name.");
}

std::string Object::checkedText(json::Value value, std::string_view name, std::size_t least, std::size_t most)
{
    if (m_problems.any())
        return {};
    const std::size_t length = codec::characters(value.string());
    if (!value.isString() || length < least || length > most)
        problem(name, "%1 must be a text of %2 to %3 characters. Shorten or complete it.",
            {QString::number(least), QString::number(most)});
    m_problems.checkVisible(value.string(), path(name), most >= 1000);
    return std::string(value.string());
}
std::string Object::text(std::string_view name, std::size_t least, std::size_t most)
{
    return checkedText(need(name), name, least, most);
}
std::string Object::optionalText(std::string_view name, std::size_t least, std::size_t most)
{
    const json::Value value = take(name);
    return value.isValid() ? checkedText(value, name, least, most) : std::string();
}

std::string Object::checkedId(json::Value value, std::string_view name)
{
    if (!m_problems.any() && !isId(value.string()))
        problem(name, "%1 is no id. Use up to 64 lower-case letters, digits, '_', '.' and '-', a letter first.");
    return std::string(value.string());
}
std::string Object::id(std::string_view name)
{
    return checkedId(need(name), name);
}
std::string Object::optionalId(std::string_view name)
{
    const json::Value value = take(name);
    return value.isValid() ? checkedId(value, name) : std::string();
}
std::string Object::metricName(std::string_view name)
{
    const json::Value value = need(name);
    if (!m_problems.any() && !isMetricName(value.string()))
        problem(name, "%1 is no metric name. Use lower-case words joined by dots, for example eval.primary.");
    return std::string(value.string());
}

std::string Object::checkedWord(json::Value value, std::string_view name, Words allowed)
{
    if (!m_problems.any()
        && (!value.isString() || std::find(allowed.begin(), allowed.end(), value.string()) == allowed.end()))
        problem(name, "%1 must be one of: %2.", {joined(allowed)});
    return std::string(value.string());
}
std::string Object::word(std::string_view name, Words allowed)
{
    return checkedWord(need(name), name, allowed);
}
std::string Object::optionalWord(std::string_view name, Words allowed, std::string_view otherwise)
{
    const json::Value value = take(name);
    return value.isValid() ? checkedWord(value, name, allowed) : std::string(otherwise);
}

bool Object::boolean(std::string_view name)
{
    const auto value = need(name).boolean();
    if (!value)
        problem(name, "%1 must be true or false, without quotation marks.");
    return value.value_or(false);
}
bool Object::optionalBoolean(std::string_view name, bool otherwise)
{
    return has(name) ? boolean(name) : otherwise;
}
void Object::constant(std::string_view name, bool value)
{
    if (boolean(name) != value)
        problem(name, "%1 must be %2: the program knows no other way.",
            {value ? QStringLiteral("true") : QStringLiteral("false")});
}

std::int64_t Object::checkedInteger(json::Value value, std::string_view name, std::int64_t from, std::int64_t to)
{
    if (m_problems.any())
        return from;
    const auto number = value.integer();
    if (!number || *number < from || *number > to) {
        problem(name, "%1 must be a whole number from %2 to %3.", {QString::number(from), QString::number(to)});
        return from;
    }
    return *number;
}
std::int64_t Object::integer(std::string_view name, std::int64_t from, std::int64_t to)
{
    return checkedInteger(need(name), name, from, to);
}
std::optional<std::int64_t> Object::optionalInteger(std::string_view name, std::int64_t from, std::int64_t to)
{
    const json::Value value = take(name);
    if (!value.isValid())
        return std::nullopt;
    return checkedInteger(value, name, from, to);
}

double Object::checkedNumber(json::Value value, std::string_view name, double from, double to)
{
    if (m_problems.any())
        return from;
    const auto number = value.real();
    if (!number || !std::isfinite(*number) || *number < from || *number > to) {
        problem(name, "%1 must be a number from %2 to %3.", {QString::number(from), QString::number(to)});
        return from;
    }
    return *number;
}
double Object::number(std::string_view name, double from, double to)
{
    return checkedNumber(need(name), name, from, to);
}
std::optional<double> Object::optionalNumber(std::string_view name, double from, double to)
{
    const json::Value value = take(name);
    if (!value.isValid())
        return std::nullopt;
    return checkedNumber(value, name, from, to);
}
std::optional<double> Object::optionalPositive(std::string_view name)
{
    const auto value = optionalNumber(name, 0, 1e300);
    if (value && !(*value > 0))
        problem(name, "%1 must be greater than zero.");
    return value;
}

bool Object::isList(json::Value list, std::string_view name, std::size_t least, std::size_t most)
{
    if (m_problems.any())
        return false;
    if (!list.isArray() || list.size() < least || list.size() > most) {
        problem(name, "%1 must be a list of %2 to %3 items.", {QString::number(least), QString::number(most)});
        return false;
    }
    return true;
}
bool Object::isMap(json::Value map, std::string_view name, std::size_t least)
{
    if (m_problems.any())
        return false;
    if (!map.isObject() || map.size() < least) {
        problem(name, "%1 must be an object with at least %2 members.", {QString::number(least)});
        return false;
    }
    return true;
}

std::vector<std::string> Object::texts(
    std::string_view name, std::size_t least, std::size_t most, std::size_t characters)
{
    std::vector<std::string> list;
    items(name, least, most, [&](json::Value item, const std::string& where) {
        const std::size_t length = codec::characters(item.string());
        if (!item.isString() || length == 0 || length > characters)
            m_problems.add(where, "%1 must be a text of 1 to %2 characters.", {QString::number(characters)});
        m_problems.checkVisible(item.string(), where, false);
        if (std::find(list.begin(), list.end(), item.string()) != list.end())
            m_problems.add(where, "%1 names the same thing a second time. Remove it.");
        list.emplace_back(item.string());
    });
    return list;
}
std::vector<std::string> Object::ids(std::string_view name, std::size_t least)
{
    std::vector<std::string> list = texts(name, least, 1000, 64);
    for (std::size_t i = 0; i < list.size() && !m_problems.any(); ++i)
        if (!isId(list[i]))
            m_problems.add(path(name) + "/" + std::to_string(i),
                "%1 is no id. Use up to 64 lower-case letters, digits, '_', '.' and '-', a letter first.");
    return list;
}
std::vector<std::string> Object::optionalIds(std::string_view name, std::size_t least)
{
    return has(name) ? ids(name, least) : std::vector<std::string>();
}
std::vector<std::string> Object::words(std::string_view name, std::size_t least, Words allowed)
{
    std::vector<std::string> list = texts(name, least, 1000, 128);
    for (std::size_t i = 0; i < list.size() && !m_problems.any(); ++i)
        if (std::find(allowed.begin(), allowed.end(), list[i]) == allowed.end())
            m_problems.add(path(name) + "/" + std::to_string(i), "%1 must be one of: %2.", {joined(allowed)});
    return list;
}

} // namespace cs::policy::reading
