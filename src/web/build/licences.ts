import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Writes the licences of everything that went into the bundle, as they ask for, to assets/licences.txt. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
      const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, ''))?.[0] ?? []));
      const source = [...folders].sort().map(licence).join(`\n\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'assets/licences.txt', source });
    },
  };
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  // Some keep those of what they have taken in from others in a folder.
  const files = readdirSync(folder, { withFileTypes: true }).filter((f) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(f.name))
    .flatMap((f) => (f.isDirectory() ? readdirSync(join(folder, f.name)).map((inner) => join(f.name, inner)) : [f.name]));
  return [`${name} ${version} (${license})`, ...files.map((f) => readFileSync(join(folder, f), 'utf8').trim())].join('\n\n');
}
