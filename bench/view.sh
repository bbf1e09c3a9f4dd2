#!/usr/bin/env bash
# The first paint of the pane and of the page in Chromium, from the published service, nothing in the browser's memory.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/published.sh
dotnet build bench/View -c Release -v quiet
coproc APP { exec "$work/app/yiyuan-safety" serve --data "$work/data" --urls http://127.0.0.1:0; }
service=$APP_PID
read -r line <&"${APP[0]}"
address=${line##*：}
dotnet bench/View/bin/Release/net10.0/view.dll "${address%/}" "$(command -v chromium || command -v chromium-browser || command -v google-chrome)"
