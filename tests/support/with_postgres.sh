#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a PostgreSQL server of its own, in a folder of its own, and takes both away afterwards.
# usage: with_postgres.sh COMMAND…
# The command finds: COUNTERSIGN_TEST_PG (its address, without a database), COUNTERSIGN_TEST_PG_CTL, which does
#   start [OPTION…]     with further options of postgres; the last of a kind holds
#   stop, kill          in good order; at once, as a crash does
#   pause, resume       every process of it stands still, and goes on
#   standby             makes a streaming copy on a port of its own, waits until it has everything, prints the port
#   standby-stop        it hears nothing any more; standby-start, as it was; standby-drop, gone for good
#   promote             starts it where it was stopped, and makes it a server that takes entries
#   port, folder, psql DATABASE SQL, createdb NAME, run COMMAND… (as the user who runs the server)
# Ends with 77 where PostgreSQL is not installed.
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
folder=$folder port=$port bin=$bin
run() { "\${as[@]}" "\$@"; }
# begin NAME PORT OPTION…
begin() {
    local name=\$1 at=\$2
    shift 2
    run "\$bin/pg_ctl" -D "\$folder/\$name" -l "\$folder/\$name.log" -w -t 60 \
        -o "-p \$at -c listen_addresses=127.0.0.1 -c unix_socket_directories=\$folder \$*" start >/dev/null
}
end() { run "\$bin/pg_ctl" -D "\$folder/\$1" -m "\$2" -w stop >/dev/null; }
sql() { PGOPTIONS="" run "\$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "\$folder" -p "\$1" -U admin -d "\$2" -c "\$3"; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
await() {
    for _ in {1..600}; do
        [ "\$(sql "\$1" postgres "\$2")" != t ] || return 0
        sleep 0.05
    done
    echo "ctl: it never came that \$2" >&2
    exit 1
}
what=\$1
shift
case "\$what" in
start) begin data "\$port" "\$@" ;;
stop) end data fast ;;
kill) end data immediate ;;
pause) pkill -STOP -f -- "-D \$folder/data" || true; pkill -STOP -P "\$(head -n 1 "\$folder/data/postmaster.pid")" || true ;;
resume) pkill -CONT -P "\$(head -n 1 "\$folder/data/postmaster.pid")" || true; pkill -CONT -f -- "-D \$folder/data" || true ;;
standby)
    run "\$bin/pg_basebackup" -h "\$folder" -p "\$port" -U admin -D "\$folder/standby" --write-recovery-conf --wal-method=stream --checkpoint=fast --no-sync
    free_port > "\$folder/standby.port"
    begin standby "\$(cat "\$folder/standby.port")"
    await "\$port" "SELECT count(*) = 1 AND bool_and(replay_lsn = pg_current_wal_lsn()) FROM pg_stat_replication"
    cat "\$folder/standby.port"
    ;;
standby-start) begin standby "\$(cat "\$folder/standby.port")" ;;
standby-stop) end standby fast ;;
standby-drop)
    end standby immediate 2>/dev/null || true
    rm -rf "\$folder/standby" "\$folder/standby.port"
    ;;
promote)
    [ -f "\$folder/standby/postmaster.pid" ] || begin standby "\$(cat "\$folder/standby.port")"
    run "\$bin/pg_ctl" -D "\$folder/standby" -w -t 60 promote >/dev/null
    ;;
port) echo "\$port" ;;
folder) echo "\$folder" ;;
psql) sql "\$port" "\$1" "\$2" ;;
createdb) run "\$bin/createdb" -h "\$folder" -p "\$port" -U admin "\$1" ;;
run) run "\$@" ;;
*) echo "ctl: what is \$what?" >&2; exit 2 ;;
esac
CTL
chmod 755 "$folder/ctl"

cleanup() {
    "$folder/ctl" resume >/dev/null 2>&1 || true
    "$folder/ctl" standby-drop >/dev/null 2>&1 || true
    "$folder/ctl" kill >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

"${as[@]}" "$bin/initdb" -D "$folder/data" -U admin --auth=trust --no-sync --encoding=UTF8 --locale=C >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
"$folder/ctl" start || { cat "$folder/data.log" >&2; exit 1; }
export COUNTERSIGN_TEST_PG="postgresql://admin@127.0.0.1:$port" COUNTERSIGN_TEST_PG_CTL="$folder/ctl"
"$@"
