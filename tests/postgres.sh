#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own: a throw-away cluster on loopback, stopped and removed at the end.
# The command finds the server in YIYUAN_TEST_POSTGRES. Usage: tests/postgres.sh COMMAND…
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || shuf -i 20000-40000 -n 1)

# The server refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
cd "$folder"
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
"${as[@]}" "$bin/initdb" -D "$folder/data" -U tests -A trust -E UTF8 --locale=C >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -o "-p $port -h 127.0.0.1 -k $folder -c fsync=off -c max_connections=300" -l "$folder/log" start >/dev/null
cd "$OLDPWD"
YIYUAN_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=tests;Database=postgres;Timeout=30" "$@"
