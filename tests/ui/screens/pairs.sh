#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lays the pictures of screens.sh beside the mockups: pairs/SCREEN.png, small enough to be kept.
#   pairs.sh OUT_DIR [SCREEN…]     OUT_DIR is that of screens.sh, with the looks light dark de 2x
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
shots=$(cd "${1:?usage: pairs.sh OUT_DIR [SCREEN…]}" && pwd)
shift
command -v convert >/dev/null || { echo "SKIPPED: pairs needs convert (ImageMagick), which is not installed." >&2; exit 77; }
screens=("$@")
[[ ${#screens[@]} -gt 0 ]] || screens=(inbox models version flow promotion sign-off raci ledger connections people)
declare -A mockup=([inbox]=01-inbox [models]=02-models [version]=03-version [flow]=04-flow [promotion]=05-promotion
    [sign-off]=06-sign-off [raci]=09-raci [ledger]=10-ledger [people]=13-people-keys)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
font=$(fc-match -f '%{file}' Inter)

# tile PICTURE WORDS: the next tile, 800 wide, with what it is under it
count=0
tile() {
    count=$((count + 1))
    convert "$1" -resize 800x500 \( -size 800x26 -background white -fill '#1A1F26' -font "$font" -pointsize 14 \
        -gravity West "caption: $2" \) -append "$work/$(printf %02d "$count").png"
}

for screen in "${screens[@]}"; do
    rm -f "$work"/*.png
    count=0
    drawn=${mockup[$screen]:-}
    for look in light dark de; do
        name=$drawn${look/#/-}
        [[ $look != light ]] || name=$drawn
        [[ -z $drawn || ! -e $here/mockups/$name.png ]] || tile "$here/mockups/$name.png" "Mockup, $look"
        tile "$shots/$screen-$look.png" "Console, $look"
    done
    convert "$shots/$screen-2x.png" -gravity Center -crop 800x500+0+0 +repage "$work/crop.png"
    tile "$work/crop.png" "Console at scale 2, its middle pixel for pixel"
    rm "$work/crop.png"
    montage "$work"/[0-9]*.png -tile 2x -geometry +6+6 -background white miff:- |
        convert - +dither -colors 48 -strip -define png:compression-level=9 "PNG8:$here/pairs/$screen.png"
    echo "$here/pairs/$screen.png"
done
