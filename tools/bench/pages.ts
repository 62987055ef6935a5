/**
 * Pages to measure on: generated extremes, always the same for the same size, and long real pages where the machine has
 * some (Debian's documentation packages). Names in the generated text are those of the dataset's own records.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchPage {
  readonly name: string;
  readonly html: string;
}

/** A small generator of numbers (mulberry32), so that every run measures the same pages. */
export const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const words = `the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state those people too mister good`.split(' ');

const sentence = (random: () => number, names: readonly string[], share: number): string => {
  const length = 8 + Math.floor(random() * 16);
  const parts = Array.from({ length }, () => (random() < share ? names[Math.floor(random() * names.length)]! : words[Math.floor(random() * words.length)]!));
  const text = parts.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
};

const page = (title: string, body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** An article of about `bytes` characters in which about one word in `every` is a name. */
export const article = (bytes: number, every: number, names: readonly string[], seed: number): string => {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let length = 0; length < bytes;) {
    const text = Array.from({ length: 5 }, () => sentence(random, names, 1 / every)).join(' ');
    const linked = text.replace(/ (\w+) (\w+)/, ' <a href="#x">$1 <b>$2</b></a>');
    paragraphs.push(`<p>${linked}</p>`);
    length += text.length;
  }
  return page('A long article about language models', paragraphs.join('\n'));
};

const cjk = (bytes: number, names: readonly string[], seed: number): string => {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let length = 0; length < bytes;) {
    let text = '';
    for (let index = 0; index < 200; index += 1) {
      text += random() < 0.01 ? names[Math.floor(random() * names.length)]! : String.fromCharCode(0x4e00 + Math.floor(random() * 3000));
      if (random() < 0.05) text += '，';
    }
    paragraphs.push(`<p>${text}。</p>`);
    length += text.length;
  }
  return page('长文', paragraphs.join('\n'), 'zh');
};

const cells = (count: number, names: readonly string[], seed: number): string => {
  const random = randomFrom(seed);
  const rows = Array.from({ length: count / 10 }, () =>
    `<tr>${Array.from({ length: 10 }, () => `<td>${random() < 0.02 ? names[Math.floor(random() * names.length)]! : `${words[Math.floor(random() * words.length)]!} ${Math.floor(random() * 1000)}`}</td>`).join('')}</tr>`);
  return page('A large table', `<table>${rows.join('')}</table>`);
};

/** Long real pages: the largest HTML files up to 15 MB among the machine's documentation, three at most. */
const realPages = (): BenchPage[] => {
  const root = '/usr/share/doc';
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), bytes: statSync(join(entry.parentPath, entry.name)).size }))
    .filter(({ bytes }) => bytes > 500_000 && bytes < 15_000_000)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
    .map(({ path }) => ({ name: path.split('/').slice(4).join('/'), html: readFileSync(path, 'utf8') }));
};

/** All pages; `names` are surface forms that are safe alone. */
export const benchPages = (names: readonly string[]): BenchPage[] => [
  { name: 'article 1 MB', html: article(1_000_000, 400, names, 1) },
  { name: 'article 5 MB', html: article(5_000_000, 400, names, 2) },
  { name: '20,000 mentions', html: article(1_200_000, 10, names, 3) },
  { name: '50,000 cells', html: cells(50_000, names, 4) },
  { name: 'CJK 1 MB', html: cjk(1_000_000, names, 5) },
  ...realPages(),
];
