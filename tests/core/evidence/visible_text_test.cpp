// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/visible_text.h"

#include <gtest/gtest.h>

using namespace cs;

TEST(VisibleText, LeavesHonestTextAlone)
{
    constexpr std::string_view text =
        "na\u00efve \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f600\ttab\nline";
    EXPECT_EQ(visibleText(text).text, text);
    EXPECT_TRUE(isVisibleText(text));
}

TEST(VisibleText, MarksWhatHidesOrTurns)
{
    const VisibleText shown = visibleText("a\u202eb\u200bc\U000e0041d\u00ad");
    EXPECT_EQ(shown.text, "a\u27e8U+202E\u27e9b\u27e8U+200B\u27e9c\u27e8U+E0041\u27e9d\u27e8U+00AD\u27e9");
    EXPECT_EQ(shown.hidden, 4U);
    EXPECT_FALSE(isVisibleText("a\u202e"));
}

TEST(VisibleText, PicturesControls)
{
    const VisibleText shown = visibleText("\x1b[0m\r\x7f\u0085");
    EXPECT_EQ(shown.text, "\u241b[0m\u240d\u2421\u27e8U+0085\u27e9");
    EXPECT_EQ(shown.controls, 4U);
}

TEST(VisibleText, InvalidBytesBecomeReplacementCharacters)
{
    EXPECT_EQ(visibleText("a\xff\xc0\xaf\xed\xa0\x80z").text, "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdz");
    EXPECT_FALSE(isVisibleText("\xc3"));
    EXPECT_TRUE(isVisibleText("\ufffd"));
}
