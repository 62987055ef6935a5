/** One value of a fact, in the reader's language where it is a word of a closed list, a date, a number or a country. */
import type { CardFact, CardValue } from '../../glossary/card.ts';
import { formatCountry, inSentence, word, type T } from '../text.ts';
import { useT } from '../words.tsx';
import { formatFlop } from './reasons.ts';
import { doorOf } from '../icons.tsx';
import { Joined, Name, Prose, RecordLink, Refs, Time } from './parts.tsx';

/** The words of a value's closed list. */
const wordsOf = (t: T, value: Extract<CardValue, { type: 'words' }>): string[] =>
  value.ids.map((id) => {
    switch (value.list) {
      case 'made-for': return word(t, 'target', id as Parameters<typeof word<'target'>>[2]);
      case 'law-state': return word(t, 'law_state', id as Parameters<typeof word<'law_state'>>[2]);
      case 'organisation-type': return word(t, 'organisation_type', id as Parameters<typeof word<'organisation_type'>>[2]);
      case 'extent': return word(t, 'extent', id as Parameters<typeof word<'extent'>>[2]);
      case 'modality': return word(t, 'modality', id as Parameters<typeof word<'modality'>>[2]);
      case 'instrument': return word(t, 'instrument', id as Parameters<typeof word<'instrument'>>[2]);
      case 'access': return word(t, 'access', id as Parameters<typeof word<'access'>>[2]);
    }
  });

const bounds = { 'exact': 'flop_exact', 'at-least': 'flop_at_least', 'at-most': 'flop_at_most', 'estimate': 'flop_estimate' } as const;

export const Value = ({ value }: { value: CardValue | null }) => {
  const t = useT();
  if (value === null) return <span class="not-known">{t('not_known')}</span>;
  switch (value.type) {
    case 'text': return <Prose>{value.text}</Prose>;
    case 'date': return <Time date={value.date} />;
    case 'countries': return <>{value.codes.map((code) => formatCountry(t, code)).join(', ')}</>;
    case 'link': return <Joined items={value.to.map((to) => <><RecordLink to={to} />{to.tier && <>{' '}<span class={`link-tier tone-${doorOf(to.tier)}`}>({inSentence(t, word(t, 'tier', to.tier))})</span></>}</>)} />;
    case 'yes-no': return <>{t(value.yes ? 'yes' : 'no')}{value.detail && <><br /><span class="detail"><Prose>{value.detail}</Prose></span></>}</>;
    case 'list': return <Joined items={value.items.map((item) => <Name>{item}</Name>)} />;
    case 'words': return <>{wordsOf(t, value).join(', ')}</>;
    case 'flop': return <>{t(bounds[value.bound], formatFlop(t, value.flop))}</>;
  }
};

/** A text of more than two lines gets the whole width. */
const longText = 72;
const isLong = (value: CardValue | null): boolean => value?.type === 'text' && value.text.length > longText;

/** A row of a list of facts. */
export const FactRow = ({ fact }: { fact: CardFact }) => {
  const t = useT();
  return (
    <div class={isLong(fact.value) ? 'row long' : 'row'}>
      <dt>{word(t, 'field', fact.field)}</dt>
      <dd><Value value={fact.value} /><Refs of={[fact.from]} /></dd>
    </div>
  );
};
