# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # packaging/session.sh sets session_dir and session_pids
# Sourced by the walks that drive the console with the keyboard alone: real window, real keyring, real ledger. They say
# loudly what is missing and end with 77 (skipped) where the tools are not there.
# Expects: walk = the walk's name, bin = the folder of countersign and countersignctl. Sets: workspace, clock, console.

need_tools() {
    local tool
    for tool in Xvfb openbox xdotool import dbus-daemon gnome-keyring-daemon gdbus python3 faketime; do
        if ! command -v "$tool" >/dev/null; then
            echo "SKIPPED: $walk needs $tool, which is not installed." >&2
            exit 77
        fi
    done
}

# Waits until a command succeeds; a minute is long enough for every step of a slow machine.
wait_for() {
    local what=$1 picture
    shift
    for _ in $(seq 300); do
        if "$@" >/dev/null 2>&1; then
            return 0
        fi
        read -rt 0.2 <> <(:) || true
    done
    echo "FAILED: waited in vain for $what." >&2
    picture=${TMPDIR:-/tmp}/$walk-failed.png
    [[ -z ${DISPLAY:-} ]] || ! import -window root "$picture" || echo "The window at that time: $picture" >&2
    cat "$session_dir"/console.log >&2 || true
    exit 1
}

ctl() { "${clock[@]}" "$bin/countersignctl" -w "$workspace" "$@"; }
window_named() { [[ $(xdotool getactivewindow getwindowname) == "$1"* ]]; }
press() { xdotool key --clearmodifiers --delay 120 "$@"; }
type_text() { xdotool type --clearmodifiers --delay "${2:-20}" "$1"; }
# The guard of a sheet against a key that was meant for the page before.
pass_guard() { read -rt 1 <> <(:) || true; }

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
picture_sum() { import -window root rgb:- | cksum; }
differs_from() { [[ $(picture_sum) != "$1" ]]; }
# Presses keys, waits until the window shows something else, and until the console is done with it.
turn() {
    local before
    before=$(picture_sum)
    press "$@"
    wait_for "an answer to $*" differs_from "$before"
    wait_for "the end of what $* began" is_idle
    look "$*"
}
# With KEYBOARD_PICTURES=FOLDER each step leaves a picture of the window there.
look() {
    local picture
    [[ -n ${KEYBOARD_PICTURES:-} ]] || return 0
    ((pictures += 1))
    picture=$(printf '%s/%s-%02d-%s.png' "$KEYBOARD_PICTURES" "$walk" "$pictures" "${1//[^A-Za-z0-9+]/_}")
    import -window root "$picture"
}
pictures=0

# Session, keyring and the example, at a time at which its policy is open. Under tests/support/with_postgres.sh the
# ledger lies on that server.
begin_walk() {
    local server=${COUNTERSIGN_TEST_PG:-} server_ctl=${COUNTERSIGN_TEST_PG_CTL:-}
    trap session_end EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    session_begin
    export HOME="$session_dir/home" XDG_RUNTIME_DIR="$session_dir/run" LC_ALL=C.UTF-8
    mkdir -p "$HOME"
    unset DISPLAY XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP
    unset "${!COUNTERSIGN_@}"
    session_bus
    session_keyring "$HOME/keyring" tests
    workspace=$HOME/example.countersign
    # The example's policy freezes changes at weekends: for who looks at the clock here it is last Wednesday, ten
    # o'clock. Not the next one: a clock that is ahead of the server's signs nothing there.
    clock=(env LD_PRELOAD="$(faketime -f +0s printenv LD_PRELOAD)" NO_FAKE_STAT=1 FAKETIME_DONT_FAKE_MONOTONIC=1
        FAKETIME="$(($(date -d "last Wednesday 10:00 UTC" +%s) - $(date +%s)))s")
    "${clock[@]}" "$bin/countersignctl" demo "$workspace" >/dev/null
    if [[ -n $server ]]; then
        "$server_ctl" createdb walk
        "${clock[@]}" "$bin/countersignctl" -w "$server/walk" workspace refill --from "$workspace" >/dev/null
        workspace=$server/walk
    fi
    session_display 1280x860
}

# The console on the example; more arguments are its own.
start_console() {
    session_start console "${clock[@]}" "$bin/countersign" --workspace "$workspace" "$@"
    console=${session_pids[-1]}
    wait_for "the window" window_named "Lending models"
    wait_for "the first page" is_idle
}
# Closes it as a user would, so that it keeps what it keeps.
close_console() {
    press ctrl+q
    wait_for "the end of the console" is_gone
}
is_gone() { ! kill -0 "$console"; }
