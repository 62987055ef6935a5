/**
 * Sentences for the reasons that openness/ gives. Its reasons are ids with named values; the messages hold the values
 * as `{licence}`, `{components}` and so on, and this fills them in, each in the reader's language.
 */
import { mofClasses, type ComponentId } from '../../data/schema/lists.ts';
import type { ConditionReason, DisagreementReason, LicenceReason, PublishedPart, ReasonArgs, Tier, TierReason } from '../../openness/types.ts';
import { formatDate, formatList, formatNumber, inSentence, word, type MessageKey, type T } from '../text.ts';

const wordsFor: { readonly [K in keyof Required<ReasonArgs>]: (t: T, value: string) => string } = {
  licence: (_, value) => value,
  restriction: (t, value) => word(t, 'licence_reason', value as LicenceReason),
  components: (t, value) => formatList(t, value.split(' ').map((id) => inSentence(t, word(t, 'component', id as ComponentId)))),
  what: (t, value) => formatList(t, value.split(' ').map((id) => word(t, 'published_part', id as PublishedPart))),
  flop: (t, value) => formatFlop(t, Number(value)),
  met: (_, value) => value,
  unknown: (_, value) => value,
  of: (_, value) => value,
  date: (t, value) => formatDate(t, value),
  score: (t, value) => formatNumber(t, Number(value)),
  class: (t, value) => mofClassWords(t, value),
  other: (t, value) => mofClassWords(t, value),
  tier: (t, value) => word(t, 'tier', value as Tier),
  draft: (_, value) => value,
};

const mofClassWords = (t: T, value: string): string =>
  mofClasses.some((known) => known === value) ? t('mof_class', value) : t('mof_none');

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A count of operations as print writes it: 3.8 × 10²⁵ FLOP. */
export const formatFlop = (t: T, flop: number): string => {
  const power = Math.floor(Math.log10(flop) + 1e-9);
  const raised = [...String(power)].map((digit) => superscripts[Number(digit)] ?? digit).join('');
  return t('flop', `${formatNumber(t, flop / 10 ** power)} × 10${raised}`);
};

const fill = (t: T, text: string, args: ReasonArgs = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name as keyof ReasonArgs];
    return value === undefined ? whole : wordsFor[name as keyof ReasonArgs](t, value);
  });

type Snake<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : S;
type ReasonKey = `because_${Snake<TierReason>}` | `reason_${Snake<ConditionReason>}` | `disagreement_${Snake<DisagreementReason>}`;
/** A reason without a sentence does not compile. */
const complete: [Exclude<ReasonKey, MessageKey>] extends [never] ? true : Exclude<ReasonKey, MessageKey> = true;
void complete;

/** One sentence for the step that decided a tier. */
export const explainTier = (t: T, because: TierReason, args?: ReasonArgs): string =>
  fill(t, t(`because_${because.replaceAll('-', '_')}` as MessageKey), args);
/** One sentence for why a condition is met, not met or not known. */
export const explainCondition = (t: T, reason: ConditionReason, args?: ReasonArgs): string =>
  fill(t, t(`reason_${reason.replaceAll('-', '_')}` as MessageKey), args);
/** One sentence for why two assessments differ. */
export const explainDisagreement = (t: T, reason: DisagreementReason, args?: ReasonArgs): string =>
  fill(t, t(`disagreement_${reason.replaceAll('-', '_')}` as MessageKey), args);
