#!/usr/bin/env bash
# The whole draft of the sample from a published build, process start included, against a dotnet hello-world in the same run.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
dotnet publish functions/Host -c Release -r linux-x64 --self-contained false -o "$work/app" -v quiet
mkdir "$work/hello"
printf '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup></Project>' > "$work/hello/hello.csproj"
echo 'System.Console.WriteLine("hello");' > "$work/hello/p.cs"
dotnet publish "$work/hello" -c Release -o "$work/hello/out" -v quiet
median() { for _ in 1 2 3 4 5 6 7; do local a b; a=$(date +%s%N); "$@" >/dev/null; b=$(date +%s%N); echo $(((b - a) / 1000000)); done | sort -n | sed -n 4p; }
hello=$(median "$work/hello/out/hello")
draft=$(median "$work/app/yiyuan-safety" draft tests/samples/yiyuan-2021.txt --out "$work/out" --supervise 14.3,19.1)
echo "hello ${hello} ms, draft ${draft} ms, ratio $(awk "BEGIN{printf \"%.1f\", $draft/$hello}")"
