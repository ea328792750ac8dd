import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';
import { licensesOf } from './scripts/licenses.ts';

/**
 * Packages that stay on their own: native code, files that are looked up by path, and large ones that few builds load.
 * The others become part of the program, since opening a thousand small files took half the time of a small build.
 */
const separate = ['sharp', '@sparticuz/chromium', 'elkjs', 'pptxgenjs', 'hucre', '@cantoo/pdf-lib', 'tar-fs'];

export default defineConfig({
  // All files two folders deep, as the sources are: what ships beside them is found from there.
  input: { 'cli/main': 'src/cli/main.ts', 'lib/index': 'src/index.ts' },
  platform: 'node',
  external: [...builtinModules, /^node:/, ...separate.map((name) => new RegExp(`^${name}(/|$)`))],
  plugins: [licensesOf()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'lib/[name]-[hash].js',
    // Names of functions stay: some run inside pages, and stacks should tell where a bug is.
    minify: false,
  },
});
