// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/registries/registry.h"

namespace cs::registries {

/// JSON over an Http: patience with servers that are busy, and a clear error for everything that is not an answer.
/// All calls of our connectors may be repeated (they read, or set what is set already), so a busy server is asked
/// again.
class JsonApi final {
public:
    /// What a vendor's error body says. @returns nothing where it says nothing.
    struct VendorError {
        std::string code, message;
    };
    using ReadError = std::function<std::optional<VendorError>(json::Value root)>;
    using Answer = Result<std::unique_ptr<json::Document>>;

    JsonApi(std::unique_ptr<Http> http, Waiter waiter, ReadError readError, std::size_t bodyMax);

    /// @returns CS-REGISTRY-AUTH, …-FORBIDDEN, …-MISSING, …-BUSY (429 and 5xx after some patience), …-REFUSED (other
    /// 4xx), …-ANSWER (HTML, half a document, not an object), and what Http returns.
    Answer ask(const HttpRequest& request, std::stop_token stop);
    Http& http() { return *m_http; }

private:
    Answer read(const HttpReply& reply, const std::string& path) const;

    std::unique_ptr<Http> m_http;
    Waiter m_waiter;
    ReadError m_readError;
    std::size_t m_bodyMax;
};

} // namespace cs::registries
