// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verify.h"

#include "core/audit/replay.h"
#include "core/crypto/hash.h"
#include "core/ledger/checkpoint.h"

#include <algorithm>
#include <fstream>
#include <thread>

namespace cs::audit {
namespace {

constexpr std::size_t batchBytes = 1U << 19U; // some hundred entries: a thread is done with it in 50 ms
constexpr std::size_t namedMax = 20;

/// Where lines come from; an empty answer is the end.
using ReadLines = std::function<Result<std::vector<std::string>>()>;

Error stopped()
{
    return couldNot("CS-AUDIT-CANCELLED", "The verification was stopped before its end; it says nothing.");
}

int threadsOf(const VerifyOptions& options)
{
    if (options.threads > 0)
        return options.threads;
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
}

/// One batch is judged in order while helpers check the next one; then this thread works along until that one is
/// checked. Reading stays on this thread: a store belongs to one.
Status runThrough(Replay& replay, const ReadLines& read, const VerifyOptions& options, std::int64_t total,
    const std::function<void()>& afterLine)
{
    Batch batches[2];
    Crew crew(threadsOf(options));
    CS_TRY(auto ahead, read());
    batches[0].load(std::move(ahead));
    crew.start(batches[0]);
    CS_TRY(ahead, read());
    crew.finish();
    for (std::size_t now = 0; batches[now].size() > 0; now = 1 - now) {
        batches[1 - now].load(std::move(ahead));
        crew.start(batches[1 - now]);
        replay.expect(batches[now].size());
        for (std::size_t i = 0; i < batches[now].size(); ++i) {
            if (options.stop.stop_requested())
                return fail(stopped());
            replay.take(batches[now].at(i));
            afterLine();
        }
        if (options.progress)
            options.progress(replay.tree().size(), std::max(total, replay.tree().size()));
        CS_TRY(ahead, read());
        crew.finish();
    }
    return {};
}

Result<std::int64_t> checkpointSize(const Bytes& bytes)
{
    CS_TRY(const note::Note parsed, note::parse(bytes));
    CS_TRY(const Checkpoint checkpoint, Checkpoint::fromText(parsed.text));
    return checkpoint.head.size;
}

/// The log's key stands in entry 0; later ones are trusted by the administrators.
void compareCheckpoint(const Replay& replay, const VerifyOptions& options, VerifyReport& report)
{
    if (!options.checkpoint)
        return;
    std::vector<PublicKey> keys;
    if (replay.state().logKey)
        keys.push_back(*replay.state().logKey);
    for (const engine::Trusted& trusted : replay.state().trusted)
        if (trusted.purpose == "log")
            if (const auto key = PublicKey::fromBase64(trusted.key))
                keys.push_back(*key);
    const auto checkpoint = openCheckpoint(*options.checkpoint, report.workspaceId, keys);
    if (!checkpoint) {
        report.problems.push_back({-1, 1, utf8(checkpoint.error().message())});
    } else if (checkpoint->head.size > replay.tree().size()) {
        report.problems.push_back({replay.tree().size(), 1,
            "The checkpoint names " + checkpoint->head.text() + ": entries after the last one here are missing."});
    } else if (checkpoint->head.size > 0 && replay.watchedRoot() != checkpoint->head.root) {
        report.problems.push_back({checkpoint->head.size - 1, 1,
            "The checkpoint names another root for " + std::to_string(checkpoint->head.size) + " entries."});
    } else {
        report.notes.push_back("The signed checkpoint at " + checkpoint->head.text() + " is part of this ledger.");
    }
}

/// Evidence is no law's business: what is missing or altered is said and changes no verdict.
Status noteEvidence(const Replay& replay, const VerifyOptions& options, VerifyReport& report,
    const std::function<Status(const Digest&)>& readThrough)
{
    std::size_t bad = 0;
    for (const Replay::Evidence& evidence : replay.evidence()) {
        if (options.stop.stop_requested())
            return fail(stopped());
        const Status status = readThrough(evidence.digest);
        if (status || ++bad > namedMax)
            continue;
        const bool missing = hasCode(status.error(), blobMissingCode);
        (missing ? report.notes : report.warnings)
            .push_back("The evidence of entry " + std::to_string(evidence.entry) + ", " + evidence.digest.text()
                + (missing ? ", is not in this copy." : ", has other bytes here than its digest says."));
    }
    if (bad > namedMax)
        report.notes.push_back(std::to_string(bad - namedMax) + " further pieces of evidence are missing or altered.");
    return {};
}

void settle(VerifyReport& report)
{
    if (report.verdict != "broken"
        && std::ranges::any_of(report.problems, [](const VerifyProblem& p) { return p.law != 0 && p.law != 14; }))
        report.verdict = "broken";
}

/// What comes after the last line, for both kinds of source.
Result<VerifyReport> conclude(Replay& replay, VerifyReport report, const VerifyOptions& options,
    const std::function<Status(const Digest&)>& readThrough)
{
    compareCheckpoint(replay, options, report);
    if (options.evidence)
        CS_CHECK(noteEvidence(replay, options, report, readThrough));
    settle(report);
    return report;
}

/// Perfect nodes in order of their position, 64 bytes an entry.
class LevelNodes final : public NodeReader {
public:
    void put(const std::vector<Node>& nodes)
    {
        for (const Node& node : nodes) {
            m_levels.resize(std::max(m_levels.size(), static_cast<std::size_t>(node.level) + 1));
            m_levels[static_cast<std::size_t>(node.level)].push_back(node.hash);
        }
    }
    Result<Digest> node(int level, std::int64_t pos) const override
    {
        const auto l = static_cast<std::size_t>(level);
        const auto p = static_cast<std::size_t>(pos);
        if (l >= m_levels.size() || p >= m_levels[l].size())
            return fail(couldNot(
                "CS-LEDGER-NODE", "There is no tree node %1/%2.", {QString::number(level), QString::number(pos)}));
        return m_levels[l][p];
    }

private:
    std::vector<std::vector<Digest>> m_levels;
};

/// Lines of a text file. One that is too long for an entry is given in part, so that it is refused as what it is.
class LineFile final {
public:
    explicit LineFile(const std::string& path)
        : m_in(path, std::ios::binary)
    {
    }
    bool good() const { return m_in.is_open(); }
    Result<std::vector<std::string>> next()
    {
        std::vector<std::string> lines;
        std::string block(batchBytes, '\0');
        while (lines.empty() && m_in.good()) {
            m_in.read(block.data(), static_cast<std::streamsize>(block.size()));
            take(std::string_view(block).substr(0, static_cast<std::size_t>(m_in.gcount())), lines);
        }
        if (m_in.bad())
            return fail(couldNot("CS-AUDIT-FILE", "The export cannot be read to its end."));
        if (lines.empty() && !m_rest.empty())
            lines.push_back(std::exchange(m_rest, {}));
        return lines;
    }

private:
    void take(std::string_view block, std::vector<std::string>& lines)
    {
        for (std::size_t end = block.find('\n'); end != std::string_view::npos; end = block.find('\n')) {
            grow(block.substr(0, end));
            lines.push_back(std::exchange(m_rest, {}));
            block.remove_prefix(end + 1);
        }
        grow(block);
    }
    void grow(std::string_view part)
    {
        m_rest += part.substr(0, lineBytesMax + 1 - std::min(m_rest.size(), lineBytesMax + 1));
    }

    std::ifstream m_in;
    std::string m_rest;
};

/// A blob beside an export: a file named by its digest.
Status streamFile(const std::string& dir, const Digest& digest, const std::function<void(std::string_view)>& sink)
{
    std::ifstream in(dir + "/" + digest.hex(), std::ios::binary);
    if (dir.empty() || !in.is_open())
        return fail(couldNot(blobMissingCode, "The bytes of %1 are not beside the export.", {qs(digest.text())}));
    Sha256 hash;
    std::string block(batchBytes, '\0');
    while (in.good()) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto part = std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount()));
        hash.update(part);
        sink(part);
    }
    if (hash.finish() != digest)
        return fail(refused(blobBadCode, "The file %1 has other bytes than its name says.", {qs(digest.hex())}));
    return {};
}

} // namespace

Result<VerifyReport> verifyLedger(LogStore& store, const VerifyOptions& options)
{
    VerifyReport report;
    CS_TRY(const TreeHead claimed, store.head());
    Replay replay(report, &store);
    PolicyBlobs source(store, replay.tree());
    replay.setSource(source);
    if (options.checkpoint)
        replay.watchSize(checkpointSize(*options.checkpoint).value_or(-1));
    std::int64_t from = 0;
    const auto read = [&]() -> Result<std::vector<std::string>> {
        if (from >= claimed.size)
            return std::vector<std::string>();
        CS_TRY(auto lines, store.read(from, batchBytes));
        // What others append meanwhile belongs to the next verification.
        if (from + static_cast<std::int64_t>(lines.size()) > claimed.size)
            lines.resize(static_cast<std::size_t>(claimed.size - from));
        from += static_cast<std::int64_t>(lines.size());
        return lines;
    };
    CS_CHECK(runThrough(replay, read, options, claimed.size, [] {}));
    replay.finish(options);
    if (replay.tree().head() != claimed && claimed.size > 0)
        report.problems.push_back({replay.tree().size(), 1,
            "The store claims the head " + claimed.text() + ", but its entries make " + replay.tree().head().text()
                + "."});
    return conclude(replay, std::move(report), options,
        [&](const Digest& digest) { return store.streamBlob(digest, [](std::string_view) { return Status(); }); });
}

Result<VerifyReport> verifyExport(const std::string& path, const std::string& blobsDir, const VerifyOptions& options)
{
    LineFile file(path);
    if (!file.good())
        return fail(couldNot("CS-AUDIT-FILE", "The export %1 cannot be read.", {qs(path)}));
    VerifyReport report;
    LevelNodes nodes;
    Replay replay(report, nullptr);
    const auto fetch = [&](const Digest& digest) -> Result<Bytes> {
        Bytes bytes;
        CS_CHECK(streamFile(blobsDir, digest, [&](std::string_view part) {
            if (bytes.size() <= json::policyLimits.bytesMax)
                bytes += part;
        }));
        return bytes;
    };
    PolicyBlobs source(fetch, nodes, replay.tree());
    replay.setSource(source);
    if (options.checkpoint)
        replay.watchSize(checkpointSize(*options.checkpoint).value_or(-1));
    CS_CHECK(runThrough(
        replay, [&] { return file.next(); }, options, 0, [&] { nodes.put(replay.made()); }));
    replay.finish(options);
    return conclude(replay, std::move(report), options,
        [&](const Digest& digest) { return streamFile(blobsDir, digest, [](std::string_view) {}); });
}

} // namespace cs::audit
