/** A record in a few spoken words: name, kind, verdict. Said once when a reader goes from mention to mention by keyboard. */
import type { Card } from '../glossary/card.ts';
import { lawOn } from '../openness/law-on-day.ts';
import { word, type T } from './text.ts';

/** @param today the reader's day, `YYYY-MM-DD`: a law's state is that of the day. */
export const describeCard = (t: T, card: Card, today: string): string => {
  const tier = card.model?.tier.tier ?? card.family?.spread.common;
  const state = card.law ? lawOn(today, card.law).state : null;
  const verdict = tier ? word(t, 'tier', tier) : card.family ? t('family_differs') : state ? word(t, 'law_state', state) : null;
  const kind = card.law?.provisionType ? word(t, 'provision_type', card.law.provisionType) : card.family ? t('model_family') : word(t, 'kind', card.kind);
  return [card.name, kind, ...(verdict ? [verdict] : [])].join(', ');
};
