"""findings.py ADDRESS DISTRICT: all findings of a district, a line each. The token is in PLAN_REGISTRY_TOKEN. Python 3, no package."""
import json
import os
import sys
import urllib.request

QUERY = """
query($district: String!, $after: String) {
  district(code: $district) {
    findings(first: 100, after: $after) {
      nodes { rule { code } sentence }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""


def ask(address, variables):
    request = urllib.request.Request(
        address + "/graphql",
        data=json.dumps({"query": QUERY, "variables": variables}).encode(),
        headers={
            "content-type": "application/json",
            "accept-language": "zh",
            "authorization": "Bearer " + os.environ["PLAN_REGISTRY_TOKEN"],
        },
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        answer = json.load(response)
    if "errors" in answer:
        error = answer["errors"][0]
        sys.exit(f"{error['extensions']['code']}: {error['message']}")
    return answer["data"]["district"]["findings"]


def main(address, district):
    sys.stdout.reconfigure(encoding="utf-8")
    after = None
    while True:
        page = ask(address, {"district": district, "after": after})
        for finding in page["nodes"]:
            print(finding["rule"]["code"], finding["sentence"])
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


main(*sys.argv[1:])
