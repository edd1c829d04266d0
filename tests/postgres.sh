#!/bin/sh
# Runs a command with DATABASE_URL set to a PostgreSQL that lives as long as the command:
#   tests/postgres.sh COMMAND ARGS...
# It listens on a socket in a folder of its own, so runs side by side do not meet. Works as root (the server
# refuses root, so it runs as Debian's user postgres) and as anyone else.
set -eu

# shellcheck disable=SC2012  # version numbers have no odd characters
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
home=$(mktemp -d /tmp/ropa-pg.XXXXXX) # short: a socket's path may have 107 bytes

server() ( # in a folder that any user may enter
  cd /
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
)

stop() {
  server "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

[ "$(id -u)" != 0 ] || chown postgres: "$home"
server "$bin/initdb" -D "$home/data" -U ropa -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
# Nothing of it outlives the command, so nothing has to reach the disk. (One line: pg_ctl hands it to a shell.)
options="-c listen_addresses= -k $home -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
server "$bin/pg_ctl" -D "$home/data" -w -l "$home/log" -o "$options" start >/dev/null ||
  { cat "$home/log" >&2 && exit 1; }
server "$bin/createdb" -h "$home" -U ropa ropa

DATABASE_URL="postgres:///ropa?host=$home&user=ropa" "$@"
