// How much script the pane loads before its first view stands, gzipped; fails over the limit. Run after a build: npm run budget
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 130_000;
const dist = process.argv[2] ?? new URL('../dist', import.meta.url).pathname;

const page = readFileSync(join(dist, 'addin.html'), 'utf8');
const firstView = new Set();
for (const [, address] of page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) follow(address);

// What a script imports in so many words comes before anything is drawn; what it imports later does not count.
function follow(address) {
    if (firstView.has(address)) return;
    firstView.add(address);
    const text = readFileSync(join(dist, address), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)"(\.[^"]+\.js)"/g)) follow(join(dirname(address), imported));
}

const rows = [...firstView].map((address) => [gzipSync(readFileSync(join(dist, address))).length, address]);
rows.sort(([one], [other]) => other - one);
for (const [size, address] of rows) console.log(String(size).padStart(8), address);
const all = rows.reduce((sum, [size]) => sum + size, 0);
console.log(`${(all / 1000).toFixed(1)} kB of script, gzipped, before the first view of the pane; at most ${limit / 1000} kB`);
if (all > limit) process.exitCode = 1;
