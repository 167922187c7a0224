// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reply.h"

#include "core/domain/codec.h"

#include <algorithm>

namespace cs::cli {

std::string table(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    widths.reserve(headings.size());
    for (const auto& heading : headings)
        widths.push_back(codec::characters(heading));
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], codec::characters(row[i]));
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += cells[i];
            if (i + 1 < cells.size())
                text.append(widths[i] - codec::characters(cells[i]) + 2, ' ');
        }
        out += text + "\n";
    };
    line(headings);
    for (const auto& row : rows)
        line(row);
    return out;
}

std::string asJson(const Reply& reply)
{
    json::Writer out;
    out.beginObject().member("schema", std::string_view(replySchema));
    out.key("ok").boolean(reply.status == 0);
    out.member("code", std::string_view(reply.code));
    if (reply.members)
        reply.members(out);
    out.endObject();
    return out.take() + "\n";
}

std::string asJson(const Error& error)
{
    json::Writer out;
    out.beginObject().member("schema", std::string_view(replySchema));
    out.key("ok").boolean(false);
    out.member("code", std::string_view(utf8(error.code())));
    out.member("message", std::string_view(utf8(error.message())));
    if (error.law() > 0)
        out.member("law", std::int64_t(error.law()));
    if (error.entry() >= 0)
        out.member("entry", std::int64_t(error.entry()));
    out.endObject();
    return out.take() + "\n";
}

int exitStatus(const Error& error)
{
    switch (error.failure()) {
    case Failure::Refused:
        return 1;
    case Failure::Usage:
        return 2;
    case Failure::CouldNot:
        return 3;
    }
    return 3;
}

} // namespace cs::cli
