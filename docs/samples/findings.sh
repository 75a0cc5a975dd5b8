#!/bin/sh
# findings.sh ADDRESS DISTRICT: the first hundred findings of a district, as JSON. The token is in PLAN_REGISTRY_TOKEN.
set -eu
query='query($district: String!) { district(code: $district) { findings(first: 100) { nodes { rule { code } sentence } } } }'
# Through standard input: what stands in a command line is seen by everybody on the machine.
printf 'header = "authorization: Bearer %s"\n' "$PLAN_REGISTRY_TOKEN" | curl --config - --silent --show-error --fail-with-body \
  --header 'content-type: application/json' --header 'accept-language: zh' "$1/graphql" \
  --data "{\"query\": \"$query\", \"variables\": {\"district\": \"$2\"}}"
