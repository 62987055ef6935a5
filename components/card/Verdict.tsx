/** The verdict in words, first on every card: how open a model is, what a licence allows, what the law's state is today. */
import { proofKey } from '../../glossary/card.ts';
import { licenceTargets, type LicenceVerdict, type Tier, type TierReason } from '../../openness/types.ts';
import { doorOf, toneOf, type Tone } from '../icons.tsx';
import { asSentence, formatList, word } from '../text.ts';
import { useT } from '../words.tsx';
import { LawSteps, LawVerdict } from './Law.tsx';
import { Prose, Refs, useCard } from './parts.tsx';
import { explainTier } from './reasons.ts';
import { licenceTone } from './Licence.tsx';

const tierSentences = {
  'open-source': 'tier_open_source_means', 'open-weights': 'tier_open_weights_means', 'restricted-weights': 'tier_restricted_weights_means',
  'closed': 'tier_closed_means', 'unknown': 'tier_unknown_means',
} as const satisfies Record<Tier, string>;

/** Steps of the rule that say more than the tier's own sentence. */
const adds: readonly TierReason[] = [
  'weights-restricted', 'weights-unknown', 'weights-partly', 'licence-unknown', 'licence-not-recorded', 'licence-not-reviewed', 'licence-contradictory', 'not-yet-released',
];

/** A verdict's headline and sentence. */
const Line = ({ tone, head, children }: { tone: Tone; head: string; children?: preact.ComponentChildren }) => (
  <div class={`verdict tone-${tone}`}>
    <p class="verdict-words">{head}</p>
    {children}
  </div>
);

const LicenceLine = ({ verdict }: { verdict: LicenceVerdict }) => {
  const t = useT();
  const { card } = useCard();
  const open = licenceTargets.filter((target) => verdict.open[target] === true);
  const closed = licenceTargets.filter((target) => verdict.open[target] === false);
  const head = open.length === licenceTargets.length ? t('licence_open_all')
    : open.length > 0 ? t('licence_open_for', formatList(t, open.map((target) => word(t, 'target', target))))
      : closed.length > 0 ? t('licence_not_open') : t('licence_open_unknown');
  return (
    <Line tone={licenceTone(verdict)} head={head}>
      {verdict.reasons.length > 0 && (
        <p>
          {asSentence(t, formatList(t, verdict.reasons.map(({ reason }) => word(t, 'licence_reason', reason))))}
          <Refs of={verdict.reasons.flatMap(({ facts }) => facts).map((fact) => card.proofs[proofKey(fact)] ?? null)} />
        </p>
      )}
      {verdict.excludesEu === true && <p class="flag">{t('licence_excludes_eu')}</p>}
    </Line>
  );
};

/** The tone of a whole card. */
export const useTone = (): Tone => {
  const { card } = useCard();
  if (card.model) return doorOf(card.model.tier.tier);
  if (card.family) return card.family.spread.common ? doorOf(card.family.spread.common) : 'plain';
  if (card.licence) return licenceTone(card.licence);
  return toneOf(card.kind);
};

/** `isReasonTold`: what stands below says why the weights are restricted. */
export const Verdict = ({ size, isReasonTold }: { size: 'glance' | 'full'; isReasonTold: boolean }) => {
  const t = useT();
  const { card } = useCard();
  const { model, family, licence } = card;
  const summary = card.summary && (
    <p class="summary"><Prose>{card.summary.text}</Prose><Refs of={[card.summary.from]} /></p>
  );
  if (model) {
    const { tier, because, args, gated } = model.tier;
    return (
      <>
        <Line tone={doorOf(tier)} head={word(t, 'tier', tier)}>
          <p>{t(tierSentences[tier])}{adds.includes(because) && !(because === 'weights-restricted' && isReasonTold) && <> {explainTier(t, because, args)}</>}</p>
          {gated && <p class="flag">{t('gated_note')}</p>}
          {size === 'glance' && model.licence?.verdict?.excludesEu === true && <p class="flag">{t('licence_excludes_eu')}</p>}
        </Line>
      </>
    );
  }
  if (family) {
    const { common } = family.spread;
    return (
      <>
        {common
          ? <Line tone={doorOf(common)} head={word(t, 'tier', common)}><p>{t('family_agrees', family.releases.length)}</p></Line>
          : <Line tone="plain" head={t(family.releases.length === 0 ? 'family_empty' : 'family_differs')} />}
        {summary}
      </>
    );
  }
  if (licence) return <><LicenceLine verdict={licence} />{summary}</>;
  if (card.law) return <><LawVerdict law={card.law} />{summary}<LawSteps law={card.law} size={size} /></>;
  return summary ?? <p class="summary not-known">{t('summary_unknown')}</p>;
};
