// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utc_time.h"
#include "core/domain/ids.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cs::query {

/// How a registry is dealt with: the document that its entry in the ledger names by digest.
struct RegistryOptions {
    std::string auth = "none"; ///< none, basic, bearer
    std::string user; ///< Of basic; a service account's name, which is no secret.
    std::map<std::string, std::string> aliases; ///< stage → the alias that stands for it
    std::set<std::string> watched; ///< Further aliases that mean production here
    std::string ownerRole = "ml_engineer"; ///< Of models that the sync registers
    bool writeBack = true;
    std::int64_t everySeconds = 300; ///< 0: only when asked
};
/// What a person sets up of a registry.
struct RegistryForm : RegistryOptions {
    RegistryId id; ///< invalid: a new one
    std::string kind = "mlflow", name, url;
};

struct RegistryFinding {
    FindingId id;
    std::string severity, sentence; ///< a stranger's words: plain text
    UtcTime since;
    EntryIndex entry = -1;
};

/// How the last synchronisation by this console ended.
struct SyncResult {
    UtcTime at;
    bool ok = false;
    std::string sentence; ///< English: what came in, or what did not happen and the way out
    std::string code; ///< of the error
    std::vector<std::string> skipped; ///< versions left out, and why
};

struct RegistryRow {
    RegistryForm form;
    std::string kindTitle, origin;
    std::size_t models = 0, versions = 0;
    std::optional<UtcTime> lastEntry; ///< when an observation or a write was recorded last
    std::vector<RegistryFinding> findings; ///< open ones, the most severe first
    enum class SignIn { NotNeeded, Kept, Missing, Unknown } signIn = SignIn::NotNeeded; ///< Unknown: keychain is closed
    bool running = false;
    std::optional<SyncResult> last;
};

/// What is still missing before this console can synchronise, and who can see to it.
struct SyncSetup {
    enum class Step {
        Unknown, ///< the keychain is closed
        Ready,
        Key, ///< no key of a service in the role is here: one can be made
        Enrolment, ///< the key is here, and no administrator has asked for its enrolment yet
        Endorsement, ///< the enrolment waits for signatures
        Grant, ///< enrolled; no administrator has asked for the role yet
        GrantEndorsement, ///< the role waits for signatures
    } step = Step::Unknown;
    std::string fingerprint; ///< of the key that was made here; from Enrolment on
    ActorId service; ///< from Grant on
    EntryIndex proposal = -1; ///< what waits for signatures
    std::int64_t administratorsSigned = 0, threshold = 1;
    std::vector<std::string> administrators; ///< names of those who can still sign, or ask for it
    std::vector<std::pair<std::string, std::vector<std::string>>> signOff; ///< roles that sign besides, with holders
    bool meAdmin = false; ///< the signed-in person is an administrator
};

struct ConnectionsView {
    std::vector<RegistryRow> registries;
    std::vector<std::pair<std::string, std::string>> kinds; ///< id, title of kinds that can be added
    std::vector<std::pair<std::string, std::string>> ownerRoles; ///< id, title
    std::vector<std::pair<std::string, std::string>> stages; ///< id, label, in order, without the first
    std::string signsAs; ///< who signs a synchronisation from here; empty: nobody can
    std::string cannotSync; ///< English: why not, and the way out
    SyncSetup setup;
    std::string cannotEdit; ///< the same for adding and changing
    RegistryForm fresh; ///< what a new one starts from
};

struct SyncProgress {
    RegistryId registry;
    int phase = 0; ///< 0 models, 1 versions, 2 writing back, 3 comparing
    std::int64_t done = 0, total = 0; ///< total 0: unknown
};

} // namespace cs::query
