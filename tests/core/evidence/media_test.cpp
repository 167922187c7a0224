// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence_limits.h"
#include "core/evidence/media.h"

#include <gtest/gtest.h>

using namespace cs;
using namespace std::string_view_literals;

TEST(Media, BytesWinOverTheName)
{
    EXPECT_EQ(guessMedia("report.csv", "%PDF-1.7\n"), "application/pdf");
    EXPECT_EQ(guessMedia("card.md", "\x89PNG\r\n\x1a\n..."), "image/png");
    EXPECT_EQ(guessMedia("model.txt", "PK\x03\x04"), "application/zip");
    EXPECT_EQ(guessMedia("data.csv", "a\0b"sv), "application/octet-stream");
    EXPECT_EQ(guessMedia("x", "RIFF\x10\0\0\0WEBPVP8 "sv), "image/webp");
}

TEST(Media, NamesDecideAmongTexts)
{
    EXPECT_EQ(guessMedia("/a b/METRICS.CSV", "a,b\n"), "text/csv");
    EXPECT_EQ(guessMedia("card.md", "# Card"), "text/markdown");
    EXPECT_EQ(guessMedia("facts.json", "{}"), "application/json");
    EXPECT_EQ(guessMedia("scan.sarif.json", "{}"), "application/sarif+json");
    EXPECT_EQ(guessMedia("no-ending", "plain words"), "text/plain");
    EXPECT_EQ(guessMedia("page.html", "<html>"), "text/html");
}

TEST(Media, ContentTellsReportsApart)
{
    EXPECT_EQ(guessMedia("tests.xml", "<?xml version=\"1.0\"?>\n<!-- x --><testsuites tests=\"1\">"),
        "application/junit+xml");
    EXPECT_EQ(guessMedia("pom.xml", "<?xml version=\"1.0\"?><project>"), "application/xml");
    EXPECT_EQ(guessMedia("plot", "<svg xmlns='x'>"), "image/svg+xml");
    EXPECT_EQ(
        guessMedia("scan.json", R"({"$schema":"https://x/sarif-2.1.0.json","runs":[]})"), "application/sarif+json");
}

TEST(Media, EveryTypeHasItsReader)
{
    EXPECT_EQ(readerFor("text/csv; charset=utf-8"), "csv");
    EXPECT_EQ(readerFor("Application/PDF"), "pdf");
    EXPECT_EQ(readerFor("application/vnd.mlflow+json"), "json");
    EXPECT_EQ(readerFor("text/x-log"), "text");
    EXPECT_EQ(readerFor("application/zip"), "");
    EXPECT_EQ(readerFor(""), "");
}

TEST(Media, OfLongTextsTheHeadIsEnough)
{
    EXPECT_EQ(previewBytes("text/csv", evidenceBytesMax), previewHeadBytes);
    EXPECT_EQ(previewBytes("application/pdf", 77), 77);
}

TEST(Media, KindsAreIds)
{
    EXPECT_TRUE(checkedKind("evaluation_report"));
    EXPECT_TRUE(checkedKind("x.y-2"));
    for (const char* bad : {"", "Report", "a b", "1a", "\u202e", "a/b"})
        EXPECT_FALSE(checkedKind(bad)) << bad;
    EXPECT_FALSE(checkedKind(std::string(65, 'a')));
}
