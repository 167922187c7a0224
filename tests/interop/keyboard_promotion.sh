#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One promotion of the example from the inbox into production with the keyboard alone: real window, real keyring, real
# ledger. Says loudly what is missing and ends with 77 (skipped) where the tools for it are not there.
#   keyboard_promotion.sh BIN_DIR      BIN_DIR holds countersign and countersignctl
set -euo pipefail

bin=$(cd "${1:?usage: keyboard_promotion.sh BIN_DIR}" && pwd)

for tool in Xvfb openbox xdotool import dbus-run-session gnome-keyring-daemon gdbus python3; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: keyboard_promotion needs $tool, which is not installed." >&2
        exit 77
    fi
done

if [[ ${2:-} != inside ]]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -m 700 "$work/run"
    HOME=$work XDG_RUNTIME_DIR=$work/run XDG_STATE_HOME=$work/state XDG_CACHE_HOME=$work/cache \
        XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config dbus-run-session -- bash "$0" "$bin" inside
    exit $?
fi

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
    exit 1
}

ctl() { "$bin/countersignctl" -w "$workspace" "$@"; }
window_named() { [[ $(xdotool getactivewindow getwindowname) == "$1"* ]]; }
press() { xdotool key --clearmodifiers --delay 120 "$@"; }
field() { ctl promote show "$number" --json | python3 -c "import json,sys; print(json.load(sys.stdin)['$1'])"; }
is() { [[ $(field "$1") == "$2" ]]; }

# The picture of the window stands still: what was asked for has been shown.
stands_still() {
    local before after
    before=$(picture_sum)
    read -rt 0.4 <> <(:) || true
    after=$(picture_sum)
    [[ $before == "$after" ]]
}
# Presses keys, waits until the window shows something else, and until that stands still.
turn() {
    local before
    before=$(picture_sum)
    press "$@"
    wait_for "an answer to $*" differs_from "$before"
    wait_for "the end of what $* began" stands_still
}
differs_from() { [[ $(picture_sum) != "$1" ]]; }
picture_sum() { import -window root rgb:- | cksum; }

printf pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1
wait_for "the keyring" gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
    --method org.freedesktop.DBus.Peer.Ping
workspace=$HOME/example.countersign
"$bin/countersignctl" demo "$workspace" >/dev/null
number=$(ctl promote list --json | python3 -c '
import json, sys
print(next("#%d" % p["number"] for p in json.load(sys.stdin)["promotions"] if p["title"].startswith("mortgage-approval 5")))')

exec 3>"$HOME/display"
Xvfb -displayfd 3 -screen 0 1280x860x24 >/dev/null 2>&1 &
server=$!
wait_for "the display" test -s "$HOME/display"
DISPLAY=:$(<"$HOME/display")
export DISPLAY QT_QPA_PLATFORM=xcb
openbox >/dev/null 2>&1 &
manager=$!
"$bin/countersign" --workspace "$workspace" &
console=$!
trap 'kill "$console" "$manager" "$server" 2>/dev/null || true' EXIT

wait_for "the window" window_named "Lending models"
read -rt 2 <> <(:) || true # the first answers of the worker
wait_for "the inbox" stands_still
turn Return # the review of the item that waits

turn ctrl+shift+e # the evidence that the signature asks for: the canary report

press ctrl+Return # Approve...
wait_for "the sign-off page" window_named "Approve promotion $number"
read -rt 1 <> <(:) || true # the guard against a key that was meant for the page before
xdotool type --delay 20 "The outcome of the canary is as predicted."
read -rt 3 <> <(:) || true # a blinking caret never stands still; the bytes are made in less
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
