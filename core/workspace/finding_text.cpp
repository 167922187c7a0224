// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/finding_text.h"

#include "core/evidence/visible_text.h"

namespace cs::views {

std::string findingText(const Session& session, const engine::Finding& finding)
{
    constexpr std::size_t detailMax = 65'536, lineMax = 300;
    const auto detail = session.document(finding.detail);
    if (!detail)
        return {};
    std::string line;
    if (const auto parsed = json::parse(*detail, {detailMax, 8}))
        line = (*parsed)->root().find("sentence").string();
    if (line.empty())
        line = detail->substr(0, detail->find('\n'));
    line.resize(std::min(line.size(), lineMax));
    return visibleText(line).text;
}

} // namespace cs::views
