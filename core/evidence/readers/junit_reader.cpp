// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/readers.h"

#include <QXmlStreamReader>

namespace cs {

namespace {

constexpr std::size_t failingMax = 200;
constexpr std::size_t suitesMax = 200;

struct Totals {
    std::int64_t tests = 0, failures = 0, errors = 0, skipped = 0;
};

struct Suite {
    QString name, time;
    Totals counted;
    std::int64_t claimed = -1; // its attribute "tests"
    bool hasSuites = false;
};

struct Case {
    QString suite, className, name, message, detail;
    const char* outcome = "passed";
};

/// Goes through the elements once. What the report says in its attributes is only compared: the cases are
/// counted.
class JunitScan {
public:
    explicit JunitScan(std::string_view bytes)
        : m_xml(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())))
    {
        m_xml.setEntityExpansionLimit(0);
    }

    Status run()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD)
                return bad(QStringLiteral("it declares a document type, which reports of tests have no use for"));
            if (token == QXmlStreamReader::StartElement)
                CS_CHECK(begin());
            if (token == QXmlStreamReader::EndElement)
                end();
            if (token == QXmlStreamReader::Characters && m_inside && std::size_t(m_case.detail.size()) < 4000)
                m_case.detail += m_xml.text().left(4000);
        }
        if (m_xml.hasError())
            return bad(m_xml.errorString() + QStringLiteral(" (line ") + QString::number(m_xml.lineNumber())
                + QLatin1Char(')'));
        return {};
    }

    Totals totals;
    std::vector<Suite> suites;
    std::vector<Case> failing;
    std::int64_t claimed = -1; // of the root element

private:
    static constexpr int depthMax = 64;

    static tl::unexpected<Error> bad(const QString& why)
    {
        return fail(readerError("CS-READER-FORMAT", {QStringLiteral("JUnit XML"), why}));
    }

    std::int64_t number(QLatin1String name) const
    {
        bool ok = false;
        const qlonglong value = m_xml.attributes().value(name).toLongLong(&ok);
        return ok ? value : -1;
    }

    QString attribute(const char* name) const { return m_xml.attributes().value(QLatin1String(name)).toString(); }

    Status begin()
    {
        const QStringView name = m_xml.name();
        if (++m_depth > depthMax)
            return bad(QStringLiteral("it is nested too deeply"));
        if (m_depth == 1 && name != u"testsuites" && name != u"testsuite")
            return bad(QStringLiteral("its root is <") + name.left(40).toString() + QLatin1Char('>'));
        if (m_depth == 1)
            claimed = number(QLatin1String("tests"));
        if (name == u"testsuite") {
            if (!m_open.empty())
                suites[m_open.back()].hasSuites = true;
            m_open.push_back(suites.size());
            suites.push_back({attribute("name"), attribute("time"), {}, number(QLatin1String("tests")), false});
        } else if (name == u"testcase") {
            m_case = {m_open.empty() ? QString() : suites[m_open.back()].name, attribute("classname"),
                attribute("name"), {}, {}};
        } else if (name == u"failure" || name == u"error" || name == u"skipped") {
            m_inside = name != u"skipped";
            m_case.outcome = name == u"failure" ? "failure" : name == u"error" ? "error" : "skipped";
            m_case.message = attribute("message");
        }
        return {};
    }

    void end()
    {
        --m_depth;
        const QStringView name = m_xml.name();
        if (name == u"testsuite" && !m_open.empty())
            m_open.pop_back();
        if (name == u"failure" || name == u"error")
            m_inside = false;
        if (name != u"testcase")
            return;
        count(totals);
        if (!m_open.empty())
            count(suites[m_open.back()].counted);
        const std::string_view outcome = m_case.outcome;
        if ((outcome == "failure" || outcome == "error") && failing.size() < failingMax)
            failing.push_back(m_case);
    }

    void count(Totals& into) const
    {
        const std::string_view outcome = m_case.outcome;
        ++into.tests;
        into.failures += outcome == "failure" ? 1 : 0;
        into.errors += outcome == "error" ? 1 : 0;
        into.skipped += outcome == "skipped" ? 1 : 0;
    }

    QXmlStreamReader m_xml;
    std::vector<std::size_t> m_open;
    Case m_case;
    bool m_inside = false;
    int m_depth = 0;
};

void addTotals(const Totals& totals, Facts& facts)
{
    facts.member("tests", totals.tests).member("failures", totals.failures);
    facts.member("errors", totals.errors).member("skipped", totals.skipped);
}

void addSuites(const std::vector<Suite>& suites, Facts& facts)
{
    facts.writer().key("suites").beginArray();
    for (std::size_t i = 0; i < suites.size() && i < suitesMax; ++i) {
        facts.writer().beginObject();
        facts.member("name", utf8(suites[i].name), 200).member("time", utf8(suites[i].time), 40);
        addTotals(suites[i].counted, facts);
        facts.writer().endObject();
    }
    facts.writer().endArray();
}

void addFailing(const std::vector<Case>& failing, Facts& facts)
{
    facts.writer().key("failing").beginArray();
    for (const Case& item : failing) {
        if (facts.isFull())
            break;
        facts.writer().beginObject();
        facts.member("suite", utf8(item.suite), 200).member("class", utf8(item.className), 200);
        facts.member("name", utf8(item.name), 300).member("outcome", item.outcome);
        facts.member("message", utf8(item.message)).member("detail", utf8(item.detail.trimmed()), 2000);
        facts.writer().endObject();
    }
    facts.writer().endArray();
}

bool countsDiffer(const JunitScan& scan)
{
    if (scan.claimed >= 0 && scan.claimed != scan.totals.tests)
        return true;
    for (const Suite& suite : scan.suites)
        if (!suite.hasSuites && suite.claimed >= 0 && suite.claimed != suite.counted.tests)
            return true;
    return false;
}

} // namespace

Result<Preview> readJunit(const ReaderRequest& request, std::string_view bytes)
{
    JunitScan scan(bytes);
    CS_CHECK(scan.run());
    Facts facts("junit", request, bytes.size());
    const Totals& totals = scan.totals;
    addTotals(totals, facts);
    facts.member("passed", totals.tests - totals.failures - totals.errors - totals.skipped);
    addSuites(scan.suites, facts);
    addFailing(scan.failing, facts);
    if (scan.suites.size() > suitesMax || std::int64_t(scan.failing.size()) < totals.failures + totals.errors) {
        facts.setTruncated();
        facts.note("rows_cut",
            "The first " + std::to_string(suitesMax) + " suites and " + std::to_string(failingMax)
                + " failing cases are shown.");
    }
    if (countsDiffer(scan))
        facts.note("counts_differ",
            "The report claims another number of tests than it lists; the numbers here are counted from the "
            "list.");
    return Preview{facts.take(), std::nullopt};
}

} // namespace cs
