/**
 * Which licence a component of a release is under. Called by every judgement that asks about a licence, so that all
 * resolve it the same way: the component's own, then the release's for its content type, then the one for all of it.
 * The order is the Model Openness Framework's (resolveLicense in ModelEvaluator.php, model_openness_tool), in which
 * weights are data. It does not judge the licence.
 */
import { components, type ComponentId } from '../data/schema/lists.ts';
import type { Release } from '../data/schema/record.ts';
import type { FactRef } from './types.ts';

/** A licence's id, and the fact that names it. */
export interface ResolvedLicence {
  readonly id: string;
  readonly fact: FactRef;
}

/** The licence of a component, released or not; `null` where no fact names one. */
export const resolveLicence = (release: Release, component: ComponentId): ResolvedLicence | null => {
  const own = release.components[component]?.licence;
  if (own != null) return { id: own, fact: { record: release.id, field: `components.${component}` } };
  for (const level of [components[component].type, 'distribution'] as const) {
    const licence = release.licences[level];
    if (licence != null) return { id: licence.value, fact: { record: release.id, field: `licences.${level}` } };
  }
  return null;
};
