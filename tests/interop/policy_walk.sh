#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A tech lead adds a second approver for high-risk models at canary → production, tries it on the past, proposes it, has
# it signed and puts it in force; then nobody can take the approver out again without the role that loses its say. By
# keyboard, in a real window.
#   policy_walk.sh BIN_DIR      BIN_DIR holds countersign and countersignctl
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$root/packaging/session.sh"
bin=$(cd "${1:?usage: policy_walk.sh BIN_DIR}" && pwd)

walk=policy_walk
. "$root/tests/interop/keyboard_lib.sh"
need_tools
# One member of an answer in JSON: json COMMAND… EXPRESSION, in which "a" is the answer.
json() {
    local expression=${*: -1}
    ctl "${@:1:$#-1}" --json | python3 -c "import json,sys; a = json.load(sys.stdin); print($expression)"
}
revision() { [[ $(json policy show 'a["revision"]') == "$1" ]]; }
count() { json log list "type:policy.$1" 'len(a["entries"])'; }
signed() { [[ $(count "$1") -ge $2 ]]; }
sign_in() { # by steps from who is signed in: sign_in Up 6
    turn ctrl+shift+i
    for _ in $(seq "$2"); do press "$1"; done
    turn Return
}

begin_walk
start_console
sign_in Up 6 # from the product owner to the tech lead
turn ctrl+5 # Policy: the gate into production is chosen, its root in the tree
turn ctrl+Return # Edit in a draft
wait_for "the draft" is_idle
turn Insert # what can be added
press Down Down
turn Return # Approval for some versions only: where the risk tier is at least high
wait_for "what is said of it" is_idle
look "added"
turn ctrl+k
type_text "Simulate" 40
turn Return
wait_for "the past under the draft" is_idle
look "simulated"
turn ctrl+Return # Propose revision 2...
wait_for "the sheet of the proposal" window_named "Propose revision 2"
pass_guard
type_text "A second approver for high-risk models."
press Tab Tab space # Cancel, Sign proposal
wait_for "the proposal in the ledger" signed proposed 2 # the first founded the workspace
wait_for "the revisions" is_idle
look "proposed"
sign_in Down 4 # from the tech lead to the platform engineer, who reviews it
turn ctrl+k
type_text "Sign the proposed change" 40
press Return
wait_for "what is signed" window_named "Sign revision 2"
pass_guard
type_text "Read, and agreed."
press Tab Tab space
wait_for "the signature in the ledger" signed signed_off 1
wait_for "the page after it" is_idle
sign_in Up 4
turn ctrl+k
type_text "Put the proposed change in force" 40
press Return
wait_for "what is put in force" window_named "Put revision 2 in force"
pass_guard
press Tab space
wait_for "revision 2 in force" revision 2
wait_for "the page after it" is_idle
look "in-force"
# A high-risk version on its way to production waits for the new approver, whatever it was opened under.
number=$(json promote list 'next("#%d" % p["number"] for p in a["promotions"] if p["title"].startswith("mortgage-approval 5"))')
ctl gate explain "$number" >"$HOME/gate.txt" || true # not satisfied yet
cat "$HOME/gate.txt"
grep -q "cp.approval" "$HOME/gate.txt" || { echo "FAILED: $number does not wait for the new approver." >&2; exit 1; }

# The way back is not silent.
turn ctrl+Return # Edit in a draft; the tree has the focus
wait_for "the draft" is_idle
press End Up
turn Delete
wait_for "what is said of it" is_idle
look "weakens"
turn ctrl+Return
wait_for "the sheet of the proposal" window_named "Propose revision 3"
pass_guard
type_text "It takes too long."
press Tab Tab space
wait_for "the second proposal in the ledger" signed proposed 3
proposal=$(json log list type:policy.proposed 'max(e["index"] for e in a["entries"])')
ctl --as "Platform engineer" policy sign-off "$proposal" --leaf gv.review --role platform_team
if ctl --as "Tech lead" policy adopt "$proposal" 2>"$HOME/refused.txt"; then
    echo "FAILED: the approver was taken out without the role that loses its say." >&2
    exit 1
fi
cat "$HOME/refused.txt"
grep -q "CS-LAW-07" "$HOME/refused.txt"
revision 2
ctl verify
echo "PASSED: the second approver came with signatures, and does not go without them."
