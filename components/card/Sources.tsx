/** The numbered sources of a card: what each is, what day it speaks for, when it was read, and whether as a copy. */
import type { Card, CardProvenance } from '../../glossary/card.ts';
import { ageOf } from '../../openness/age.ts';
import { dot, formatDate, formatList, word } from '../text.ts';
import { useT } from '../words.tsx';
import { Name, Out, Section, hostOf, useCard } from './parts.tsx';

/** Every way in which the card knows something. */
const provenances = (card: Card): CardProvenance[] => [
  card.summary?.from, ...card.statements.map(({ from }) => from), ...card.facts.map(({ from }) => from),
  ...(card.model?.components.map(({ from }) => from) ?? []), ...(card.law?.dates.map(({ how }) => how) ?? []),
  ...(card.law?.amendments.map(({ how }) => how) ?? []), ...card.assessments.map(({ from }) => from), ...Object.values(card.proofs),
].filter((from) => from !== null && from !== undefined);

const unique = (items: readonly string[]): string[] => [...new Set(items)].sort();

export const Sources = () => {
  const t = useT();
  const { card, today } = useCard();
  const all = provenances(card);
  if (card.sources.length === 0) return <Section title={t('sources_title')}><p class="not-known">{t('sources_none')}</p></Section>;
  return (
    <Section title={t('sources_title')}>
      <ol class="sources">
        {card.sources.map((source, index) => {
          const uses = all.filter(([number]) => number === index);
          const asOf = unique(uses.flatMap(([, date]) => (date ? [date] : [])));
          const checked = unique(uses.map(([, , date]) => date));
          const oldest = checked[0];
          const newest = asOf.at(-1);
          const vias = [...new Set(uses.map(([, , , via]) => via))];
          return (
            <li>
              <Out href={source.url}><Name>{source.title}</Name></Out> <span class="host"><Name>{hostOf(source.url)}</Name></span>
              <span class="how">
                {newest ? t('as_of', formatDate(t, newest, 'short')) : t('as_of_unknown')}
                {oldest && <>{dot}<span class={ageOf(oldest, today).isStale ? 'stale' : undefined}>{t('checked_on', formatDate(t, oldest, 'short'))}</span></>}
                {vias.length > 0 && <>{dot}{formatList(t, vias.map((via) => word(t, 'via', via)))}</>}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
};
