"""A client of the Virtuozzo API, written from its documents alone: the standard library and nothing else.

Usage: virtuozzo.py <base address> <token>. Leaves with 0 when every answer is as documented.
"""

import json
import sys
import urllib.parse
import urllib.request

IGNORED = {"appid": "cluster", "ruk": "1", "charset": "UTF-8"}


class ApiError(Exception):
    def __init__(self, reply):
        super().__init__(f"{reply['result']}: {reply['error']} ({reply['source']})")
        self.result = reply["result"]
        self.error = reply["error"]


class Client:
    """Calls methods with a session, as POST with a form, or as GET."""

    def __init__(self, base, session):
        self.base = base.rstrip("/")
        self.session = session

    def call(self, path, http="POST", **parameters):
        service, component, method = path.split(".")
        address = f"{self.base}/1.0/{service}/{component}/rest/{method.lower()}"
        fields = {key: value for key, value in parameters.items() if value is not None}
        form = urllib.parse.urlencode({**IGNORED, **fields, "session": self.session}, doseq=True)
        if http == "GET":
            request = urllib.request.Request(f"{address}?{form}")
        else:
            request = urllib.request.Request(address, data=form.encode())
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status == 200, answer.status
            reply = json.load(answer)
        if reply["result"] != 0:
            raise ApiError(reply)
        assert "error" not in reply, reply
        return reply

    def tokens(self, method, **parameters):
        return self.call(f"users.authentication.{method}", **parameters)


def refused(code, work):
    try:
        work()
    except ApiError as error:
        assert error.result == code, error
        return error.error
    raise AssertionError(f"expected {code}, but it was done")


def main(base, token):
    client = Client(base, token)
    methods = ["environment.control.GetEnvs", "environment.control.GetEnvInfo"]

    before = [each["id"] for each in client.tokens("GetTokens")["apiTokens"]]
    names = [each["name"] for each in client.tokens("GetTokenTemplates")["templates"]]
    assert names == ["Extended Access", "IDE Plugins", "Marketplace", "Maven Plugin"], names
    known = [each["method"] for each in client.tokens("GetTokenApiList", search="getenv")["tokenPermissions"]]
    assert set(methods) <= set(known), known

    # A list of Python as it prints itself, as JSON, with commas, and repeated.
    made = []
    for api_list in (str(methods), json.dumps(methods), ",".join(methods), methods):
        made.append(client.tokens("CreateToken", description="Python client", apiList=api_list)["token"])
    for each in made:
        assert isinstance(each["id"], int) and each["isSystem"] is False, each
        assert [item["method"] for item in each["apiListItems"]] == methods, each
        assert "tokenTemplate" not in each and "expiresAt" not in each, each
    plugin = client.tokens("CreateToken", description="Build", tokenTemplate="Maven Plugin")["token"]
    assert plugin["tokenTemplate"]["name"] == "Maven Plugin", plugin
    made.append(plugin)
    refused(3, lambda: client.tokens("CreateToken", description="x", apiList="environment.control.Nothing"))

    # Use one.
    first, others = made[0], made[1:]
    limited = Client(base, first["key"])
    for http in ("GET", "POST"):
        assert isinstance(limited.call("environment.control.GetEnvs", http)["infos"], list)
    told = refused(8202, lambda: limited.tokens("GetTokens"))
    assert "users.authentication.GetTokens" in told, told

    # Change it: what is left out stays.
    edited = client.tokens("EditToken", id=first["id"], expiresAt="2099-12-31 23:59:59")["token"]
    assert (edited["description"], edited["expiresAt"]) == ("Python client", "2099-12-31 23:59:59"), edited
    assert "key" not in edited, edited

    # Regenerate it: the old value is dead.
    renewed = client.tokens("RegenerateToken", ids=first["id"])["token"]
    refused(702, lambda: limited.call("environment.control.GetEnvs"))
    limited.session = renewed["key"]
    limited.call("environment.control.GetEnvs")

    # Delete, one and many: the next request is refused.
    client.tokens("DeleteTokens", ids=first["id"])
    refused(702, lambda: limited.call("environment.control.GetEnvs"))
    client.tokens("DeleteTokens", ids=";".join(str(each["id"]) for each in others))
    refused(5, lambda: client.tokens("GetTokens", ids=first["id"]))
    after = [each["id"] for each in client.tokens("GetTokens")["apiTokens"]]
    assert after == before, (before, after)
    print("virtuozzo.py: all as documented")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
