import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The page is served at / and at /api/, and the pane inside Word: nothing may depend on where it lies.
  base: './',
  plugins: [react(), namedTokens(), themeSheet()],
  // Two pages: that of the browser, and the pane beside a document.
  build: { target: 'es2022', chunkSizeWarningLimit: 700, rolldownOptions: { input: ['index.html', 'addin.html'] } },
  server: { proxy: { '/api': 'http://127.0.0.1:5080' } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    maxWorkers: '100%',
  },
});

// Fluent's tokens are the names of CSS variables. Written in at once, the list of all 467 need not be loaded: 3 kB less before the first view.
function namedTokens(): Plugin {
  const name = /\btokens\.(?!js\b)(\w+)/g;
  return {
    name: 'named-tokens',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/(src|@fluentui\/[^/]+\/lib)\/.*\.(tsx?|js)$/, code: /\btokens\.\w/ },
      handler: (code) => ({ code: code.replace(name, "'var(--$1)'"), map: null }),
    },
  };
}

// The theme as a style sheet: the pane need not reckon its colours before it can be drawn, which saves another 4 kB of script.
function themeSheet(): Plugin {
  const name = 'virtual:theme.css';
  return {
    name: 'theme-sheet',
    resolveId: (id) => (id === name ? id : null),
    load: async (id) => {
      if (id !== name) return null;
      const { theme } = await import('./src/app/theme');
      const rules = Object.entries(theme).map(([token, value]) => `--${token}:${String(value)}`);
      return `:root{${rules.join(';')}}`;
    },
  };
}
