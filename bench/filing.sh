#!/usr/bin/env bash
# 1,000 documents of 40 kB and ten files of 60 MB through the double of Graph, which is a process of its own on the same two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build bench/Filing -c Release -v quiet
exec bench/Filing/bin/Release/net10.0/filing
