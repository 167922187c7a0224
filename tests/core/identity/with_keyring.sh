#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the keychain tests against a real gnome-keyring in one situation, in a throw-away home.
# usage: with_keyring.sh ready|locked|nocollection|noservice|nobus TEST-BINARY
set -eu
situation=$1
binary=$2
HOME=$(mktemp -d)
XDG_RUNTIME_DIR=$(mktemp -d)
chmod 700 "$XDG_RUNTIME_DIR"
trap 'rm -rf "$HOME" "$XDG_RUNTIME_DIR"' EXIT
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP XDG_DATA_HOME XDG_CONFIG_HOME || true
export HOME XDG_RUNTIME_DIR QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
export COUNTERSIGN_TEST_KEYCHAIN=$situation COUNTERSIGN_TEST_BINARY="$binary"

# A bus that knows no services, so that nothing is started behind the test's back.
cat > "$HOME/bare.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$XDG_RUNTIME_DIR</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF

# The daemon returns before it owns its name, and nothing on this bus would start it by that name.
cat > "$HOME/wait-for-secrets" <<'WAIT'
#!/bin/sh
for _ in $(seq 200); do
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets | grep -q true && exit 0
    sleep 0.05
done
echo "gnome-keyring does not answer" >&2
exit 1
WAIT
chmod +x "$HOME/wait-for-secrets"

run='"$COUNTERSIGN_TEST_BINARY" --gtest_filter="OsKeychain*"'
# printf, not echo: a newline would become part of the password.
case $situation in
ready) start='printf pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
        "$HOME/wait-for-secrets"' ;;
locked)
    # The first daemon makes the login keyring, stores one item and ends; the second one does not know the password.
    start='printf pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
        "$HOME/wait-for-secrets"
        COUNTERSIGN_TEST_KEYCHAIN=ready "$COUNTERSIGN_TEST_BINARY" --gtest_filter="OsKeychainItem.LeaveOne"
        gnome-keyring-daemon --replace --start --components=secrets --daemonize </dev/null >/dev/null
        "$HOME/wait-for-secrets"' ;;
nocollection) start='gnome-keyring-daemon --start --components=secrets --daemonize </dev/null >/dev/null
        "$HOME/wait-for-secrets"' ;;
noservice) start=: ;;
nobus) sh -c "$run"; exit ;;
*) echo "unknown situation $situation" >&2; exit 2 ;;
esac
dbus-run-session --config-file="$HOME/bare.conf" -- sh -c "set -e; $start; $run"
