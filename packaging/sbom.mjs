// node sbom.mjs DEPS_JSON FOLDER [VERSION]: writes sbom.cdx.json (CycloneDX 1.6) and THIRD-PARTY-NOTICES of what is given away.
// What the program is made of says its .deps.json; what the pages are made of, the licences.txt that their build wrote.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [deps, folder, version = '0.1.0'] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const nuget = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const texts = join(root, 'packaging', 'licences');
const json = file => JSON.parse(readFileSync(file, 'utf8'));
const hex = base64 => Buffer.from(base64, 'base64').toString('hex');
const byName = (a, b) => (a.purl < b.purl ? -1 : 1);

/** Licences whose package brings a text and no name of SPDX; LicenceTests holds which may be. */
const named = { 'Otp.NET': 'MIT', SQLite: 'blessing' };

const components = [...ofProgram(), ...ofPages()].sort(byName);
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bom(), null, 1)}\n`);
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES'), notices());

function ofProgram() {
  const { libraries, targets, runtimeTarget } = json(deps);
  const target = targets[runtimeTarget.name];
  const wanted = Object.entries(libraries).filter(([, { type }]) => type === 'package' || type === 'runtimepack');
  const purls = new Map(wanted.map(([id]) => [id, `pkg:nuget/${nameOf(id)}@${versionOf(id)}`]));
  return wanted.map(([id]) => {
    const [name, release] = [nameOf(id), versionOf(id)];
    const place = join(nuget, name.toLowerCase(), release.toLowerCase());
    const spec = readFileSync(join(place, `${name.toLowerCase()}.nuspec`), 'utf8');
    const tag = (what, attributes = '') => new RegExp(`<${what}${attributes}[^>]*>([^<]*)</${what}>`).exec(spec)?.[1].trim();
    return {
      part: 'program', name, version: release, purl: purls.get(id), licence: tag('license', ' type="expression"') ?? named[name],
      copyright: tag('copyright') ?? tag('authors'), files: papers(place),
      sha512: hex(readFileSync(join(place, `${name}.${release}.nupkg.sha512`.toLowerCase()), 'utf8')),
      needs: Object.entries(target[id]?.dependencies ?? {}).map(([n, v]) => purls.get(`${n}/${v}`)).filter(Boolean),
    };
  });
}

/** runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12 */
function nameOf(id) { return id.split('/')[0].replace(/^runtimepack\./, ''); }

function versionOf(id) { return id.split('/')[1]; }

function ofPages() {
  const found = new Map();
  for (const site of ['graphiql', 'registry']) {
    const place = join(root, 'src', 'web', site);
    const { packages } = json(join(place, 'package-lock.json'));
    const told = gunzipSync(readFileSync(join(place, 'dist', 'assets', 'licences.txt.gz'))).toString('utf8');
    // A text may itself have such a line; what begins after it is then no name with version and licence.
    for (const entry of told.split(new RegExp(`\n\n-{80}\n\n(?=\\S+ \\d\\S* \\([^)\n]+\\)(?:\n|$))`))) {
      const [, name, release, licence] = /^(\S+) (\S+) \((.+)\)/.exec(entry);
      const path = Object.keys(packages).find(p => p.endsWith(`node_modules/${name}`) && packages[p].version === release);
      if (!path) throw new Error(`${name} ${release} is in the pages of ${site}, and not in its package-lock.json.`);
      const purl = `pkg:npm/${name.replace('@', '%40')}@${release}`;
      found.set(purl, {
        part: 'pages', name, version: release, purl, licence, files: [entry.slice(entry.indexOf('\n')).trim()].filter(Boolean),
        sha512: hex(packages[path].integrity.replace(/^sha512-/, '')), asks: Object.keys(packages[path].dependencies ?? {}),
      });
    }
  }
  for (const each of found.values()) {
    each.needs = [...found.values()].filter(other => each.asks.includes(other.name)).map(other => other.purl).sort();
  }
  return [...found.values()];
}

function papers(place) {
  const wanted = readdirSync(place).filter(f => /^(licen[cs]e|notice|third-?party-?notices)/i.test(f) && statSync(join(place, f)).isFile());
  return wanted.sort().map(f => readFileSync(join(place, f), 'utf8').replace(/^\uFEFF|\r/g, '').trim());
}

function bom() {
  const own = `pkg:generic/plan-registry@${version}`;
  const body = {
    metadata: {
      timestamp: new Date((process.env.SOURCE_DATE_EPOCH ?? 0) * 1000).toISOString(),
      component: { type: 'application', 'bom-ref': own, name: 'plan-registry', version, purl: own, licenses: [{ license: { id: 'MIT' } }] },
    },
    components: components.map(c => ({
      type: c.name.includes('.App.Runtime.') ? 'framework' : 'library', 'bom-ref': c.purl, name: c.name, version: c.version,
      hashes: [{ alg: 'SHA-512', content: c.sha512 }],
      licenses: [/ (OR|AND|WITH) /.test(c.licence) ? { expression: c.licence } : { license: { id: c.licence } }],
      ...(c.copyright ? { copyright: c.copyright } : {}), purl: c.purl, properties: [{ name: 'plan-registry:part', value: c.part }],
    })),
    dependencies: [{ ref: own, dependsOn: components.map(c => c.purl) }, ...components.map(c => ({ ref: c.purl, dependsOn: c.needs }))],
  };
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  // A name made from the content (RFC 9562, version 8): the same content has the same.
  const id = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6',
    serialNumber: `urn:uuid:${id}`, version: 1, ...body,
  };
}

function notices() {
  const line = '-'.repeat(80);
  const [seen, common] = [new Map(), new Set()];
  const parts = components.map(c => {
    const said = [`${c.name} ${c.version} (${c.licence})`, c.purl, ...(c.copyright ? [c.copyright] : [])];
    for (const text of c.files) {
      said.push('', seen.has(text) ? `Its text is that of ${seen.get(text)}, above.` : text);
      if (!seen.has(text)) seen.set(text, `${c.name} ${c.version}`);
    }
    if (c.files.length === 0) {
      const known = c.licence.split(/ (?:OR|AND) /).map(l => l.replace(/[()]/g, '')).filter(l => existsSync(join(texts, `${l}.txt`)));
      if (known.length === 0) throw new Error(`${c.name} ${c.version} brings no text of its licence, and packaging/licences has none.`);
      known.forEach(l => common.add(l));
      said.push('', `It brings no text of its own: that of ${known.join(', ')} stands at the end.`);
    }
    return said.join('\n');
  });
  const ends = [...common].sort().map(l => `${l}\n\n${readFileSync(join(texts, `${l}.txt`), 'utf8').trim()}`);
  return `${['What PlanRegistry is made of, and under which licence each part is given.', ...parts, ...ends].join(`\n\n${line}\n\n`)}\n`;
}
