/** Our matcher as a script of the page, for the bench: text runs, all names with their sense, provisions and claims, settled. */
import { clauses } from '../../../mentions/clauses.ts';
import { openLexicon } from '../../../mentions/lexicon.ts';
import { isEmptyRun, Reader, type Run } from '../../../mentions/reader.ts';
import { TextWalk, type WalkOptions } from '../../../page/text-runs.ts';

const world = globalThis as unknown as { benchLexicon: string; benchRun: () => number; benchOpen: () => void };

const options: WalkOptions = {
  window, inlineCode: false, isOwn: () => false, shadowRootOf: () => null, foundRoot: () => {}, foundHost: () => {},
};

world.benchRun = () => {
  const reader = new Reader(openLexicon(world.benchLexicon), { title: document.title, lang: document.documentElement.lang });
  reader.useClauses(clauses);
  const walk = new TextWalk(document.documentElement, options);
  const kept: Run[] = [];
  for (let isMore = true; isMore;) {
    isMore = walk.advance(1_000) || walk.hasReady();
    for (let run = walk.take(); run !== undefined; run = walk.take()) {
      const read = reader.read(run.text, run.role);
      if (!isEmptyRun(read)) kept.push(read);
    }
  }
  let count = 0;
  for (const run of kept) count += reader.settle(run).mentions.length;
  return count;
};
world.benchOpen = () => { openLexicon(world.benchLexicon); };
