#!/usr/bin/env bash
# Runs a command beside an Azurite (Azure Storage on this machine) of its own: on free loopback ports, stopped and removed at the end.
# The command finds it in YIYUAN_TEST_AZURITE. Azurite itself is fetched once, into the user's cache. Usage: tests/azurite.sh COMMAND…
set -euo pipefail

version=3.35.0
cache=${YIYUAN_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/yiyuan-safety}/azurite-$version
program=$cache/node_modules/.bin/azurite
if [ ! -x "$program" ]; then
  command -v npm >/dev/null || { echo "tests/azurite.sh: npm is missing; install nodejs and npm" >&2; exit 127; }
  # Beside the place first: a broken fetch leaves no half of it.
  mkdir -p "$(dirname "$cache")"
  fetch=$(mktemp -d "$cache.XXXXXX")
  npm install --prefix "$fetch" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error "azurite@$version" >&2
  rm -rf "$cache"
  mv "$fetch" "$cache"
fi

folder=$(mktemp -d)
process=
stop() {
  [ -z "$process" ] || { kill "$process" 2>/dev/null; wait "$process" 2>/dev/null; } || true
  rm -rf "$folder"
}
trap stop EXIT

free() {
  node -e 'const s = [0, 0, 0].map(() => require("net").createServer().listen(0, "127.0.0.1"));
    Promise.all(s.map(one => new Promise(done => one.on("listening", done)))).then(() => {
      console.log(s.map(one => one.address().port).join(" ")); s.forEach(one => one.close()); });'
}
open() { node -e 'const s = require("net").connect(+process.argv[1], "127.0.0.1"); s.on("connect", () => process.exit(0)); s.on("error", () => process.exit(1));' "$1"; }

# Somebody may take a port between asking for it and using it: then others are asked for.
for attempt in 1 2 3; do
  read -r blobs queues tables <<<"$(free)"
  "$program" --silent --disableTelemetry --skipApiVersionCheck --location "$folder" \
    --blobHost 127.0.0.1 --blobPort "$blobs" --queueHost 127.0.0.1 --queuePort "$queues" --tableHost 127.0.0.1 --tablePort "$tables" >"$folder/log" 2>&1 &
  process=$!
  for wait in $(seq 100); do
    kill -0 "$process" 2>/dev/null || break
    if open "$blobs" && open "$queues"; then break 2; fi
    sleep 0.2
  done
  kill "$process" 2>/dev/null || true
  [ "$attempt" != 3 ] || { echo "tests/azurite.sh: Azurite does not start" >&2; cat "$folder/log" >&2; exit 1; }
done

# The account and key are the ones that every Azurite has; they are no secret.
account=devstoreaccount1
key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
export YIYUAN_TEST_AZURITE="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key;BlobEndpoint=http://127.0.0.1:$blobs/$account;QueueEndpoint=http://127.0.0.1:$queues/$account;TableEndpoint=http://127.0.0.1:$tables/$account;"
"$@"
