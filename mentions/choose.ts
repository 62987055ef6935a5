/**
 * Chooses what a name that needs context means, if it means anything of ours, by what its run says (weigh.ts) and what the
 * rest of the page says. Called by the reader when a run is settled; every part of a sum can be printed.
 */
import { sensesOf, type Senses } from './cues.ts';
import type { Lexicon, LexiconRecord } from './lexicon.ts';
import { spelling } from './match.ts';
import type { CueHits } from './sense.ts';
import type { Evidence } from './types.ts';
import { weighRun, type Candidate, type Option } from './weigh.ts';

/** What the page as a whole says. */
export interface PageEvidence {
  /** Records and families that are surely named, and how often. */
  readonly named: ReadonlyMap<string, number>;
  /** Records that some run's own evidence settled as meant, and forms that it settled as not meant. */
  readonly meant: ReadonlyMap<string, number>;
  readonly notMeant: ReadonlyMap<string, number>;
  /** Sure names on AI. */
  readonly sureCount: number;
  readonly titleCues: CueHits;
  readonly headingCues: readonly { readonly cues: CueHits }[];
}

/** What was weighed for one candidate, for people: printed by `annotate --explain`. */
export interface Explanation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The record that was weighed. */
  readonly id: string;
  readonly accepted: boolean;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Counts of sure names on a page, and what each weighs. */
const aiSteps = [1, 3, 8] as const;
const aiWeights = [0, 0.75, 1.25, 1.75] as const;

/** What the page says for one reading of a name, beside its run. */
const scorePage = (option: Option, page: PageEvidence, lexicon: Lexicon, trace?: Evidence[]): number => {
  // What the option itself added to the count is no evidence for it.
  const itself = !option.entry.short && option.score >= 0 ? 1 : 0;
  const { entry } = option;
  const { record } = entry;
  let score = 0;
  let against = 0;
  const add = (weight: number, what: string): void => {
    if (weight > 0) score += weight;
    else against -= weight;
    if (weight !== 0) trace?.push({ says: weight > 0 ? 'for' : 'against', weight: Math.abs(weight), what });
  };
  const senses = sensesOf(lexicon);
  const profile = entry.profile === 0 ? undefined : senses.profile(entry.profile);
  const family = record.family ?? record.id;
  // Of an everyday word or a first name a page may well hold both senses.
  const faith = profile && ((profile.person && !profile.assistant) || profile.doubt >= 2) ? 0.4 : 0.9;
  if (page.named.has(family)) add(2.5 * faith, `${record.name} is surely named on the page`);
  if ((page.meant.get(family) ?? 0) > itself) add(2 * faith, 'the page means it elsewhere');
  else if (option.score < 0.5 && option.own < 5 && (page.notMeant.get(entry.text) ?? 0) > (option.score < 0 && option.against >= 2.5 ? 1 : 0)) add(-1.5, 'the page means something else elsewhere');
  if (entry.short) return page.named.has(family) || page.meant.has(family) ? 4 : -9;
  if (profile?.ai ?? true) {
    add(aiWeights[aiSteps.filter((step) => page.sureCount >= step).length]!, 'the page names AI systems');
  }
  if (profile) {
    add(weighHeading(senses, profile.ai, profile.cues, page.titleCues, 2), 'the title speaks for it');
    add(-weighHeading(senses, false, profile.against, page.titleCues, 2.5), 'the title speaks against it');
    let headings = 0;
    let headingsAgainst = 0;
    for (const { cues } of page.headingCues) {
      headings = Math.max(headings, weighHeading(senses, profile.ai, profile.cues, cues, 1.5));
      headingsAgainst = Math.max(headingsAgainst, weighHeading(senses, false, profile.against, cues, 1.5));
    }
    add(headings, 'a heading speaks for it');
    add(-headingsAgainst, 'a heading speaks against it');
  }
  const lower = (option.spelling & (spelling.lowerFirst | spelling.lower)) !== 0;
  let sum = Math.min(score, 3.5);
  // A sentence that says nothing of AI may speak of the bird, or of a child of that name.
  if ((faith < 0.5 || option.isBare) && option.here < 0.5) sum *= 0.25;
  // What stands near by counts more than what stands far.
  if (option.against >= 2.5) sum *= 0.2;
  if (lower && profile) sum *= 0.35;
  return sum - against;
};

const weighHeading = (senses: Senses, ai: boolean, groups: readonly number[], cues: CueHits, most: number): number => {
  let sum = 0;
  for (let i = 0; i < cues.length; i += 3) {
    const set = senses.groupsOf(cues[i + 2]!);
    for (let s = 0; s < set.length; s += 2) if ((ai && set[s] === 0) || groups.includes(set[s]!)) sum += set[s + 1]! / 10;
  }
  return Math.min(sum, most);
};

const isNamedForMaker = ({ name, makerRecord }: LexiconRecord): boolean => makerRecord !== undefined && name.startsWith(`${makerRecord.name} `);

/** The option that stands, by all evidence, or none. */
export const chooseOption = (candidate: Candidate, page: PageEvidence, lexicon: Lexicon): Option | undefined => {
  const { options } = candidate;
  if (options.length === 1 && options[0]!.sure) return options[0];
  let best: Option | undefined;
  let bestScore = -Infinity;
  for (const option of options) {
    const score = option.sure ? Math.max(1, option.score) : option.score + scorePage(option, page, lexicon);
    // Of two that are as likely, the one that bears its maker's name: "Copilot" beside "Microsoft".
    if (score >= 0 && (score > bestScore || (score === bestScore && isNamedForMaker(option.entry.record)))) {
      best = option;
      bestScore = score;
    }
  }
  if (best && options.length > 1) {
    // A maker and its model of one name: it is one of them, and the form's own words tell which; failing that, the model.
    const model = options.find(({ entry }) => entry.record.kind === 'model');
    const company = options.find(({ entry }) => entry.record.kind === 'company');
    if (model && company && (best === model || best === company)) return company.role > model.role + 0.3 ? company : model;
  }
  return best;
};

/** What was weighed for every name of a run that needs context. */
export const explainRun = (
  run: { readonly text: string; readonly candidates: readonly Candidate[] }, page: PageEvidence, lexicon: Lexicon, lang: string | undefined,
): Explanation[] => {
  const traces = new Map<Option, Evidence[]>();
  weighRun(run.text, run.candidates, lexicon, lang, (option) => {
    const list: Evidence[] = [];
    traces.set(option, list);
    return list;
  });
  return run.candidates.flatMap((candidate) => {
    const chosen = chooseOption(candidate, page, lexicon);
    return candidate.options.map((option): Explanation => {
      const evidence = [...(traces.get(option) ?? [])];
      if (option.sure) evidence.push({ says: 'for', weight: 9, what: 'safe alone' });
      const score = option.sure ? 9 : option.score + scorePage(option, page, lexicon, evidence);
      return {
        start: candidate.start, end: candidate.end, text: run.text.slice(candidate.start, candidate.end), id: option.entry.record.id,
        accepted: option === chosen, score, evidence,
      };
    });
  });
};
