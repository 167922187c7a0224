// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/options.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cs::sync {
namespace {

using registries::Credential;

constexpr std::size_t secretMax = 8192;
constexpr std::int64_t everyMax = 7 * 86'400;

tl::unexpected<Error> badOption(const char* member, const char* why)
{
    return fail(usageError("CS-REGISTRY-OPTIONS", "The options of the registry: \"%1\" %2.",
        {QString::fromLatin1(member), QString::fromLatin1(why)}));
}

std::string itemName(const std::string& workspaceId, RegistryId registry, const std::string& origin)
{
    return "registry/" + workspaceId + "/" + registry.text() + "/" + origin;
}

std::string credentialJson(const Credential& credential)
{
    json::Writer out;
    out.beginObject().member("origin", std::string_view(credential.origin));
    out.member("auth", std::string_view(registries::credentialWord(credential.kind)));
    out.member("user", std::string_view(credential.user));
    out.member("secret", std::string_view(credential.secret)).endObject();
    return out.take();
}

Result<Credential> readCredential(std::string_view bytes, const QString& place)
{
    const auto document = json::parse(bytes, {secretMax, 4});
    const auto bad = [&] {
        return fail(usageError("CS-REGISTRY-SECRET",
            "%1 is no sign-in of a registry: {\"origin\": \"https://…\", \"auth\": \"basic\" or \"bearer\", \"user\": "
            "\"…\", \"secret\": \"…\"} is.",
            {place}));
    };
    if (!document)
        return bad();
    const json::Value root = (*document)->root();
    Credential credential;
    const auto kind = registries::credentialKind(root.find("auth").string());
    credential.origin = root.find("origin").string();
    credential.user = root.find("user").string();
    credential.secret = root.find("secret").string();
    if (!kind || credential.origin.empty() || (*kind != Credential::Kind::None && credential.secret.empty()))
        return bad();
    credential.kind = *kind;
    return credential;
}

/// The bytes of a file that its owner alone can read, and that is no link.
Result<std::string> ownerOnlyFile(const std::string& path)
{
    const auto bad = [&](const char* why) {
        return fail(usageError("CS-REGISTRY-SECRET", "The secret file %1 %2.", {qs(path), QString::fromLatin1(why)}));
    };
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return bad("cannot be opened");
    struct stat info { };
    const bool regular = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
    const bool own = regular && info.st_uid == ::geteuid() && (info.st_mode & 0077) == 0;
    std::string bytes(secretMax, '\0');
    const ssize_t count = own ? ::read(fd, bytes.data(), bytes.size()) : -1;
    ::close(fd);
    if (!regular)
        return bad("is no regular file");
    if (!own)
        return bad("belongs to another user or is open to others; set its mode to 0600");
    if (count <= 0)
        return bad("is empty or cannot be read");
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

} // namespace

RegistryOptions defaultOptions()
{
    RegistryOptions options;
    options.aliases = {{"staging", "staging"}, {"canary", "canary"}, {"production", "production"}};
    options.watched = {"champion"};
    return options;
}

std::string optionsJson(const RegistryOptions& options)
{
    json::Writer out;
    out.beginObject().member("auth", std::string_view(options.auth));
    out.member("user", std::string_view(options.user));
    out.key("aliases").beginObject();
    for (const auto& [stage, alias] : options.aliases)
        out.member(stage, std::string_view(alias));
    out.endObject().key("watched").beginArray();
    for (const auto& alias : options.watched)
        out.string(alias);
    out.endArray().member("ownerRole", std::string_view(options.ownerRole));
    out.key("writeBack").boolean(options.writeBack).member("everySeconds", options.everySeconds).endObject();
    return out.take();
}

Result<RegistryOptions> readOptions(std::string_view bytes)
{
    CS_TRY(const auto document, json::parse(bytes, {16'384, 8}));
    const json::Value root = document->root();
    RegistryOptions options;
    options.auth = root.find("auth").string();
    if (!registries::credentialKind(options.auth))
        return badOption("auth", "is none, basic or bearer");
    options.user = root.find("user").string();
    if (!root.find("aliases").isObject())
        return badOption("aliases", "names the alias that stands for each stage");
    std::set<std::string> taken;
    for (const json::Value alias : root.find("aliases")) {
        if (alias.string().empty() || !codec::isPlainText(alias.string()))
            return badOption("aliases", "holds an alias without a name");
        if (!taken.emplace(alias.string()).second)
            return badOption("aliases", "gives two stages the same alias");
        options.aliases[std::string(alias.key())] = alias.string();
    }
    for (const json::Value alias : root.find("watched"))
        options.watched.emplace(alias.string());
    options.ownerRole = root.find("ownerRole").string();
    if (!codec::isToken(options.ownerRole, 64))
        return badOption("ownerRole", "is no role");
    options.writeBack = root.find("writeBack").boolean().value_or(false);
    options.everySeconds = root.find("everySeconds").integer().value_or(-1);
    if (options.everySeconds < 0 || options.everySeconds > everyMax
        || (options.everySeconds != 0 && options.everySeconds < 10))
        return badOption("everySeconds", "is 0 (only when asked) or 10 seconds to 7 days");
    return options;
}

RegistryOptions optionsOf(const Session& session, const engine::Registry& registry)
{
    const auto bytes = session.document(registry.options);
    auto options = bytes ? readOptions(*bytes) : Result<RegistryOptions>(defaultOptions());
    if (options)
        return *std::move(options);
    return defaultOptions();
}

Credential credentialFor(const RegistryOptions& options, std::string secret, const RegistryUrl& url)
{
    return {registries::credentialKind(options.auth).value_or(Credential::Kind::None), options.user, std::move(secret),
        url.origin()};
}

Result<std::optional<Credential>> storedCredential(
    Keychain& keychain, const std::string& workspaceId, RegistryId registry, const std::string& origin)
{
    CS_TRY(const auto bytes, keychain.read(itemName(workspaceId, registry, origin)));
    if (!bytes)
        return std::optional<Credential>();
    CS_TRY(Credential credential, readCredential(*bytes, QStringLiteral("The keychain item")));
    return std::optional(std::move(credential));
}

Status storeCredential(
    Keychain& keychain, const std::string& workspaceId, RegistryId registry, const Credential& credential)
{
    return keychain.write(itemName(workspaceId, registry, credential.origin), credentialJson(credential));
}

Status forgetCredential(
    Keychain& keychain, const std::string& workspaceId, RegistryId registry, const std::string& origin)
{
    return keychain.remove(itemName(workspaceId, registry, origin));
}

Result<std::optional<Credential>> fileCredential()
{
    const char* named = std::getenv("COUNTERSIGN_REGISTRY_SECRET_FILE");
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    std::string path = named != nullptr ? named : "";
    if (path.empty() && folder != nullptr) {
        path = std::string(folder) + "/registry-secret";
        if (::access(path.c_str(), F_OK) != 0)
            return std::optional<Credential>();
    }
    if (path.empty())
        return std::optional<Credential>();
    CS_TRY(const std::string bytes, ownerOnlyFile(path));
    CS_TRY(Credential credential, readCredential(bytes, qs(path)));
    return std::optional(std::move(credential));
}

Result<std::unique_ptr<registries::Connector>> connect(
    const Session& session, const engine::Registry& registry, Keychain* keychain)
{
    CS_TRY(const RegistryUrl url, parseRegistryUrl(registry.url));
    const RegistryOptions options = optionsOf(session, registry);
    Credential credential;
    if (options.auth != "none") {
        CS_TRY(auto found, fileCredential());
        if (!found && keychain != nullptr) {
            CS_TRY(found, storedCredential(*keychain, session.state().workspaceId, registry.id, url.origin()));
        }
        if (!found)
            return fail(refused("CS-REGISTRY-SIGN-IN",
                "No sign-in for the registry %1 at %2 is kept here. Give it once: countersignctl registry sign-in %3, "
                "or Connections › Sign in.",
                {qs(registry.name), qs(url.origin()), qs(registry.id.text())}));
        credential = *std::move(found);
    }
    CS_TRY(auto http, registries::makeHttp(url, credential));
    return registries::makeConnector(registry.kind, std::move(http));
}

} // namespace cs::sync
