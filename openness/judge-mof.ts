/**
 * The Model Openness Framework class of a model, with progress, by the rules that the Model Openness Tool runs. Called by
 * the compile step (for a release's own facts and for the tool's record of it) and by tools/mof.ts. Exactness is the
 * point: where upstream's code and the framework's paper differ, the code is followed, and docs/judgement.md says where.
 * Imports a large licence table, so nothing that runs in a page imports this.
 */
import {
  componentIds, components, contentTypes, type ComponentId, type ContentType, type MofClass,
} from '../data/schema/lists.ts';
import type { MotAssessment, Release } from '../data/schema/record.ts';
import { isMadeFor, isOpenForMof, spdxOf } from './mof-licences.ts';
import type { MofInput, MofVerdict } from './types.ts';

/** Classes from the widest to the narrowest; each includes the requirements of those before it. */
const ladder = ['III', 'II', 'I'] as const satisfies readonly MofClass[];

const requiredUpTo = (last: MofClass): readonly ComponentId[] =>
  componentIds.filter((id) => components[id].required && ladder.indexOf(components[id].class) <= ladder.indexOf(last));

/**
 * The licence that a component counts as being under; `null` for none. A component's own licence, even an empty text or
 * "unlicensed", ends the search; then comes its content type's, then the distribution's.
 * Source: resolveLicense in ModelEvaluator.php.
 */
const licenceOf = (input: MofInput, id: ComponentId): string | null => {
  const own = input.components[id]?.licence ?? null;
  if (own !== null) return own === '' ? null : own;
  return input.licences[components[id].type] || input.licences.distribution || null;
};

/**
 * Class and progress.
 *
 * A component counts where it is listed and its licence is on the tool's list of open licences; an open licence made for
 * another content type counts too, with a warning (`conditional`). Class III needs 6 components, II 10, I 14, each with those
 * of the class below. Progress is the share that counts, and 0 while the class below is incomplete. Where the technical
 * report does not count and a research paper is listed, the report is not asked for: an open paper stands in for it in
 * classes III and II, and class I then needs 13. The class is the best one with full progress.
 *
 * Sources: Model Openness Framework 1.0, arXiv 2403.13784; https://github.com/lfai/model_openness_tool,
 * web/modules/mof/src/ModelEvaluator.php (evaluate, getProgress, getClassification, handleTechnicalReportOmission) and
 * web/modules/mof/config/install/mof.settings.yml (the components).
 */
export const judgeMof = (input: MofInput): MofVerdict => {
  const isListed = (id: ComponentId): boolean => input.components[id] !== undefined;
  const isOpen = (id: ComponentId): boolean => {
    if (!isListed(id)) return false;
    const licence = licenceOf(input, id);
    return licence !== null && isOpenForMof(licence);
  };
  const paperStandsIn = isOpen('research-paper') && !isOpen('technical-report');

  const progress = { I: 0, II: 0, III: 0 };
  let reached: MofClass | null = null;
  for (const mofClass of ladder) {
    const required = requiredUpTo(mofClass);
    const counted = required.filter(isOpen).length + (paperStandsIn && mofClass !== 'I' ? 1 : 0);
    const asked = required.length - (paperStandsIn && mofClass === 'I' ? 1 : 0);
    progress[mofClass] = Math.min((counted / asked) * 100, 100);
    if (counted < asked) break;
    reached = mofClass;
  }

  const next = reached === null ? 'III' : reached === 'III' ? 'II' : 'I';
  // A listed paper takes the report's place; a report that is listed too stays as another way, unless the paper suffices.
  const paperTakesPlace = isListed('research-paper') && !isOpen('technical-report');
  const isReportAsked = !paperTakesPlace || (isListed('technical-report') && !isOpen('research-paper'));
  const asked = requiredUpTo(next).filter((id) => id !== 'technical-report' || isReportAsked);
  const lacking = [...new Set([...asked, ...(paperTakesPlace ? ['research-paper' as const] : [])])].filter((id) => !isOpen(id));
  const unknown = new Set(input.unknown);
  return {
    class: reached,
    progress,
    missing: lacking.filter((id) => !isListed(id) && !unknown.has(id)),
    notOpen: lacking.filter(isListed),
    unknown: lacking.filter((id) => !isListed(id) && unknown.has(id)),
    conditional: componentIds.filter((id) => isOpen(id) && !isMadeFor(licenceOf(input, id)!, components[id].type)),
  };
};

/**
 * A release's own facts as the rules take them. A component of which only a part is released is not listed: the framework
 * asks for the whole of it. Licence ids become SPDX ids where the tool knows them.
 */
export const mofInputOf = (release: Release): MofInput => {
  const listed = componentIds.filter((id) => release.components[id]?.value === 'released');
  const licences = Object.fromEntries(
    (['distribution', ...contentTypes] as const).flatMap((level) => {
      const fact = release.licences[level];
      return fact == null ? [] : [[level, spdxOf(fact.value)]];
    }),
  ) as Partial<Record<'distribution' | ContentType, string>>;
  return {
    components: Object.fromEntries(listed.map((id) => {
      const own = release.components[id]?.licence ?? null;
      return [id, { licence: own === null ? null : spdxOf(own) }];
    })),
    unknown: componentIds.filter((id) => release.components[id] == null),
    licences,
  };
};

/** The tool's record of a model as the rules take it: nothing in it is unknown, what is not listed is not released. */
export const mofInputOfMot = ({ components: listed, licences }: MotAssessment): MofInput => ({
  components: Object.fromEntries(Object.entries(listed).map(([id, licence]) => [id, { licence }])),
  licences: Object.fromEntries(Object.entries(licences).filter(([, licence]) => licence !== undefined)),
});
