import { defineConfig } from 'vite';
import { compressed } from '../build/compressed';
import { licences } from '../build/licences';

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
