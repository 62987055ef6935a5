/** Why a tier, and how far the published facts meet each condition: every step with its fact and source. */
import type { ComponentId } from '../../data/schema/lists.ts';
import type { Condition, ExemptionVerdict, Met, MofVerdict, TierVerdict } from '../../openness/types.ts';
import { formatList, inSentence, stop, word, type T } from '../text.ts';
import { useT } from '../words.tsx';
import { FactRefs, Fold, Section } from './parts.tsx';
import { explainCondition, explainTier } from './reasons.ts';

const signs = { 'met': '✓', 'not-met': '✕', 'unknown': '?' } as const satisfies Record<Met, string>;

/** A condition's name, outcome, reason and facts. */
const Conditions = <Id extends string>({ list, nameOf }: { list: readonly Condition<Id>[]; nameOf: (id: Id) => string }) => {
  const t = useT();
  return (
    <ul class="conditions">
      {list.map((condition) => (
        <li class={`condition ${condition.met}`}>
          <span class="condition-sign" aria-hidden="true">{signs[condition.met]}</span>
          <div>
            <p><b>{nameOf(condition.id)}</b>{stop(t, ':')}<span class="condition-met">{word(t, 'met', condition.met)}</span></p>
            <p class="condition-why">{explainCondition(t, condition.reason, condition.args)} <FactRefs facts={condition.facts} /></p>
          </div>
        </li>
      ))}
    </ul>
  );
};

/** How many conditions of our reading of OSAID are met: "2 of 3 conditions, 1 not known". */
export const countConditions = (t: T, conditions: readonly Condition[]): string => {
  const unknown = conditions.filter(({ met }) => met === 'unknown').length;
  const counted = t('conditions_met', String(conditions.filter(({ met }) => met === 'met').length), String(conditions.length));
  return unknown > 0 ? `${counted}, ${t('n_not_known', unknown)}` : counted;
};

export const WhyTier = ({ verdict }: { verdict: TierVerdict }) => {
  const t = useT();
  return (
    <Section title={t('why_title', word(t, 'tier', verdict.tier))} class="why">
      <p>{explainTier(t, verdict.because, verdict.args)} <FactRefs facts={verdict.facts} /></p>
      <h4>{t('osaid_title')}</h4>
      <p class="note">{t('osaid_note')}</p>
      <Conditions list={verdict.osaid} nameOf={(id) => word(t, 'osaid', id)} />
    </Section>
  );
};

/** The class of the Model Openness Framework in one line, with what the next one lacks; at most `most` names of each. */
export const mofLine = (t: T, mof: MofVerdict, most = 2): string => {
  const listed = (key: 'mof_lacks' | 'mof_not_open', ids: readonly ComponentId[]): string[] => {
    const names = ids.map((id) => inSentence(t, word(t, 'component', id)));
    const shown = names.length > most ? [...names.slice(0, most), t('n_more', names.length - most)] : names;
    return shown.length > 0 ? [t(key, formatList(t, shown))] : [];
  };
  return [
    mof.class ? t('mof_class', mof.class) : t('mof_none'),
    ...listed('mof_lacks', mof.missing), ...listed('mof_not_open', mof.notOpen),
    ...(mof.unknown.length > 0 ? [t('n_not_known', mof.unknown.length)] : []),
  ].join(stop(t, ';'));
};

/** Never a bare yes: "Published facts meet 2 of 5 open-source conditions, 2 not known". */
export const countExemption = (t: T, { met, of, unknown }: ExemptionVerdict): string => {
  const counted = t('exemption_count', String(met), String(of));
  return unknown > 0 ? `${counted}, ${t('n_not_known', unknown)}` : counted;
};

export const ExemptionPart = ({ verdict }: { verdict: ExemptionVerdict }) => {
  const t = useT();
  return (
    <Fold title={t('exemption_title')} class="exemption" outcome={countExemption(t, verdict)}>
      <Conditions list={verdict.conditions} nameOf={(id) => word(t, 'exemption', id)} />
      {verdict.stillDue.length > 0 && <p>{t('exemption_still_due', formatList(t, verdict.stillDue.map((duty) => word(t, 'duty', duty))))}</p>}
      {verdict.lifted.length > 0 && <p>{t('exemption_lifted', formatList(t, verdict.lifted.map((duty) => word(t, 'duty', duty))))}</p>}
      <p class="note">{t('no_legal_advice')}</p>
    </Fold>
  );
};
