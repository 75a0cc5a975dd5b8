#!/usr/bin/env bash
# build.sh FOLDER RID VERSION OUT: the .deb of a published folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 version=$3 out=$4
case $2 in linux-x64) architecture=amd64 ;; linux-arm64) architecture=arm64 ;; *) echo "There is no .deb for $2."; exit 1 ;; esac
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
doc=$root/usr/share/doc/plan-registry
mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/etc/plan-registry" "$doc" "$root/usr/share/man/man1" \
    "$root/lib/systemd/system" "$root/usr/share/lintian/overrides"
cp -a "$folder" "$root/usr/lib/plan-registry"
rm "$root/usr/lib/plan-registry/LICENSE"
mv "$root/usr/lib/plan-registry/THIRD-PARTY-NOTICES" "$root/usr/lib/plan-registry/sbom.cdx.json" "$doc/"
gzip -n -9 "$doc/THIRD-PARTY-NOTICES" "$doc/sbom.cdx.json"
# Settings lie beside the program.
ln -s /etc/plan-registry/appsettings.json "$root/usr/lib/plan-registry/appsettings.json"
ln -s ../lib/plan-registry/plan-registry "$root/usr/bin/plan-registry"
cp "$here/../appsettings.json" "$here/../service.conf" "$root/etc/plan-registry/"
cp "$here/../plan-registry.service" "$root/lib/systemd/system/"
cp "$here/copyright" "$doc/copyright"
cp "$here/lintian-overrides" "$root/usr/share/lintian/overrides/plan-registry"
gzip -n -9 <"$here/plan-registry.1" >"$root/usr/share/man/man1/plan-registry.1.gz"
{
    printf 'plan-registry (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md of the source.\n\n' "$version"
    printf ' -- PlanRegistry contributors <noreply@plan-registry.invalid>  %s\n' "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -n -9 >"$doc/changelog.gz"
for script in preinst postinst prerm postrm; do
    awk -v steps="$here/../steps.sh" '/^#STEPS#$/ { while ((getline line < steps) > 0) print line; next } { print }' \
        "$here/$script" >"$root/DEBIAN/$script"
    chmod 755 "$root/DEBIAN/$script"
done
printf '/etc/plan-registry/appsettings.json\n/etc/plan-registry/service.conf\n' >"$root/DEBIAN/conffiles"
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/" \
    -e "s/@SIZE@/$(du -k --apparent-size -s "$root" --exclude=DEBIAN | cut -f 1)/" "$here/control" >"$root/DEBIAN/control"
(cd "$root" && find . -type f ! -path './DEBIAN/*' -printf '%P\n' | sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"
find "$root" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
# With one thread the same bytes on any machine. COMPRESSION=none is for trying.
dpkg-deb --root-owner-group "-Z${COMPRESSION:-xz}" --threads-max=1 --build "$root" "$out/plan-registry_${version}_$architecture.deb" >/dev/null
