/** JavaScript heap that Ajar adds: on an article of 100 kB, and in a frame that holds no text. After collecting. */
import { heapBytes, launch, printTable, readLexicon, servePages, sleep, watchThread } from './lab.ts';
import { article } from './pages.ts';
import { median } from './trace.ts';

const frames = 10;

export const benchMemory = async (rounds: number): Promise<void> => {
  const pages = [
    { name: 'article 100 kB', html: article(100_000, 400, readLexicon().safe, 6) },
    { name: 'frames', html: `<!doctype html><html lang="en"><head><title>Frames</title></head><body>${'<iframe src="/2" width="90" height="90"></iframe>'.repeat(frames)}</body></html>` },
    { name: 'empty', html: '<!doctype html><html><head><title></title></head><body><canvas></canvas></body></html>' },
  ];
  const served = await servePages(pages);
  const used: Record<'none' | 'ajar', number[][]> = { none: [[], [], []], ajar: [[], [], []] };
  for (let round = 0; round < rounds; round += 1) {
    // A browser of its own each time: a tab's process may be an old one, with its heap.
    for (const variant of ['none', 'ajar'] as const) {
      const { browser, close } = await launch(variant);
      for (const [n, one] of pages.entries()) {
        const page = await browser.newPage();
        await page.goto(served.urlOf(one));
        await sleep(2_000);
        const { session } = await watchThread(page);
        used[variant][n]!.push(await heapBytes(session));
        await page.close();
      }
      await close();
    }
  }
  const added = (n: number): number => median(used.ajar[n]!) - median(used.none[n]!);
  printTable(`Heap that is added, in kB (medians of ${rounds})`, ['where', 'kB'], [
    [pages[0]!.name, (added(0) / 1_000).toFixed(0)],
    ['a frame without text', ((added(1) - added(2)) / frames / 1_000).toFixed(0)],
  ]);
  await served.close();
};
