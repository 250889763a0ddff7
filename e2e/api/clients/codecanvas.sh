#!/bin/sh
# A client of the CodeCanvas permanent tokens API with curl alone, from its documentation.
# usage: codecanvas.sh <base URL> <token id> <token secret>
set -eu
tokens="$1/api/http/team-directory/profiles/me/permanent-tokens"
scope='global:users.account.GetUserInfo'

fail() {
  echo "codecanvas.sh: $1" >&2
  exit 1
}
field() {
  printf '%s' "$1" | sed -n "s/.*\"$2\":\"\([^\"]*\)\".*/\1/p"
}
status() {
  curl -sS -o /dev/null -w '%{http_code}' "$@"
}

granted=$(curl -fsS -u "$2:$3" -d 'grant_type=client_credentials&scope=**' "$1/oauth/token")
bearer="Authorization: Bearer $(field "$granted" access_token)"
[ "$(field "$granted" token_type)" = Bearer ] || fail "no access token: $granted"

created=$(curl -fsS -g -X POST -H "$bearer" -H 'Content-Type: application/json' \
  -d "{\"name\":\"Build server\",\"scope\":\"$scope\"}" "$tokens?\$fields=first(id),second")
id=$(field "$created" id)
secret=$(field "$created" second)
[ -n "$id" ] && [ -n "$secret" ] || fail "nothing was created: $created"
[ "$(status -H "Authorization: Bearer $secret" "$1/api/http/team-directory/profiles/me")" = 200 ] || fail 'its secret does not work'

list=$(curl -fsS -g -H "$bearer" "$tokens?\$top=1&\$fields=totalCount,data(id,name,scope)")
[ "$(field "$list" id)" = "$id" ] && [ "$(field "$list" scope)" = "$scope" ] || fail "it is not in the list: $list"

patched=$(curl -fsS -X PATCH -H "$bearer" -H 'Content-Type: application/json' -d '{"name":"Builder"}' "$tokens/$id")
[ -z "$patched" ] || fail "the change answers something: $patched"
list=$(curl -fsS -g -H "$bearer" "$tokens?\$top=1&\$fields=data(name,scope)")
[ "$(field "$list" name)" = Builder ] && [ "$(field "$list" scope)" = "$scope" ] || fail "it was not changed: $list"

curl -fsS -X DELETE -H "$bearer" "$tokens/$id" >/dev/null || fail 'it was not deleted'
[ "$(status -X DELETE -H "$bearer" "$tokens/$id")" = 404 ] || fail 'it is still there'
[ "$(status -H "Authorization: Bearer $secret" "$1/api/http/permissions")" = 401 ] || fail 'its secret still works'
[ "$(status "$1/api/http/permissions")" = 401 ] || fail 'it needs no credential'
[ "$(status -u "$2:wrong" -d 'grant_type=client_credentials' "$1/oauth/token")" = 401 ] || fail 'a wrong secret is exchanged'
echo 'codecanvas.sh: all as documented'
