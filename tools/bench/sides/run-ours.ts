/** Our matcher as a script of the page, for the bench: text, all names with their sense, provisions and claims, settled. */
import { findClaims } from '../../../mentions/claims.ts';
import { openLexicon, type PackedLexicon } from '../../../mentions/lexicon.ts';
import { findProvisions } from '../../../mentions/provisions.ts';
import { Reader } from '../../../mentions/reader.ts';
import { isEmptyRun, type Run } from '../../../mentions/run.ts';
import { Sieve } from '../../../mentions/sieve.ts';
import { type ScanOptions, TextScan } from '../../../page/text-scan.ts';

const world = globalThis as unknown as { benchLexicon: PackedLexicon; benchRun: () => number; benchOpen: () => void };

const options: ScanOptions = {
  window, inlineCode: false, isOwn: () => false, shadowRootOf: () => null, foundRoot: () => {}, foundHost: () => {},
};

world.benchRun = () => {
  const lexicon = openLexicon(world.benchLexicon);
  const reader = new Reader(lexicon, { title: document.title, lang: document.documentElement.lang });
  reader.addProvisions(findProvisions);
  reader.addClaims(findClaims);
  const scan = new TextScan(document.documentElement, options, { isKnown: () => false, sieve: new Sieve(lexicon, false) });
  const kept: Run[] = [];
  for (let isMore = true; isMore;) {
    isMore = scan.advance() || scan.hasReady();
    for (let run = scan.take(); run !== undefined; run = scan.take()) {
      const read = reader.read(run.text, run.role);
      if (!isEmptyRun(read)) kept.push(read);
    }
  }
  let count = 0;
  for (const run of kept) {
    const mentions = reader.settle(run);
    reader.claimsOf(run, mentions);
    count += mentions.length;
  }
  return count;
};
world.benchOpen = () => { openLexicon({ ...world.benchLexicon, senses: '' }); };
