/**
 * What finding names costs, cold: each round runs each script once, in a fresh tab and with source text that the engine has not
 * seen. Processor time of the tab's main thread, compiling included.
 */
import type { Page } from 'puppeteer-core';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import type { PackedLexicon } from '../../mentions/lexicon.ts';
import type { AnyRecord } from '../../data/schema/record.ts';
import { bundle, launch, ms, pagesToMeasure, printTable, readLexicon, servePages, times, watchThread } from './lab.ts';
import { randomFrom } from './pages.ts';
import { median } from './trace.ts';

const columns = ['floor', 'ours', 'regex', 'aho-corasick', 'mark.js'] as const;
type Column = (typeof columns)[number];
const calls: Record<Column, string> = { floor: 'benchRun', ours: 'benchRun', regex: 'benchRegex', 'aho-corasick': 'benchAho', 'mark.js': 'benchMark' };

let serial = 0;
/** Runs a script and one call of it in the tab; milliseconds of its main thread, and what the call gave. */
const measure = async (page: Page, code: string, call: string, globals: Readonly<Record<string, unknown>>): Promise<{ spentMs: number; result: number }> => {
  const { session, spentMs } = await watchThread(page);
  await page.evaluate((values) => { Object.assign(globalThis, values); }, globals);
  serial += 1;
  const before = await spentMs();
  const { result } = await session.send('Runtime.evaluate', { expression: `/* ${serial} */${code};${call}()`, returnByValue: true });
  return { spentMs: (await spentMs()) - before, result: Number(result.value) };
};

/** A made-up dataset of so many names that are safe alone. */
const syntheticLexicon = (count: number): PackedLexicon => {
  const random = randomFrom(count);
  const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za'.split(' ');
  const records = Array.from({ length: count }, (_, n) => {
    const name = Array.from({ length: 3 + (n % 2) }, () => syllables[Math.floor(random() * syllables.length)]!).join('');
    const print = `${name[0]!.toUpperCase()}${name.slice(1)} ${n % 9}.${Math.floor(n / 9)}`;
    return { id: `made-${n}`, kind: 'product', name: print, names: [{ text: print, safety: 'alone' }] };
  });
  return buildLexicon(records as unknown as readonly AnyRecord[]);
};

export const benchMatcher = async (rounds: number): Promise<void> => {
  const { packed, all } = readLexicon();
  const pages = pagesToMeasure();
  const served = await servePages(pages);
  const { browser, close } = await launch('none');
  const floor = await bundle('run-floor.ts');
  const ours = await bundle('run-ours.ts');
  const others = await bundle('run-others.ts');
  const codes: Record<Column, string> = { floor, ours, regex: others, 'aho-corasick': others, 'mark.js': others };
  const globals = { benchLexicon: packed, benchNames: all };
  const rows: string[][] = [];
  const found: string[][] = [];
  for (const one of pages) {
    const spent: Record<Column, number[]> = { floor: [], ours: [], regex: [], 'aho-corasick': [], 'mark.js': [] };
    const counts: Partial<Record<Column, number>> = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const column of columns) {
        const page = await browser.newPage();
        await page.goto(served.urlOf(one));
        const { spentMs, result } = await measure(page, codes[column], calls[column], globals);
        spent[column].push(spentMs);
        counts[column] = result;
        await page.close();
      }
    }
    const floorMs = median(spent.floor);
    rows.push([one.name, ms(floorMs), ms(median(spent.ours)), ...columns.slice(1).map((column) => times(median(spent[column]) / floorMs))]);
    found.push([one.name, ...columns.slice(1).map((column) => String(counts[column]))]);
  }
  printTable(`Matching, cold: ms of processor time and times the floor (${all.length} printed forms, medians of ${rounds})`, ['page', 'floor ms', 'ours ms', 'ours', 'regex', 'aho-corasick', 'mark.js'], rows);
  printTable('What each found', ['page', 'ours', 'regex', 'aho-corasick', 'mark.js'], found);

  const open: number[] = [];
  const few: number[] = [];
  const many: number[] = [];
  const [thousand, tenThousand] = [syntheticLexicon(1_000), syntheticLexicon(10_000)];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    await page.goto(served.urlOf(pages[0]!));
    const { spentMs } = await measure(page, ours, 'benchOpen', globals);
    open.push(spentMs);
    await page.close();
    for (const [lexicon, list] of [[thousand, few], [tenThousand, many]] as const) {
      const fresh = await browser.newPage();
      await fresh.goto(served.urlOf(pages[0]!));
      list.push((await measure(fresh, ours, 'benchRun', { benchLexicon: lexicon })).spentMs);
      await fresh.close();
    }
  }
  printTable(`Start and number of names (medians of ${rounds})`, ['what', 'ms', 'ratio'], [
    ['script evaluated and lexicon opened', ms(median(open)), ''],
    [`${pages[0]!.name} with 1,000 made-up names`, ms(median(few)), ''],
    [`${pages[0]!.name} with 10,000 made-up names`, ms(median(many)), times(median(many) / median(few))],
  ]);
  await close();
  await served.close();
};
