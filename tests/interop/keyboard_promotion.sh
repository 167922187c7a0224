#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One promotion of the example from the inbox into production with the keyboard alone: real window, real keyring, real
# ledger. Says loudly what is missing and ends with 77 (skipped) where the tools for it are not there.
#   keyboard_promotion.sh BIN_DIR      BIN_DIR holds countersign and countersignctl
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$root/packaging/session.sh"
bin=$(cd "${1:?usage: keyboard_promotion.sh BIN_DIR}" && pwd)

for tool in Xvfb openbox xdotool import dbus-daemon gnome-keyring-daemon gdbus python3 faketime; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: keyboard_promotion needs $tool, which is not installed." >&2
        exit 77
    fi
done

trap session_end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Waits until a command succeeds; a minute is long enough for every step of a slow machine.
wait_for() {
    local what=$1
    shift
    for _ in $(seq 300); do
        if "$@" >/dev/null 2>&1; then
            return 0
        fi
        read -rt 0.2 <> <(:) || true
    done
    echo "FAILED: waited in vain for $what." >&2
    picture=${TMPDIR:-/tmp}/keyboard_promotion-failed.png
    [[ -z ${DISPLAY:-} ]] || ! import -window root "$picture" || echo "The window at that time: $picture" >&2
    cat "$session_dir"/console.log >&2 || true
    exit 1
}

ctl() { "${clock[@]}" "$bin/countersignctl" -w "$workspace" "$@"; }
window_named() { [[ $(xdotool getactivewindow getwindowname) == "$1"* ]]; }
press() { xdotool key --clearmodifiers --delay 120 "$@"; }
field() { ctl promote show "$number" --json | python3 -c "import json,sys; print(json.load(sys.stdin)['$1'])"; }
is() { [[ $(field "$1") == "$2" ]]; }

# Of the threads of the console: does one want to run, and how many ticks have they taken?
ticks() {
    cat /proc/"$console"/task/*/stat 2>/dev/null |
        awk '{ sub(/^.*\) /, ""); if ($1 != "S") busy = 1; used += $12 + $13 } END { print busy + 0, used + 0 }'
}
# The console has nothing left to do, however slow the machine: nobody wants to run, and but for a blinking caret
# nothing did, and no reader is at work.
is_idle() {
    local busy before after
    read -r busy before < <(ticks)
    [[ $busy == 0 ]] || return 1
    read -rt 0.8 <> <(:) || true
    read -r busy after < <(ticks)
    [[ $busy == 0 ]] && ((after - before <= 3)) && [[ -z $(cat /proc/"$console"/task/*/children) ]]
}
# Presses keys, waits until the window shows something else, and until the console is done with it.
turn() {
    local before
    before=$(picture_sum)
    press "$@"
    wait_for "an answer to $*" differs_from "$before"
    wait_for "the end of what $* began" is_idle
}
differs_from() { [[ $(picture_sum) != "$1" ]]; }
picture_sum() { import -window root rgb:- | cksum; }

session_begin
export HOME="$session_dir/home" XDG_RUNTIME_DIR="$session_dir/run" LC_ALL=C.UTF-8
mkdir -p "$HOME"
unset DISPLAY XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP
unset "${!COUNTERSIGN_@}"
session_bus
session_keyring "$HOME/keyring" tests
workspace=$HOME/example.countersign
# The example's policy freezes changes at weekends: for who looks at the clock here it is Wednesday, ten o'clock.
clock=(env LD_PRELOAD="$(faketime -f +0s printenv LD_PRELOAD)" NO_FAKE_STAT=1 FAKETIME_DONT_FAKE_MONOTONIC=1
    FAKETIME="+$(($(date -d "next Wednesday 10:00 UTC" +%s) - $(date +%s)))s")
"${clock[@]}" "$bin/countersignctl" demo "$workspace" >/dev/null
number=$(ctl promote list --json | python3 -c '
import json, sys
print(next("#%d" % p["number"] for p in json.load(sys.stdin)["promotions"] if p["title"].startswith("mortgage-approval 5")))')

session_display 1280x860
session_start console "${clock[@]}" "$bin/countersign" --workspace "$workspace"
console=${session_pids[-1]}

wait_for "the window" window_named "Lending models"
wait_for "the inbox" is_idle
turn Return # the review of the item that waits

turn ctrl+shift+e # the evidence that the signature asks for: the canary report

press ctrl+Return # Approve…
wait_for "the sign-off page" window_named "Approve promotion $number"
read -rt 1 <> <(:) || true # the guard against a key that was meant for the page before
xdotool type --delay 20 "The outcome of the canary is as predicted."
wait_for "the bytes that are signed" is_idle
for _ in 1 2 3 4 5; do press Tab; done # bytes, copy, the bytes themselves, Cancel, Sign approval
press space
wait_for "the signature in the ledger" is passed "$(field total)"

turn ctrl+shift+i # Sign in as...
turn Up Up Up Up Up Return # from the product owner up to the ML engineer, who proposed it
turn ctrl+k
xdotool type --delay 40 "Execute"
press Return
wait_for "the question before the execution" window_named "Execute promotion $number"
read -rt 1 <> <(:) || true
press Tab space # Execute now
wait_for "the execution" is status executed
ctl verify
echo "PASSED: $number went from the inbox into production by keyboard."
