#!/bin/sh
# Starts coturn with a configuration that holds the secret in memory only: on the command line everybody on the host could read it.
set -eu
: "${TURN_SECRET:?is missing}" "${PUBLIC_ADDRESS:?is missing}"
umask 077
folder=$(mktemp -d)
configuration=$folder/turnserver.conf
{
  cat "$(dirname "$0")/turnserver.conf"
  echo "static-auth-secret=$TURN_SECRET"
  echo "external-ip=$PUBLIC_ADDRESS"
  echo "allowed-peer-ip=$PUBLIC_ADDRESS"
  echo "pidfile=$folder/turnserver.pid"
} > "$configuration"
exec turnserver -c "$configuration"
