// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/base/utc_time.h"
#include "core/domain/decimal.h"
#include "core/domain/ids.h"

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace cs::codec {

/// One description of a struct serves reading, checking and writing its JSON form:
///
///     template <class F> static void fields(F& f, auto& s) { f("name", s.name, Max {80}); … }
///
/// Every member is present; an optional one that is absent is null. Unknown members are refused.
/// The first error stays and names the member.

struct Max {
    std::size_t most; ///< Characters of a text, or items of a list.
};
struct Range {
    std::int64_t from, to;
};
/// Items sorted and unique, so that one set has one form.
struct Sorted {
    std::size_t most = 200;
};
struct Words {
    std::initializer_list<std::string_view> allowed;
};
/// A program-like identifier: [a-z][a-z0-9_.-]{0,63}, or with `slash` also '/'.
struct Token {
    std::size_t most = 64;
};

/// A digest over salt ‖ content of an erasable blob. Same form as a Digest, another meaning.
struct Commitment {
    Digest digest;
    auto operator<=>(const Commitment&) const = default;
};

/// Characters of valid UTF-8.
std::size_t characters(std::string_view utf8);
/// No control characters and none that turn the direction of text: such a name shows one thing and is another.
bool isPlainText(std::string_view utf8);
bool isToken(std::string_view text, std::size_t most);

template <class T>
concept Described = requires(T& value)
{
    T::describedAsObject;
};

class Reader final {
public:
    explicit Reader(json::Value object)
        : m_object(object)
        , m_expected(object.firstChild())
    {
        if (!object.isObject())
            setError("", "an object is expected");
    }
    template <class T, class... C> void operator()(std::string_view name, T& target, const C&... constraints)
    {
        if (m_error)
            return;
        const json::Value value = member(name);
        if (!value.isValid())
            return setError(name, "it is missing");
        ++m_seen;
        m_name = name;
        read(value, target);
        (check(target, constraints), ...);
    }
    /// The error, or none; complains about members that nobody asked for.
    Status finish();
    bool failed() const { return m_error.has_value(); }

private:
    /// Members mostly stand in the order in which they are asked for; one that does not is searched.
    json::Value member(std::string_view name)
    {
        const json::Value value = m_expected.isValid() && m_expected.key() == name ? m_expected : m_object.find(name);
        m_expected = value.next();
        return value;
    }
    void setError(std::string_view name, const char* why);
    void problem(const char* why) { setError(m_name, why); }
    template <class R, class T> void take(R result, T& target)
    {
        if (result)
            target = *std::move(result);
        else
            m_error = Error(result.error());
    }

    void read(json::Value value, std::string& target);
    void read(json::Value value, std::int64_t& target);
    void read(json::Value value, bool& target);
    void read(json::Value value, Digest& target);
    void read(json::Value value, Commitment& target) { read(value, target.digest); }
    void read(json::Value value, PublicKey& target);
    void read(json::Value value, Decimal& target);
    void read(json::Value value, UtcTime& target);
    template <class Tag> void read(json::Value value, StrongId<Tag>& target)
    {
        if (!value.isString())
            return problem("an id in quotation marks is expected");
        take(StrongId<Tag>::fromText(value.string()), target);
    }
    template <class T> void read(json::Value value, std::optional<T>& target)
    {
        target.reset();
        if (!value.isNull())
            read(value, target.emplace());
    }
    template <class T> void read(json::Value value, std::vector<T>& target)
    {
        target.clear();
        if (!value.isArray())
            return problem("a list is expected");
        target.reserve(value.size());
        for (const json::Value item : value) {
            read(item, target.emplace_back());
            if (m_error)
                return;
        }
    }
    template <class T> void read(json::Value value, std::map<std::string, T>& target)
    {
        target.clear();
        if (!value.isObject())
            return problem("an object is expected");
        for (const json::Value item : value) {
            read(item, target[std::string(item.key())]);
            if (m_error)
                return;
        }
    }
    template <Described T> void read(json::Value value, T& target)
    {
        Reader inner(value);
        T::fields(inner, target);
        nested(inner.finish());
    }
    template <class... T> void read(json::Value value, std::variant<T...>& target)
    {
        const json::Value kind = value.find("kind");
        bool found = false;
        (
            [&] {
                if (!found && kind.string() == T::kind) {
                    found = true;
                    T alternative;
                    Reader inner(value);
                    ++inner.m_seen;
                    inner.m_expected = kind.next();
                    T::fields(inner, alternative);
                    nested(inner.finish());
                    target = std::move(alternative);
                }
            }(),
            ...);
        if (!found)
            problem("its kind is unknown");
    }
    void nested(Status status);

    template <class T> void check(const std::optional<T>& target, const auto& constraint)
    {
        if (target)
            check(*target, constraint);
    }
    void check(const std::string& target, Max max);
    void check(const std::string& target, Words words);
    void check(const std::string& target, Token token);
    void check(std::int64_t target, Range range);
    template <class T> void check(const std::vector<T>& target, Max max)
    {
        if (!m_error && target.size() > max.most)
            problem("the list is too long");
    }
    template <class T> void check(const std::vector<T>& target, Sorted sorted)
    {
        if (!m_error && target.size() > sorted.most)
            return problem("the list is too long");
        for (std::size_t i = 1; !m_error && i < target.size(); ++i)
            if (!(target[i - 1] < target[i]))
                problem("the list is not sorted, or names something twice");
    }
    void check(const std::vector<std::string>& target, Token token)
    {
        for (const auto& item : target)
            check(item, token);
    }
    template <class T> void check(const std::map<std::string, T>& target, Max max)
    {
        if (!m_error && target.size() > max.most)
            problem("it has too many members");
    }

    json::Value m_object;
    json::Value m_expected;
    std::string_view m_name;
    std::size_t m_seen = 0;
    std::optional<Error> m_error;
};

class Writer final {
public:
    explicit Writer(json::Writer& out)
        : m_out(out)
    {
    }
    template <class T, class... C> void operator()(std::string_view name, const T& value, const C&...)
    {
        m_out.key(name);
        write(value);
    }

    void write(const std::string& value) { m_out.string(value); }
    void write(std::int64_t value) { m_out.integer(value); }
    void write(bool value) { m_out.boolean(value); }
    void write(const Digest& value) { m_out.string(value.text()); }
    void write(const Commitment& value) { m_out.string(value.digest.text()); }
    void write(const PublicKey& value) { m_out.string(value.base64()); }
    void write(const Decimal& value) { m_out.string(value.text()); }
    void write(UtcTime value) { m_out.string(value.text()); }
    template <class Tag> void write(StrongId<Tag> value) { m_out.string(value.text()); }
    template <class T> void write(const std::optional<T>& value)
    {
        if (value)
            write(*value);
        else
            m_out.null();
    }
    template <class T> void write(const std::vector<T>& values)
    {
        m_out.beginArray();
        for (const auto& value : values)
            write(value);
        m_out.endArray();
    }
    template <class T> void write(const std::map<std::string, T>& values)
    {
        m_out.beginObject();
        for (const auto& [name, value] : values) {
            m_out.key(name);
            write(value);
        }
        m_out.endObject();
    }
    template <Described T> void write(const T& value)
    {
        m_out.beginObject();
        T::fields(*this, value);
        m_out.endObject();
    }
    template <class... T> void write(const std::variant<T...>& value)
    {
        std::visit(
            [this](const auto& alternative) {
                m_out.beginObject();
                m_out.key("kind").string(std::decay_t<decltype(alternative)>::kind);
                std::decay_t<decltype(alternative)>::fields(*this, alternative);
                m_out.endObject();
            },
            value);
    }

private:
    json::Writer& m_out;
};

template <class T> Result<T> decode(json::Value value)
{
    T target;
    Reader reader(value);
    T::fields(reader, target);
    CS_CHECK(reader.finish());
    return target;
}

template <class T> std::string encode(const T& value)
{
    json::Writer out;
    Writer writer(out);
    writer.write(value);
    return out.take();
}

} // namespace cs::codec

/// Put inside a struct that has fields(): it is read and written as an object.
#define CS_OBJECT static constexpr bool describedAsObject = true
