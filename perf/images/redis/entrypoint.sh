#!/bin/bash
# Becomes the server, as its own user and open to the container's network, as the public image is.
set -euo pipefail

case ${1:-} in
  -* | *.conf) set -- redis-server "$@" ;;
esac
[ "${1:-}" = redis-server ] || exec "$@"

# Debian's build refuses strangers unless told otherwise; the public image's does not.
[[ " $* " == *" --protected-mode "* ]] || set -- "$@" --protected-mode no

if [ "$(id -u)" -eq 0 ]; then
  find . \! -user redis -exec chown redis '{}' +
  exec setpriv --reuid=redis --regid=redis --init-groups "$@"
fi
exec "$@"
