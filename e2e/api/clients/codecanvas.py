"""A client of the CodeCanvas permanent tokens API, written from its documentation alone, with the standard library alone.

usage: codecanvas.py <base URL> <token id> <token secret>
"""

import base64
import datetime
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

PERMISSION = "users.account.GetUserInfo"
SCOPE = "global:" + PERMISSION


class CodeCanvas:
    def __init__(self, base, client_id, client_secret):
        self.base = base.rstrip("/")
        self.basic = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        self.bearer = None

    def send(self, method, url, data, headers):
        request = urllib.request.Request(url, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                text = reply.read().decode()
                return reply.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read().decode())

    def begin(self, scope="**"):
        """The client credentials flow: id and secret for a short-lived access token."""
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "scope": scope}).encode()
        headers = {"Authorization": "Basic " + self.basic, "Content-Type": "application/x-www-form-urlencoded"}
        status, granted = self.send("POST", self.base + "/oauth/token", form, headers)
        if status == 200:
            self.bearer = granted["access_token"]
        return status, granted

    def call(self, method, path, body=None, query=None, bearer=None):
        url = self.base + "/api/http" + path
        if query is not None:
            url += "?" + urllib.parse.urlencode(query)
        headers = {"Authorization": "Bearer " + (bearer or self.bearer), "Accept": "application/json"}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        return self.send(method, url, data, headers)


def every_token(client, path):
    """All tokens, a part of two at a time, as `next` leads."""
    found, skip = [], "0"
    while True:
        status, page = client.call("GET", path, query={"$skip": skip, "$top": 2})
        assert status == 200, (status, page)
        if not page["data"]:
            assert len(found) == page["totalCount"], (len(found), page["totalCount"])
            return found
        found += page["data"]
        skip = page["next"]


def main(base, client_id, client_secret):
    client = CodeCanvas(base, client_id, client_secret)
    status, granted = client.begin()
    assert status == 200, (status, granted)
    assert granted["token_type"] == "Bearer" and granted["expires_in"] > 0, granted

    status, me = client.call("GET", "/team-directory/profiles/me")
    assert status == 200 and me["id"] and me["username"], (status, me)
    for name in ("me", "id:" + me["id"], "username:" + me["username"]):
        path = "/team-directory/profiles/" + urllib.parse.quote(name, safe=":") + "/permanent-tokens"
        status, page = client.call("GET", path)
        assert status == 200 and {"next", "totalCount", "data"} <= set(page), (status, page)
    tokens = "/team-directory/profiles/me/permanent-tokens"

    tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=20)
    asked = {"name": "Build server", "scope": SCOPE, "expires": tomorrow.isoformat(timespec="seconds")}
    status, created = client.call("POST", tokens, asked)
    assert status == 200, (status, created)
    first, second = created["first"], created["second"]
    assert first["name"] == "Build server" and first["scope"] == SCOPE, first
    for each in (first["created"], first["expires"]):
        at = datetime.datetime.fromisoformat(each["iso"].replace("Z", "+00:00"))
        assert round(at.timestamp() * 1000) == each["timestamp"], each

    status, page = client.call("GET", tokens, query={"$fields": "totalCount,data(id,name,scope)"})
    assert status == 200 and set(page) == {"totalCount", "data"}, (status, page)
    assert {"id": first["id"], "name": "Build server", "scope": SCOPE} in page["data"], page
    listed = every_token(client, tokens)
    assert [each["id"] for each in listed].count(first["id"]) == 1, listed
    assert second not in json.dumps(listed)

    check = {"principal": "profile:me", "uniqueRightCode": PERMISSION, "target": {"className": "GlobalPermissionTarget"}}
    assert client.call("POST", "/permissions/check-permission", check, bearer=second) == (200, True)
    check["uniqueRightCode"] = "users.authentication.DeleteTokens"
    assert client.call("POST", "/permissions/check-permission", check, bearer=second) == (200, False)
    status, refused = client.call("POST", tokens, asked, bearer=second)
    assert (status, refused["error"]) == (403, "permission-denied"), (status, refused)

    status, permissions = client.call("GET", "/permissions")
    assert status == 200 and {"rights", "rightsGroups", "deps"} <= set(permissions), (status, permissions)
    for group in permissions["rightsGroups"]:
        assert {"title", "priority", "rights"} <= set(group), group

    status, body = client.call("PATCH", f"{tokens}/{first['id']}", {"name": "Builder"})
    assert (status, body) == (200, None), (status, body)
    [patched] = [each for each in every_token(client, tokens) if each["id"] == first["id"]]
    assert patched["name"] == "Builder", patched
    assert (patched["scope"], patched["expires"]) == (first["scope"], first["expires"]), patched

    status, refused = client.call("POST", tokens, {"name": "x", "scope": "everything"})
    assert (status, refused["error"]) == (400, "validation-error"), (status, refused)
    assert client.call("DELETE", f"{tokens}/{first['id']}") == (200, None)
    status, refused = client.call("DELETE", f"{tokens}/{first['id']}")
    assert (status, refused["error"]) == (404, "not-found"), (status, refused)
    status, refused = client.call("GET", "/team-directory/profiles/me", bearer=second)
    assert (status, refused["error"]) == (401, "authentication-required"), (status, refused)

    status, created = client.call("POST", tokens, {"name": "Short-lived", "scope": SCOPE}, query={"$fields": "first(id),second"})
    assert status == 200 and set(created["first"]) == {"id"}, (status, created)
    assert client.call("DELETE", tokens + "/current", bearer=created["second"]) == (200, None)
    assert client.call("DELETE", tokens + "/current", bearer=created["second"])[0] == 401

    status, granted = client.begin(SCOPE)
    assert status == 200 and granted["scope"] == SCOPE, (status, granted)
    status, refused = client.call("GET", tokens)
    assert status == 403, (status, refused)
    stranger = CodeCanvas(base, client_id, "x" + client_secret[1:])
    status, refused = stranger.begin()
    assert (status, refused["error"]) == (401, "invalid_client"), (status, refused)
    print("codecanvas.py: all as documented")


if __name__ == "__main__":
    main(*sys.argv[1:4])
