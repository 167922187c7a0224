// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/postgres/pg_place.h"

#include <libpq-fe.h>

#include <algorithm>

namespace cs {
namespace {

/// What libpq writes with commas between.
std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> items{""};
    for (const char c : text) {
        if (c == ',')
            items.emplace_back();
        else
            items.back() += c;
    }
    return items;
}

bool areLoopback(const std::string& hosts)
{
    return std::ranges::all_of(listed(hosts), pg::isLoopback);
}

/// As an address writes them: host:port,host:port.
std::string hostsWithPorts(const std::string& hosts, const std::string& ports)
{
    const std::vector<std::string> names = listed(hosts), numbers = listed(ports);
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& port = numbers[numbers.size() == 1 ? 0 : std::min(i, numbers.size() - 1)];
        text += i == 0 ? "" : ",";
        if (names[i].empty())
            text += "localhost";
        else if (names[i].front() == '/')
            text.append("[").append(names[i]).append("]");
        else
            text += names[i];
        if (!port.empty() && port != "5432")
            text.append(":").append(port);
    }
    return text;
}

/// More than one only where the address names them.
std::vector<PgPlace::Host> hostsOf(const pg::Words& given)
{
    const auto names = listed(pg::wordOf(given, "host")), addresses = listed(pg::wordOf(given, "hostaddr")),
               ports = listed(pg::wordOf(given, "port"));
    std::vector<PgPlace::Host> hosts(std::max(names.size(), addresses.size()));
    const bool lengthsFit = (names.size() == 1 || names.size() == hosts.size())
        && (addresses.size() == 1 || addresses.size() == hosts.size())
        && (ports.size() == 1 || ports.size() == hosts.size());
    if (hosts.size() == 1 || !lengthsFit)
        return {PgPlace::Host{}}; // libpq says what is wrong
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const auto item = [i](const std::vector<std::string>& list) { return i < list.size() ? list[i] : ""; };
        hosts[i] = {item(names), item(addresses), ports.size() == 1 ? ports.front() : ports[i]};
    }
    return hosts;
}

} // namespace

QString pg::firstLine(std::string_view text)
{
    text = text.substr(0, text.find('\n'));
    return qs(text.substr(0, 300)).simplified();
}

pg::Words pg::wordsOf(PQconninfoOption* options)
{
    Words words;
    for (auto* option = options; option != nullptr && option->keyword != nullptr; ++option)
        if (option->val != nullptr)
            words[option->keyword] = option->val;
    PQconninfoFree(options);
    return words;
}

std::string pg::wordOf(const Words& words, const char* key)
{
    const auto found = words.find(key);
    return found == words.end() ? std::string() : found->second;
}

bool pg::isLoopback(const std::string& host)
{
    return host.empty() || host.front() == '/' || host == "localhost" || host == "127.0.0.1" || host == "::1";
}

bool isPgUrl(std::string_view location)
{
    return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

Result<PgPlace> PgPlace::parse(const std::string& url)
{
    char* said = nullptr;
    PQconninfoOption* parsed = PQconninfoParse(url.c_str(), &said);
    if (parsed == nullptr) {
        const QString why = pg::firstLine(said != nullptr ? said : "it is no address");
        PQfreemem(said);
        return fail(usageError(
            "CS-STORE-URL", "This is no address of a database: %1. Write postgresql://USER@HOST/DATABASE.", {why}));
    }
    const pg::Words given = pg::wordsOf(parsed);
    if (given.contains("password"))
        return fail(usageError("CS-STORE-URL",
            "A password does not belong into an address: it would stand in histories and lists. Leave it out; it is "
            "asked for and kept in the keychain, or read from PGPASSWORD or ~/.pgpass."));
    const pg::Words defaults = pg::wordsOf(PQconndefaults());
    const auto word = [&](const char* key) {
        return given.contains(key) ? pg::wordOf(given, key) : pg::wordOf(defaults, key);
    };
    PgPlace place;
    place.url = url;
    place.user = word("user");
    place.namesService = given.contains("service");
    place.sslMode = word("sslmode");
    place.givesSslMode = given.contains("sslmode");
    place.givesRoots = !word("sslrootcert").empty();
    place.hosts = hostsOf(given);
    std::string host = word("host");
    // Where both are given, the address is what is talked to, and the name only what is checked.
    place.isLocal = !place.namesService && areLoopback(host) && areLoopback(word("hostaddr"));
    if (host.empty())
        host = word("hostaddr");
    if (place.namesService) {
        place.location = "postgresql:///?service=" + pg::wordOf(given, "service");
        return place;
    }
    std::string database = word("dbname");
    if (database.empty())
        database = place.user;
    place.location = "postgresql://" + hostsWithPorts(host, word("port")) + "/" + database;
    return place;
}

} // namespace cs
