#!/usr/bin/env bash
# Builds stand-ins for the public images that the suites' compose files name, for machines that reach no image registry.
# Everything comes from Debian's packages and from the .NET runtime installed here. What is there already is left alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/images"

readonly suite=bookworm base=perfgate/debian:12
readonly images=("$base" perfgate/postgres:15 perfgate/redis:7 perfgate/aspnet:10)
readonly limit=900 # seconds that one step may take

usage() {
  cat <<'TEXT'
Usage: perf/stand-in-images.sh [--force] [--list] [--help]

Builds the images below where they are missing:
  perfgate/debian:12     the base: Debian bookworm, minimal (debootstrap, as root)
  perfgate/postgres:15   for postgres:15-alpine: PostgreSQL 15 with pg_stat_statements
  perfgate/redis:7       for redis:7-alpine: Debian's redis-server
  perfgate/aspnet:10     for the public ASP.NET 10 image: the runtime installed on this machine

  --force   build all of them anew
  --list    say which are there, build nothing

Needs a Docker engine, debootstrap (for the base only), the .NET 10 runtime and a Debian mirror. The mirror is the one
that apt uses here, else debootstrap's own; DEBIAN_MIRROR overrides both. Installs nothing. Exit code 0: all are there.
TEXT
}

fail() { # what happened, what to do
  printf '%s\n  %s\n' "$1" "$2" >&2
  exit 1
}

stop() { # ends the step that is under way, then this script
  [ -z "$step" ] || { kill "$step" && wait "$step"; } 2>/dev/null || true
  exit "$1"
}

present() { docker image inspect "$1" >/dev/null 2>&1; }

mirror() { # of the distribution itself, as apt is configured; nothing when this machine is not a Debian of that suite
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' 2>/dev/null \
    | awk -v suite="$suite" '$2 == suite { print $1; exit }'
}

bounded() { # a command in the background, so that Ctrl+C reaches this script at once; its output is the log of the step
  timeout --kill-after=30 "$limit" "$@" >"$log" 2>&1 &
  step=$!
  wait "$step"
}

build_base() {
  [ "$(id -u)" -eq 0 ] || fail "debootstrap has to be root to build $base." "Run: sudo $0"
  command -v debootstrap >/dev/null || fail "There is no debootstrap to build $base with." "Run: apt-get install debootstrap"

  local root=$work/root from=${DEBIAN_MIRROR:-$(mirror)}
  bounded debootstrap --variant=minbase "$suite" "$root" ${from:+"$from"} || return
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale}/*

  # Packages of an image start nothing while they are installed.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod +x "$root/usr/sbin/policy-rc.d"
  tar -C "$root" -cf "$work/root.tar" . || return
  bounded docker import --change 'CMD ["bash"]' --change 'LABEL perfgate.stand-in=debian:12' "$work/root.tar" "$base"
}

build_image() { # tag, folder with its Dockerfile, the package whose version it is labelled with
  bounded docker build --network host --tag "$1" "$2" || return
  local version
  version=$(docker run --rm --network none --entrypoint dpkg-query "$1" --show --showformat '${Version}' "$3") || return
  bounded docker build --network host --label "perfgate.version=$version" --tag "$1" "$2"
}

build_postgres() { build_image perfgate/postgres:15 postgres postgresql-15; }

build_redis() { build_image perfgate/redis:7 redis redis-server; }

build_aspnet() {
  command -v dotnet >/dev/null || fail "There is no .NET to copy the ASP.NET runtime from." "Install the .NET 10 SDK, then run this again."
  local dotnet version context=$work/aspnet part
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  version=$(ls "$dotnet/shared/Microsoft.AspNetCore.App" 2>/dev/null | grep '^10\.' | sort -V | tail -n 1)
  [ -n "$version" ] || fail "The .NET installed here has no ASP.NET 10 runtime ($(dotnet --version 2>/dev/null || echo unknown))." \
    "See what there is: dotnet --list-runtimes. Install the .NET 10 SDK, then run this again."

  mkdir -p "$context/dotnet"
  cp aspnet/Dockerfile "$context" && cp "$dotnet/dotnet" "$context/dotnet" || return
  for part in host/fxr shared/Microsoft.NETCore.App shared/Microsoft.AspNetCore.App; do
    [ -d "$dotnet/$part/$version" ] || fail "The .NET installed here has no $part/$version." "See what there is: dotnet --list-runtimes"
    mkdir -p "$context/dotnet/$part"
    cp -r "$dotnet/$part/$version" "$context/dotnet/$part" || return
  done
  bounded docker build --network host --build-arg "VERSION=$version" --tag perfgate/aspnet:10 "$context"
}

force=no
for argument in "$@"; do
  case $argument in
    --force) force=yes ;;
    --list) list=yes ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && fail "Unknown argument: $argument" "Known are --force, --list and --help." ;;
  esac
done

command -v docker >/dev/null || fail "There is no docker command here." "Run: apt-get install docker.io"
answer=$(timeout 15 docker version --format '{{.Server.Version}}' 2>&1) \
  || fail "No Docker engine answers: ${answer:-no answer within 15 s}" "Start one (dockerd, or: systemctl start docker), then run this again."

if [ "${list:-no}" = yes ]; then
  for image in "${images[@]}"; do present "$image" && echo "$image" || echo "$image is missing"; done
  exit 0
fi

work=$(mktemp -d)
log=$work/log step=
trap 'rm -rf --one-file-system "$work"' EXIT
trap 'stop 130' INT
trap 'stop 143' TERM

for image in "${images[@]}"; do
  if [ "$force" = no ] && present "$image"; then
    echo "$image is there."
    continue
  fi
  name=${image#*/} name=${name%:*}
  [ "$name" = debian ] && name=base
  started=$SECONDS code=0
  echo "$image: building …"
  "build_$name" || code=$?
  if [ "$code" -ne 0 ]; then
    tail -n 30 "$log" >&2
    [ "$code" -ne 124 ] || fail "$image was not built within $limit s." "The end of its log is above."
    fail "$image could not be built (exit code $code)." "The end of its log is above; try again with: $0"
  fi
  echo "$image: built in $((SECONDS - started)) s."
done
