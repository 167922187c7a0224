// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/registry_url.h"

#include <algorithm>
#include <charconv>

namespace cs {
namespace {

constexpr std::size_t urlMax = 512;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

tl::unexpected<Error> bad(std::string_view url, const char* why)
{
    return fail(usageError("CS-REGISTRY-URL",
        "\"%1\" is no address of a registry: %2. Give https://HOST[:PORT][/PATH], or http:// for this computer.",
        {qs(url.substr(0, 120)), QString::fromLatin1(why)}));
}

bool isHost(std::string_view host)
{
    if (host.starts_with('['))
        return host.size() > 3 && host.ends_with(']')
            && std::ranges::all_of(host.substr(1, host.size() - 2),
                [](char c) { return c == ':' || c == '.' || (isLetterOrDigit(c) && (c <= '9' || (c | 32) <= 'f')); });
    const auto fits = [](char c) { return isLetterOrDigit(c) || c == '.' || c == '-'; };
    return !host.empty() && isLetterOrDigit(host.front()) && std::ranges::all_of(host, fits);
}

bool isPath(std::string_view path)
{
    const auto fits = [](char c) {
        return isLetterOrDigit(c) || std::string_view("/._~-").find(c) != std::string_view::npos;
    };
    return std::ranges::all_of(path, fits) && path.find("..") == std::string_view::npos
        && path.find("//") == std::string_view::npos;
}

/// 127.a.b.c in four plain numbers; "127.0.0.1.example" is somebody else's.
bool isLoopbackAddress(std::string_view host)
{
    int parts = 0;
    const char* at = host.data();
    const char* const end = host.data() + host.size();
    while (at != end) {
        int part = -1;
        const auto [next, error] = std::from_chars(at, end, part);
        if (error != std::errc() || part < 0 || part > 255 || next - at > 3 || (parts == 0 && part != 127))
            return false;
        ++parts;
        if (next == end)
            break;
        if (*next != '.')
            return false;
        at = next + 1;
    }
    return parts == 4 && !host.ends_with('.');
}

} // namespace

std::string RegistryUrl::origin() const
{
    const std::string base = (https ? "https://" : "http://") + host;
    return port == (https ? 443 : 80) ? base : base + ":" + std::to_string(port);
}

bool RegistryUrl::isLoopback() const
{
    return host == "localhost" || host == "[::1]" || isLoopbackAddress(host);
}

Result<RegistryUrl> parseRegistryUrl(std::string_view text)
{
    if (text.size() > urlMax)
        return bad(text, "it is longer than 512 characters");
    RegistryUrl url;
    url.https = text.starts_with("https://");
    if (!url.https && !text.starts_with("http://"))
        return bad(text, "it begins with neither https:// nor http://");
    std::string_view rest = text.substr(url.https ? 8 : 7);
    const std::string_view authority = rest.substr(0, rest.find('/'));
    std::string_view path = rest.substr(authority.size());
    while (path.ends_with('/'))
        path.remove_suffix(1);
    const auto colon = authority.starts_with('[') ? authority.find(':', authority.find(']')) : authority.find(':');
    const std::string_view host = authority.substr(0, colon);
    if (authority.find('@') != std::string_view::npos)
        return bad(text, "a user name or password has no place in it");
    if (!isHost(host))
        return bad(text, "the host is not written in letters, digits, dots and dashes");
    if (!isPath(path))
        return bad(text, "the path has a query, a fragment or characters that do not belong there");
    url.host = host;
    std::ranges::transform(url.host, url.host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    url.path = path;
    url.port = url.https ? 443 : 80;
    if (colon != std::string_view::npos) {
        const std::string_view port = authority.substr(colon + 1);
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), url.port);
        if (error != std::errc() || end != port.data() + port.size() || url.port < 1 || url.port > 65'535)
            return bad(text, "the port is no number from 1 to 65535");
    }
    if (!url.https && !url.isLoopback())
        return bad(text, "http would send what it says, and the sign-in, in the clear");
    return url;
}

} // namespace cs
