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

build() {
  dotnet build build/build.csproj -c Release --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false >artifacts/build.log 2>&1 \
    || { cat artifacts/build.log >&2; exit 1; }
}
mkdir -p artifacts
[ -f artifacts/bin/build/release/build.dll ] || echo "Building the build host, once: about a minute."
if command -v flock >/dev/null 2>&1; then
  # Two builds of one checkout at once would write the same files; the second waits for the first.
  (flock 9; build 9>&-) 9>artifacts/build.lock || exit 1
else
  (build) || exit 1
fi

# Not 'dotnet run': it swallows a SIGINT sent to it alone, and the gate would never hear of a cancelled job.
exec dotnet artifacts/bin/build/release/build.dll "$@"
