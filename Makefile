# PlanRegistry: make run | test | check | conformance | fuzz | publish | bench | bench-rules

SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
SERVER      := src/PlanRegistry.Server
BINARY      := $(SERVER)/bin/Release/net10.0/plan-registry
ARGS        ?=
COUNT       ?=
SEEDS       ?=
SEED        ?=
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

.PHONY: run test check conformance fuzz publish bench bench-rules build clean

run: build ## restore, build, make data/registry.db with the sample, serve http://127.0.0.1:5080
	@$(BINARY) serve --sample $(ARGS)

test: ## restore, build and pass every test and, on a few documents, every GraphQL judge (Node.js 20); the last line is "N passed, N failed"
	@bash tests/run.sh

check: build ## the sample district's findings as a table (ARGS='--lang en')
	@$(BINARY) check $(ARGS)

conformance: build ## graphql-js, graphql-http and real clients judge the GraphQL server (SEEDS=1-10 COUNT=2000; about six minutes)
	@dotnet build tests/ToyHost -c Release -v quiet -nologo -clp:NoSummary
	@COUNT='$(COUNT)' SEEDS='$(SEEDS)' bash tests/Conformance/run.sh

fuzz: ## a million generated requests, and random rules beside a naive evaluator (SEED=1 COUNT=1000000; about five minutes)
	@dotnet run --project tests/Fuzz -c Release -v quiet -- $(or $(ARGS),$(or $(COUNT),1000000) $(or $(SEED),1))
	@$(if $(ARGS),true,RULE_FUZZ_STEPS=100000 dotnet run --project tests/RuleEngine.Tests -c Release -v quiet -- -class RuleEngine.Tests.Oracle.OracleTests)

publish: ## the binary in artifacts/publish/
	@dotnet publish $(SERVER) -c Release -o artifacts/publish -v quiet

bench: ## speed and size of the registry, in process and over HTTP (wrk from Debian; about two minutes)
	@bash tests/Benchmarks/bench.sh

bench-rules: ## the rule engine beside hand-written code, in one run
	@dotnet run --project tests/Benchmarks/RuleBench -c Release -v quiet -- $(ARGS)

build:
	@dotnet build $(SERVER) -c Release -v quiet -nologo -clp:NoSummary

clean: ## what builds and runs have left
	@rm -rf artifacts data src/web/*/dist src/web/*/node_modules; find . \( -name bin -o -name obj \) -type d -not -path './.git/*' -prune -exec rm -rf {} +
