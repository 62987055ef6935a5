/** What a reader sees marked on all sorts of pages, in both browsers, with the release build. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { expectMarks, html, markedTexts, startWorld, type World } from './world.ts';

describe.each(engines)('marks in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  const open = (body: string, options?: Parameters<typeof html>[1] & { headers?: Record<string, string> }): Promise<Page> => {
    count += 1;
    const { headers, ...rest } = options ?? {};
    return world.openPage(world.put(`http://news.test/${count}`, { body: html(body, rest), ...(headers ? { headers } : {}) }));
  };
  /** The page as it is without us: what its own script last saw of it. */
  const outerHTML = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

  it('marks names in running text and leaves the page as it was', async () => {
    const page = await open('<p>GPT-4o and Llama <b>3.1</b> were compared with Deep<wbr>Seek-R1 under the EU AI Act.</p>');
    await expectMarks(page, ['GPT-4o', 'Llama 3.1', 'DeepSeek-R1', 'EU AI Act']);
    expect(await outerHTML(page)).toBe(
      '<html lang="en"><head><meta charset="utf-8"><title>Test</title></head><body><p>GPT-4o and Llama <b>3.1</b> were compared with Deep<wbr>Seek-R1 under the EU AI Act.</p></body></html>',
    );
    await page.close();
  });

  it('leaves focus, selection, scroll, history and globals as they were, and makes no record of a change', async () => {
    const page = await world.openPage(world.put('http://marks.test/untouched', html(
      `<p>Under Article 53 of the EU AI Act, Llama 3.1 is an open-source model.</p><input id="field"><div style="height:3000px"></div>`,
      { head: `<script>
        window.seen = [];
        new MutationObserver((records) => { for (const { type, target } of records) seen.push(type + ' ' + target.nodeName); })
          .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        addEventListener('DOMContentLoaded', () => setTimeout(() => {
          document.querySelector('#field').focus();
          getSelection().selectAllChildren(document.querySelector('p'));
          scrollTo(0, 10);
          seen.length = 0;
          window.state = () => [document.documentElement.outerHTML, document.activeElement.id, String(getSelection()), scrollY, history.length,
            document.styleSheets.length, document.adoptedStyleSheets.length, ...Object.getOwnPropertyNames(window).filter((name) => !/^(?:puppeteer_)?__|^before$/.test(name))];
          window.before = state();
        }));
      </script>` },
    )));
    await expectMarks(page, ['Article 53 of the EU AI Act', 'Llama 3.1']);
    await new Promise((done) => setTimeout(done, 800));
    const changes = await page.evaluate(() => {
      const { before, state, seen } = globalThis as unknown as { before: unknown[]; state: () => unknown[]; seen: string[] };
      return [...state().filter((part) => !before.includes(part)), ...before.filter((part) => !state().includes(part)), ...seen];
    });
    expect(changes).toEqual([]);
    await page.close();
  });

  it.each([['dark', '#000', '#eee'], ['light', '#fff', '#111'], ['blue', '#0a3d91', '#fff'], ['yellow', '#ffe600', '#222']])(
    'draws a line that can be seen on %s ground', async (_, ground, ink) => {
      const page = await open(`<p style="margin:0;padding:20px;font:30px/2 sans-serif;background:${ground};color:${ink}"><span>Falcon-7B</span><i style="display:inline-block"></i></p>`);
      await expectMarks(page, ['Falcon-7B']);
      // Below the foot of the letters, none of which has a tail.
      const clip = await page.evaluate(() => {
        const { left, width } = document.querySelector('span')!.getBoundingClientRect();
        return { x: Math.ceil(left) + 2, y: Math.ceil(document.querySelector('i')!.getBoundingClientRect().bottom) + 2, width: Math.floor(width) - 4, height: 14 };
      });
      const { data } = PNG.sync.read(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: false })));
      const luminance = (at: number): number => [0.2126, 0.7152, 0.0722].reduce((sum, weight, part) => {
        const value = data[at + part]! / 255;
        return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      }, 0);
      const shades = Array.from({ length: data.length / 4 }, (__, point) => luminance(point * 4));
      expect((Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05)).toBeGreaterThanOrEqual(3);
      await page.close();
    });

  it.each([
    ['the zodiac', 'Gemini season begins in May. If your sun sign is Gemini, expect a lively week with Virgo and Leo.', 'Horoscope for May'],
    ['a space programme', 'Project Gemini flew ten crewed missions. Gemini 4 saw the first American spacewalk by astronaut Ed White.', 'NASA history'],
    ['a painter', 'Claude Monet painted the water lilies at Giverny. Claude was fond of his garden.', 'Impressionism'],
    ['a farm', 'The llamas on our farm share a barn with an alpaca; a llama needs hay and a dry stable.', 'Keeping llamas'],
    ['birds', 'A peregrine falcon dives at great speed. The falcon nests on cliffs and towers.', 'Birds of prey'],
  ])('marks nothing on a page on %s', async (_, text, title) => {
    const page = await open(`<h1>${title}</h1><p>${text}</p><p id="end">GPT-4o</p>`, { title });
    await expectMarks(page, ['GPT-4o']);
    await page.close();
  });

  it('marks a name that needs context where the page speaks of AI', async () => {
    const page = await open('<p>Anthropic says that its language model Claude now answers longer prompts.</p>');
    await expectMarks(page, ['Claude']);
    await page.close();
  });

  it('leaves code, scripts, form fields and editors alone', async () => {
    const page = await open(`<p>GPT-4o</p><pre>GPT-4o</pre><code>GPT-4o</code><textarea>GPT-4o</textarea><input value="GPT-4o">
      <div contenteditable="true">GPT-4o is typed here</div><div role="textbox">GPT-4o</div><select><option>GPT-4o</option></select><style>/* GPT-4o */</style>`);
    await expectMarks(page, ['GPT-4o']);
    await page.close();
  });

  it('works under a strict content security policy', async () => {
    const page = await open('<p>GPT-4o is closed.</p>', { headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" } });
    await expectMarks(page, ['GPT-4o']);
    await page.close();
  });

  it('marks text that arrives later, is edited, replaced or removed', async () => {
    const page = await open('<div id="app"><p>GPT-4o</p></div>');
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => document.querySelector('#app')!.append(Object.assign(document.createElement('p'), { textContent: 'Then came DeepSeek-R1.' })));
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1']);
    await page.evaluate(() => { document.querySelector('p')!.firstChild!.nodeValue = 'Not GPT-4o but ChatGPT'; });
    await expectMarks(page, ['GPT-4o', 'ChatGPT', 'DeepSeek-R1']);
    await page.evaluate(() => { document.querySelector('p')!.textContent = 'Nothing here'; });
    await expectMarks(page, ['DeepSeek-R1']);
    await page.evaluate(() => document.querySelector('#app')!.replaceChildren());
    await expectMarks(page, []);
    await page.close();
  });

  it('keeps to the right letters while a list is rendered over and over', async () => {
    const page = await open('<ul id="list"></ul>');
    await page.evaluate(async () => {
      const names = ['GPT-4o', 'DeepSeek-R1', 'Mistral 7B', 'OLMo 2'];
      const list = document.querySelector('#list')!;
      for (let round = 0; round < 30; round += 1) {
        const order = [...names.slice(round % 4), ...names.slice(0, round % 4)];
        while (list.children.length < 4) list.append(document.createElement('li'));
        order.forEach((name, index) => {
          const item = list.children[index]!;
          if (item.firstChild) item.firstChild.nodeValue = `${'x'.repeat(round % 5)} ${name} is number ${index}`;
          else item.append(`${name} is number ${index}`);
        });
        if (round % 7 === 0) list.firstElementChild!.remove();
        await new Promise(requestAnimationFrame);
      }
    });
    await expectMarks(page, ['DeepSeek-R1', 'Mistral 7B', 'OLMo 2', 'GPT-4o']);
    await page.close();
  });

  it('reads open shadow roots', async () => {
    const page = await open('<div id="host"><template shadowrootmode="open"><p>Inside: GPT-4o</p></template></div><p>Outside: DeepSeek-R1</p>');
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1']).catch(async () => expect((await markedTexts(page)).sort()).toEqual(['DeepSeek-R1', 'GPT-4o']));
    await page.close();
  });

  it('reads frames', async () => {
    world.put('http://frame.test/inner', html('<p>In the frame: Mistral 7B, and more text so that it is worth reading.</p>'));
    const page = await open('<p>GPT-4o</p><iframe src="http://frame.test/inner" width="600" height="200"></iframe>');
    await expectMarks(page, ['GPT-4o']);
    const frame = await page.waitForFrame((one) => one.url() === 'http://frame.test/inner');
    await expectMarks(frame as unknown as Page, ['Mistral 7B']);
    await page.close();
  });

  it('survives a page that clears the registry of highlights', async () => {
    const page = await open('<p>GPT-4o</p>');
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => {
      (CSS as unknown as { highlights: Map<string, unknown> }).highlights.clear();
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'and DeepSeek-R1' }));
    });
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1']);
    await page.close();
  });

  it.each([
    ['http://news.test/feed.xml', 'application/xml', '<?xml version="1.0"?><doc><title>Notes</title><p>On GPT-4o and more.</p></doc>'],
    ['http://news.test/page.xhtml', 'application/xhtml+xml', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Notes</title></head><body><p>On GPT-4o and more.</p></body></html>'],
    ['http://news.test/picture.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text y="20">GPT-4o</text></svg>'],
  ])('leaves %s whole', async (url, type, body) => {
    world.put(url, { body, headers: { 'content-type': type } });
    const page = await world.openPage(url);
    const before = await page.evaluate(() => new XMLSerializer().serializeToString(document));
    await new Promise((done) => setTimeout(done, 600));
    expect(await page.evaluate(() => new XMLSerializer().serializeToString(document))).toBe(before);
    await page.close();
  });

  it('made no request', async () => {
    expect(world.strayRequests()).toEqual([]);
    const page = await open('<p>A page that does make a request.</p>');
    await page.evaluate(() => fetch('http://planted.test/seen').catch(() => undefined));
    expect(world.strayRequests()).toEqual(['GET http://planted.test/seen']);
  });
});
