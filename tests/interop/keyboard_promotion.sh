#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One promotion of the example from the inbox into production with the keyboard alone: real window, real keyring, real
# ledger.
#   keyboard_promotion.sh BIN_DIR      BIN_DIR holds countersign and countersignctl
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$root/packaging/session.sh"
bin=$(cd "${1:?usage: keyboard_promotion.sh BIN_DIR}" && pwd)

walk=keyboard_promotion
. "$root/tests/interop/keyboard_lib.sh"
need_tools
field() { ctl promote show "$number" --json | python3 -c "import json,sys; print(json.load(sys.stdin)['$1'])"; }
is() { [[ $(field "$1") == "$2" ]]; }

begin_walk
number=$(ctl promote list --json | python3 -c '
import json, sys
print(next("#%d" % p["number"] for p in json.load(sys.stdin)["promotions"] if p["title"].startswith("mortgage-approval 5")))')

start_console
turn Return # the review of the item that waits

turn ctrl+shift+e # the evidence that the signature asks for: the canary report

press ctrl+Return # Approve…
wait_for "the sign-off page" window_named "Approve promotion $number"
pass_guard
type_text "The outcome of the canary is as predicted."
wait_for "the bytes that are signed" is_idle
for _ in 1 2 3 4 5; do press Tab; done # bytes, copy, the bytes themselves, Cancel, Sign approval
press space
wait_for "the signature in the ledger" is passed "$(field total)"

turn ctrl+shift+i # Sign in as...
turn Up Up Up Up Up Return # from the product owner up to the ML engineer, who proposed it
turn ctrl+k
type_text "Execute" 40
press Return
wait_for "the question before the execution" window_named "Execute promotion $number"
pass_guard
press Tab space # Execute now
wait_for "the execution" is status executed
ctl verify
echo "PASSED: $number went from the inbox into production by keyboard."
