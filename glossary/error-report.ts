/** A filled report of an error in a record, for a reader to send as they like. English, as the project's tracker is. */
import type { Card, CardFact } from './card.ts';

export interface ErrorReportOptions {
  /** The fact in doubt; absent for the record as a whole. */
  readonly fact?: CardFact;
  /** Version of the extension. */
  readonly version: string;
}

const valueText = (value: CardFact['value']): string => {
  if (value === null) return 'not known';
  switch (value.type) {
    case 'text': return value.text;
    case 'date': return value.date;
    case 'countries': return value.codes.join(', ');
    case 'link': return value.to.map(({ name }) => name).join(', ');
    case 'yes-no': return `${value.yes ? 'yes' : 'no'}${value.detail ? `: ${value.detail}` : ''}`;
    case 'list': return value.items.join(', ');
    case 'words': return value.ids.join(', ');
    case 'flop': return `${value.flop} FLOP (${value.bound})`;
  }
};

/** The report as lines of text, with blanks for what only the reader knows. */
export const writeErrorReport = (card: Card, { fact, version }: ErrorReportOptions): string => {
  const source = fact?.from ? card.sources[fact.from[0]] : undefined;
  return [
    `Record: ${card.id} (${card.name})`,
    ...(fact ? [`Fact: ${fact.field} = ${valueText(fact.value)}`] : []),
    ...(source && fact?.from ? [`Source: ${source.url} (checked ${fact.from[2]})`] : []),
    `Data of: ${card.dataDate}`,
    ...(version ? [`Ajar: ${version}`] : []),
    'What is wrong: ',
    'A source that says so: ',
  ].join('\n');
};
