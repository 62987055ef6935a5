/// <reference types="vite/client" />
/**
 * The gallery's page: all stories, or those whose id holds `?only=` (is it, with `&exact`); `?locale=`, `?theme=` and `?width=` choose how.
 * `?record=` shows compiled records instead.
 * `npm run gallery` serves it; nothing of it is in the extension.
 */
import { render } from 'preact';
import '../tokens.css';
import '../card.css';
import '../pages.css';
import './gallery.css';
import { Words } from '../words.tsx';
import { textOf } from './locales.ts';
import { readRecords } from './records.ts';
import { recordStories, stories } from './stories.tsx';

const query = new URLSearchParams(location.search);
const locale = query.get('locale') ?? 'en';
const theme = query.get('theme');
const only = query.get('only') ?? '';
const isExact = query.has('exact');
const ids = query.get('record')?.split(',') ?? [];
const shown = ids.length > 0 ? recordStories(await readRecords(ids)) : stories;
const width = Number(query.get('width')) || null;
const t = textOf(locale);

if (theme) document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.locale;
document.documentElement.dir = t.dir;

const choices = { locale: ['en', 'de', 'fr', 'es', 'it', 'pseudo', 'rtl'], theme: ['light', 'dark'], width: ['', '320', '600'] };
const linkTo = (name: string, value: string) => {
  const next = new URLSearchParams(query);
  next.set(name, value);
  return `?${next}`;
};

const Gallery = () => (
  <Words.Provider value={t}>
    <nav class="gallery-nav">
      {Object.entries(choices).map(([name, values]) => <span>{name}: {values.map((value) => <><a href={linkTo(name, value)}>{value || 'as set'}</a> </>)}</span>)}
    </nav>
    <div class="gallery">
      {shown.filter(({ id }) => (isExact ? id === only : id.includes(only))).map(({ id, width: own, view: View }) => (
        <figure id={id} style={{ inlineSize: `${width ?? own}px` }}>
          <figcaption><a href={linkTo('only', id)}>{id}</a></figcaption>
          <View />
        </figure>
      ))}
    </div>
  </Words.Provider>
);
render(<Gallery />, document.getElementById('gallery')!);
