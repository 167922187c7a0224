# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # root is set by the script that sources this
# Shared by packaging/run, packaging/test and .ci/run (sourced by bash): messages, packages, build.
# Expects: root = the checkout, absolute.

say() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
die() { printf '\nError: %s\n' "$*" >&2; exit 3; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# packages GROUP…: the names listed for these groups in packages.txt
packages() {
    local wanted=" $* " group="" name
    while read -r name _; do
        case "$name" in
            '' | '#'*) ;;
            '['*) group=${name//[\[\]]/} ;;
            *) [[ $wanted == *" $group "* ]] && printf '%s\n' "$name" ;;
        esac
    done < "$root/packaging/packages.txt"
    return 0
}

missing_packages() {
    local name
    packages "$@" | while read -r name; do
        dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || printf '%s\n' "$name"
    done
}

# install_packages GROUP…: apt, only when something is missing; one line of progress, the whole story in a log.
install_packages() {
    local missing log count
    command -v dpkg-query >/dev/null || die "this command sets up Debian 12; on another system install what $root/packaging/packages.txt lists and add --no-install"
    mapfile -t missing < <(missing_packages "$@")
    if [ ${#missing[@]} -eq 0 ]; then
        say "Packages: all installed"
        return
    fi
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
        die "installing packages needs root: run this as root, or install sudo. Missing: ${missing[*]}"
    log=$(mktemp /tmp/countersign-apt.XXXXXX)
    say "Packages: installing ${#missing[@]} with apt"
    printf '%s\n' "${missing[@]}" | paste -sd' ' - | fold -sw 100 | sed 's/^/   /'
    note "log: $log"
    # What an earlier run left half installed when it was stopped.
    [ -z "$(dpkg --audit 2>&1)" ] || as_root dpkg --configure -a > "$log" 2>&1 || apt_failed "$log"
    as_root apt-get -o DPkg::Lock::Timeout=600 update >> "$log" 2>&1 || apt_failed "$log"
    count=$(apt-get -s --no-install-recommends install "${missing[@]}" 2>/dev/null | grep -c '^Inst')
    note "$count packages with what they need"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends -o DPkg::Lock::Timeout=600 \
        -o Acquire::Retries=3 install "${missing[@]}" 2>&1 < /dev/null | tee -a "$log" | apt_progress "$count"
    [ "${PIPESTATUS[0]}" -eq 0 ] || apt_failed "$log"
}

# Not awk: Debian's reads a pipe in blocks, and progress would come in lumps.
apt_progress() {
    local total=$1 line got=0 set=0
    while IFS= read -r line; do
        case "$line" in
            Get:*) ((++got % 50)) || note "downloaded $got of $total" ;;
            'Setting up '*) ((++set % 50 && set != total)) || note "set up $set of $total" ;;
        esac
    done
}

apt_failed() {
    tail -n 25 "$1" >&2
    die "apt could not install the packages; the whole log is $1"
}

# build_dir NAME: where this checkout is built: inside it when that can be written, else in the cache folder.
build_dir() {
    local inside="$root/build-$1"
    if { [ -d "$inside" ] && [ -w "$inside" ]; } || { [ ! -e "$inside" ] && [ -w "$root" ]; }; then
        printf '%s\n' "$inside"
    else
        printf '%s/countersign/build-%s-%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}" "$1" "$(printf '%s' "$root" | cksum | cut -d' ' -f1)"
    fi
}

# One compiler job a core, but not more than the memory feeds (1 GB each).
jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
    [ "${memory:-1}" -ge 1 ] || memory=1
    [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}

# configure_tree DIR CMAKE-OPTION…
configure_tree() {
    local dir=$1
    shift
    mkdir -p "$dir" || die "cannot write $dir"
    if [ -f "$dir/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$dir/CMakeCache.txt"; then
        note "the checkout has moved: starting $dir afresh"
        rm -rf "$dir" && mkdir -p "$dir"
    fi
    cmake -S "$root" -B "$dir" -G Ninja "$@" > "$dir/configure.log" 2>&1 || {
        tail -n 30 "$dir/configure.log" >&2
        die "cmake could not configure; the whole log is $dir/configure.log"
    }
}

# build_tree DIR [TARGET…]
build_tree() {
    local dir=$1 started=$SECONDS
    shift
    NINJA_STATUS='   [%f/%t %es] ' ninja -C "$dir" -j "$(jobs)" "$@" || die "the build failed; the compiler's words are above"
    note "built in $((SECONDS - started)) s"
}
