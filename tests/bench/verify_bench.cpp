// SPDX-License-Identifier: GPL-3.0-or-later
// Full verification against threads that do nothing but crypto_sign_verify_detached on the same messages.
#include "core/audit/verify.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/big_ledger.h"

#include <sodium.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace cs::bench {
namespace {

struct Signed {
    std::string message, signature;
    PublicKey key;
};

std::vector<Signed> messagesOf(BigLedger& ledger)
{
    std::vector<Signed> messages;
    ParsedEntry entry;
    for (std::int64_t i = 0; i < ledger.size(); ++i) {
        const std::string line = *ledger.builder().store().readLine(i);
        if (!entry.parse(line))
            std::abort();
        const ActorId actor = *ActorId::fromText(entry.header().actor);
        messages.push_back({dsse::pae(dsse::entryType, entry.payload()), std::string(entry.signature()),
            ledger.builder().signer(actor).key->publicKey()});
    }
    return messages;
}

void onlySignatures(const std::vector<Signed>& messages, int threads)
{
    std::atomic<std::int64_t> good{0};
    const auto work = [&](std::size_t from) {
        for (std::size_t i = from; i < messages.size(); i += static_cast<std::size_t>(threads)) {
            const Signed& one = messages[i];
            const auto* bytes = reinterpret_cast<const unsigned char*>(one.message.data());
            const auto* signature = reinterpret_cast<const unsigned char*>(one.signature.data());
            const auto* key = reinterpret_cast<const unsigned char*>(one.key.bytes().data());
            good += crypto_sign_verify_detached(signature, bytes, one.message.size(), key) == 0 ? 1 : 0;
        }
    };
    std::vector<std::jthread> helpers;
    for (int t = 1; t < threads; ++t)
        helpers.emplace_back(work, static_cast<std::size_t>(t));
    work(0);
    helpers.clear();
    if (good != std::ssize(messages))
        std::abort();
}

void verifyAll(BigLedger& ledger, int threads)
{
    audit::VerifyOptions options;
    options.threads = threads;
    options.evidence = false; // bytes of evidence are not in this ledger, and no signature stands on them
    options.now = ledger.team().clock().now();
    const auto report = audit::verifyLedger(ledger.builder().store(), options);
    if (!report || report->verdict != "intact" || report->entries != ledger.size()) {
        std::fprintf(stderr, "The ledger does not verify: %s\n",
            report ? (report->problems.empty() ? report->verdict : report->problems.front().message).c_str()
                   : utf8(report.error().message()).c_str());
        std::exit(1);
    }
}

void compare(BigLedger& ledger, const std::vector<Signed>& messages, int threads, double target, std::int64_t pairs)
{
    std::vector<double> cpu, wall, perEntry;
    for (std::int64_t pair = 0; pair < pairs; ++pair) {
        const Spent raw = spentBy([&] { onlySignatures(messages, threads); });
        const Spent full = spentBy([&] { verifyAll(ledger, threads); });
        cpu.push_back(raw.cpu / full.cpu);
        wall.push_back(raw.wall / full.wall);
        perEntry.push_back(full.cpu * 1e6 / static_cast<double>(ledger.size()));
    }
    const std::string with = std::to_string(threads) + (threads == 1 ? " thread" : " threads");
    row("verify " + std::to_string(ledger.size()) + " entries, " + with + ": signatures alone / all (CPU time)",
        median(cpu), "", target);
    note("  the same by the clock on the wall (other programs count)", median(wall), "");
    note("  CPU time of one entry", median(perEntry), "us");
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    if (sodium_init() < 0)
        return 1;
    BigLedger ledger(option(argc, argv, "entries", 20'000));
    const std::int64_t pairs = option(argc, argv, "pairs", 5);
    const auto messages = messagesOf(ledger);
    compare(ledger, messages, 1, 0.75, pairs);
    compare(ledger, messages, 2, 0.7, pairs);
    return 0;
}
