/** What the tests run inside a page: page/ as the content script starts it, with a box for a card and no extension. */
import { startCards } from '../../page/start-cards.ts';
import { findClaims } from '../../mentions/claims.ts';
import { findProvisions } from '../../mentions/provisions.ts';
import { makeReading } from '../../mentions/reading.ts';
import { openLexicon, type PackedLexicon } from '../../mentions/lexicon.ts';
import { placeCard } from '../../page/place.ts';
import { type PageHandle, startPage } from '../../page/start-page.ts';
import type { CardRequest, PageSettings } from '../../page/types.ts';

export const highlightNames = { mark: 'test', ring: 'test-ring', claim: 'test-claim' };
export const markStyle = '::highlight(test){background:rgb(0,200,200)}::highlight(test-ring){background:rgb(200,0,0)}';

export interface TestApi {
  handle: PageHandle;
  controller: AbortController;
  cards: string[];
  reports: number;
  warmUps: number;
  start(lexicon: PackedLexicon, settings: Partial<PageSettings>): void;
}

const kinds = {
  model: true, product: true, tool: true, framework: true, dataset: true, organisation: true, company: true, licence: true, regulation: true,
  provision: true, concept: true,
};

const api: Partial<TestApi> & { cards: string[]; reports: number; warmUps: number } = { cards: [], reports: 0, warmUps: 0 };
api.start = (lexicon, settings) => {
  api.controller = new AbortController();
  const style = new CSSStyleSheet();
  style.replaceSync(markStyle);
  document.adoptedStyleSheets.push(style);
  api.handle = startPage({
    document,
    signal: api.controller.signal,
    lexicon: openLexicon(lexicon),
    settings: { kinds, repeat: 'every', inlineCode: false, claims: false, open: 'hover', delayMs: 60, ...settings },
    highlightNames,
    markStyle,
    closedRoots: false,
    isAlive: () => true,
    callbacks: {
      loadCards: async () => (options) => startCards(options, {
        async showCard(request: CardRequest, root: ShadowRoot, close: () => void) {
          const box = document.createElement('section');
          box.style.cssText = 'inline-size:240px;block-size:140px;background:#eee;overflow:auto;max-block-size:var(--ajar-room)';
          const heading = document.createElement('h2');
          heading.textContent = request.mention.id;
          const button = document.createElement('button');
          button.textContent = 'Close';
          button.addEventListener('click', close);
          const field = document.createElement('input');
          box.append(heading, button, field);
          root.append(box);
          api.cards.push(request.mention.id);
          return { place: placeCard, focus: () => { button.focus(); }, close: () => { api.cards.push('closed'); } };
        },
        describe: async (request) => `${request.mention.name}, ${request.mention.kind}`,
        warmUp: () => { api.warmUps += 1; },
      }),
      loadReading: async () => makeReading(),
      loadProvisions: async () => findProvisions,
      loadClaims: async () => findClaims,
      report: () => { api.reports += 1; },
    },
  });
};
(globalThis as unknown as { ajarTest: unknown }).ajarTest = api;
