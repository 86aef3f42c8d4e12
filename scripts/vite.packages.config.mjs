import { defineConfig } from 'vite';

/** Packages of hundreds of modules: opening these takes longer than what a short command does. */
const PACKAGES = ['kysely', 'zod'];

/**
 * Each package as one file in dist/node_modules, where Node finds it before the installed one. What is published has only
 * the installed ones and does the same, more slowly at its start.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/node_modules',
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(PACKAGES.map((name) => [`${name}/index`, name])),
      output: { entryFileNames: '[name].js' },
    },
  },
  plugins: [
    {
      name: 'manifests',
      generateBundle() {
        for (const name of PACKAGES) {
          const source = JSON.stringify({ name, type: 'module', exports: './index.js' });
          this.emitFile({ type: 'asset', fileName: `${name}/package.json`, source });
        }
      },
    },
  ],
});
