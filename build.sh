#!/usr/bin/env bash
# Enters the build: ./build.sh --target=Perf, ./build.sh --help. Works from any directory.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET SDK is missing: no 'dotnet' on the PATH. Install the .NET 10 SDK (https://dot.net/download), then run this again." >&2
  exit 1
fi
if ! sdk=$(dotnet --version 2>&1); then
  echo "No .NET 10 SDK here (the version is asked for in global.json). dotnet says:" >&2
  echo "$sdk" >&2
  echo "Install the .NET 10 SDK (https://dot.net/download), then run this again. What is here: dotnet --list-sdks" >&2
  exit 1
fi

# No build server may stay behind when this ends.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_NOLOGO=1

# What the host was built from and with; when nothing of it changed since, there is nothing to build.
readonly host=artifacts/bin/build/release/build.dll stamp=artifacts/build.stamp
readonly built_with="$sdk NamedPackages=${NamedPackages:-}"
fresh() {
  [ -f "$host" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$built_with" ] \
    && [ -z "$(find build src perf Directory.* global.json .editorconfig -newer "$stamp" | head -n 1)" ]
}
build() {
  if fresh; then return; fi
  echo "$built_with" >"$stamp.new" # before the build, so that what changes meanwhile is newer
  dotnet build build/build.csproj -c Release --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false >artifacts/build.log 2>&1 \
    || { cat artifacts/build.log >&2; exit 1; }
  mv "$stamp.new" "$stamp"
}
mkdir -p artifacts
[ -f "$host" ] || echo "Building the build host, once: about a minute."
if command -v flock >/dev/null 2>&1; then
  # Two builds of one checkout at once would write the same files; the second waits for the first.
  (flock 9; build 9>&-) 9>artifacts/build.lock || exit 1
else
  (build) || exit 1
fi

# Not 'dotnet run': it swallows a SIGINT sent to it alone, and the gate would never hear of a cancelled job.
exec dotnet "$host" "$@"
