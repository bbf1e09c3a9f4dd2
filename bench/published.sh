# Sourced: publishes the service into $work/app; what is started as $service ends with the script.
work=$(mktemp -d) service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$work"' EXIT
rid=linux-x64; [ "$(uname -m)" = aarch64 ] && rid=linux-arm64
dotnet publish functions/Host -c Release -r "$rid" --self-contained false -o "$work/app" -v quiet
