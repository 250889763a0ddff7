#!/bin/sh
# A client of the Canvus Access Tokens API with curl alone: the calls of its documentation, as they stand there.
# usage: canvus.sh <base URL> <access token> <user id>
set -eu
base="$1/api/v1/users/$3/access-tokens"
token="$2"

fail() {
  echo "canvus.sh: $1" >&2
  exit 1
}
field() {
  printf '%s' "$1" | sed -n "s/.*\"$2\":\"\([^\"]*\)\".*/\1/p"
}

curl -fsS -H "Private-Token: $token" "$base" >/dev/null || fail 'the list was refused'

# As curl sends -d: a form by name, JSON by content.
created=$(curl -fsS -X POST -H "Private-Token: $token" -d '{"description":"Second token"}' "$base")
id=$(field "$created" id)
plain=$(field "$created" plain_token)
[ -n "$id" ] && [ -n "$plain" ] || fail "nothing was created: $created"

single=$(curl -fsS -H "Private-Token: $plain" "$base/$id")
[ "$(field "$single" description)" = 'Second token' ] || fail "the single token is another: $single"

described=$(curl -fsS -X PATCH -H "Private-Token: $token" -d '{"description":"Updated description"}' "$base/$id")
[ "$(field "$described" description)" = 'Updated description' ] || fail "it was not described: $described"

curl -fsS -X DELETE -H "Private-Token: $token" "$base/$id" >/dev/null || fail 'it was not deleted'
[ "$(curl -sS -o /dev/null -w '%{http_code}' -H "Private-Token: $token" "$base/$id")" = 404 ] || fail 'it is still there'
[ "$(curl -sS -o /dev/null -w '%{http_code}' -H "Private-Token: $plain" "$base")" = 401 ] || fail 'its secret still works'
echo 'canvus.sh: all as documented'
