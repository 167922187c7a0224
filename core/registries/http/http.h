// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/registry_url.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace cs::registries {

/// How a registry is signed in to. Bound to one origin: it is sent there and nowhere else.
struct Credential {
    enum class Kind { None, Basic, Bearer } kind = Kind::None;
    std::string user, secret;
    std::string origin; ///< RegistryUrl::origin() that it was given for.
};
const char* credentialWord(Credential::Kind kind); ///< none, basic, bearer
std::optional<Credential::Kind> credentialKind(std::string_view word);

struct HttpRequest {
    std::string method = "GET";
    std::string path; ///< Below the registry's own path, beginning with '/'; its parts are escaped already.
    std::vector<std::pair<std::string, std::string>> query;
    std::string body; ///< JSON, or empty.
};
struct HttpReply {
    int status = 0;
    std::string body, contentType;
    std::optional<int> retryAfterSeconds;
};

struct HttpLimits {
    std::size_t bodyMax = std::size_t{64} << 20U;
    int connectSeconds = 10;
    int stallSeconds = 30; ///< Nothing came for so long.
    int answerSeconds = 600; ///< For a whole answer, however it trickles; files may take longer.
};

/// One registry's answers. Blocks; belongs to one thread. Never follows a redirect, never accepts a certificate that
/// does not verify, and speaks to its own origin alone.
class Http {
public:
    virtual ~Http() = default;
    /// @returns CS-REGISTRY-UNREACHABLE, …-TIMEOUT, …-CERTIFICATE, …-REDIRECT, …-TOO-LARGE, …-STOPPED. A status of 4xx
    /// or 5xx is a reply, not an error.
    virtual Result<HttpReply> send(const HttpRequest& request, std::stop_token stop) = 0;
    /// A file of any size, piece by piece; only a reply 200 reaches the sink.
    virtual Result<HttpReply> download(
        const std::string& path, const std::function<Status(std::string_view)>& sink, std::stop_token stop) = 0;
};

/// The real one (libcurl). @param credential of another origin than the URL's is refused: CS-REGISTRY-ORIGIN.
Result<std::unique_ptr<Http>> makeHttp(const RegistryUrl& url, const Credential& credential, HttpLimits limits = {});

/// Letters, digits and "-._~" as they are, everything else as %XX. @source RFC 3986 section 2
std::string percentEncoded(std::string_view text);

} // namespace cs::registries
