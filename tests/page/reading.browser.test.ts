/** Which text is read as one, and that its marks stay true while the page changes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, expectMarks, type Lab, markedTexts, openLab, waitFor } from './harness.ts';

describe.each(engines)('text in %s', (engine) => {
  let lab: Lab;
  beforeAll(async () => { lab = await openLab(engine); });
  afterAll(() => lab.close());

  /** One page, what is marked on it, and that its HTML is as it was. */
  const marks = async (html: string, wanted: readonly string[], settings = {}): Promise<void> => {
    const page = await lab.open(html, { start: false });
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await lab.start(page, settings);
    await expectMarks(page, wanted);
    await waitFor(() => page.evaluate(() => globalThis.ajarTest.handle.report().complete), true);
    expect(await markedTexts(page)).toEqual(wanted);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  };

  it('joins inline elements and breaks at blocks, pictures, line breaks and notes', async () => {
    await marks(
      `<p>Llama <b>3.1</b>, Deep<wbr>Seek-<i>R1</i> and <span><span>GPT</span>-4o</span></p>
       <div>Llama<div>3.1</div></div><p>Llama<br>3.1</p><p>Llama <img alt=""> 3.1</p><p>DeepSeek<sup>1</sup> said</p>
       <div>Chat<!-- a comment -->GPT and Chat<script></script>GPT</div>`,
      ['Llama 3.1', 'DeepSeek-R1', 'GPT-4o', 'Llama', 'Llama', 'Llama', 'DeepSeek', 'ChatGPT', 'ChatGPT'],
    );
  });

  it('tells words that touch in separate boxes apart', async () => {
    await marks(
      `<style>.pill{padding:0 8px}.block{display:block}</style>
       <p><span class="pill">ChatGPT</span><span class="pill">DeepSeek</span></p><p><a class="block">ChatGPT</a><a class="block">DeepSeek</a></p>
       <p><a class="block">Llama</a> <a class="block">3.1 million comments</a></p>`,
      ['ChatGPT', 'DeepSeek', 'ChatGPT', 'DeepSeek'],
    );
  });

  it('leaves out what is not running text', async () => {
    await marks(
      `<p>GPT-4o</p><pre>ChatGPT</pre><p>see <code>ChatGPT</code></p><textarea>ChatGPT</textarea><select><option>ChatGPT</option></select>
       <noscript>ChatGPT</noscript><template>ChatGPT</template><div contenteditable>ChatGPT <p>ChatGPT</p></div><div role="textbox">ChatGPT</div>
       <div class="CodeMirror"><p>ChatGPT</p></div><svg><text>ChatGPT</text></svg><button>DeepSeek</button><p>on <ruby>ChatGPT<rt>ChatGPT</rt></ruby></p>`,
      ['GPT-4o', 'DeepSeek', 'ChatGPT'],
    );
  });

  it('reads inline code where that is set', async () => {
    await marks('<p>see <code>ChatGPT</code></p><pre><code>ChatGPT</code></pre>', ['ChatGPT'], { inlineCode: true });
  });

  it('reads a text file, which the browser shows as preformatted', async () => {
    const page = await lab.open('On ChatGPT.\n\nAnd on DeepSeek.', { type: 'text/plain; charset=utf-8' });
    await expectMarks(page, ['ChatGPT', 'DeepSeek']);
    await page.close();
  });

  it('reads open shadow roots, nested, declarative, and those that come late', async () => {
    const page = await lab.open(
      `<div id="a"><template shadowrootmode="open"><p>On ChatGPT <slot>and not on DeepSeek</slot></p></template>and Llama <b>3.1</b></div>
       <x-late></x-late>`,
    );
    await waitFor(async () => (await markedTexts(page)).sort(), ['ChatGPT', 'Llama 3.1']);
    await page.evaluate(() => {
      const root = document.querySelector('x-late')!.attachShadow({ mode: 'open' });
      root.append(document.createElement('div'));
      root.firstElementChild!.attachShadow({ mode: 'open' }).append('GPT-4o is inside');
    });
    await waitFor(async () => (await markedTexts(page)).sort(), ['ChatGPT', 'GPT-4o', 'Llama 3.1']);
    await page.evaluate(() => { document.querySelector('x-late')!.shadowRoot!.firstElementChild!.shadowRoot!.firstChild!.nodeValue = 'DeepSeek'; });
    await waitFor(async () => (await markedTexts(page)).sort(), ['ChatGPT', 'DeepSeek', 'Llama 3.1']);
    await page.close();
  });

  it('does not mind a page that names its fields after the DOM', async () => {
    await marks(
      `<form name="body"><input name="firstChild"><input name="nextSibling"><input name="nodeName"><input name="parentNode"><input name="childNodes">
       <input name="nodeType"><p>ChatGPT</p></form><img name="createElement"><img name="documentElement"><img name="title"><form id="location"></form>`,
      ['ChatGPT'],
    );
  });

  it('reads deep nesting and a text of megabytes', async () => {
    const page = await lab.open('<main></main>', {
      start: false,
      first: () => {
        let at: Element = document.querySelector('main')!;
        for (let depth = 0; depth < 1500; depth += 1) at = at.appendChild(document.createElement('div'));
        at.append('GPT-4o');
        const long = document.createElement('p');
        long.textContent = `${'words and more words. '.repeat(150_000)}ChatGPT`;
        document.body.append(long);
        scrollTo(0, 1e9);
      },
    });
    await lab.start(page);
    await waitFor(() => page.evaluate(() => globalThis.ajarTest.handle.report().mentions.map((mention) => mention.text)), ['GPT-4o', 'ChatGPT'], 15_000);
    await waitFor(async () => (await markedTexts(page)).includes('ChatGPT'), true);
    await page.close();
  });

  it('marks hidden text only once it is shown', async () => {
    const page = await lab.open('<div id="a" hidden>ChatGPT</div><details><summary>More</summary>DeepSeek</details><p id="b" style="display:none">GPT-4o</p><p>Llama 3.1</p>');
    await expectMarks(page, ['Llama 3.1']);
    await page.evaluate(() => { document.querySelector<HTMLElement>('#a')!.hidden = false; });
    await expectMarks(page, ['ChatGPT', 'Llama 3.1']);
    await page.evaluate(() => { document.querySelector('details')!.open = true; });
    await expectMarks(page, ['ChatGPT', 'DeepSeek', 'Llama 3.1']);
    await page.evaluate(() => { document.querySelector<HTMLElement>('#b')!.style.display = ''; });
    await expectMarks(page, ['ChatGPT', 'DeepSeek', 'GPT-4o', 'Llama 3.1']);
    await page.close();
  });

  it('registers only what is near the view', async () => {
    const page = await lab.open(Array.from({ length: 400 }, (_, i) => `<p style="height:100px">ChatGPT ${i}</p>`).join(''));
    await waitFor(() => page.evaluate(() => globalThis.ajarTest.handle.report().mentions.length), 400);
    await waitFor(async () => (await markedTexts(page)).length > 5, true);
    expect((await markedTexts(page)).length).toBeLessThan(30);
    await page.evaluate(() => { scrollTo(0, 20_000); });
    await waitFor(async () => page.evaluate(() => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> };
      return [...highlights.get('test') ?? []].some((range) => / (?:17[0-9])$/.test(range.startContainer.nodeValue ?? ''));
    }), true);
    expect((await markedTexts(page)).length).toBeLessThan(60);
    await page.close();
  });

  it('registers only what is near the view in one long element too', async () => {
    const page = await lab.open(`<div>${Array.from({ length: 3000 }, (_, i) => `Line ${i} on ChatGPT and some words more that fill it up<br>`).join('')}</div>`);
    await waitFor(() => page.evaluate(() => globalThis.ajarTest.handle.report().mentions.length), 3000);
    await waitFor(async () => (await markedTexts(page)).length > 20, true);
    expect((await markedTexts(page)).length).toBeLessThan(700);
    await page.close();
  });

  it.each([['down the page', ''], ['in columns', 'columns:3;height:400px;width:800px;overflow:auto']])('registers what is near the view of one long text, %s', async (_, style) => {
    const page = await lab.open(`<div id="text" style="${style}">${'GPT-4o and words that say nothing of the sort, on and on. '.repeat(12_000)}</div>`);
    const look = (): Promise<string> => page.evaluate(() => {
      const ranges = [...((CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights.get('test') ?? [])];
      const rects = ranges.map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.getBoundingClientRect();
      });
      const inView = rects.filter(({ top, left }) => top >= 0 && top < innerHeight && left >= 0 && left < innerWidth);
      return `${inView.length > 20 ? 'marked' : 'not marked'}, ${ranges.length <= 2_000 ? 'few' : 'many'}`;
    });
    for (const part of [0, 0.5, 1]) {
      await page.evaluate((at) => {
        const text = document.querySelector('#text')!;
        window.scrollTo(0, at * document.documentElement.scrollHeight);
        text.scrollLeft = at * text.scrollWidth;
      }, part);
      await waitFor(look, 'marked, few');
    }
    await page.close();
  });

  describe('that changes', () => {
    it('follows edits, replacements, removals, splits and joins', async () => {
      const page = await lab.open('<p id="a">On ChatGPT.</p><p id="b">On GPT-4o.</p>');
      await expectMarks(page, ['ChatGPT', 'GPT-4o']);
      await page.evaluate(() => { (document.querySelector('#a')!.firstChild as Text).insertData(0, 'A word '); });
      await expectMarks(page, ['ChatGPT', 'GPT-4o']);
      await page.evaluate(() => { (document.querySelector('#a')!.firstChild as Text).splitText(14); });
      await expectMarks(page, ['ChatGPT', 'GPT-4o']);
      await page.evaluate(() => { document.querySelector('#a')!.normalize(); });
      await expectMarks(page, ['ChatGPT', 'GPT-4o']);
      await page.evaluate(() => { document.querySelector('#b')!.textContent = 'Now DeepSeek'; });
      await expectMarks(page, ['ChatGPT', 'DeepSeek']);
      await page.evaluate(() => { document.querySelector('#a')!.before(document.querySelector('#b')!); });
      await expectMarks(page, ['DeepSeek', 'ChatGPT']);
      await page.evaluate(() => { document.querySelector('#a')!.remove(); });
      await expectMarks(page, ['DeepSeek']);
      await page.evaluate(() => { document.body.innerHTML = '<p>Deep<b>Seek</b>-R1</p>'; });
      await expectMarks(page, ['DeepSeek-R1']);
      await page.evaluate(() => { document.querySelector('b')!.replaceWith(...document.querySelector('b')!.childNodes); });
      await expectMarks(page, ['DeepSeek-R1']);
      await page.evaluate(() => { document.querySelector('p')!.firstChild!.after(document.createElement('hr')); });
      await expectMarks(page, []);
      await page.close();
    });

    it('paints no wrong letters, not even for a moment', async () => {
      const page = await lab.open('<p>On ChatGPT.</p><p>Deep<b>Seek</b></p>');
      await expectMarks(page, ['ChatGPT', 'DeepSeek']);
      const seen = await page.evaluate(async () => {
        const wrong: string[] = [];
        const look = (): void => {
          for (const range of [...(CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights.get('test') ?? []]) {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            if (!['ChatGPT', 'DeepSeek'].includes(live.toString())) wrong.push(live.toString());
          }
        };
        const [a, b] = document.querySelectorAll('p');
        for (let round = 0; round < 60; round += 1) {
          a!.firstChild!.nodeValue = `${'x'.repeat(round % 7)} on ChatGPT`;
          if (round % 5 === 0) b!.insertBefore(document.createTextNode('ly'), b!.lastChild);
          if (round % 5 === 2) b!.childNodes[1]!.remove();
          await Promise.resolve();
          await new Promise(requestAnimationFrame);
          look();
        }
        return wrong;
      });
      expect(seen).toEqual([]);
      await page.close();
    });

    it('follows a stream of characters and a list that is rendered again and again', async () => {
      const page = await lab.open('<p id="chat"></p><ul></ul>');
      await page.evaluate(async () => {
        const text = document.querySelector('#chat')!.appendChild(document.createTextNode(''));
        for (const letter of 'We compared ChatGPT with DeepSeek-R1 and Llama 3.1 today.') {
          text.appendData(letter);
          await new Promise((done) => setTimeout(done, 4));
        }
        const list = document.querySelector('ul')!;
        for (let round = 0; round < 20; round += 1) {
          list.replaceChildren(...['GPT-4o', 'Mistral 7B', 'EU AI Act'].map((name, i) => Object.assign(document.createElement('li'), { textContent: `${name} ${(i + round) % 3}` })));
          await new Promise(requestAnimationFrame);
        }
      });
      await expectMarks(page, ['ChatGPT', 'DeepSeek-R1', 'Llama 3.1', 'GPT-4o', 'Mistral 7B', 'EU AI Act']);
      await page.close();
    });

    it('survives a page that clears or empties the highlights', async () => {
      const page = await lab.open('<p>ChatGPT</p>');
      await expectMarks(page, ['ChatGPT']);
      await page.evaluate(() => {
        const { highlights } = CSS as unknown as { highlights: Map<string, Set<StaticRange>> };
        highlights.get('test')!.clear();
        highlights.clear();
        document.body.append(Object.assign(document.createElement('p'), { textContent: 'DeepSeek' }));
      });
      await expectMarks(page, ['ChatGPT', 'DeepSeek']);
      await page.close();
    });

    it('stops reading what becomes an editor, and reads what is none any more', async () => {
      const page = await lab.open('<div id="a"><p>ChatGPT</p></div><p>DeepSeek</p>');
      await expectMarks(page, ['ChatGPT', 'DeepSeek']);
      await page.evaluate(() => { document.querySelector('#a')!.setAttribute('contenteditable', 'true'); });
      await expectMarks(page, ['DeepSeek']);
      await page.evaluate(() => { document.querySelector('#a')!.removeAttribute('contenteditable'); });
      await expectMarks(page, ['ChatGPT', 'DeepSeek']);
      await page.close();
    });

    it('takes another path or title for another page', async () => {
      const page = await lab.open('<p>ChatGPT and Llama</p>');
      await expectMarks(page, ['ChatGPT', 'Llama']).catch(() => expectMarks(page, ['ChatGPT']));
      await page.evaluate(() => {
        history.pushState(null, '', '/other');
        document.querySelector('p')!.textContent = 'GPT-4o is new here';
      });
      await expectMarks(page, ['GPT-4o']);
      await page.close();
    });
  });

  it('leaves nothing when it is stopped', async () => {
    const page = await lab.open('<p>ChatGPT</p><div id="a"><template shadowrootmode="open"><p>DeepSeek</p></template></div>');
    await waitFor(async () => (await markedTexts(page)).length, 2);
    await page.evaluate(() => { globalThis.ajarTest.controller.abort(); });
    const left = await page.evaluate(() => ({
      highlights: [...(CSS as unknown as { highlights: Map<string, unknown> }).highlights.keys()],
      sheets: document.querySelector('#a')!.shadowRoot!.adoptedStyleSheets.length,
    }));
    expect(left).toEqual({ highlights: [], sheets: 0 });
    await page.evaluate(() => { document.body.append('and GPT-4o'); });
    await new Promise((done) => setTimeout(done, 300));
    expect(await markedTexts(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ['application/xhtml+xml', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Notes</title></head><body><p>On ChatGPT.</p><?div x?></body></html>'],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><text y="20">GPT-4o</text><foreignObject width="200" height="50"><p xmlns="http://www.w3.org/1999/xhtml">On ChatGPT.</p></foreignObject></svg>'],
  ])('reads %s', async (type, body) => {
    const page = await lab.open(body, { type });
    await expectMarks(page, ['ChatGPT']);
    await page.close();
  });
});
