/** Reads and marks the page of one frame. Put there by the background when the boot script asks for it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import letters from '../.compiled/letters.txt?raw';
import names from '../.compiled/names.txt?raw';
import { highlightNames } from '../browser/mark-style.ts';
import { isAlive, listen, send, world } from '../browser/page-side.ts';
import { openLexicon } from '../mentions/lexicon.ts';
import { startPage } from '../page/start-page.ts';

const run = async (): Promise<void> => {
  if (world.ajarPage !== undefined) return;
  world.ajarPage = { report: async () => ({ mentions: [], claims: [], complete: false }), named: () => [], theme: 'auto' };
  const ended = new AbortController();
  const end = (): void => {
    world.ajarPage = undefined;
    ended.abort();
  };
  let start = await send('page.start', {}).catch(() => null);
  if (start === null) return end();

  const page = startPage({
    document,
    lexicon: openLexicon({ letters, names }),
    settings: start.settings,
    own: start.own,
    highlightNames,
    markStyle: start.markStyle,
    closedRoots: import.meta.env.MODE !== 'e2e',
    isAlive,
    signal: ended.signal,
    callbacks: {
      async loadCards() {
        if (world.ajarCards === undefined) await send('frame.load', { part: 'pointer' });
        return world.ajarCards!;
      },
      async loadReading() {
        if (world.ajarReading === undefined) await send('frame.load', { part: 'reading' });
        return world.ajarReading!;
      },
      async loadProvisions() {
        if (world.ajarProvisions === undefined) await send('frame.load', { part: 'provisions' });
        return world.ajarProvisions!;
      },
      async loadClaims() {
        if (world.ajarClaims === undefined) await send('frame.load', { part: 'claims' });
        return world.ajarClaims!;
      },
      report: () => void send('page.changed', {}).catch(end),
    },
  });
  world.ajarPage = {
    async report() {
      await page.readClaims();
      return page.report();
    },
    named: () => page.named(),
    get theme() { return start?.theme ?? 'auto'; },
  };
  listen(
    {
      'page.settings': (message) => {
        start = message.start;
        if (start === null) end();
        else page.update(start.settings, start.markStyle, start.own);
      },
      'page.go': ({ n }) => page.goTo(n),
      'page.next': () => page.next(),
      'page.previous': () => page.previous(),
      'page.open': () => page.openCurrent(),
    },
    ended.signal,
  );
};

export default defineUnlistedScript(() => void run());
