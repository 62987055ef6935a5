/** Our matcher as a script of the page, for the bench: text, all names with their sense, provisions and claims, settled. */
import { clauses } from '../../../mentions/clauses.ts';
import { openLexicon } from '../../../mentions/lexicon.ts';
import { isEmptyRun, Reader, type Run } from '../../../mentions/reader.ts';
import { type ScanOptions, TextScan } from '../../../page/text-scan.ts';

const world = globalThis as unknown as { benchLexicon: string; benchRun: () => number; benchOpen: () => void };

const options: ScanOptions = {
  window, inlineCode: false, isOwn: () => false, shadowRootOf: () => null, foundRoot: () => {}, foundHost: () => {},
};

world.benchRun = () => {
  const reader = new Reader(openLexicon(world.benchLexicon), { title: document.title, lang: document.documentElement.lang });
  reader.useClauses(clauses);
  const scan = new TextScan(document.documentElement, options, { isKnown: () => false, sieve: reader.openSieve() });
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
    count += mentions.length + 0 * reader.claimsOf(run, mentions).length;
  }
  return count;
};
world.benchOpen = () => { openLexicon(world.benchLexicon); };
