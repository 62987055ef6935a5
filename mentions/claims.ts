/**
 * Finds what a run of text says of a model's openness. Called by the reader.
 */
import type { Claim, Mention } from './types.ts';

/** Claims in `text` about the models among `mentions`. */
export const findClaims = (_text: string, _mentions: readonly Mention[], _lang: string | undefined): Claim[] => [];
