// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registries/http/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>

namespace cs::registries {
namespace {

void initialiseOnce()
{
    static std::once_flag flag;
    std::call_once(flag, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct CurlDelete {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What one transfer has received, and what stopped it.
struct Transfer {
    HttpReply reply;
    std::size_t bodyMax = 0;
    const std::function<Status(std::string_view)>* sink = nullptr;
    CURL* handle = nullptr;
    std::stop_token stop;
    bool tooLarge = false;
    std::optional<Error> sinkError;
};

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& transfer = *static_cast<Transfer*>(user);
    const std::string_view piece(data, size * count);
    long status = 0;
    curl_easy_getinfo(transfer.handle, CURLINFO_RESPONSE_CODE, &status);
    if (transfer.sink != nullptr && status == 200) {
        if (auto taken = (*transfer.sink)(piece); !taken) {
            transfer.sinkError = taken.error();
            return 0;
        }
        return piece.size();
    }
    if (transfer.reply.body.size() + piece.size() > transfer.bodyMax) {
        transfer.tooLarge = true;
        return 0;
    }
    transfer.reply.body += piece;
    return piece.size();
}

int watchStop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Transfer*>(user)->stop.stop_requested() ? 1 : 0;
}

bool hasControl(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

class CurlHttp final : public Http {
public:
    CurlHttp(RegistryUrl url, Credential credential, HttpLimits limits)
        : m_url(std::move(url))
        , m_credential(std::move(credential))
        , m_limits(limits)
    {
        initialiseOnce();
        m_handle.reset(curl_easy_init());
    }

    Result<HttpReply> send(const HttpRequest& request, std::stop_token stop) override
    {
        return perform(request, nullptr, std::move(stop));
    }
    Result<HttpReply> download(
        const std::string& path, const std::function<Status(std::string_view)>& sink, std::stop_token stop) override
    {
        return perform({"GET", path, {}, {}}, &sink, std::move(stop));
    }

private:
    Result<HttpReply> perform(
        const HttpRequest& request, const std::function<Status(std::string_view)>* sink, std::stop_token stop);
    void configure(const HttpRequest& request, Transfer& transfer);
    void signIn();
    Error failure(CURLcode code, const Transfer& transfer) const;
    Error redirected() const;

    RegistryUrl m_url;
    Credential m_credential;
    HttpLimits m_limits;
    std::unique_ptr<CURL, CurlDelete> m_handle;
    std::unique_ptr<curl_slist, CurlDelete> m_headers;
    std::array<char, CURL_ERROR_SIZE> m_words{};
};

void CurlHttp::signIn()
{
    CURL* const h = m_handle.get();
    if (m_credential.kind == Credential::Kind::Basic) {
        curl_easy_setopt(h, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(h, CURLOPT_USERNAME, m_credential.user.c_str());
        curl_easy_setopt(h, CURLOPT_PASSWORD, m_credential.secret.c_str());
    } else if (m_credential.kind == Credential::Kind::Bearer) {
        curl_easy_setopt(h, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
        curl_easy_setopt(h, CURLOPT_XOAUTH2_BEARER, m_credential.secret.c_str());
    }
}

void CurlHttp::configure(const HttpRequest& request, Transfer& transfer)
{
    CURL* const h = m_handle.get();
    curl_easy_reset(h); // options only: the connection stays open
    std::string url = m_url.text() + request.path;
    char separator = '?';
    for (const auto& [key, value] : request.query) {
        url += separator + percentEncoded(key) + "=" + percentEncoded(value);
        separator = '&';
    }
    m_words[0] = '\0';
    curl_easy_setopt(h, CURLOPT_URL, url.c_str());
    curl_easy_setopt(h, CURLOPT_ERRORBUFFER, m_words.data());
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, m_url.https ? "https" : "http");
    curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(h, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
    curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(h, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(h, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, long{m_limits.connectSeconds});
    curl_easy_setopt(h, CURLOPT_TIMEOUT, transfer.sink != nullptr ? 0L : long{m_limits.answerSeconds});
    curl_easy_setopt(h, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(h, CURLOPT_LOW_SPEED_TIME, long{m_limits.stallSeconds});
    curl_easy_setopt(h, CURLOPT_USERAGENT, "Countersign/" CS_VERSION);
    if (m_url.isLoopback())
        curl_easy_setopt(h, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(h, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(h, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(h, CURLOPT_XFERINFOFUNCTION, watchStop);
    curl_easy_setopt(h, CURLOPT_XFERINFODATA, &transfer);
    m_headers.reset();
    curl_slist* headers = curl_slist_append(nullptr, "Accept: application/json");
    if (!request.body.empty()) {
        headers = curl_slist_append(headers, "Content-Type: application/json");
        headers = curl_slist_append(headers, "Expect:");
        curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(h, CURLOPT_POSTFIELDS, request.body.c_str());
    }
    m_headers.reset(headers);
    curl_easy_setopt(h, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(h, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    signIn();
}

Error CurlHttp::redirected() const
{
    char* target = nullptr;
    curl_easy_getinfo(m_handle.get(), CURLINFO_REDIRECT_URL, &target);
    return refused("CS-REGISTRY-REDIRECT",
        "%1 sends the request on to %2. It was not followed and no sign-in went there. If that is where the registry "
        "is now, change the registry's address.",
        {qs(m_url.origin()), qs(std::string_view(target == nullptr ? "another address" : target).substr(0, 200))});
}

Error CurlHttp::failure(CURLcode code, const Transfer& transfer) const
{
    const QString where = qs(m_url.origin());
    if (transfer.sinkError)
        return *transfer.sinkError;
    if (transfer.stop.stop_requested())
        return couldNot("CS-REGISTRY-STOPPED", "Stopped while %1 was asked. What was recorded stays.", {where});
    if (transfer.tooLarge)
        return refused("CS-REGISTRY-TOO-LARGE", "%1 answered with more than %2 MiB; the rest was not read.",
            {where, QString::number(m_limits.bodyMax >> 20U)});
    const QString words = QString::fromUtf8(m_words[0] != '\0' ? m_words.data() : curl_easy_strerror(code));
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return couldNot("CS-REGISTRY-TIMEOUT",
            "%1 did not answer in time (%2). Nothing was changed here; try again later.", {where, words});
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return refused("CS-REGISTRY-CERTIFICATE",
            "The certificate of %1 does not verify (%2). Nothing was sent. Install its authority in the system's "
            "certificate store, or correct the address.",
            {where, words});
    default:
        return couldNot(
            "CS-REGISTRY-UNREACHABLE", "%1 cannot be reached: %2. Nothing was changed here.", {where, words});
    }
}

Result<HttpReply> CurlHttp::perform(
    const HttpRequest& request, const std::function<Status(std::string_view)>* sink, std::stop_token stop)
{
    if (!m_handle)
        return fail(couldNot("CS-REGISTRY-UNREACHABLE", "The HTTP library could not be started.", {}));
    Transfer transfer;
    transfer.bodyMax = m_limits.bodyMax;
    transfer.sink = sink;
    transfer.handle = m_handle.get();
    transfer.stop = std::move(stop);
    configure(request, transfer);
    const CURLcode code = curl_easy_perform(m_handle.get());
    if (code != CURLE_OK)
        return fail(failure(code, transfer));
    long status = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status >= 300 && status < 400)
        return fail(redirected());
    transfer.reply.status = static_cast<int>(status);
    if (char* type = nullptr;
        curl_easy_getinfo(m_handle.get(), CURLINFO_CONTENT_TYPE, &type) == CURLE_OK && type != nullptr)
        transfer.reply.contentType = type;
    curl_off_t wait = 0;
    if (curl_easy_getinfo(m_handle.get(), CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0)
        transfer.reply.retryAfterSeconds = static_cast<int>(std::min<curl_off_t>(wait, 3600));
    return std::move(transfer.reply);
}

} // namespace

const char* credentialWord(Credential::Kind kind)
{
    return kind == Credential::Kind::Basic ? "basic" : kind == Credential::Kind::Bearer ? "bearer" : "none";
}

std::optional<Credential::Kind> credentialKind(std::string_view word)
{
    for (const auto kind : {Credential::Kind::None, Credential::Kind::Basic, Credential::Kind::Bearer})
        if (word == credentialWord(kind))
            return kind;
    return std::nullopt;
}

Result<std::unique_ptr<Http>> makeHttp(const RegistryUrl& url, const Credential& credential, HttpLimits limits)
{
    if (credential.kind != Credential::Kind::None && credential.origin != url.origin())
        return fail(refused("CS-REGISTRY-ORIGIN",
            "The stored sign-in was given for %1, and the registry is at %2 now. Sign in to it again.",
            {qs(credential.origin), qs(url.origin())}));
    if (hasControl(credential.user) || hasControl(credential.secret) || credential.user.find(':') != std::string::npos)
        return fail(usageError("CS-REGISTRY-SECRET",
            "The user name or secret holds a line break, another control character or a colon in the name.", {}));
    return std::make_unique<CurlHttp>(url, credential, limits);
}

std::string percentEncoded(std::string_view text)
{
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '.' || c == '_' || c == '~';
        if (plain)
            out += c;
        else
            (out += '%').append({hex[byte >> 4U], hex[byte & 15U]});
    }
    return out;
}

} // namespace cs::registries
