/**
 * What it takes to understand the text around a name: which sense an everyday word has, which provision of which act is cited, what is
 * claimed of a model's openness. Kept apart from the reader's scan because its words and rules are many: a page gets it only when
 * the scan has found something that may be a name.
 */
import { chooseOption, explainRun } from './choose.ts';
import { findClaims } from './claims.ts';
import { makeOwnFinder } from './own-names.ts';
import { findProvisions } from './provisions.ts';
import { findCues } from './sense.ts';
import { weighRun } from './weigh.ts';

export interface Clauses {
  readonly weighRun: typeof weighRun;
  readonly chooseOption: typeof chooseOption;
  readonly explainRun: typeof explainRun;
  readonly findCues: typeof findCues;
  readonly findProvisions: typeof findProvisions;
  readonly findClaims: typeof findClaims;
  readonly makeOwnFinder: typeof makeOwnFinder;
}

export const clauses: Clauses = { weighRun, chooseOption, explainRun, findCues, findProvisions, findClaims, makeOwnFinder };
