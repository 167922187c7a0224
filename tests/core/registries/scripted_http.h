// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registries/http/http.h"

#include <deque>

namespace cs::test {

/// Answers that a real registry does not give on demand: each request takes the next one.
class ScriptedHttp final : public registries::Http {
public:
    struct Log {
        std::deque<Result<registries::HttpReply>> answers;
        std::vector<registries::HttpRequest> asked;
    };
    explicit ScriptedHttp(Log& log)
        : m_log(log)
    {
    }
    Result<registries::HttpReply> send(const registries::HttpRequest& request, std::stop_token) override
    {
        m_log.asked.push_back(request);
        if (m_log.answers.empty())
            return fail(couldNot("CS-TEST-SCRIPT", "The script has no further answer."));
        auto answer = std::move(m_log.answers.front());
        m_log.answers.pop_front();
        return answer;
    }
    Result<registries::HttpReply> download(
        const std::string& path, const std::function<Status(std::string_view)>& sink, std::stop_token stop) override
    {
        CS_TRY(auto reply, send({"GET", path, {}, {}}, stop));
        if (reply.status == 200)
            CS_CHECK(sink(reply.body));
        return reply;
    }

private:
    Log& m_log;
};

inline registries::HttpReply jsonReply(std::string body, int status = 200)
{
    registries::HttpReply reply;
    reply.status = status;
    reply.body = std::move(body);
    reply.contentType = "application/json";
    return reply;
}

} // namespace cs::test
