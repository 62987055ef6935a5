/**
 * The pictures as inline SVG. They stand beside words and are hidden from assistive technology; nothing is told by a
 * picture or its colour alone.
 */
import type { Kind } from '../data/schema/lists.ts';
import type { Tier } from '../openness/types.ts';
import { drawings, type DrawingName } from './drawings.ts';

/** What colour a thing is told in, beside its words: a CSS class that sets `--tone`. */
export type Tone = 'open' | 'ajar' | 'chained' | 'shut' | 'unknown' | 'law' | 'plain';

const doors = {
  'open-source': 'open', 'open-weights': 'ajar', 'restricted-weights': 'chained', 'closed': 'shut', 'unknown': 'unknown',
} as const satisfies Record<Tier, DrawingName & Tone>;

/** The door of a tier. */
export const doorOf = (tier: Tier): (typeof doors)[Tier] => doors[tier];

const signs = {
  model: 'unknown', product: 'product', tool: 'tool', framework: 'framework', dataset: 'dataset',
  organisation: 'organisation', company: 'company', licence: 'licence', regulation: 'law', provision: 'law', concept: 'concept',
} as const satisfies Record<Kind, DrawingName>;

/** The sign of a kind; a model is shown by the door of its tier. */
export const signOf = (kind: Kind, tier?: Tier): DrawingName => (kind === 'model' && tier ? doors[tier] : signs[kind]);

/** The tone of a kind; a model's is its tier's. */
export const toneOf = (kind: Kind, tier?: Tier): Tone => {
  if (kind === 'model') return doors[tier ?? 'unknown'];
  return kind === 'regulation' || kind === 'provision' ? 'law' : 'plain';
};

export const Icon = ({ name, tone, size = 16 }: { name: DrawingName; tone?: Tone; size?: number }) => (
  <svg class={`icon${tone ? ` tone-${tone}` : ''}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
    {drawings[name].map(({ tag: Tag, role, at }) => <Tag class={`icon-${role}`} {...at} />)}
  </svg>
);

/** How much of a thing there is: a full, half or empty disc, or a question mark. Words always stand beside it. */
export const Disc = ({ state }: { state: 'full' | 'half' | 'empty' | 'unknown' }) => (
  <svg class={`disc disc-${state}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
    {state === 'unknown'
      ? <path d="M5.4 6.1c0-1.6 1.1-2.6 2.7-2.6s2.6 1 2.6 2.4c0 2-2.6 2-2.6 4.1M8.1 12.7v.1" />
      : <circle cx="8" cy="8" r="5.6" />}
    {state === 'half' && <path class="disc-part" d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" />}
    {state === 'full' && <circle class="disc-part" cx="8" cy="8" r="5.6" />}
  </svg>
);

/** Small signs of the interface's own controls. */
const controls = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.4 15.4L20.5 20.5',
  back: 'M14.5 5l-7 7 7 7',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.1',
} as const;
export const Sign = ({ name, size = 16 }: { name: keyof typeof controls; size?: number }) => (
  <svg class={`icon sign sign-${name}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
    <path class="icon-frame" d={controls[name]} />
  </svg>
);
