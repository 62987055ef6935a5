/** No view holds English of its own: rendered in the pseudo-locale, plain letters are left only in what records and pages say. */
import { Window } from 'happy-dom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { cards, pageClaims, pageMentions } from '../../components/gallery/samples.ts';
import { textOf } from '../../components/gallery/locales.ts';
import { stories } from '../../components/gallery/stories.tsx';
import { Words } from '../../components/words.tsx';

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
const texts = stringsIn([cards, pageMentions, pageClaims]);
const hosts = texts.filter((text) => URL.canParse(text)).map((url) => new URL(url).hostname);
/**
 * Names and prose that samples hold, longest first, so that a name inside a longer one is taken out with it. Ids of closed
 * lists are left in: where a view shows one as it is, a message is missing.
 */
const data = [...new Set([...texts.filter((text) => !/^[a-z0-9./#-]+$/.test(text)), ...hosts, 'example.org', 'intranet.example', 'House model', 'Our term'])]
  .filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);

const leftover = (text: string): string => data.reduce((rest, known) => rest.replaceAll(known, ''), text).replace(/\b[IVX]+\b/g, '');
const spoken = ['aria-label', 'placeholder', 'title', 'alt'];

describe.each(stories.map((story) => [story.id, story] as const))('%s', (_, { view: View }) => {
  const { document } = new Window();
  document.body.innerHTML = renderToString(<Words.Provider value={textOf('pseudo')}><View /></Words.Provider>);

  it('shows messages only, beside records’ own words', () => {
    for (const exempt of document.querySelectorAll('[lang="en"], bdi, kbd, q')) exempt.remove();
    const texts = [...document.querySelectorAll('*')].flatMap((element) => [
      ...spoken.map((name) => element.getAttribute(name) ?? ''),
      ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent),
    ]);
    expect(texts.map(leftover).filter((text) => /[A-Za-z]{2}/.test(text))).toEqual([]);
  });
});
