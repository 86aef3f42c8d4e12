import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: '../../../dist/src/web/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
