// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/facts_html.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

using namespace cs;

namespace {

std::string html(const std::string& members)
{
    return factsHtml(R"({"schema":"countersign.reader/1",)" + members + "}").value_or("refused");
}

} // namespace

TEST(FactsHtml, EscapesWhateverTheFileSays)
{
    EXPECT_EQ(html(R"j("kind":"text","lines":["<script>alert('&')</script>"])j"),
        "<pre>&lt;script&gt;alert('&amp;')&lt;/script&gt;\n</pre>");
    const std::string link = html(R"j("kind":"markdown","blocks":[{"type":"paragraph","spans":[
        {"text":"a\"b","bold":true,"url":"javascript:alert(1)"}]},{"type":"<b>","spans":[]}])j");
    EXPECT_EQ(link, "<p><b>a&quot;b</b> (<code>javascript:alert(1)</code>)</p>");
    EXPECT_EQ(html(R"("kind":"csv","columns":[{"name":"<i>"}],"rows":[["&"]])"),
        "<table><tr><th>&lt;i&gt;</th></tr><tr><td>&amp;</td></tr></table>");
}

TEST(FactsHtml, HeadingsStayAmongSix)
{
    EXPECT_EQ(
        html(R"("kind":"markdown","blocks":[{"type":"heading","level":99,"spans":[{"text":"x"}]}])"), "<h6>x</h6>");
}

TEST(FactsHtml, ShowsNotesAndReports)
{
    EXPECT_EQ(
        html(R"("kind":"none","notes":[{"id":"x","text":"cut <here>"}])"), "<p class=\"note\">cut &lt;here&gt;</p>");
    const std::string junit = html(R"("kind":"junit","tests":3,"failing":[{"name":"n","message":"m<"}])");
    EXPECT_NE(junit.find("<b>tests</b>: 3"), std::string::npos);
    EXPECT_NE(junit.find("<td>m&lt;</td>"), std::string::npos);
}

TEST(FactsHtml, RefusesOtherSchemas)
{
    EXPECT_FALSE(factsHtml("{}"));
    EXPECT_FALSE(factsHtml("<html>"));
}
