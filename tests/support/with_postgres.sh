#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a PostgreSQL server of its own, in a folder of its own, and takes both away afterwards.
# usage: with_postgres.sh COMMAND…
# The command finds: COUNTERSIGN_TEST_PG (its address, without a database), COUNTERSIGN_TEST_PG_CTL (start, stop, kill,
# pause, resume, port, folder, standby, promote, psql DATABASE SQL). Ends with 77 where PostgreSQL is not installed.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$bin" ] || { command -v initdb >/dev/null && bin=$(dirname "$(command -v initdb)"); } || true
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
    echo "SKIPPED: $1 needs PostgreSQL (package postgresql), which is not installed." >&2
    exit 77
fi

folder=$(mktemp -d /tmp/cs-pg-XXXXXX)
# The server refuses to run as root.
as=()
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$folder"
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups env -u XDG_RUNTIME_DIR HOME="$folder")
fi
chmod 755 "$folder"
export PATH="$bin:$PATH"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

cat > "$folder/ctl" <<CTL
#!/usr/bin/env bash
set -euo pipefail
as=(${as[*]})
data=\${2:-}
run() { "\${as[@]}" "\$@"; }
folder=$folder port=$port
case "\$1" in
start) run $bin/pg_ctl -D "\$folder/data" -l "\$folder/log" -w -t 60 -o "-p \$port -c listen_addresses=127.0.0.1 -c unix_socket_directories=\$folder" start >/dev/null ;;
stop) run $bin/pg_ctl -D "\$folder/data" -m fast -w stop >/dev/null ;;
kill) run $bin/pg_ctl -D "\$folder/data" -m immediate -w stop >/dev/null ;;
pause) pkill -STOP -f -- "-D \$folder/data" || true; pkill -STOP -P "\$(head -n 1 "\$folder/data/postmaster.pid")" || true ;;
resume) pkill -CONT -P "\$(head -n 1 "\$folder/data/postmaster.pid")" || true; pkill -CONT -f -- "-D \$folder/data" || true ;;
port) echo "\$port" ;;
folder) echo "\$folder" ;;
psql) PGOPTIONS= run $bin/psql -X -q -A -t -v ON_ERROR_STOP=1 -h "\$folder" -p "\$port" -U admin -d "\$2" -c "\$3" ;;
createdb) run $bin/createdb -h "\$folder" -p "\$port" -U admin "\$2" ;;
*) echo "ctl: what is \$1?" >&2; exit 2 ;;
esac
CTL
chmod 755 "$folder/ctl"

cleanup() {
    "$folder/ctl" resume >/dev/null 2>&1 || true
    "$folder/ctl" kill >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

"${as[@]}" "$bin/initdb" -D "$folder/data" -U admin --auth=trust --no-sync --encoding=UTF8 --locale=C >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
"$folder/ctl" start || { cat "$folder/log" >&2; exit 1; }
export COUNTERSIGN_TEST_PG="postgresql://admin@127.0.0.1:$port" COUNTERSIGN_TEST_PG_CTL="$folder/ctl"
"$@"
