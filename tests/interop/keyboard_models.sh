#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a new user does in Models, with the keyboard alone: finds the high-risk versions that wait longer than two days,
# saves that filter, opens one in Flow, sees who is accountable, proposes its next step. Then a second start still has
# the filter.
#   keyboard_models.sh BIN_DIR      BIN_DIR holds countersign and countersignctl
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$root/packaging/session.sh"
bin=$(cd "${1:?usage: keyboard_models.sh BIN_DIR}" && pwd)

walk=keyboard_models
. "$root/tests/interop/keyboard_lib.sh"
need_tools

begin_walk
# The newest version of the example was proposed a fortnight ago; nobody answered, and the proposal expired: it is
# listed no more.
newest_of() {
    ctl promote list --json | python3 -c '
import json, sys
print(max((p["number"] for p in json.load(sys.stdin)["promotions"] if p["title"].startswith(sys.argv[1])), default=0))' "$1"
}
is_newer() { (($(newest_of "mortgage-approval 6") > $1)); }
before=$(newest_of "mortgage-approval 6")

start_console
turn ctrl+2 # Models
turn ctrl+f
type_text "risk:high waiting:>2d"
turn Return
turn Return # into the rows: the newest version is the first

turn ctrl+s # Save this filter...
wait_for "the sheet for the name" window_named "Save this filter"
type_text "Waiting long"
turn Return

turn ctrl+shift+f # the version among stages and gates, its gate beside it
turn g            # into the gate: who signs, who is accountable
turn Escape

turn ctrl+shift+i           # Sign in as...
turn Up Up Up Up Up Return # from the product owner up to the ML engineer, who may propose
turn ctrl+shift+p          # Propose promotion...
wait_for "the sheet of the proposal" window_named "Propose a promotion"
pass_guard
type_text "Nobody answered the first proposal; the version is as it was."
press Tab Tab space # Cancel, Sign proposal
wait_for "the proposal in the ledger" is_newer "$before"
wait_for "the page of the promotion" is_idle
look "promotion"

close_console
start_console
turn ctrl+2
all=$(picture_sum)
turn ctrl+shift+s # Saved filters: the one that was kept is the first
turn Return
differs_from "$all" || { echo "FAILED: the filter that was kept narrows nothing." >&2; exit 1; }
python3 - "$HOME" <<'PYTHON'
import pathlib, sys
kept = "".join(p.read_text(errors="replace") for p in pathlib.Path(sys.argv[1], ".config").rglob("*.ini"))
sys.exit(0 if "Waiting long" in kept and "risk:high waiting:>2d" in kept else "FAILED: the filter is in no settings file.")
PYTHON
ctl verify
echo "PASSED: found, kept, seen in Flow and proposed anew by keyboard."
