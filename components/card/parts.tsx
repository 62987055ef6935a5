/**
 * What all parts of a card share: the card at hand, numbered sources, prose, names and links to other records.
 *
 * A fact's number is its source's place in the card's own list, so the same source has the same number everywhere on
 * the card, and a fact whose source was read long ago says so beside its number.
 */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { componentIds, type ComponentId } from '../../data/schema/lists.ts';
import { cardFields, proofKey, type Card, type CardField, type CardLink, type CardProvenance } from '../../glossary/card.ts';
import { ageOf } from '../../openness/age.ts';
import type { FactRef } from '../../openness/types.ts';
import { useT } from '../words.tsx';
import { formatDate, stop, word } from '../text.ts';

export interface CardScope {
  readonly card: Card;
  /** The reader's own day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Shows another record; links between records are plain text where it is absent. */
  readonly onOpen?: ((id: string) => void) | undefined;
}
export const Scope = createContext<CardScope | null>(null);
export const useCard = (): CardScope => {
  const scope = useContext(Scope);
  if (scope === null) throw new Error('part of a card outside a card');
  return scope;
};

/** The host of an address, as a reader knows it. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** A link out of the browser's extension: a new tab that knows nothing of where it came from. */
export const Out = ({ href, label, children }: { href: string; label?: string; children: ComponentChildren }) => (
  <a href={href} target="_blank" rel="noopener noreferrer" {...(label ? { 'aria-label': label } : {})}>{children}</a>
);

/** Text that a record holds: English, whatever the interface speaks. */
export const Prose = ({ children }: { children: string }) => <span lang="en" dir="ltr">{children}</span>;

/** A name, which is the same in every language. */
export const Name = ({ children }: { children: string }) => <bdi translate={false}>{children}</bdi>;

export const Time = ({ date, month = 'long' }: { date: string; month?: 'long' | 'short' }) => (
  <time dateTime={date}>{formatDate(useT(), date, month)}</time>
);

/** Numbers of the sources of some facts, each once, in the card's order. */
export const Refs = ({ of }: { of: readonly (CardProvenance | null)[] }) => {
  const t = useT();
  const { card, today } = useCard();
  const known = of.filter((from) => from !== null);
  const numbers = [...new Set(known.map(([source]) => source))].sort((a, b) => a - b);
  const oldest = known.map(([, , checked]) => checked).sort()[0];
  if (numbers.length === 0) return null;
  return (
    <>
      {numbers.map((index) => {
        const source = card.sources[index];
        return source && (
          <sup class="ref">
            <a class="source-ref" href={source.url} target="_blank" rel="noopener noreferrer" title={`${source.title} (${hostOf(source.url)})`}
              aria-label={t('source_ref', String(index + 1), source.title)}>{index + 1}</a>
          </sup>
        );
      })}
      {oldest && ageOf(oldest, today).isStale && <>{' '}<span class="stale">{t('checked_on', formatDate(t, oldest, 'short'))}</span></>}
    </>
  );
};

/**
 * Another record by its name: a link where it can be shown, else its name. It has no address, which a page would see and the browser
 * might follow; a button is no choice, for its words do not wrap with the sentence they stand in.
 */
export const RecordLink = ({ to }: { to: CardLink }) => {
  const { onOpen } = useCard();
  const { id } = to;
  return id !== undefined && onOpen
    ? (
      <a class="record-link" role="link" tabIndex={0} onClick={() => onOpen(id)} onKeyDown={(event) => { if (event.key === 'Enter') onOpen(id); }}>
        <Name>{to.name}</Name>
      </a>
    )
    : <Name>{to.name}</Name>;
};

/** A message whose `$1`, `$2` are elements: the order of its words stays the language's own. */
export const Filled = ({ text, parts }: { text: (marks: readonly string[]) => string; parts: readonly ComponentChildren[] }) => {
  const marks = parts.map((_, index) => String.fromCharCode(0xe000 + index));
  return <>{text(marks).split(/([\ue000-\ue00f])/).map((piece) => (marks.includes(piece) ? parts[marks.indexOf(piece)] : piece))}</>;
};

/** Items with something between them, so that they wrap well. */
export const Joined = ({ items, by = ', ' }: { items: readonly ComponentChildren[]; by?: string }) => (
  <>{items.map((item, index) => <>{index > 0 && by}{item}</>)}</>
);

/** What a press brought: it comes into view, where the card has to scroll. */
export const Shown = ({ children }: { children: ComponentChildren }) => {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' }), []);
  return <div ref={root}>{children}</div>;
};

export const Section = ({ title, children, class: name }: { title: string; children: ComponentChildren; class?: string }) => (
  <section class={name ? `part ${name}` : 'part'}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** A section that shows its outcome and opens to its detail. */
export const Fold = ({ title, outcome, children, class: name }: { title: string; outcome: ComponentChildren; children: ComponentChildren; class?: string }) => (
  <details class={name ? `part ${name}` : 'part'}>
    <summary><h3>{title}</h3><span class="outcome">{outcome}</span></summary>
    {children}
  </details>
);

const fieldNames: Readonly<Record<string, CardField>> = {
  'licences.distribution': 'licence', 'licences.code': 'licence-code', 'licences.data': 'licence-data', 'licences.document': 'licence-document',
};
const toField = (field: string): CardField | null => {
  const name = fieldNames[field] ?? field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return cardFields.find((known) => known === name) ?? null;
};
const toComponent = (field: string): ComponentId | null => {
  const name = field.startsWith('components.') ? field.split('.')[1] : undefined;
  return componentIds.find((known) => known === name) ?? null;
};

/** The facts that a verdict names, by their labels and sources, each once; another record's stand behind its name. */
export const FactRefs = ({ facts }: { facts: readonly FactRef[] }) => {
  const t = useT();
  const { card } = useCard();
  const byRecord = new Map<string, Map<string, FactRef>>();
  for (const ref of facts) {
    const component = toComponent(ref.field);
    const field = toField(ref.field);
    const label = component ? word(t, 'component', component) : field ? word(t, 'field', field) : null;
    if (label === null) continue;
    const labels = byRecord.get(ref.record) ?? new Map<string, FactRef>();
    byRecord.set(ref.record, labels.set(label, ref));
  }
  if (byRecord.size === 0) return null;
  return (
    <span class="fact-refs">
      {t('rests_on')}{' '}
      <Joined by={stop(t, ';')} items={[...byRecord].map(([record, labels]) => (
        <>
          {record !== card.id && <><Name>{nameOf(card, record)}</Name>{stop(t, ':')}</>}
          <Joined items={[...labels].map(([label, ref]) => <>{label}<Refs of={[card.proofs[proofKey(ref)] ?? null]} /></>)} />
        </>
      ))} />
    </span>
  );
};

/** The name of another record that the card refers to; its id where the card names it nowhere. */
const nameOf = (card: Card, id: string): string => {
  const links = [
    card.model?.licence?.link, card.parent, ...(card.model?.components.map(({ licence }) => licence) ?? []),
    ...card.facts.flatMap(({ value }) => (value?.type === 'link' ? value.to : [])),
  ];
  return links.find((link) => link?.id === id)?.name ?? id;
};
