/**
 * `npm run bench [-- PART...] [--rounds N]`: what Ajar costs a page, in Chromium, with the built extension (`npm run build`
 * first). Parts: matcher, page, changes, pointer, memory, size; all of them without a name. Numbers are medians of
 * interleaved rounds; no test asserts a time. `docs/performance.md` holds the figures and how to read them.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchChanges } from './bench/changes.ts';
import { benchMatcher } from './bench/matcher.ts';
import { benchMemory } from './bench/memory.ts';
import { benchPage } from './bench/page.ts';
import { benchPointer } from './bench/pointer.ts';
import { benchSize } from './bench/size.ts';

const parts: Readonly<Record<string, (rounds: number) => Promise<void>>> = {
  size: benchSize, matcher: benchMatcher, page: benchPage, changes: benchChanges, pointer: benchPointer, memory: benchMemory,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '7' } } });
const unknown = positionals.filter((part) => !(part in parts));
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(', ')}; parts are ${Object.keys(parts).join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`);
  for (const part of positionals.length > 0 ? positionals : Object.keys(parts)) await parts[part]!(Number(values.rounds));
}
