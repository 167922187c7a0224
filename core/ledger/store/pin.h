// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_pin.h"
#include "core/ledger/tree_head.h"

#include <functional>
#include <optional>
#include <string>

namespace cs {

enum class HeadVerdict {
    Ok, ///< Continues what was seen before.
    FirstContact, ///< Never seen: compare workspace id and root out of band.
    PinMissing, ///< Fits the marker, but the keychain has no pin: it was removed. A warning.
    RollbackAlarm, ///< Smaller than what was seen.
    ForkAlarm, ///< Not a continuation of what was seen.
    OtherWorkspaceAlarm, ///< This place held another workspace.
};
bool isAlarm(HeadVerdict verdict);
const char* headVerdictName(HeadVerdict verdict);

struct HeadCheck {
    HeadVerdict verdict = HeadVerdict::Ok;
    std::string place;
    std::string workspace;
    TreeHead found; ///< What the store shows.
    std::optional<TreeHead> known; ///< The larger of pin and marker.
    std::optional<TreeHead> pin; ///< From the keychain.
    std::optional<TreeHead> marker; ///< From the state folder.
    std::optional<std::string> placeHeld; ///< Workspace that this place held last.
    std::optional<Error> pinUnreadable; ///< Why the keychain could not be asked, if so.
    bool sticky = false; ///< The alarm was raised earlier and nobody has lowered the pin since.
    /// Signing is refused while this is false.
    bool maySign() const { return !isAlarm(verdict); }
};

/// The head that this user saw last, per workspace, and which workspace each place held. Both keychain and marker
/// file; the larger counts; never lowered but by lower(). Safe for several processes (a file lock).
/// @source ledger-events.md section 8, trust.md section 4
class PinStore final {
public:
    /// @param stateDir $XDG_STATE_HOME/countersign; made with mode 0700 if missing.
    /// @param secret may be null: marker only.
    PinStore(std::string stateDir, SecretPin* secret);

    /// @param consistent asked when the found tree is larger: does it continue that older head?
    /// @param reread asked when the found tree is smaller than a known head: another program of this user may have
    /// appended and pinned since the store was read. What the store shows then is what counts.
    /// @returns the verdict, or CS-PIN-STATE when the state folder cannot be used. Alarms are recorded.
    Result<HeadCheck> checkHead(const std::string& place, const std::string& workspace, const TreeHead& found,
        const std::function<Result<bool>(const TreeHead& older)>& consistent,
        const std::function<Result<TreeHead>()>& reread = {});
    /// Accepts a workspace at a place on first contact, or where PinMissing was shown: writes pin, marker and place.
    Status accept(const std::string& place, const std::string& workspace, const TreeHead& head);
    /// Raises pin and marker to a head already known to continue them. A lower one changes nothing.
    /// @param withSecret false writes the marker only (between the 30 s in which the keychain is spared).
    Status advance(const std::string& workspace, const TreeHead& head, bool withSecret = true);
    /// The only way down: `workspace restore` and a quorum's accept_loss. Clears the place's alarm.
    Status lower(const std::string& place, const std::string& workspace, const TreeHead& head);

    /// The recorded alarm of a place, if any.
    Result<std::optional<HeadCheck>> alarm(const std::string& place) const;
    Result<std::optional<TreeHead>> marker(const std::string& workspace) const;
    /// The larger of pin and marker; changes nothing.
    Result<std::optional<TreeHead>> known(const std::string& workspace) const;
    /// The workspace that a place held last.
    Result<std::optional<std::string>> held(const std::string& place) const;

private:
    class Locked;
    Result<std::optional<TreeHead>> readSecret(const std::string& workspace) const;
    Status raiseSecret(const std::string& workspace, const TreeHead& head);
    std::string m_dir;
    SecretPin* m_secret;
};

} // namespace cs
