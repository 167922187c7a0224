// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

namespace cs::json {

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (byte < 0x20) {
                constexpr std::string_view hex = "0123456789abcdef";
                out += "\\u00";
                out += hex[byte >> 4U];
                out += hex[byte & 15U];
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return out;
}

void Writer::separate()
{
    if (m_needComma)
        m_out += ',';
    m_needComma = true;
}

Writer& Writer::beginObject()
{
    separate();
    m_out += '{';
    m_needComma = false;
    return *this;
}

Writer& Writer::endObject()
{
    m_out += '}';
    m_needComma = true;
    return *this;
}

Writer& Writer::beginArray()
{
    separate();
    m_out += '[';
    m_needComma = false;
    return *this;
}

Writer& Writer::endArray()
{
    m_out += ']';
    m_needComma = true;
    return *this;
}

Writer& Writer::key(std::string_view name)
{
    separate();
    m_out += quoted(name);
    m_out += ':';
    m_needComma = false;
    return *this;
}

Writer& Writer::string(std::string_view text)
{
    separate();
    m_out += quoted(text);
    return *this;
}

Writer& Writer::integer(std::int64_t value)
{
    separate();
    m_out += std::to_string(value);
    return *this;
}

Writer& Writer::boolean(bool value)
{
    separate();
    m_out += value ? "true" : "false";
    return *this;
}

Writer& Writer::null()
{
    separate();
    m_out += "null";
    return *this;
}

Writer& Writer::raw(std::string_view json)
{
    separate();
    m_out += json;
    return *this;
}

} // namespace cs::json
