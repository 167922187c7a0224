// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registries/mlflow/mlflow.h"
#include "tests/core/registries/scripted_http.h"

#include <gtest/gtest.h>

namespace cs::registries {
namespace {

using test::jsonReply;
using test::ScriptedHttp;

class MlflowTest : public testing::Test {
protected:
    MlflowConnector connector()
    {
        return MlflowConnector(std::make_unique<ScriptedHttp>(log), [this](int ms, std::stop_token stop) {
            waits.push_back(ms);
            return !stop.stop_requested();
        });
    }
    template <class T> static std::string codeOf(const Result<T>& result)
    {
        return result ? "OK" : utf8(result.error().code());
    }
    void answer(HttpReply reply) { log.answers.emplace_back(std::move(reply)); }

    ScriptedHttp::Log log;
    std::vector<int> waits;
};

TEST_F(MlflowTest, readsWhatVersion2And3Say)
{
    answer(jsonReply(R"({"model_versions":[
        {"name":"a","version":"7","current_stage":"None","creation_timestamp":"1772442000000","run_id":"r1","source":"models:/m-1",
         "status":"READY","tags":[{"key":"countersign-stage","value":"staging"}],"aliases":["production"],"model_id":"m-1"},
        {"name":"a","version":8,"current_stage":"Production","creation_timestamp":1772442000000},
        {"version":"9"},
        {"name":"p","version":"1","tags":[{"key":"mlflow.prompt.is_prompt","value":"true"}]}],"next_page_token":"t"})"));
    const auto page = connector().versions({}, {});
    ASSERT_TRUE(page) << utf8(page.error().message());
    ASSERT_EQ(page->items.size(), 2U) << "a prompt is no model, and a version without a model is none";
    EXPECT_EQ(page->skipped, 1U);
    EXPECT_EQ(page->next, "t");
    EXPECT_EQ(page->items[0].version, "7");
    EXPECT_EQ(page->items[0].stage, "");
    EXPECT_EQ(page->items[0].created, 1'772'442'000'000);
    EXPECT_EQ(page->items[0].tags.at("countersign-stage"), "staging");
    EXPECT_EQ(page->items[1].version, "8");
    EXPECT_EQ(page->items[1].stage, "Production");
}

TEST_F(MlflowTest, aMetricThatIsNoNumberCostsNoOther)
{
    // As the protocol's own writer puts it (3.17), and as Python's json module does.
    for (const char* literals : {R"("NaN")", "NaN"}) {
        const std::string word = literals;
        answer(jsonReply(R"({"run":{"info":{"run_id":"r1"},"data":{"metrics":[{"key":"loss","value":)" + word
            + R"(},{"key":"auc","value":0.8},{"key":"NaN \" NaN","value":)" + (word == "NaN" ? "-Infinity" : "1e99")
            + R"(}],"params":[{"key":"note","value":"NaN, Infinity"}]}}})"));
        const auto run = connector().run("r1", {});
        ASSERT_TRUE(run) << utf8(run.error().message());
        EXPECT_EQ(run->metrics.at("loss"), "NaN");
        EXPECT_EQ(run->metrics.at("auc"), "0.8");
        EXPECT_EQ(run->metrics.at(R"(NaN " NaN)"), word == "NaN" ? "-Infinity" : "1e99");
        EXPECT_EQ(run->params.at("note"), "NaN, Infinity") << "words in strings are words";
        EXPECT_TRUE(json::parse(run->raw)) << "what is kept is JSON";
    }
    answer(jsonReply(R"({"run":{"info":{"run_id":"r1"},"data":NaNNaN}})"));
    EXPECT_EQ(codeOf(connector().run("r1", {})), "CS-REGISTRY-ANSWER");
}

TEST_F(MlflowTest, everyDatasetOfARunIsReadWithItsUse)
{
    answer(jsonReply(R"({"run":{"info":{"run_id":"r1"},"inputs":{"dataset_inputs":[
        {"tags":[{"key":"mlflow.data.context","value":"validation"}],"dataset":{"name":"holdout","digest":"d1"}},
        {"dataset":{"name":"plain","digest":"d2"}},{"dataset":{"digest":"d3"}},
        {"tags":[{"key":"mlflow.data.context","value":"training"}],"dataset":{"name":"loans","digest":"d4"}}]}}})"));
    const auto run = connector().run("r1", {});
    ASSERT_TRUE(run) << utf8(run.error().message());
    ASSERT_EQ(run->datasets.size(), 3U);
    EXPECT_EQ(run->datasets[0].use, "validation");
    EXPECT_EQ(run->datasets[1].use, "");
    EXPECT_EQ(run->datasets[2].name, "loans");
}

TEST_F(MlflowTest, aBusyServerIsAskedAgainWithPatience)
{
    HttpReply busy = jsonReply(R"({"error_code":"REQUEST_LIMIT_EXCEEDED","message":"slow down"})", 429);
    busy.retryAfterSeconds = 7;
    answer(busy);
    answer(jsonReply("oops", 503));
    answer(jsonReply(R"({"registered_models":[]})"));
    EXPECT_TRUE(connector().models({}, {}));
    EXPECT_EQ(waits, (std::vector<int>{7000, 1000}));
    for (int i = 0; i < 4; ++i)
        answer(busy);
    const auto given = connector().models({}, {});
    EXPECT_EQ(codeOf(given), "CS-REGISTRY-BUSY");
    EXPECT_TRUE(given.error().message().contains(QStringLiteral("slow down")));
}

TEST_F(MlflowTest, aStopEndsTheWaiting)
{
    answer(jsonReply("", 503));
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(codeOf(connector().models({}, source.get_token())), "CS-REGISTRY-STOPPED");
}

TEST_F(MlflowTest, everyWrongAnswerHasItsRemedy)
{
    HttpReply page;
    page.status = 200;
    page.contentType = "text/html";
    page.body = "<!doctype html><title>Sign in</title>";
    answer(page);
    EXPECT_EQ(codeOf(connector().models({}, {})), "CS-REGISTRY-ANSWER");
    answer(jsonReply(R"({"registered_models":[{"name":"a")"));
    EXPECT_EQ(codeOf(connector().models({}, {})), "CS-REGISTRY-ANSWER");
    answer(jsonReply("[]"));
    EXPECT_EQ(codeOf(connector().models({}, {})), "CS-REGISTRY-ANSWER");
    answer(jsonReply("You are not authenticated.", 401));
    EXPECT_EQ(codeOf(connector().models({}, {})), "CS-REGISTRY-AUTH");
    answer(jsonReply(R"({"error_code":"PERMISSION_DENIED","message":"<b>no</b>\nway"})", 403));
    const auto forbidden = connector().models({}, {});
    EXPECT_EQ(codeOf(forbidden), "CS-REGISTRY-FORBIDDEN");
    EXPECT_FALSE(forbidden.error().message().contains(QLatin1Char('\n')));
    answer(jsonReply(R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"Run 'x' not found"})", 404));
    const auto missing = connector().run("x", {});
    EXPECT_EQ(codeOf(missing), "CS-REGISTRY-MISSING");
    answer(jsonReply(R"({"error_code":"INVALID_PARAMETER_VALUE","message":"Invalid alias name"})", 400));
    const auto refusedWrite = connector().setAlias("a", "latest", "1", {});
    ASSERT_FALSE(refusedWrite);
    EXPECT_EQ(utf8(refusedWrite.error().code()), "CS-REGISTRY-REFUSED");
}

TEST_F(MlflowTest, aVersionThatIsNotTheOneAskedForIsRefused)
{
    answer(jsonReply(R"({"model_version":{"name":"a","version":"2"}})"));
    EXPECT_EQ(codeOf(connector().version("a", "1", {})), "CS-REGISTRY-ANSWER");
}

TEST_F(MlflowTest, aliasesComeFromTheModel)
{
    answer(jsonReply(R"({"model_version":{"name":"a","version":"1","aliases":["production"]}})"));
    answer(jsonReply(
        R"({"registered_model":{"name":"a","aliases":[{"alias":"staging","version":"1"},{"alias":"production","version":"2"}]}})"));
    const auto version = connector().version("a", "1", {});
    ASSERT_TRUE(version);
    EXPECT_EQ(version->aliases, std::set<std::string>{"staging"});
}

TEST_F(MlflowTest, aDeleteCarriesItsBody)
{
    answer(jsonReply("{}"));
    ASSERT_TRUE(connector().removeAlias("a \"b\"", "canary", {}));
    EXPECT_EQ(log.asked.front().method, "DELETE");
    EXPECT_EQ(log.asked.front().body, R"({"name":"a \"b\"","alias":"canary"})");
}

TEST_F(MlflowTest, onlyWhatTheServerHandsOutIsFetched)
{
    EXPECT_EQ(mlflow::servedPath("mlflow-artifacts:/1/r/artifacts/model").value(), "1/r/artifacts/model");
    EXPECT_EQ(mlflow::servedPath("mlflow-artifacts://host:5000/1/r").value(), "1/r");
    for (const char* uri : {"s3://bucket/key", "file:///etc/passwd", "/etc/passwd", "mlflow-artifacts:/../secret",
             "mlflow-artifacts:", ""})
        EXPECT_EQ(codeOf(mlflow::servedPath(uri)), "CS-REGISTRY-ARTIFACT") << uri;
    for (const char* name : {"../x", "a/b", "/etc/passwd", "..", ""}) {
        answer(jsonReply(R"({"artifact_uri":"mlflow-artifacts:/1/r"})"));
        answer(jsonReply(R"({"files":[{"path":")" + std::string(name) + R"(","is_dir":false,"file_size":1}]})"));
        EXPECT_EQ(codeOf(connector().files({}, {})), "CS-REGISTRY-ARTIFACT") << name;
        log.answers.clear();
    }
}

TEST_F(MlflowTest, foldersThatHoldThemselvesEnd)
{
    answer(jsonReply(R"({"artifact_uri":"mlflow-artifacts:/1/r"})"));
    for (int i = 0; i < 40; ++i)
        answer(jsonReply(R"({"files":[{"path":"again","is_dir":true}]})"));
    EXPECT_EQ(codeOf(connector().files({}, {})), "CS-REGISTRY-ARTIFACT");
}

TEST(HttpTest, aSecretGoesToItsOriginAlone)
{
    const RegistryUrl url = parseRegistryUrl("https://registry.example").value();
    EXPECT_TRUE(makeHttp(url, {Credential::Kind::Bearer, "", "s", "https://registry.example"}));
    const auto moved = makeHttp(url, {Credential::Kind::Bearer, "", "s", "https://other.example"});
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code(), QStringLiteral("CS-REGISTRY-ORIGIN"));
    EXPECT_FALSE(makeHttp(url, {Credential::Kind::Bearer, "", "a\r\nX-Evil: 1", "https://registry.example"}));
}

TEST(HttpTest, namesAreEscaped)
{
    EXPECT_EQ(percentEncoded("a b&c=d/\xC3\xA4"), "a%20b%26c%3Dd%2F%C3%A4");
}

} // namespace
} // namespace cs::registries
