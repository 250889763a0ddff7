#!/bin/sh
# A client of the Virtuozzo API, written from its documents alone: curl and nothing else.
# Usage: virtuozzo.sh <base address> <token>. Leaves with 0 when every answer is as documented.
set -eu

base=$1
token=$2
authentication="$base/1.0/users/authentication/rest"

fail() {
  echo "$1" >&2
  exit 1
}

# post <method> <name=value>…: parameters as a form, the token as session.
post() {
  method=$1
  shift
  for parameter in "$@"; do
    set -- "$@" --data-urlencode "$parameter"
    shift
  done
  curl -sS -X POST "$authentication/$method" --data-urlencode "session=$token" "$@"
}

# text <name>: the first text of that name in the answer; number <name>: the first number.
text() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1
}
number() {
  sed -n "s/^[^{]*{.*\"token\":{\"$1\":\([0-9]*\).*/\1/p" | head -n 1
}

expect() {
  case $2 in
    *"\"result\":$1"[,}]*) ;;
    *) fail "expected result $1, got: $2" ;;
  esac
}

# list
expect 0 "$(curl -sS "$authentication/gettokens?session=$token")"
expect 0 "$(post GetTokenTemplates)"
expect 0 "$(post GetTokenApiList search=stopenv)"

# create, with a list of methods
made=$(post CreateToken 'description=shell client' 'apiList=["environment.control.GetEnvs","env.control.GetEnvInfo"]' \
  'expiresAt=2099-12-31 23:59:59')
expect 0 "$made"
id=$(echo "$made" | number id)
key=$(echo "$made" | text key)
[ -n "$id" ] && [ -n "$key" ] || fail "no id or no key: $made"
[ "$(echo "$made" | text expiresAt)" = '2099-12-31 23:59:59' ] || fail "another end: $made"

# use it: in the address as the manual shows, in a form, in a header
expect 0 "$(curl -sS "$base/1.0/environment/control/rest/getenvs?session=$key")"
expect 0 "$(curl -sS -d "session=$key" "$base/1.0/environment/control/rest/GetEnvs")"
expect 0 "$(curl -sS -H "Authorization: Bearer $key" "$base/1.0/environment/control/rest/GetEnvs")"
expect 8202 "$(curl -sS "$authentication/GetTokens?session=$key")"

# edit, regenerate: the old value is dead
expect 0 "$(post EditToken "id=$id" 'description=shell client, edited')"
renewed=$(post RegenerateToken "id=$id")
expect 0 "$renewed"
next=$(echo "$renewed" | text key)
[ "$next" != "$key" ] || fail 'the value is the same'
expect 702 "$(curl -sS "$base/1.0/environment/control/rest/getenvs?session=$key")"
expect 0 "$(curl -sS "$base/1.0/environment/control/rest/getenvs?session=$next")"

# delete
expect 0 "$(post DeleteTokens "ids=$id")"
expect 702 "$(curl -sS "$base/1.0/environment/control/rest/getenvs?session=$next")"
expect 5 "$(post DeleteTokens "ids=$id")"
echo 'virtuozzo.sh: all as documented'
