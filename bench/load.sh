#!/usr/bin/env bash
# The published service: its start, 64 readers on 10,000 tasks, 20 batches of letters at once. The load generator shares the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/published.sh
dotnet build bench/Load -c Release -v quiet
export YIYUAN__ACCESS__RATELIMIT__PERMINUTE=1000000 YIYUAN__ACCESS__RATELIMIT__BURST=1000000

# Milliseconds from the call to the line with the address, the first start with its empty ledger included; the median of 7.
start() {
  local a b; a=$(date +%s%N)
  coproc APP { exec "$work/app/yiyuan-safety" serve --data "$work/$1" --urls http://127.0.0.1:0; }
  service=$APP_PID
  read -r line <&"${APP[0]}"
  b=$(date +%s%N)
  started=$(((b - a) / 1000000)) address=${line##*：}
}
for i in 1 2 3 4 5 6 7; do start "empty$i"; echo "$started"; kill "$service"; wait "$service" 2>/dev/null || true; done > "$work/starts"
echo "start-ms $(sort -n "$work/starts" | sed -n 4p)"
start data
dotnet bench/Load/bin/Release/net10.0/load.dll "$address" "$service"
