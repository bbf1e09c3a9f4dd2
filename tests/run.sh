#!/usr/bin/env bash
# The one test command: installs what the tests need where it can, builds once, runs every test project,
# and closes with one line: N passed, N failed[, N skipped].
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

missing=()
command -v soffice >/dev/null || missing+=(libreoffice-writer libreoffice-calc)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
[ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || command -v initdb >/dev/null || missing+=(postgresql)
command -v npm >/dev/null || missing+=(nodejs npm)
command -v chromium >/dev/null || missing+=(chromium)
[ -n "$(fc-list 2>/dev/null | grep -i cjk)" ] || missing+=(fontconfig fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing: ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
      || echo "could not install ${missing[*]}; the tests that need them will say so"
  else
    echo "not installed: ${missing[*]}; the tests that need them will be skipped and say so"
  fi
fi

dotnet build YiyuanSafety.sln -c Release -v quiet || { echo "0 passed, 1 failed"; exit 1; }
# The program as users get it, for the tests that run it as a process: precompiled, so that each of its many starts takes half the time.
rid=linux-x64; [ "$(uname -m)" = aarch64 ] && rid=linux-arm64
program=$PWD/publish/program
dotnet publish functions/Host -c Release -r "$rid" --self-contained false -o "$program" -v quiet -p:BuildPage=false -p:RunAnalyzers=false \
  || { echo "0 passed, 1 failed"; exit 1; }
# Breaches of style stop the build; what it does not see is white space and the order of the usings (which has no number of its own).
{ dotnet format whitespace YiyuanSafety.sln --verify-no-changes --no-restore \
  && dotnet format style YiyuanSafety.sln --verify-no-changes --no-restore --diagnostics IDE0065; } || { echo "0 passed, 1 failed"; exit 1; }

passed=0 failed=0 skipped=0 status=0

# Runs the tests of a project.
run() {
  # Tests of the ledger and the service run on both stores of rows and of bytes; those that need a server which is not there say so and are
  # skipped.
  local beside=()
  [[ $1 = Ledger.Tests || $1 = Host.Tests || $1 = EndToEnd ]] && { [ -d /usr/lib/postgresql ] || command -v initdb >/dev/null; } && beside+=(bash tests/postgres.sh)
  [[ $1 = Host.Tests || $1 = EndToEnd ]] && command -v npm >/dev/null && bash tests/azurite.sh true && beside+=(bash tests/azurite.sh)
  YIYUAN_TEST_PROGRAM=$program "${beside[@]}" dotnet test "tests/$1" -c Release --no-build 2>&1
}

# Adds what a run came to, from its log and its exit code, to the sums.
add() {
  local line
  [ "$3" = 0 ] || status=1
  line=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$2" | tail -n 1)
  rm -f "$2"
  if [ -z "$line" ]; then echo "$1 ran no test"; status=1; failed=$((failed + 1)); return; fi
  count() { sed -E "s/.*$1: +([0-9]+).*/\1/" <<<"$line"; }
  passed=$((passed + $(count Passed))) failed=$((failed + $(count Failed))) skipped=$((skipped + $(count Skipped)))
}

# Most of its time Filing.Tests waits for drives: it runs beside those that do not measure themselves against the clock.
filing=$(mktemp) waiting=
for project in tests/*/*.csproj; do
  project=$(basename "$(dirname "$project")")
  [ "$project" = Filing.Tests ] && continue
  [ "$project" = Ledger.Tests ] && { run Filing.Tests >"$filing" & waiting=$!; }
  log=$(mktemp)
  run "$project" | tee "$log"
  add "$project" "$log" "${PIPESTATUS[0]}"
done

# The page's own tests: types, rules of style, and what it works out by itself.
if command -v npm >/dev/null; then
  log=$(mktemp)
  NO_COLOR=1 npm --prefix addin test --silent 2>&1 | tee "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || status=1
  line=$(grep -E '^ +Tests +' "$log" | tail -n 1)
  rm -f "$log"
  number() { grep -oE "[0-9]+ $1" <<<"$line" | grep -oE '[0-9]+' || echo 0; }
  if [ -z "$line" ]; then echo "addin ran no test"; status=1; failed=$((failed + 1)); fi
  passed=$((passed + $(number passed))) failed=$((failed + $(number failed))) skipped=$((skipped + $(number skipped)))

  # The build has made the page: its pane must stay light before its first view.
  if node addin/scripts/budget.mjs; then passed=$((passed + 1)); else status=1 failed=$((failed + 1)); fi
else
  echo "npm is missing: the page's tests are skipped"
  skipped=$((skipped + 1))
fi

wait "$waiting"
ended=$?
cat "$filing"
add Filing.Tests "$filing" "$ended"

# The build wrote what is made from the code; in CI nothing of it may have been forgotten.
if [ "${CI:-}" = true ] && ! git diff --exit-code -- addin/src/api/openapi.json docs/api.md; then
  echo "addin/src/api/openapi.json or docs/api.md is not the one that the build makes: commit it"
  status=1 failed=$((failed + 1))
fi

if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
  echo "skipped tests count as failures in CI"
  status=1 failed=$((failed + skipped))
fi
[ "$failed" -eq 0 ] || status=1
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
exit $status
