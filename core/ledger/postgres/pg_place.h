// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

struct _PQconninfoOption;

namespace cs {

/// Where a database is, in libpq's own words: `postgresql://…`. PGSERVICE, PGPASSFILE and the rest of its environment
/// are honoured. A server elsewhere is talked to over TLS with a verified certificate or not at all.
struct PgPlace {
    std::string url;
    std::string location; ///< for messages, the pin and the replica's name: no user, no password
    std::string user;
    bool isLocal = false; ///< this computer: a socket or a loopback address
    bool namesService = false;
    std::string sslMode; ///< of the address, else of the environment
    bool givesSslMode = false; ///< the address itself does
    bool givesRoots = false; ///< somebody says which authorities count
    /// One of the hosts that an address names; empty where libpq's own places say it.
    struct Host {
        std::string name, address, port;
    };
    std::vector<Host> hosts; ///< at least one; several only where the address names them

    /// @returns CS-STORE-URL for what libpq does not understand, or where it holds a password.
    static Result<PgPlace> parse(const std::string& url);
};
bool isPgUrl(std::string_view location);

/// What libpq says of an address, a connection or its environment, for the files beside this one.
namespace pg {

using Words = std::map<std::string, std::string>;
/// Takes the options and frees them.
Words wordsOf(_PQconninfoOption* options);
std::string wordOf(const Words& words, const char* key); ///< empty where it is not among them
bool isLoopback(const std::string& host);
/// One line of a stranger's message.
QString firstLine(std::string_view text);

} // namespace pg
} // namespace cs
