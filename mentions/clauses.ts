/**
 * What a text says around the names: which provision of which act, and what it claims of a model's openness. Kept apart
 * from the reader because its words are many: a page gets it only when it names a model or cites a provision.
 */
import { findClaims } from './claims.ts';
import { findProvisions } from './provisions.ts';

export interface Clauses {
  readonly findProvisions: typeof findProvisions;
  readonly findClaims: typeof findClaims;
}

export const clauses: Clauses = { findProvisions, findClaims };
