// SPDX-License-Identifier: GPL-3.0-or-later
// The driver against the real `countersign-reader`, and against scripts in its place that hang, die and lie.
#include "core/base/json.h"
#include "core/evidence/evidence_limits.h"
#include "core/evidence/reader_driver.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <thread>

using namespace cs;

namespace {

ReaderDriver realReader()
{
    return ReaderDriver({.program = CS_TEST_READER});
}

std::string codeOf(const Result<Preview>& preview)
{
    return preview ? "shown" : utf8(preview.error().code());
}

/// A program in the place of the reader: a shell script.
class StandIn {
public:
    explicit StandIn(const char* script)
    {
        QFile file(m_folder.filePath(QStringLiteral("reader with space")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n");
        file.write(script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_path = utf8(file.fileName());
    }
    Result<Preview> preview(int deadlineMs = 30'000, std::stop_token stop = {}) const
    {
        return ReaderDriver({.program = m_path, .deadlineMs = deadlineMs})
            .preview("evidence", {.media = "text/plain"}, stop);
    }

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

/// Good PDF, PNG, JPEG and SVG files, made once by a program that links Qt Gui.
class ReaderDriverTest : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = new QTemporaryDir;
        ASSERT_EQ(QProcess::execute(QStringLiteral(CS_TEST_SAMPLES),
                      {QStringLiteral("-platform"), QStringLiteral("offscreen"), s_folder->path()}),
            0);
    }
    static void TearDownTestSuite()
    {
        delete s_folder;
        s_folder = nullptr;
    }
    static Bytes sample(const char* name)
    {
        QFile file(s_folder->filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
        return file.readAll().toStdString();
    }
    static QTemporaryDir* s_folder;
};
QTemporaryDir* ReaderDriverTest::s_folder = nullptr;

bool hasDarkPixel(const Pixels& pixels)
{
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4)
        if (static_cast<unsigned char>(pixels.rgba[i]) < 100 && static_cast<unsigned char>(pixels.rgba[i + 3]) > 200)
            return true;
    return false;
}

TEST_F(ReaderDriverTest, DrawsAPageOfAPdf)
{
    const auto preview =
        realReader().preview(sample("good.pdf"), {.media = "application/pdf", .page = 2, .maxWidthPx = 400});
    ASSERT_TRUE(preview) << utf8(preview.error().message());
    const auto facts = json::parse(preview->facts);
    EXPECT_EQ((*facts)->root().find("pages").integer(), 2);
    EXPECT_EQ((*facts)->root().find("title").string(), "Evaluation report");
    ASSERT_TRUE(preview->pixels);
    EXPECT_EQ(preview->pixels->width, 400);
    EXPECT_TRUE(hasDarkPixel(*preview->pixels));
    EXPECT_NE(preview->facts.find("second page"), std::string::npos);
}

TEST_F(ReaderDriverTest, ScalesPictures)
{
    const auto small = realReader().preview(sample("good.png"), {.media = "image/png", .maxWidthPx = 50, .scale = 2.0});
    ASSERT_TRUE(small && small->pixels) << utf8(small.error().message());
    EXPECT_EQ(small->pixels->width, 100);
    EXPECT_EQ(small->pixels->height, 50);
    const auto full = realReader().preview(sample("good.png"), {.media = "image/png", .maxWidthPx = 4000});
    ASSERT_TRUE(full && full->pixels);
    EXPECT_EQ(full->pixels->width, 300);
    EXPECT_TRUE(hasDarkPixel(*full->pixels));
}

TEST_F(ReaderDriverTest, ReadsJpegAndSvg)
{
    const auto jpeg = realReader().preview(sample("good.jpg"), {.media = "image/jpeg", .maxWidthPx = 100});
    ASSERT_TRUE(jpeg && jpeg->pixels) << utf8(jpeg.error().message());
    EXPECT_EQ(jpeg->pixels->width, 100);
    const auto svg = realReader().preview(sample("good.svg"), {.media = "image/svg+xml", .maxWidthPx = 200});
    ASSERT_TRUE(svg && svg->pixels) << utf8(svg.error().message());
    EXPECT_EQ(svg->pixels->width, 200);
    EXPECT_TRUE(hasDarkPixel(*svg->pixels));
}

TEST_F(ReaderDriverTest, ReadsTextsAndTables)
{
    const std::pair<const char*, const char*> files[] = {{"text/plain", "hello"}, {"text/markdown", "# Card"},
        {"text/csv", "a,b\n1,2\n"}, {"application/json", "{\"a\":1}"}, {"application/sarif+json", "{\"runs\":[]}"},
        {"application/junit+xml", "<testsuite><testcase name=\"a\"/></testsuite>"}};
    for (const auto& [media, bytes] : files)
        EXPECT_EQ(codeOf(realReader().preview(bytes, {.media = media})), "shown") << media;
}

TEST_F(ReaderDriverTest, BrokenFilesAreRefusedAndNothingElseHappens)
{
    const Bytes pdf = sample("good.pdf");
    const auto code = [](std::string_view bytes, const char* media) {
        return codeOf(realReader().preview(bytes, {.media = media}));
    };
    EXPECT_EQ(code(std::string_view(pdf).substr(0, 300), "application/pdf"), "CS-READER-FORMAT");
    EXPECT_EQ(code("", "application/pdf"), "CS-READER-FORMAT");
    EXPECT_EQ(code(std::string_view(sample("good.png")).substr(0, 60), "image/png"), "CS-READER-FORMAT");
    EXPECT_EQ(code(pdf, "image/png"), "CS-READER-FORMAT");
    EXPECT_EQ(code("\x1f\x8b\x08 svgz", "image/svg+xml"), "CS-READER-FORMAT");
    EXPECT_EQ(code("", "image/jpeg"), "CS-READER-FORMAT");
    const auto page = realReader().preview(pdf, {.media = "application/pdf", .page = 3});
    EXPECT_EQ(codeOf(page), "CS-READER-PAGE");
}

TEST_F(ReaderDriverTest, APictureThatClaimsToBeHugeIsNotDecoded)
{
    Bytes png = sample("good.png");
    png.replace(16, 8, std::string("\x00\x00\xff\xff\x00\x00\xff\xff", 8)); // width and height in the header
    EXPECT_NE(codeOf(realReader().preview(png, {.media = "image/png"})), "shown");
    EXPECT_EQ(codeOf(realReader().preview(sample("huge.png"), {.media = "image/png"})), "CS-READER-DIMENSIONS");
}

TEST_F(ReaderDriverTest, DeeplyNestedPdfDoesNotReachTheConsole)
{
    std::string pdf = "%PDF-1.4\n1 0 obj\n" + std::string(200'000, '[') + std::string(200'000, ']') + "\nendobj\n";
    for (int i = 2; i < 200; ++i)
        pdf += std::to_string(i) + " 0 obj<</Type/Pages/Count 1/Kids[" + std::to_string(i + 1) + " 0 R]>>endobj\n";
    pdf += "200 0 obj<</Type/Pages/Kids[2 0 R]>>endobj\ntrailer<</Root<</Type/Catalog/Pages 2 0 R>>>>\n%%EOF";
    EXPECT_NE(codeOf(realReader().preview(pdf, {.media = "application/pdf"})), "shown");
}

TEST_F(ReaderDriverTest, SvgReachesNoFileAndNoEndlessLoop)
{
    const std::string head = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                             "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 100 100\">";
    const auto drawsDark = [&](const std::string& link) {
        const std::string svg = head + "<image width=\"100\" height=\"100\" xlink:href=\"" + link + "\"/></svg>";
        const auto preview = realReader().preview(svg, {.media = "image/svg+xml", .maxWidthPx = 100});
        return preview && preview->pixels && hasDarkPixel(*preview->pixels);
    };
    EXPECT_TRUE(drawsDark("data:image/png;base64," + toBase64(sample("good.png")))); // its own picture is shown
    EXPECT_FALSE(drawsDark("file://" + utf8(s_folder->path()) + "/good.png"));
    EXPECT_FALSE(drawsDark(utf8(s_folder->path()) + "/good.png"));
    const std::string loop = head + "<g id=\"a\"><use xlink:href=\"#a\"/></g><use xlink:href=\"#a\"/></svg>";
    // Whether Qt notices the loop or dies of it: the next file is shown.
    static_cast<void>(realReader().preview(loop, {.media = "image/svg+xml"}));
    EXPECT_EQ(codeOf(realReader().preview(sample("good.svg"), {.media = "image/svg+xml"})), "shown");
}

TEST_F(ReaderDriverTest, UnknownTypesAndTooLargeFilesAreNotEvenStarted)
{
    const ReaderDriver nowhere({.program = "/nonexistent"});
    EXPECT_EQ(codeOf(nowhere.preview("PK", {.media = "application/zip"})), "CS-READER-MEDIA");
    const Bytes large(std::size_t(previewBytesMax) + 1, ' ');
    EXPECT_EQ(codeOf(nowhere.preview(large, {.media = "application/pdf"})), "CS-READER-SIZE");
    EXPECT_EQ(codeOf(nowhere.preview("x", {.media = "text/plain"})), "CS-READER-MISSING");
}

TEST_F(ReaderDriverTest, OfALargeTextTheHeadIsRead)
{
    std::string text;
    while (text.size() <= std::size_t(previewHeadBytes))
        text += std::string(1023, 'x') + "\n";
    const auto preview = realReader().preview(text, {.media = "text/plain"});
    ASSERT_TRUE(preview);
    EXPECT_NE(preview->facts.find("head_only"), std::string::npos);
    EXPECT_NE(preview->facts.find("\"bytes\":" + std::to_string(text.size())), std::string::npos);
}

TEST(ReaderDriverStandIn, AHangingReaderIsKilledAtTheDeadline)
{
    const auto silent = StandIn("exec sleep 600\n").preview(300);
    EXPECT_EQ(codeOf(silent), "CS-READER-TIMEOUT");
    EXPECT_TRUE(silent.error().message().contains(QStringLiteral("0.3 s")));
    EXPECT_EQ(codeOf(StandIn("exec sleep 600 >/dev/null\n").preview(300)),
        "CS-READER-TIMEOUT"); // output closed, alive
    EXPECT_EQ(codeOf(StandIn("kill -STOP $$\n").preview(300)), "CS-READER-TIMEOUT");
}

TEST(ReaderDriverStandIn, ACrashIsToldWithItsSignal)
{
    const auto crash = StandIn("kill -SEGV $$\n").preview();
    EXPECT_EQ(codeOf(crash), "CS-READER-CRASH");
    EXPECT_TRUE(crash.error().message().contains(QStringLiteral("signal 11")));
    const auto forbidden = StandIn("kill -SYS $$\n").preview();
    EXPECT_TRUE(forbidden.error().message().contains(QStringLiteral("sandbox forbids")));
    EXPECT_EQ(codeOf(StandIn("exit 7\n").preview()), "CS-READER-CRASH");
}

TEST(ReaderDriverStandIn, AnswersThatDoNotHoldAreRefused)
{
    EXPECT_EQ(codeOf(StandIn("echo '<html>hello</html>'\n").preview()), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(StandIn("exit 0\n").preview()), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(StandIn("exec cat /dev/zero\n").preview()), "CS-READER-ANSWER"); // and stops at the cap
}

TEST(ReaderDriverStandIn, GetsTheEvidenceAndNoSecrets)
{
    // Prints a refusal frame whose argument is what the stand-in saw.
    const char* script =
        R"sh(saw="$(cat <&3)|${DBUS_SESSION_BUS_ADDRESS-none}|${DISPLAY-none}|$(ls /proc/self/fd | wc -w)"
body="{\"code\":\"CS-READER-PAGE\",\"args\":[\"$saw\",\"0\"]}"
printf 'E'; printf "\\$(printf '%03o' ${#body})\\000\\000\\000%s" "$body"; printf 'Z\000\000\000\000'
)sh";
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/secret");
    qputenv("DISPLAY", ":77");
    const auto seen = StandIn(script).preview();
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("DISPLAY");
    ASSERT_FALSE(seen);
    // ls itself opens /proc/self/fd: 0, 1, 2, 3 and that one.
    EXPECT_EQ(utf8(seen.error().message()), "There is no page evidence|none|none|5: the document has 0.");
}

TEST(ReaderDriverStandIn, StopsWhenAsked)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(codeOf(StandIn("exec sleep 600\n").preview(60'000, source.get_token())), "CS-READER-CANCELLED");
    std::stop_source later;
    const StandIn reader("exec sleep 600\n");
    std::string code;
    std::jthread worker([&] { code = codeOf(reader.preview(60'000, later.get_token())); });
    later.request_stop();
    worker.join();
    EXPECT_EQ(code, "CS-READER-CANCELLED");
}

TEST(ReaderDriverProgram, IsNamedByTheEnvironmentOrFoundBesideUs)
{
    qputenv("COUNTERSIGN_READER", "/nonexistent/reader");
    const auto missing = ReaderDriver().program();
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().message().contains(QStringLiteral("/nonexistent/reader")));
    qputenv("COUNTERSIGN_READER", "/bin/sh");
    EXPECT_TRUE(ReaderDriver().program());
    qunsetenv("COUNTERSIGN_READER");
}

} // namespace
