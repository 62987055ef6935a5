/**
 * A card as a citation: the record with its verdict, the day of the data, and every source by itself, so that a writer
 * can cite what they read and a reader can check it. Citations are English, as records are, with ISO dates.
 *
 * Called by the card and the page's report. Builds text only; copying is the caller's.
 */
import type { Card } from './card.ts';

export const citationFormats = ['plain', 'markdown', 'bibtex', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** What a citation needs of a card; a list of entries of a page's report gives the same. */
export type Citable = Pick<Card, 'id' | 'kind' | 'name' | 'links' | 'sources' | 'dataDate'> & {
  readonly model?: { readonly tier: { readonly tier: string } } | undefined;
};

interface Item {
  readonly key: string;
  readonly title: string;
  readonly container: string | null;
  readonly url: string | null;
  /** Days of the form YYYY-MM-DD. */
  readonly issued: string | null;
  readonly accessed: string;
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
const keyOf = (id: string): string => `ajar-${id.replace(/[^a-z0-9]+/g, '-')}`;

/** The record first, then its sources in the card's order. */
const itemsOf = (card: Citable, today: string): Item[] => {
  const verdict = card.model ? `: ${card.model.tier.tier.replaceAll('-', ' ')}` : '';
  const home = card.links.find(({ role }) => role === 'home' || role === 'text') ?? card.links[0];
  return [
    { key: keyOf(card.id), title: `${card.name}${verdict}`, container: `Ajar, record ${card.id}, data of ${card.dataDate}`, url: home?.url ?? null, issued: card.dataDate, accessed: today },
    ...card.sources.map((source, index) => ({
      key: `${keyOf(card.id)}-${index + 1}`, title: source.title, container: hostOf(source.url), url: source.url, issued: null, accessed: today,
    })),
  ];
};

const bibtexEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '_': '\\_', '%': '\\%',
  '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};
const escapeBibtex = (text: string): string => text.replace(/[\\{}$&#_%~^]/g, (sign) => bibtexEscapes[sign] ?? sign);
/** Inside `url = {}` only braces and the backslash would end or change the field; percent signs stay as they are. */
const escapeBibtexUrl = (url: string): string => url.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
const escapeMarkdownUrl = (url: string): string => url.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const toBibtex = ({ key, title, container, url, issued, accessed }: Item): string => [
  `@misc{${key},`,
  `  title = {{${escapeBibtex(title)}}},`,
  ...(container ? [`  howpublished = {${escapeBibtex(container)}},`] : []),
  ...(issued ? [`  year = {${issued.slice(0, 4)}},`] : []),
  ...(url ? [`  url = {${escapeBibtexUrl(url)}},`] : []),
  `  urldate = {${accessed}}`,
  '}',
].join('\n');

const dateParts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });
const toCsl = ({ key, title, container, url, issued, accessed }: Item) => ({
  id: key,
  type: 'webpage',
  title,
  ...(container ? { 'container-title': container } : {}),
  ...(url ? { URL: url } : {}),
  ...(issued ? { issued: dateParts(issued) } : {}),
  accessed: dateParts(accessed),
});

/**
 * The citation of one card.
 * @param today the reader's day, `YYYY-MM-DD`: when it was retrieved.
 */
export const cite = (card: Citable, format: CitationFormat, today: string): string => {
  const items = itemsOf(card, today);
  const [record, ...sources] = items as [Item, ...Item[]];
  switch (format) {
    case 'plain':
      return [
        `${record.title}. ${record.container}.${record.url ? ` ${record.url}` : ''} Retrieved ${today}.`,
        ...sources.map((source, index) => `[${index + 1}] ${source.title}, ${source.container}. ${source.url}`),
      ].join('\n');
    case 'markdown': {
      const title = escapeMarkdown(record.title);
      return [
        `${record.url ? `[${title}](${escapeMarkdownUrl(record.url)})` : title}. ${escapeMarkdown(record.container ?? '')}. Retrieved ${today}.`,
        ...(sources.length > 0 ? [''] : []),
        ...sources.map((source, index) => `${index + 1}. [${escapeMarkdown(source.title)}](${escapeMarkdownUrl(source.url ?? '')}), ${escapeMarkdown(source.container ?? '')}`),
      ].join('\n');
    }
    case 'bibtex':
      return items.map(toBibtex).join('\n\n');
    case 'csl':
      return JSON.stringify(items.map(toCsl), null, 2);
  }
};
