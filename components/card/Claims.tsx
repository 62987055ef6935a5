/**
 * What the page itself says of a model's openness, in its own words, and the finding in one neutral sentence.
 * The finding follows from our tier by a fixed table (openness/judge-claim.ts); a reported sentence is its speaker's.
 */
import { proofKey, type Card } from '../../glossary/card.ts';
import type { ClaimKind, ClaimVerdict, Tier } from '../../openness/types.ts';
import { capitalise, formatList, word, type MessageKey } from '../text.ts';
import { useT } from '../words.tsx';
import { Filled, Name, Refs, useCard } from './parts.tsx';

export interface JudgedClaim {
  /** The page's words. */
  readonly text: string;
  readonly claim: ClaimKind;
  readonly verdict: ClaimVerdict;
  readonly speaker?: string;
}

const tones = { 'supported': 'open', 'weights-only': 'ajar', 'contradicted': 'shut', 'unknown': 'unknown' } as const satisfies Record<ClaimVerdict, string>;

const tierOf = (card: Card): Tier => card.model?.tier.tier ?? card.family?.spread.common ?? 'unknown';

/** Who speaks, in the page's words, at the head of a sentence: "its maker" gets a capital, the name xAI keeps its own. */
export const Speaker = ({ name }: { name: string }) => {
  const t = useT();
  return <Name>{/^\p{Ll}+(?: |$)/u.test(name) ? capitalise(t, name) : name}</Name>;
};

/** The finding's key: by what is claimed and our tier; one sentence where either leaves it open. */
export const findingKey = (claim: ClaimKind, verdict: ClaimVerdict, tier: Tier): MessageKey =>
  (verdict === 'unknown' || tier === 'unknown' ? 'finding_unknown' : `finding_${claim}_${tier}`.replaceAll('-', '_')) as MessageKey;

/** Whether the first note of a card names its licence and the licence's limits: then nothing else at the top need say them again. */
export const claimNamesLicence = (card: Card, [first]: readonly JudgedClaim[]): boolean =>
  first !== undefined && first.verdict !== 'unknown' && tierOf(card) === 'restricted-weights' && (card.model?.licence ?? null) !== null;

const ClaimNote = ({ claim, namesLicence = false }: { claim: JudgedClaim; namesLicence?: boolean }) => {
  const t = useT();
  const { card } = useCard();
  const tier = tierOf(card);
  const quote = <q>{claim.text}</q>;
  const licence = card.model?.licence;
  const limits = licence?.verdict?.reasons.filter(({ reason }) => restrictions.includes(reason)) ?? [];
  return (
    <div class={`claim tone-${tones[claim.verdict]}`}>
      <p>
        {claim.speaker
          ? <Filled text={([speaker = '', text = '']) => t('claim_speaker_says', speaker, text)} parts={[<Speaker name={claim.speaker} />, quote]} />
          : <Filled text={([text = '']) => t('claim_page_says', text)} parts={[quote]} />}
        {' '}
        {t(findingKey(claim.claim, claim.verdict, tier))}
        {namesLicence && licence && (
          <>{' '}<Filled text={([name = '']) => limits.length > 0
            ? t('finding_licence_limits', name, formatList(t, limits.map(({ reason }) => word(t, 'licence_reason', reason))))
            : t('finding_licence', name)} parts={[<Name>{licence.link.name}</Name>]} /></>
        )}
        {card.model && claim.verdict !== 'unknown' && <Refs of={card.model.tier.facts.map((fact) => card.proofs[proofKey(fact)] ?? null)} />}
      </p>
    </div>
  );
};

const restrictions: readonly string[] = ['user-cap', 'field-of-use', 'non-commercial', 'territory', 'no-derivatives', 'no-redistribution'];

/** How many claims of a page a card quotes before the reader asks for the rest. */
const mostClaims = 2;

/** The page's claims, the same words of the same speaker once. */
export const ClaimNotes = ({ claims }: { claims: readonly JudgedClaim[] }) => {
  const t = useT();
  const { card } = useCard();
  const different = [...new Map(claims.map((claim) => [`${claim.speaker ?? ''}\n${claim.claim}\n${claim.text.toLowerCase()}`, claim])).values()];
  const rest = different.slice(mostClaims);
  return (
    <>
      {different.slice(0, mostClaims).map((claim, index) => <ClaimNote claim={claim} namesLicence={index === 0 && claimNamesLicence(card, claims)} />)}
      {rest.length > 0 && <details class="more-claims"><summary>{t('n_more', rest.length)}</summary>{rest.map((claim) => <ClaimNote claim={claim} />)}</details>}
    </>
  );
};
