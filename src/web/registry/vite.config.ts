import { defineConfig } from 'vite';
import { compressed } from '../build/compressed';
import { licences } from '../build/licences';

export default defineConfig({
  base: '/d/',
  build: {
    // Offices' browsers, and the lowest that Ant Design knows.
    target: 'chrome88',
    cssTarget: 'chrome88',
    // Nothing as data: in the bundle, so that the Content-Security-Policy can say 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // "use client" is for servers that render React.
    rollupOptions: { onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning) },
  },
  plugins: [licences(), compressed()],
  // While one works on the pages: vite beside a server that runs.
  server: { proxy: { '/graphql': 'http://127.0.0.1:5080' } },
});
