"""A client of the Canvus Access Tokens API, written from its documentation alone, with the standard library alone.

usage: canvus.py <base URL> <access token> <user id>
"""

import json
import re
import sys
import threading
import urllib.error
import urllib.request


class Canvus:
    def __init__(self, base, token):
        self.base = base.rstrip("/") + "/api/v1"
        self.token = token

    def request(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Private-Token": self.token}
        if data is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(self.base + path, data=data, headers=headers, method=method)
        return urllib.request.urlopen(request, timeout=10)

    def call(self, method, path, body=None):
        try:
            with self.request(method, path, body) as reply:
                text = reply.read().decode()
                return reply.status, json.loads(text) if text.strip() else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read().decode())


def lines_of(client, path, wanted, found):
    """Reads the stream of a subscription until it has as many lines as wanted; empty ones keep it alive."""
    with client.request("GET", path) as reply:
        while len(found) < wanted:
            line = reply.readline()
            if line == b"":
                break
            if line.strip():
                found.append(json.loads(line))


def main(base, token, user):
    client = Canvus(base, token)
    tokens = f"/users/{user}/access-tokens"

    status, before = client.call("GET", tokens)
    assert status == 200 and isinstance(before, list), (status, before)
    for each in before:
        assert list(each) == ["created_at", "description", "id"], each
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}", each["created_at"]), each

    heard = []
    listener = threading.Thread(target=lines_of, args=(client, tokens + "?subscribe", 4, heard), daemon=True)
    listener.start()
    while not heard:
        listener.join(0.05)
        assert listener.is_alive() or heard, "the stream ended before its first line"
    assert heard[0] == before, (heard, before)

    status, created = client.call("POST", tokens, {"description": "Second token"})
    assert status == 200, (status, created)
    assert list(created) == ["created_at", "description", "id", "plain_token"], created
    assert created["description"] == "Second token"
    one = f"{tokens}/{created['id']}"

    # The new token is as good as the first one.
    other = Canvus(base, created["plain_token"])
    status, single = other.call("GET", one)
    assert status == 200 and list(single) == ["created_at", "description", "id"], (status, single)

    status, described = client.call("PATCH", one, {"description": "Updated description"})
    assert status == 200 and described["description"] == "Updated description", (status, described)
    assert "plain_token" not in described

    status, refused = client.call("POST", tokens, {"description": ""})
    assert status == 400 and isinstance(refused["msg"], str), (status, refused)

    status, _ = client.call("DELETE", one)
    assert status == 200, status
    status, gone = client.call("GET", one)
    assert status == 404 and isinstance(gone["msg"], str), (status, gone)
    status, refused = other.call("GET", tokens)
    assert status == 401 and isinstance(refused["msg"], str), (status, refused)

    listener.join(10)
    changes = [item for line in heard[1:] for item in line if item["id"] == created["id"]]
    assert [item["state"] for item in changes] == ["normal", "normal", "deleted"], heard
    assert "plain_token" not in json.dumps(heard)
    print("canvus.py: all as documented")


if __name__ == "__main__":
    main(*sys.argv[1:4])
