#!/bin/bash
# Makes the cluster on the first start, then becomes the server.
set -euo pipefail

[ "${1:-}" = postgres ] || [ "${1#-}" != "${1:-}" ] || exec "$@"
[ "$1" = postgres ] && shift

if [ "$(id -u)" -eq 0 ]; then
  install -d -o postgres -g postgres -m 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" postgres "$@"
fi

preload=(-c shared_preload_libraries=pg_stat_statements)

first_start() {
  local user=${POSTGRES_USER:-postgres} ways=scram-sha-256
  local database=${POSTGRES_DB:-$user}
  if [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ]; then
    ways=trust
  elif [ -z "${POSTGRES_PASSWORD:-}" ]; then
    echo "POSTGRES_PASSWORD is not set: no password for '$user', no database." >&2
    exit 1
  fi

  # A stand-in's cluster lives for one run: making it need not survive a crash of the machine.
  initdb --no-sync --username="$user" --pwfile=<(echo "${POSTGRES_PASSWORD:-unused}") \
    --auth-local=trust --auth-host="$ways" --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  echo "host all all all $ways" >>"$PGDATA/pg_hba.conf"

  # Not on TCP yet: who asks there is told that the server is not ready, until it is.
  pg_ctl --silent --wait -o "${preload[*]} -c listen_addresses='' -c fsync=off" start
  [ "$database" = postgres ] || createdb --username="$user" --maintenance-db=postgres "$database"
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sql) psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username="$user" --dbname="$database" --file="$file" ;;
      *.sh) bash "$file" ;;
    esac
  done
  pg_ctl --silent --wait --mode=fast stop
}

[ -s "$PGDATA/PG_VERSION" ] || first_start
exec postgres -c "listen_addresses=*" "${preload[@]}" "$@"
