/**
 * Whether a page's words about a model's openness agree with its tier. Called by the card's view and the page report, so it
 * runs in a page and stays small. It judges the words against the tier and knows neither the words nor the model.
 */
import type { ClaimKind, ClaimVerdict, Tier } from './types.ts';

/**
 * The table of docs/judgement.md. "Closed" said of restricted weights is unknown: the terms are not open, yet the weights
 * can be had. "Open source" is measured by OSAID 1.0, "open weights" by whether the final weights can be downloaded.
 */
const table: Readonly<Record<ClaimKind, Readonly<Record<Tier, ClaimVerdict>>>> = {
  'open-source': {
    'open-source': 'supported', 'open-weights': 'weights-only', 'restricted-weights': 'contradicted', 'closed': 'contradicted', 'unknown': 'unknown',
  },
  'open-weights': {
    'open-source': 'supported', 'open-weights': 'supported', 'restricted-weights': 'supported', 'closed': 'contradicted', 'unknown': 'unknown',
  },
  'closed': {
    'open-source': 'contradicted', 'open-weights': 'contradicted', 'restricted-weights': 'unknown', 'closed': 'supported', 'unknown': 'unknown',
  },
};

/** Judges a claim. `tier` is `null` for a family of mixed tiers, and for a product, which has none: both give unknown. */
export const judgeClaim = (claim: ClaimKind, tier: Tier | null): ClaimVerdict => (tier === null ? 'unknown' : table[claim][tier]);
