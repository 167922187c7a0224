// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/events/event.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace cs::events {
namespace {

using Decoder = Result<Event> (*)(json::Value);

template <class T> Result<Event> decodeAs(json::Value body)
{
    T event;
    codec::Reader reader(body);
    T::fields(reader, event);
    CS_CHECK(reader.finish());
    return Event(std::move(event));
}

template <class Variant> struct Table;
template <class... T> struct Table<std::variant<T...>> {
    static const std::unordered_map<std::string_view, Decoder>& decoders()
    {
        static const std::unordered_map<std::string_view, Decoder> table{{T::type, &decodeAs<T>}...};
        return table;
    }
    static constexpr std::array<std::string_view, sizeof...(T)> names{T::type...};
};

} // namespace

std::string_view typeOf(const Event& event)
{
    return std::visit([](const auto& e) { return std::decay_t<decltype(e)>::type; }, event);
}

std::size_t typeIndex(std::string_view type)
{
    const auto& names = Table<Event>::names;
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), type) - names.begin());
}

std::string_view typeAt(std::size_t index)
{
    const auto& names = Table<Event>::names;
    return index < names.size() ? names[index] : std::string_view();
}

bool isKnownType(std::string_view type)
{
    return Table<Event>::decoders().contains(type);
}

Result<Event> decode(std::string_view type, std::int64_t v, json::Value body)
{
    const auto& decoders = Table<Event>::decoders();
    const auto found = decoders.find(type);
    if (found == decoders.end() || v != 1)
        return fail(refused("CS-DOMAIN-NEWER",
            "The entry is of type %1, version %2, which this program does not know. Use a newer program to see the "
            "state.",
            {qs(type.substr(0, 80)), QString::number(v)})
                        .withLaw(14));
    return found->second(body);
}

std::string encodeBody(const Event& event)
{
    return std::visit(
        [](const auto& e) {
            json::Writer out;
            codec::Writer writer(out);
            out.beginObject();
            std::decay_t<decltype(e)>::fields(writer, e);
            out.endObject();
            return out.take();
        },
        event);
}

} // namespace cs::events
