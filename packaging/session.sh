# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by bash: a private display, session bus and keyring that end with the script.
# Everything started here is in session_pids; call session_end from the EXIT trap.

session_pids=()
session_dir=""

session_begin() {
    # Short path: a Unix socket's name has at most 107 characters.
    [ -n "$session_dir" ] || session_dir=$(mktemp -d /tmp/countersign-XXXXXX)
    mkdir -p "$session_dir/run"
    chmod 700 "$session_dir" "$session_dir/run"
    [ -n "${XDG_RUNTIME_DIR:-}" ] || export XDG_RUNTIME_DIR="$session_dir/run"
}

# session_start LOG COMMAND…: runs in the background, on this standard input, and ends with this script even when that is killed.
session_start() {
    local log="$session_dir/$1.log"
    shift
    setpriv --pdeathsig TERM -- "$@" <&0 > "$log" 2>&1 9>&- &
    session_pids+=($!)
}

session_end() {
    local i
    for ((i = ${#session_pids[@]} - 1; i >= 0; i--)); do
        if kill "${session_pids[i]}" 2>/dev/null; then wait "${session_pids[i]}" 2>/dev/null || true; fi
    done
    session_pids=()
    if [ -n "$session_dir" ]; then rm -rf "$session_dir"; fi
    session_dir=""
}

# wait_until SECONDS COMMAND…: true as soon as the command is
wait_until() {
    local tries=$(($1 * 10))
    shift
    while ! "$@"; do
        [ $((tries -= 1)) -gt 0 ] || return 1
        sleep 0.1
    done
}

# session_display WIDTHxHEIGHT: Xvfb with openbox; exports DISPLAY
session_display() {
    session_begin
    # -displayfd picks a free number: several of these run side by side.
    session_start xvfb Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3> "$session_dir/display"
    wait_until 30 test -s "$session_dir/display" || { cat "$session_dir/xvfb.log" >&2; return 1; }
    DISPLAY=":$(tr -d '\n' < "$session_dir/display")"
    export DISPLAY QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
    session_start openbox openbox --sm-disable
}

# session_bus: a session bus of our own; exports DBUS_SESSION_BUS_ADDRESS
session_bus() {
    session_begin
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$session_dir/bus"
    session_start bus dbus-daemon --session --nofork --nopidfile --nosyslog --address="$DBUS_SESSION_BUS_ADDRESS"
    wait_until 20 test -S "$session_dir/bus" || { cat "$session_dir/bus.log" >&2; return 1; }
}

# session_keyring FOLDER PASSWORD: an unlocked Secret Service on the present bus, its files in FOLDER
session_keyring() {
    session_start keyring env XDG_DATA_HOME="$1" XDG_RUNTIME_DIR="$session_dir/run" gnome-keyring-daemon --foreground \
        --unlock --components=secrets --control-directory="$session_dir/run/keyring" < <(printf '%s' "$2")
    # Owned first: a call to the name would make the bus start another daemon, with a locked keyring.
    wait_until 20 keyring_owned && keyring_ready || { cat "$session_dir/keyring.log" >&2; return 1; }
}

keyring_owned() {
    timeout 10 gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
        --method org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets 2>/dev/null | grep -q true
}

_secrets() { timeout 10 gdbus call --session --dest org.freedesktop.secrets --object-path "$@" 2>/dev/null; }

# keyring_ready: a Secret Service answers on this bus and its default collection exists and is unlocked.
# (Without a default collection a read says "not found" while every write fails.)
keyring_ready() {
    local answer
    [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/bus" ] || return 1
    answer=$(_secrets /org/freedesktop/secrets --method org.freedesktop.Secret.Service.ReadAlias default) || return 1
    answer=${answer#*\'}
    answer=${answer%%\'*}
    [ "${#answer}" -gt 1 ] || return 1
    _secrets "$answer" --method org.freedesktop.DBus.Properties.Get org.freedesktop.Secret.Collection Locked | grep -q false
}
