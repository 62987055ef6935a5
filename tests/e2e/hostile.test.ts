/** Pages that do not play by the rules: the tab stays usable, marks are right where there is something to mark, and the card stays ours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardText, openCardAt, pointAt, readReports } from '../../tools/watch-page.ts';
import { expectMarks, html, markedTexts, startWorld, type World } from './world.ts';

describe.each(engines)('hostile pages in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  /** A page whose script runs before ours, and what it logged as errors. */
  const open = async (body: string, { script = '', head = '' } = {}): Promise<{ page: Page; errors: string[] }> => {
    count += 1;
    const url = world.put(`http://hostile.test/${count}`, html(body, { head: `${head}<script>${script}</script>` }));
    const page = await world.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => { errors.push(String(error)); });
    await page.goto(url, { waitUntil: 'load' });
    return { page, errors };
  };
  const settled = async (page: Page, errors: readonly string[]): Promise<void> => {
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    await page.close();
  };

  it('reads a text node of 10 MB', async () => {
    const { page, errors } = await open('<p id="long" style="height:300px;overflow:hidden"></p><p>DeepSeek-R1</p>');
    await page.evaluate(() => {
      document.querySelector('#long')!.textContent = `GPT-4o ${'words and more words. '.repeat(470_000)}ChatGPT`;
    });
    await expectMarks(page, ['GPT-4o', 'ChatGPT', 'DeepSeek-R1'], 20_000);
    await settled(page, errors);
  });

  // What is on show is kept to 1,000: beyond some 2,500 Chromium's own layout does not come back, with us or without.
  it('reads what is nested deeply', async () => {
    const { page, errors } = await open('<main id="shown"></main><div id="not-shown" hidden></div><p>DeepSeek-R1</p>');
    await page.evaluate(() => {
      for (const [id, deep] of [['shown', 1_000], ['not-shown', 20_000]] as const) {
        let at: Element = document.getElementById(id)!;
        for (let depth = 0; depth < deep; depth += 1) at = at.appendChild(document.createElement('div'));
        at.append('ChatGPT is far down');
      }
      document.querySelector('p')!.append(' and GPT-4o');
    });
    await expectMarks(page, ['ChatGPT', 'DeepSeek-R1', 'GPT-4o']);
    await settled(page, errors);
  });

  it('reads 100,000 nodes', async () => {
    const { page, errors } = await open('<p>GPT-4o</p><div id="many" style="height:200px;overflow:auto"></div>');
    await page.evaluate(() => {
      const many = document.querySelector('#many')!;
      for (let n = 0; n < 50_000; n += 1) many.append(Object.assign(document.createElement('span'), { textContent: `${n} ` }));
      many.append(Object.assign(document.createElement('p'), { textContent: 'DeepSeek-R1 ends it' }));
    });
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => { document.querySelector('#many')!.scrollTop = 1e9; });
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1'], 12_000);
    await settled(page, errors);
  });

  it('keeps to the right letters on a page that never stops changing', async () => {
    const { page, errors } = await open('<p>GPT-4o stays</p><ul></ul><p id="text">ChatGPT</p>', {
      script: `addEventListener('load', () => {
        const list = document.querySelector('ul'), text = document.querySelector('#text');
        let round = 0;
        const change = () => {
          round += 1;
          text.firstChild.data = 'x'.repeat(round % 9) + ' ChatGPT ' + round;
          list.prepend(Object.assign(document.createElement('li'), { textContent: round % 3 ? 'DeepSeek-R1 ' + round : 'nothing ' + round }));
          if (list.children.length > 40) list.lastChild.remove();
          if (round % 7 === 0) text.normalize();
          setTimeout(change, 1);
        };
        change();
      });`,
    });
    const end = Date.now() + 8_000;
    while (!(await markedTexts(page)).includes('GPT-4o') && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
    for (let look = 0; look < 20; look += 1) {
      const marked = await page.evaluate(() => new Promise<string[]>((done) => {
        requestAnimationFrame(() => {
          const ranges = [...((CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights.get('ajar') ?? [])];
          done(ranges.map((range) => range.startContainer.nodeValue!.slice(range.startOffset, range.endOffset)));
        });
      }));
      expect(marked).toContain('GPT-4o');
      expect(marked.filter((text) => !['GPT-4o', 'ChatGPT', 'DeepSeek-R1'].includes(text))).toEqual([]);
    }
    await settled(page, errors);
  });

  it('is not reached by polluted prototypes and redefined interfaces', async () => {
    const { page, errors } = await open('<p style="margin:200px">We tried GPT-4o last week.</p>', {
      script: `
        const bad = () => { throw new Error('redefined'); };
        for (const key of ['id', 'name', 'kind', 'then', 'start', 'type', 'mark', 'open']) Object.defineProperty(Object.prototype, key, { get: () => 'polluted', set() {}, configurable: true });
        Array.prototype.map = Array.prototype.filter = Array.prototype.push = Array.prototype.flatMap = bad;
        String.prototype.slice = String.prototype.charCodeAt = String.prototype.replace = bad;
        Node.prototype.getRootNode = Element.prototype.matches = Element.prototype.attachShadow = Element.prototype.getAttribute = bad;
        Document.prototype.createElement = Document.prototype.createElementNS = Document.prototype.createRange = Document.prototype.createTreeWalker = bad;
        for (const name of ['firstChild', 'nextSibling', 'parentNode', 'nodeType', 'isConnected']) Object.defineProperty(Node.prototype, name, { get: bad });
        Object.defineProperty(document, 'title', { get: bad });
        window.MutationObserver = window.IntersectionObserver = window.StaticRange = window.Highlight = window.AbortController = window.Map = undefined;
        window.requestAnimationFrame = window.setTimeout = bad; performance.now = () => 0; scheduler.postTask = bad;`,
    });
    const marked = (): Promise<string[]> => page.evaluate(() => {
      const found: string[] = [];
      for (const range of (CSS as unknown as { highlights: { get(name: string): Iterable<StaticRange> | undefined } }).highlights.get('ajar') ?? []) found[found.length] = (range.startContainer as Text).data.substring(range.startOffset, range.endOffset);
      return JSON.stringify(found);
    }).then((text) => JSON.parse(text) as string[]);
    const end = Date.now() + 8_000;
    while ((await marked()).length === 0 && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
    expect(await marked()).toEqual(['GPT-4o']);
    await settled(page, errors);
  });

  const fields = ['firstChild', 'childNodes', 'parentNode', 'nodeType', 'attributes', 'getRootNode', 'shadowRoot', 'ownerDocument', 'isConnected', 'checkVisibility',
    'getBoundingClientRect', 'scrollIntoView', 'closest', 'matches', 'addEventListener'].map((name) => `<input name="${name}">`).join('');

  it('reads a page whose fields are named after the DOM', async () => {
    const { page, errors } = await open(
      `<form id="body" name="body" style="overflow:auto;height:300px">${fields}GPT-4o stands in the form itself. <p>ChatGPT</p></form>
       <img name="createElement"><img name="documentElement"><img name="title"><img name="head"><img name="activeElement"><img name="hidden"><form name="addEventListener"></form>`,
    );
    await expectMarks(page, ['GPT-4o', 'ChatGPT']);
    await openCardAt(world, page, 'ChatGPT');
    await page.keyboard.press('Escape');
    await page.evaluate((inner) => {
      const form = document.body.insertBefore(Object.assign(Document.prototype.createElement.call(document, 'form'), { innerHTML: inner }), null);
      form.insertBefore(new Text('DeepSeek-R1'), null);
    }, fields);
    await expectMarks(page, ['GPT-4o', 'ChatGPT', 'DeepSeek-R1']);
    await settled(page, errors);
  });

  it('is not reached by elements that are named after its own parts', async () => {
    const names = ['ajarBoot', 'ajarPage', 'ajarReading', 'ajarProvisions', 'ajarClaims', 'ajarCards', 'ajarCard', 'browser', 'chrome', 'scheduler'];
    const { page, errors } = await open(
      `<p style="margin:150px">Under Article 53 of the EU AI Act, Llama 3.1 is an open-source model.</p>
       ${names.map((name) => `<form id="${name}"></form><img name="${name}"><iframe name="${name}"></iframe>`).join('')}`,
    );
    await expectMarks(page, ['Article 53 of the EU AI Act', 'Llama 3.1']);
    await openCardAt(world, page, 'Llama 3.1');
    expect(await cardText(world, page)).toContain('This page says “ open-source ”.');
    expect((await readReports(world, page))[0]!.claims.map(({ text }) => text)).toEqual(['open-source']);
    await settled(page, errors);
  });

  it('sends the page nothing that it could hear', async () => {
    const { page, errors } = await open('<p>GPT-4o is named.</p><iframe srcdoc="<p>DeepSeek-R1 is named in this frame too.</p>"></iframe>', {
      script: `window.heard = []; addEventListener('message', ({ data }) => { heard.push(JSON.stringify(data)); });`,
    });
    await expectMarks(page, ['GPT-4o']);
    await readReports(world, page);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await settled(page, errors);
  });

  it('opens nothing for clicks, keys and pointers that a script made up', async () => {
    const { page, errors } = await open('<p style="margin:200px">We tried GPT-4o last week.</p>');
    await expectMarks(page, ['GPT-4o']);
    const point = await pointAt(page, 'GPT-4o');
    await page.evaluate(async ({ x, y }) => {
      const target = document.elementFromPoint(x, y)!;
      const at = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'touch' };
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, at));
      for (const key of ['Enter', 'Escape', 'o']) document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
      for (const type of ['pageshow', 'pagehide', 'visibilitychange', 'popstate', 'hashchange', 'beforeunload']) window.dispatchEvent(new Event(type));
      await new Promise((done) => setTimeout(done, 700));
    }, point);
    expect(await page.$('[popover="manual"]')).toBeNull();
    expect(await markedTexts(page)).toEqual(['GPT-4o']);
    await settled(page, errors);
  });

  it('paints again what a page takes out of the registry or puts into it', async () => {
    const { page, errors } = await open('<p>GPT-4o and more</p><p id="end">end</p>');
    await expectMarks(page, ['GPT-4o']);
    const change = (n: number): Promise<void> => page.evaluate((text) => { document.querySelector('#end')!.textContent = text; }, `end ${n}`);
    await page.evaluate(() => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Set<StaticRange>> };
      for (const [, highlight] of highlights) for (const range of highlight) void range.startContainer;
      highlights.delete('ajar');
    });
    await change(1);
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => {
      const node = document.querySelector('p')!.firstChild!;
      const highlight = (CSS as unknown as { highlights: Map<string, Set<StaticRange>> }).highlights.get('ajar')!;
      highlight.add(new StaticRange({ startContainer: node, startOffset: 7, endContainer: node, endOffset: 10 }));
    });
    await change(2);
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => {
      (CSS as unknown as { highlights: Map<string, unknown> }).highlights.set('ajar', new Highlight());
    });
    await change(3);
    await expectMarks(page, ['GPT-4o']);
    await settled(page, errors);
  });

  it('keeps the card in sight where the page restyles its element, and opens it again where the page takes it away', async () => {
    const { page, errors } = await open('<p style="margin:200px">We tried GPT-4o last week.</p>', {
      script: `new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (node.popover === 'manual') {
          for (const [name, value] of [['opacity', '0.01'], ['clip-path', 'inset(50%)'], ['pointer-events', 'none'], ['visibility', 'hidden'], ['transform', 'scale(.1)']]) node.style.setProperty(name, value, 'important');
        }
      }).observe(document, { childList: true, subtree: true });`,
    });
    await expectMarks(page, ['GPT-4o']);
    await openCardAt(world, page, 'GPT-4o');
    expect(await cardText(world, page)).toContain('GPT-4o');
    expect(await page.evaluate(() => {
      const { opacity, clipPath, pointerEvents, visibility, transform } = getComputedStyle(document.querySelector('[popover="manual"]')!);
      return { opacity, clipPath, pointerEvents, visibility, transform };
    })).toEqual({ opacity: '1', clipPath: 'none', pointerEvents: 'auto', visibility: 'visible', transform: 'none' });
    expect(await page.evaluate(() => document.querySelector('[popover="manual"]')!.shadowRoot)).toBeNull();
    await page.evaluate(() => { document.querySelector('[popover="manual"]')!.remove(); });
    await page.mouse.move(5, 5);
    await new Promise((done) => setTimeout(done, 500));
    await openCardAt(world, page, 'GPT-4o');
    await settled(page, errors);
  });

  it('made no request', () => { expect(world.strayRequests()).toEqual([]); });
});
