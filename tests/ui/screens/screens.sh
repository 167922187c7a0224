#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of the real console on the example workspace, for looking at (not for ctest): what README.md here describes.
#   screens.sh BIN_DIR OUT_DIR [LOOK…]     BIN_DIR holds countersign and countersignctl
# Looks: light dark de 2x (these four without any), ar small wide text9 text16. SCREENS="flow raci" takes only some.
# OUT_DIR/SCREEN-LOOK.png; a second run keeps the workspace in OUT_DIR and takes the pictures again.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../../.." && pwd -P)
. "$root/packaging/session.sh"
bin=$(cd "${1:?usage: screens.sh BIN_DIR OUT_DIR [LOOK…]}" && pwd)
mkdir -p "${2:?usage: screens.sh BIN_DIR OUT_DIR [LOOK…]}"
out=$(cd "$2" && pwd)
shift 2
looks=("$@")
[[ ${#looks[@]} -gt 0 ]] || looks=(light dark de 2x)
read -ra screens <<< "${SCREENS:-inbox models version flow promotion sign-off raci ledger connections people settings}"

for tool in Xvfb openbox dbus-daemon gnome-keyring-daemon gdbus faketime; do
    command -v "$tool" >/dev/null || { echo "SKIPPED: screens needs $tool, which is not installed." >&2; exit 77; }
done

trap session_end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

session_begin
export HOME="$out/home" XDG_RUNTIME_DIR="$session_dir/run" LC_ALL=C.UTF-8
mkdir -p "$HOME"
unset DISPLAY XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP
unset "${!COUNTERSIGN_@}"
session_bus
session_keyring "$HOME/keyring" pictures
session_display 3840x2160

# The same Wednesday morning in every run, so that two runs show the same words: the example freezes its weekends.
clock=(env LD_PRELOAD="$(faketime -f +0s printenv LD_PRELOAD)" NO_FAKE_STAT=1 FAKETIME_DONT_FAKE_MONOTONIC=1
    FAKETIME="+$(($(date -d "2027-04-14 10:00 UTC" +%s) - $(date +%s)))s")
workspace=$out/example.countersign
if [[ ! -e $workspace ]]; then
    "${clock[@]}" "$bin/countersignctl" demo "$workspace" >/dev/null
    # A registry that cannot be reached, so that there is something to see: what it says then is a state too.
    "${clock[@]}" "$bin/countersignctl" -w "$workspace" registry add --name mlflow --url http://127.0.0.1:5000 \
        --as a0 >/dev/null
fi

target() {
    case $1 in
        version) echo "models:$version" ;;
        promotion) echo "promotions:$promotion" ;;
        *) echo "$1" ;;
    esac
}
options() {
    case $1 in
        light) echo --size 1280x800 --theme light ;;
        dark) echo --size 1280x800 --theme dark ;;
        de) echo --size 1280x800 --theme light --language de ;;
        2x) echo --size 1280x800 --theme light --scale 2 ;;
        ar) echo --size 1280x800 --theme light -reverse ;;
        small) echo --size 960x600 --theme light ;;
        wide) echo --size 3840x2160 --theme light ;;
        text9) echo --size 1280x800 --theme light --text-size 90 ;;
        text16) echo --size 1280x800 --theme light --text-size 160 ;;
        *) echo "screens: there is no look \"$1\"" >&2; exit 2 ;;
    esac
}

# first OF COMMAND…: the id of the first of a list that is of the fifth version of mortgage-approval
first() {
    local of=$1
    shift
    "${clock[@]}" "$bin/countersignctl" -w "$workspace" "$@" --json | python3 -c '
import json, sys
name = lambda row: row.get("title") or row["modelName"] + " " + row["label"]
print(next(row["id"] for row in json.load(sys.stdin)[sys.argv[1]] if name(row).startswith("mortgage-approval 5")))' "$of"
}
promotion=$(first promotions promote list)
version=$(first versions version list)

for look in "${looks[@]}"; do
    for screen in "${screens[@]}"; do
        picture=$out/$screen-$look.png
        # Not a word of the run before: each picture starts with the console's own settings.
        rm -rf "$HOME/.config"
        read -ra chosen < <(options "$look")
        "${clock[@]}" "$bin/countersign" --workspace "$workspace" --new-window --screen "$(target "$screen")" "${chosen[@]}" \
            --screenshot "$picture" --quit > "$session_dir/shot.log" 2>&1 ||
            { echo "FAILED: $picture" >&2; cat "$session_dir/shot.log" >&2; exit 1; }
        echo "$picture"
    done
done
