#!/usr/bin/env bash
# make publish: everything that is given away, in artifacts/publish. The same commit gives the same bytes (same SDK, same dpkg).
# RIDS="linux-x64" makes one kind alone. Needs dpkg-deb (dpkg-dev) for the .deb.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 022
out=$PWD/artifacts/publish
server=src/PlanRegistry.Server
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC

# 0.1.0 where its commit bears the tag v0.1.0; before that 0.1.0~COMMITS.gCOMMIT, which sorts before it and rises with each commit.
base=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' $server/PlanRegistry.Server.csproj)
version=$base
[ "$(git tag --points-at HEAD "v$base")" = "v$base" ] || version="$base~$(git rev-list --count HEAD).g$(git rev-parse --short=8 HEAD)"
if ! git diff --quiet HEAD --; then
    echo "Not committed yet, so that nobody can make these bytes again: $(git diff --name-only HEAD -- | head -n 3 | paste -sd ' ')" >&2
    version="$version.changed"
fi

program() { # rid: the program with its runtime, in a folder
    local rid=$1 folder=$out/$1
    # The lock files say what may be restored; what a kind of machine needs beside is written elsewhere, and compared.
    dotnet publish $server -c Release -r "$rid" --self-contained true -o "$folder" -v quiet -nologo \
        -p:ContinuousIntegrationBuild=true -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/publish.lock.json
    node packaging/locks.mjs "$rid"
    node packaging/sbom.mjs "$folder/plan-registry.deps.json" "$folder" "$version"
    cp LICENSE "$folder/LICENSE"
    find "$folder" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
    chmod 755 "$folder/plan-registry" "$folder/createdump"
    find "$folder" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

archive() { # rid: for systems without dpkg, with its install script
    local rid=$1 name=plan-registry-$version-$1 work
    work=$(mktemp -d)
    mkdir "$work/$name"
    cp -a "$out/$rid" "$work/$name/program"
    cp packaging/install.sh packaging/steps.sh packaging/plan-registry.service packaging/service.conf packaging/appsettings.json "$work/$name/"
    chmod 755 "$work/$name/install.sh"
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --format=gnu -C "$work" -c "$name" \
        | gzip -n -6 >"$out/$name.tar.gz"
    rm -rf "$work"
}

rm -rf "$out"
mkdir -p "$out"
for rid in ${RIDS:-linux-x64 linux-arm64}; do
    program "$rid"
    archive "$rid"
    bash packaging/deb/build.sh "$out/$rid" "$rid" "$version" "$out"
done
first=$(find "$out" -maxdepth 2 -name sbom.cdx.json | sort -r | head -n 1)
cp "$first" "$out/plan-registry-$version.cdx.json"
cp "$(dirname "$first")/THIRD-PARTY-NOTICES" "$out/"
(cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%f\n' | sort | xargs sha256sum >SHA256SUMS && cat SHA256SUMS)
