# PlanRegistry: make run | test | test-pages | test-postgres | test-deploy | test-packages | check | seed-large | conformance | fuzz | crash | crash-postgres | publish | bench | bench-pages | bench-graphql | bench-attacks

SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
SERVER      := src/PlanRegistry.Server
BINARY      := $(SERVER)/bin/Release/net10.0/plan-registry
ARGS        ?=
COUNT       ?=
SEEDS       ?=
SEED        ?=
DISTRICTS   ?= 1
PLANS       ?= 300
OUT         ?=
RIDS        ?=
DATABASE    ?= $(if $(OUT),,data/large.db)
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

.PHONY: run test test-pages test-postgres test-deploy test-packages check seed-large conformance fuzz crash crash-postgres publish bench bench-pages bench-graphql bench-attacks build clean

run: build ## restore, build, make data/registry.db with the sample, serve http://127.0.0.1:5080
	@$(BINARY) serve --sample $(ARGS)

test: ## restore, build and pass every test and, on a few documents, every GraphQL judge (Node.js 20); the last line is "N passed, N failed"
	@bash tests/run.sh test

test-pages: ## restore, build and walk through every page in Chromium, both languages and sizes; the last line is "N passed, N failed"
	@bash tests/run.sh pages

test-postgres: ## the tests of ledgers, packs, access, GraphQL and sweeps once more, on a private PostgreSQL 15 (from Debian), and a dozen crashes
	@bash tests/run.sh postgres

test-deploy: ## the example of deploy/, in network namespaces (as root): two nodes, nginx, PostgreSQL and a replica; about a minute
	@bash tests/run.sh deploy

test-packages: ## what make publish left: lintian, and installing, upgrading, removing and purging in chroots (as root; about six minutes)
	@bash tests/run.sh packages

check: build ## the sample district's findings as a table (ARGS='--lang en')
	@$(BINARY) check $(ARGS)

seed-large: ## large synthetic districts, equal for equal seeds, in data/large.db (DISTRICTS=1 PLANS=300 SEED=1 DATABASE=file, or OUT=folder for packs)
	@dotnet run --project seed/Generator -c Release -v quiet -- --districts $(DISTRICTS) --plans $(PLANS) --seed $(or $(SEED),1) \
		$(if $(DATABASE),--database '$(DATABASE)') $(if $(OUT),--out '$(OUT)') $(ARGS)

conformance: build ## graphql-js, graphql-http and real clients judge the GraphQL server (SEEDS=1-10 COUNT=2000; about six minutes)
	@dotnet build tests/ToyHost -c Release -v quiet -nologo -clp:NoSummary
	@COUNT='$(COUNT)' SEEDS='$(SEEDS)' bash tests/Conformance/run.sh

fuzz: ## a million generated requests and 2,000 mutated packs (SEED=1 COUNT=1000000; about four minutes)
	@dotnet run --project tests/Fuzz -c Release -v quiet -- $(or $(ARGS),$(or $(COUNT),1000000) $(or $(SEED),1))

crash: ## kills a server COUNT times in the midst of writing, then changes its file behind its back (COUNT=60 SEED=1; about ten minutes)
	@dotnet run --project tests/Crash -c Release -v quiet -- $(or $(COUNT),60) $(or $(SEED),1)

crash-postgres: ## the same over two nodes of a private PostgreSQL, killing a node and the database in turn (COUNT=30 SEED=1)
	@dotnet build tests/Crash -c Release -v quiet -nologo -clp:NoSummary
	@bash tests/postgres.sh dotnet run --project tests/Crash -c Release --no-build -- $(or $(COUNT),30) $(or $(SEED),1)

publish: ## packages for x64 and arm64 in artifacts/publish/: .deb, .tar.gz, SBOM, notices, checksums (RIDS=linux-x64 for one; about four minutes)
	@RIDS='$(RIDS)' bash packaging/publish.sh

bench: ## speed and size of the registry, in process and over HTTP (wrk from Debian; about seven minutes)
	@bash tests/Benchmarks/bench.sh

bench-pages: ## the first page of a fresh browser and the next one, in Chromium (about a minute)
	@bash tests/Benchmarks/pages.sh

bench-graphql: ## the GraphQL engine beside its peers, in one run (wrk and node from Debian; about four minutes)
	@bash tests/Benchmarks/GraphQL/run.sh

bench-attacks: ## every attack on the GraphQL engine over HTTP: time and memory until it is refused
	@bash tests/Benchmarks/GraphQL/attacks.sh

build:
	@dotnet build $(SERVER) -c Release -v quiet -nologo -clp:NoSummary

clean: ## what builds and runs have left
	@rm -rf artifacts data src/web/*/dist src/web/*/node_modules; find . \( -name bin -o -name obj \) -type d -not -path './.git/*' -prune -exec rm -rf {} +
