/**
 * Where assessments of one model differ, and why: a line for the card under the assessments. Called by the compile step.
 * It explains a difference by what each scale asks (a licence, the training data, documents); it never says who is right,
 * and it never turns somebody else's verdict into ours.
 */
import type { OsaiDimension } from '../data/schema/lists.ts';
import type { Disagreement, MofVerdict, TierVerdict } from './types.ts';

export type Assessed =
  | { readonly by: 'mot'; readonly mof: MofVerdict; readonly asOf: string | null }
  | { readonly by: 'osai'; readonly score: number; readonly dimensions: Readonly<Record<OsaiDimension, 'open' | 'partial' | 'closed'>> }
  | { readonly by: 'osi'; readonly draft: string; readonly outcome: 'passed' | 'passed-with-other-terms' | 'did-not-pass' };

/** Half of all points of the index or more: read as "rather open" by anybody who sees the number alone. */
const highScore = 0.5;

/**
 * Differences, the most telling first. The scales, as their authors define them: the Model Openness Framework judges licences
 * of components and asks for documents from class III, for training data only in class I (arXiv 2403.13784); the European
 * Open Source AI Index gives twelve dimensions equal weight, licences one of them, training data two (osai-index.eu); the
 * OSI's validation tried drafts of its definition on a few systems and certifies nothing (https://opensource.org/ai/faq).
 */
export const findDisagreements = (tier: TierVerdict, mof: MofVerdict, assessments: readonly Assessed[]): readonly Disagreement[] => {
  const ofKind = <By extends Assessed['by']>(by: By): Extract<Assessed, { by: By }> | undefined =>
    assessments.find((each): each is Extract<Assessed, { by: By }> => each.by === by);
  const [mot, osai, osi] = [ofKind('mot'), ofKind('osai'), ofKind('osi')];
  const isOpen = tier.tier === 'open-source' || tier.tier === 'open-weights';
  const found: Disagreement[] = [];

  if (osi?.outcome === 'passed' && tier.tier !== 'open-source') found.push({ reason: 'osi-passed-a-draft', args: { draft: osi.draft, tier: tier.tier } });
  if (osi !== undefined && osi.outcome !== 'passed' && tier.tier === 'open-source') {
    found.push({ reason: 'osi-did-not-pass-a-draft', args: { draft: osi.draft, tier: tier.tier } });
  }
  const lacksData = osai !== undefined && osai.dimensions.datasources_basemodel !== 'open';
  const motClass = mot?.mof.class ?? null;
  if (lacksData && motClass !== null && motClass !== 'I') found.push({ reason: 'mof-without-data', args: { class: motClass } });
  else if (lacksData && (isOpen || motClass === 'I')) found.push({ reason: 'osai-counts-data', args: { score: String(osai.score), tier: tier.tier } });
  if (osai !== undefined && tier.tier === 'restricted-weights' && osai.score >= highScore) {
    found.push({ reason: 'osai-outweighs-licence', args: { score: String(osai.score), ...(tier.args?.licence === undefined ? {} : { licence: tier.args.licence }) } });
  }
  const weights = osai?.dimensions.weights_endmodel;
  if ((isOpen && weights === 'closed') || (tier.tier === 'closed' && weights === 'open')) {
    found.push({ reason: 'osai-reads-weights-otherwise', args: { tier: tier.tier } });
  }
  if (mot !== undefined && motClass === null && isOpen) found.push({ reason: 'mof-needs-documents', args: { tier: tier.tier } });
  if (mot !== undefined && mof.class !== motClass && mof.unknown.length === 0) {
    found.push({ reason: 'mof-of-another-date', args: { class: motClass ?? '', other: mof.class ?? '', ...(mot.asOf === null ? {} : { date: mot.asOf }) } });
  }
  return found;
};
