import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Microsoft's object model as it stands, in front of the double that answers it: one classic script, as a page loads office.js. */
function objectModel(): Plugin {
  const script = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/word-win32-16.01.js');
  return {
    name: 'object-model',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = `${readFileSync(script, 'utf8')}\n;${chunk.code}`;
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  plugins: [objectModel()],
  build: {
    target: 'es2022',
    outDir: '../dist-fake',
    emptyOutDir: true,
    minify: false,
    lib: { entry: 'browser.ts', formats: ['iife'], name: 'fakeWordScript', fileName: () => 'office.js' },
  },
});
