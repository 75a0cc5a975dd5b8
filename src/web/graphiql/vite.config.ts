import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { licences } from './vite.licences';

export default defineConfig({
  base: '/graphql/',
  build: {
    target: 'es2022',
    // Nothing as data: in the bundle, so that the Content-Security-Policy can say 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Monaco is one editor; it is fetched once and cached for good.
    chunkSizeWarningLimit: 4_000,
    rollupOptions: {
      output: { manualChunks: (id) => (id.includes('/monaco-editor/') ? 'monaco' : undefined) },
      // "use client" is for servers that render React.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
  worker: { format: 'es' },
  plugins: [licences(), compressed()],
});

/** Leaves each file as FILE.gz, the form in which the server holds and sends it. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: () => {
      const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
      for (const entry of entries.filter((e) => e.isFile() && !e.name.endsWith('.gz'))) {
        const file = join(entry.parentPath, entry.name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
        rmSync(file);
      }
    },
  };
}
