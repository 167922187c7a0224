// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utc_time.h"
#include "core/ledger/checkpoint.h"
#include "core/ledger/merkle.h"

#include <memory>
#include <string>
#include <vector>

namespace cs::heads {

/// A witness of C2SP tlog-witness v1.0.0: cosigns the checkpoints of the logs that it knows, each only if it continues
/// the one that it cosigned before. What it has cosigned is on the disk before anybody gets the answer.
/// Safe for several threads and processes. @source c2sp.org/tlog-witness
class Witness final {
public:
    struct Log {
        std::string origin;
        std::vector<note::VerifierKey> keys;
    };
    /// @param folder for what was cosigned; made where it is missing.
    Witness(std::string folder, note::VerifierKey verifier, std::shared_ptr<const SecretKey> key, const Clock& clock);
    void know(Log log) { m_logs.push_back(std::move(log)); }

    struct Answer {
        int status = 500;
        std::string body;
        std::string contentType = "text/plain; charset=utf-8";
    };
    /// POST <submission>/add-checkpoint
    Answer addCheckpoint(const std::string& body) const;
    /// GET <monitoring>/<hex SHA-256 of the origin>/checkpoint
    Answer latest(const std::string& originHash) const;

    static constexpr std::size_t bodyMax = note::bytesMax + std::size_t{64} * 64;

private:
    Answer judgeAndSign(const Log& log, std::int64_t old, const Proof& proof, const note::Note& parsed,
        const Checkpoint& checkpoint) const;
    std::string pathOf(const std::string& originHash) const;

    std::string m_folder;
    note::VerifierKey m_verifier;
    std::shared_ptr<const SecretKey> m_key;
    const Clock& m_clock;
    std::vector<Log> m_logs;
};

/// The body of a request for add-checkpoint.
std::string witnessRequest(std::int64_t old, const Proof& proof, const std::string& checkpoint);

} // namespace cs::heads
