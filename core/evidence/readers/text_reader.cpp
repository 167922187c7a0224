// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/readers.h"

namespace cs {

namespace {

constexpr std::size_t linesMax = 2000;
constexpr std::size_t lineCharactersMax = 1000;

} // namespace

Result<Preview> readText(const ReaderRequest& request, std::string_view bytes)
{
    Facts facts("text", request, bytes.size());
    CS_TRY(const SourceText source, sourceText(bytes, request, facts));
    const auto lines = linesOf(source.utf8);
    facts.member("encoding", source.encoding);
    facts.member("lineCount", isHead(request, bytes.size()) ? -1 : std::int64_t(lines.size()));
    facts.writer().key("lines").beginArray();
    std::size_t shown = 0;
    for (; shown < lines.size() && shown < linesMax && !facts.isFull(); ++shown)
        facts.writer().string(facts.text(lines[shown], lineCharactersMax));
    facts.writer().endArray();
    if (shown < lines.size()) {
        facts.setTruncated();
        facts.note("rows_cut", "The first " + std::to_string(shown) + " lines are shown.");
    }
    return Preview{facts.take(), std::nullopt};
}

} // namespace cs
