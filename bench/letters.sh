#!/usr/bin/env bash
# The letter, the large table and the first letter after process start: this engine, the floor and the peers, in one run
# on one core, CPU time. Needs the .NET SDK and, for the peers, node and npm.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
one() { if command -v taskset >/dev/null; then taskset -c 0 "$@"; else "$@"; fi; }

dotnet build bench/Bench.csproj -c Release -v quiet >/dev/null
bench="dotnet bench/bin/Release/net10.0/YiyuanSafety.Bench.dll"
$bench letters prepare "$work"
one $bench letters | tee "$work/figures"
if command -v npm >/dev/null; then
  (cd bench/peers && npm ci --silent --no-audit --no-fund && one node measure.cjs "$work") | tee -a "$work/figures"
else
  echo "no npm: the peers are left out" >&2
fi

rid=linux-x64; [ "$(uname -m)" = aarch64 ] && rid=linux-arm64
dotnet publish bench/First -c Release -r "$rid" --self-contained false -o "$work/first" -v quiet
mkdir "$work/hello"
printf '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup></Project>' > "$work/hello/hello.csproj"
echo 'System.Console.WriteLine("hello");' > "$work/hello/p.cs"
dotnet publish "$work/hello" -c Release -o "$work/hello/out" -v quiet
# CPU milliseconds of a process and its threads, the median of 15.
cpu() {
  for _ in $(seq 15); do
    { TIMEFORMAT='%U %S'; time one "$@" >/dev/null; } 2>&1 | awk '{printf "%.1f\n", ($1 + $2) * 1000}'
  done | sort -n | sed -n 8p
}
echo "start-hello $(cpu "$work/hello/out/hello")" | tee -a "$work/figures"
echo "start-first $(cpu "$work/first/first" "$work/own.docx" "$work/out.docx")" | tee -a "$work/figures"

awk '
  { v[$1] = $2 }
  function line(what, ratio, target) { printf "%-58s %8.2f   %s\n", what, ratio, target }
  function peer(name) { if (v["letter-" name] + 0 > 0) { line("letter: " name ", share of the floor", v["letter-floor"] / v["letter-" name], "")
    if (!best || v["letter-" name] < best) best = v["letter-" name] } }
  END {
    print ""
    line("letter: this engine, share of the floor", v["letter-floor"] / v["letter-own"], "at least 1.0")
    peer("docxtemplater"); peer("docx-templates"); peer("easy-template-x"); peer("carbone")
    if (best) line("letter: times the fastest peer", best / v["letter-own"], "at least 8")
    line("table of 5,000 rows: times the floor", v["table-own"] / v["table-floor"], "at most 6")
    if (v["table-carbone"] + 0 > 0) line("table of 5,000 rows: carbone, times the floor", v["table-carbone"] / v["table-floor"], "")
    line("memory of 10,000 rows, times that of 5,000", v["table-allocated-10000-MB"] / v["table-allocated-5000-MB"], "2 is linear")
    line("all papers of the sample, warm, ms", v["sample-all"], "below 150")
    line("first letter, times hello-world", v["start-first"] / v["start-hello"], "at most 4")
  }' "$work/figures"
