// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registries/http/json_api.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace cs::registries {
namespace {

constexpr int attempts = 4;
constexpr int firstWaitMs = 500;
constexpr int longestWaitMs = 30'000;

/// JSON knows no NaN and no Infinity, and Python's writer puts them all the same: one diverged metric would cost the
/// whole answer. @returns the text with those three words as strings, outside strings only.
std::string withWordsQuoted(std::string_view text)
{
    constexpr std::string_view words[] = {"NaN", "Infinity", "-Infinity"};
    std::string out;
    out.reserve(text.size() + 16);
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString && c == '\\' && at + 1 < text.size()) {
            out += c;
            out += text[++at];
            continue;
        }
        if (c == '"')
            inString = !inString;
        const auto* word = inString
            ? std::end(words)
            : std::ranges::find_if(words, [&](auto w) { return text.substr(at).starts_with(w); });
        if (word == std::end(words)) {
            out += c;
            continue;
        }
        out += '"';
        out += *word;
        out += '"';
        at += word->size() - 1;
    }
    return out;
}

bool isBusy(int status)
{
    return status == 429 || (status >= 500 && status != 501 && status != 505);
}

} // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): the signature of a Waiter
bool waitInterruptibly(int milliseconds, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, std::chrono::milliseconds(milliseconds), [] { return false; });
    return !stop.stop_requested();
}

std::string quotedWords(std::string_view text)
{
    QString out;
    for (const QChar c : qs(text.substr(0, 800)).left(200)) {
        const bool isUnseen = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        if (isUnseen) // said, not hidden: it may be why two names look the same
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return utf8(out);
}

JsonApi::JsonApi(std::unique_ptr<Http> http, Waiter waiter, ReadError readError, std::size_t bodyMax)
    : m_http(std::move(http))
    , m_waiter(std::move(waiter))
    , m_readError(std::move(readError))
    , m_bodyMax(bodyMax)
{
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): as connectors hand it on
JsonApi::Answer JsonApi::ask(const HttpRequest& request, std::stop_token stop)
{
    int wait = firstWaitMs;
    for (int attempt = 1;; ++attempt) {
        CS_TRY(const HttpReply reply, m_http->send(request, stop));
        if (!isBusy(reply.status) || attempt == attempts)
            return read(reply, request.path);
        const int asked = std::min(reply.retryAfterSeconds.value_or(0), longestWaitMs / 1000) * 1000;
        if (!m_waiter(std::max(wait, asked), stop))
            return fail(
                couldNot("CS-REGISTRY-STOPPED", "Stopped while the registry was busy. What was recorded stays.", {}));
        wait = std::min(wait * 2, longestWaitMs);
    }
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): one status after the other
JsonApi::Answer JsonApi::read(const HttpReply& reply, const std::string& path) const
{
    auto document = json::parse(reply.body, {m_bodyMax, 64});
    if (!document && reply.status == 200)
        if (auto lenient = json::parse(withWordsQuoted(reply.body), {m_bodyMax, 64}))
            document = std::move(lenient);
    const bool isObject = document && (*document)->root().isObject();
    const QString at = qs(path), status = QString::number(reply.status);
    if (reply.status == 200) {
        if (isObject)
            return document;
        const bool html = reply.contentType.find("html") != std::string::npos || reply.body.starts_with('<');
        return fail(refused("CS-REGISTRY-ANSWER",
            html ? "%1 was answered with a web page, not with JSON. Is the address the registry's own, or does a "
                   "sign-in "
                   "page stand before it?"
                 : "The answer to %1 is no JSON document: it was cut off or is of another kind (%2).",
            html ? QStringList{at} : QStringList{at, document ? QString() : document.error().message()}));
    }
    const auto said = isObject ? m_readError((*document)->root()) : std::nullopt;
    const QString words = qs(said ? quotedWords(said->message) : std::string());
    const QString reason = words.isEmpty() ? QStringLiteral("no reason given") : words;
    if (reply.status == 401)
        return fail(refused("CS-REGISTRY-AUTH",
            "The registry does not accept the sign-in (401, %1). Give the user name and secret again.", {reason}));
    if (reply.status == 403)
        return fail(refused("CS-REGISTRY-FORBIDDEN",
            "The registry's account may not do this (403, %1). Ask its administrator for the right.", {reason}));
    if (reply.status == 404 || (said && said->code == "RESOURCE_DOES_NOT_EXIST"))
        return fail(refused("CS-REGISTRY-MISSING", "The registry knows no such thing (%1).", {reason}));
    if (isBusy(reply.status))
        return fail(couldNot("CS-REGISTRY-BUSY",
            "The registry answered %1 several times (%2). Nothing was changed here; try again later.",
            {status, reason}));
    return fail(refused("CS-REGISTRY-REFUSED", "The registry refused %1 (%2: %3).", {at, status, reason}));
}

} // namespace cs::registries
