/**
 * `npm run fuzz [-- --seed N --seconds 60 --firefox]`: random trees and changes against page/ in a real browser. After each
 * settling, marks must equal those of a fresh start on the same document, none may lie on other letters, and the page's HTML
 * must be what the page made it. A failure prints its seed and the smallest case that still fails; `--cases 1` runs one seed.
 * The tests run it for a short time.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { needBrowser } from './browsers.mjs';
import type { Engine } from './drive.ts';
import { makeCase, smaller, type Case } from './fuzz/make-case.ts';
import type { FuzzSide } from './fuzz/page-side.ts';
import type { PackedLexicon } from '../mentions/lexicon.ts';

/** A mark may wait behind a pass that only order waits for, which comes once a second at most. */
const patienceMs = 6_000;
const patienceWhenSmallerMs = 2_500;
/** How long smaller cases are looked for. */
const shrinkMs = 60_000;
/** A tab is used for this many cases, so that one cannot spoil all that follow. */
const casesPerTab = 50;

export interface Failure {
  readonly seed: number;
  readonly reason: string;
  readonly smallest: Case;
}
export interface FuzzResult {
  readonly cases: number;
  readonly failure: Failure | null;
}

export interface FuzzOptions {
  readonly engine: Engine;
  readonly seed: number;
  readonly seconds: number;
  /** Most cases. */
  readonly cases?: number;
}

const bundle = async (): Promise<string> => {
  const result = await build({
    configFile: false, logLevel: 'error', root: import.meta.dirname,
    build: { write: false, minify: false, target: 'es2023', lib: { entry: join(import.meta.dirname, 'fuzz', 'page-side.ts'), formats: ['iife'], name: 'ajarBundle' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no bundle');
  return chunk.code;
};

/** Runs cases of `seed`, `seed + 1` ... until the time is over or one fails. */
export const fuzz = async ({ engine, seed, seconds, cases = Infinity }: FuzzOptions): Promise<FuzzResult> => {
  const code = await bundle();
  const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '.compiled', `${name}.txt`), 'utf8');
  const lexicon = { letters: read('letters'), names: read('names'), senses: read('senses') };
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang="en"><head><title>On language models</title></head><body></body></html>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome', executablePath: needBrowser(engine), headless: true,
    // High, so that all of a case is near the view.
    defaultViewport: { width: 900, height: 3_000 },
    args: engine === 'chromium' ? [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--no-first-run'] : [],
  });
  let page: Page | null = null;
  let uses = 0;
  const run = async (one: Case, patience: number): Promise<string | null> => {
    if (page === null || uses >= casesPerTab) {
      await page?.close();
      page = await browser.newPage();
      uses = 0;
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.evaluate(code);
      await page.evaluate((packed) => { (globalThis as unknown as { ajarLexicon: typeof packed }).ajarLexicon = packed; }, lexicon);
    }
    uses += 1;
    const reason = await page.evaluate((what, wait) => {
      const { ajarFuzz, ajarLexicon } = globalThis as unknown as { ajarFuzz: FuzzSide; ajarLexicon: PackedLexicon };
      return ajarFuzz.run(what, ajarLexicon, wait).catch((error: unknown) => String(error));
    }, one, patience);
    if (reason !== null) uses = casesPerTab;
    return reason;
  };
  try {
    const end = performance.now() + seconds * 1_000;
    let count = 0;
    for (; count < cases && performance.now() < end; count += 1) {
      const one = makeCase(seed + count);
      const reason = await run(one, patienceMs);
      if (reason === null) continue;
      return { cases: count + 1, failure: { seed: seed + count, ...await shrink(one, reason, run) } };
    }
    return { cases: count, failure: null };
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => { done(); }));
  }
};

/** Leaves out parts as long as the case still fails. */
const shrink = async (first: Case, firstReason: string, run: (one: Case, patience: number) => Promise<string | null>): Promise<Omit<Failure, 'seed'>> => {
  const end = performance.now() + shrinkMs;
  let smallest = first;
  let reason = firstReason;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const next of smaller(smallest)) {
      if (performance.now() > end) return { smallest, reason };
      const failed = await run(next, patienceWhenSmallerMs);
      if (failed === null) continue;
      smallest = next;
      reason = failed;
      isSmaller = true;
      break;
    }
  }
  return { smallest, reason };
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) }, seconds: { type: 'string', default: '60' }, cases: { type: 'string' },
      firefox: { type: 'boolean', default: false },
    },
  });
  const engine = values.firefox ? 'firefox' : 'chromium';
  const { cases, failure } = await fuzz({
    engine, seed: Number(values.seed), seconds: Number(values.seconds), ...(values.cases === undefined ? {} : { cases: Number(values.cases) }),
  });
  if (failure === null) {
    console.log(`${cases} cases from seed ${values.seed} on in ${engine}: marks are those of a fresh start in all`);
  } else {
    console.log(`seed ${failure.seed} in ${engine} (npm run fuzz -- --seed ${failure.seed} --cases 1${values.firefox ? ' --firefox' : ''})\n${failure.reason}\n${JSON.stringify(failure.smallest, null, 1)}`);
    process.exitCode = 1;
  }
}
