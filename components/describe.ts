/**
 * A record in a few spoken words: name, kind, verdict. Said once when a reader goes from mention to mention by keyboard, on our own
 * pages and in the script of every page that names something: so it asks for words by their keys and imports no view.
 */
import type { Card } from '../glossary/card.ts';
import { lawOn } from '../openness/law-on-day.ts';

const kindOf = (card: Card): string =>
  card.law?.provisionType ? `provision_type_${card.law.provisionType}` : card.family ? 'model_family' : `kind_${card.kind}`;

const verdictOf = ({ model, family, licence, law }: Card, today: string): string | null => {
  const tier = model?.tier.tier ?? family?.spread.common;
  if (tier) return `tier_${tier}`;
  if (family) return 'family_differs';
  if (licence) {
    const answers = Object.values(licence.open);
    if (answers.every((open) => open === true)) return 'licence_open_all';
    return answers.includes(true) ? 'access_partly' : answers.includes(false) ? 'licence_not_open' : null;
  }
  const state = law ? lawOn(today, law).state : null;
  return state === null ? null : `law_state_${state}`;
};

/**
 * @param say gives the message of a key.
 * @param today the reader's day, `YYYY-MM-DD`: a law's state is that of the day.
 */
export const describeCard = (say: (key: string) => string, card: Card, today: string): string => {
  const verdict = verdictOf(card, today);
  return [card.name, ...[kindOf(card), ...(verdict ? [verdict] : [])].map((key) => say(key.replaceAll('-', '_')))].join(', ');
};
