// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/heads/ask_witness.h"

#include "core/crypto/hash.h"
#include "core/evidence/visible_text.h"
#include "core/registries/http/http.h"
#include "core/workspace/heads/witness.h"

namespace cs::heads {

Result<std::string> askWitness(
    const Session& session, const std::string& checkpoint, const std::string& url, std::stop_token stop)
{
    CS_TRY(const RegistryUrl place, parseRegistryUrl(url));
    CS_TRY(const auto http, registries::makeHttp(place, {}, {.bodyMax = note::bytesMax, .answerSeconds = 30}));
    const std::string hash = sha256(checkpointOrigin(session.state().workspaceId)).hex();
    std::int64_t old = 0;
    registries::HttpRequest ask;
    ask.path = "/" + hash + "/checkpoint";
    CS_TRY(const auto before, http->send(ask, stop));
    if (before.status == 200) {
        CS_TRY(const note::Note parsed, note::parse(before.body));
        CS_TRY(const Checkpoint known, Checkpoint::fromText(parsed.text));
        old = known.head.size;
    }
    if (old > session.head().size)
        return fail(refused("CS-HEADS-NEWER", "The witness at %1 has signed a head of %2 entries, and here are %3.",
            {qs(url), QString::number(old), QString::number(session.head().size)})
                        .withLaw(1));
    CS_TRY(const Proof proof, consistencyProof(old, session.head().size, session.store()));
    registries::HttpRequest add;
    add.method = "POST";
    add.path = "/add-checkpoint";
    add.body = witnessRequest(old, proof, checkpoint);
    CS_TRY(const auto answer, http->send(add, stop));
    if (answer.status == 422)
        return fail(refused("CS-HEADS-OTHER",
            "The witness at %1 has signed a head that this ledger does not continue: it was shown another history, or "
            "the administrators have given one up since. Nothing was written.",
            {qs(url)})
                        .withLaw(1));
    if (answer.status != 200)
        return fail(refused("CS-HEADS-WITNESS", "The witness at %1 did not sign (%2): %3",
            {qs(url), QString::number(answer.status), qs(visibleText(answer.body.substr(0, 300)).text)}));
    std::string cosigned = checkpoint + answer.body;
    CS_TRY(const Judged bare, session.judge({url, checkpoint, session.environment().clock->now()}));
    CS_TRY(const Judged after, session.judge({url, cosigned, session.environment().clock->now()}));
    if (after.vouchers.size() <= bare.vouchers.size())
        return fail(refused("CS-HEADS-WITNESS",
            "What the witness at %1 signed is by no key that this ledger trusts as a witness. Have the administrators "
            "trust its key first (\"people trust --purpose witness\").",
            {qs(url)}));
    return cosigned;
}

} // namespace cs::heads
