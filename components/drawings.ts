/**
 * Ajar's pictures as plain shapes: a door for how open a model is, and one sign for each other kind of record.
 * `icons.tsx` draws them in the interface, `tools/icons.ts` in the toolbar, so both always look alike.
 *
 * All stand on a 24 by 24 field. Role `frame` is drawn in the text's colour, `leaf` in the verdict's; in forced colours
 * both are the text's, so every door differs by its shape alone.
 */
export type DrawingRole = 'frame' | 'leaf' | 'fill' | 'dot';
export interface Shape {
  readonly tag: 'path' | 'circle';
  readonly role: DrawingRole;
  readonly at: Readonly<Record<string, string | number>>;
}

const line = (d: string): Shape => ({ tag: 'path', role: 'frame', at: { d } });
const leaf = (d: string): Shape => ({ tag: 'path', role: 'leaf', at: { d } });
const fill = (d: string): Shape => ({ tag: 'path', role: 'fill', at: { d } });
const dot = (cx: number, cy: number, r = 1): Shape => ({ tag: 'circle', role: 'dot', at: { cx, cy, r } });

const doorway = line('M5 21.5V2.5h14v19M2.5 21.5h19');

export const drawings = {
  /** Swung right back against the wall: the way is clear. */
  'open': [line('M8.5 21.5V2.5H20v19M1.5 21.5h21'), fill('M8.5 2.5L3 4.5v19l5.5-2z'), leaf('M8.5 2.5L3 4.5v18.5l5.5-1.5z'), dot(4.7, 13.6, .9)],
  /** Half way: one can pass, not with everything. */
  'ajar': [doorway, fill('M5 2.5l8.5 3v17.2L5 21.5z'), leaf('M5 2.5l8.5 3v17.2L5 21.5z'), dot(11.2, 13.6)],
  /** Held by a chain: it opens on terms. */
  'chained': [doorway, fill('M5 2.5l10.8 1.6v18L5 21.5z'), leaf('M5 2.5l10.8 1.6v18L5 21.5z'), leaf('M13 11.2c1.4 1.9 4.2 1.9 5.8-.4'), dot(12.9, 11), dot(18.9, 10.6)],
  'shut': [doorway, fill('M5 2.5h14v19H5z'), leaf('M5 2.5h14v19H5z'), leaf('M8.3 6h7.4v5H8.3z'), dot(15.9, 14.2)],
  'unknown': [doorway, leaf('M9.3 9.2c0-1.6 1.2-2.7 2.8-2.7s2.8 1 2.8 2.5c0 2.2-2.8 2.3-2.8 4.9'), dot(12.1, 17.1, 1.15)],
  /** A family whose releases differ: one door open, one shut. */
  'mixed': [line('M1 21.5h22M2.5 21.5v-16h8v16M13.5 21.5v-16h8v16'), fill('M2.5 5.5l5 1.9v12.3l-5 1.8z'), leaf('M2.5 5.5l5 1.9v12.3l-5 1.8z'), leaf('M13.5 5.5h8v16h-8z'), dot(19.4, 14.4, .9)],
  'law': [line('M5 2.5h9.5L19 7v14.5H5z'), line('M14.3 2.7v4.6h4.6'), leaf('M8.5 11.5h7M8.5 14.7h7M8.5 17.9h4.4')],
  'licence': [line('M4.5 3.5h15v11.8h-15z'), leaf('M8 7.2h8M8 10.4h4.5'), fill('M16 11.6a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2z'), leaf('M16 11.6a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2zM14.4 17.5l-.9 4 2.5-1.3 2.5 1.3-.9-4')],
  'dataset': [fill('M4.5 5.5v13c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-13'), line('M4.5 5.5c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3-3.4 3-7.5 3-7.5-1.3-7.5-3zM4.5 5.5v13c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-13'), leaf('M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3')],
  'tool': [line('M14.6 3.2a5.2 5.2 0 0 0-5 7.1L3.2 16.7a2.9 2.9 0 0 0 4.1 4.1l6.4-6.4a5.2 5.2 0 0 0 6.8-6.2l-3.2 3.2-3.1-.8-.8-3.1 3.2-3.2a5.2 5.2 0 0 0-2-1.1z'), dot(5.6, 18.4, .9)],
  'framework': [line('M12 2.5l8.5 4.6v9.8L12 21.5l-8.5-4.6V7.1z'), leaf('M3.7 7.2L12 12l8.3-4.8M12 12v9.3')],
  'product': [fill('M3.5 4.5h17v15h-17z'), line('M3.5 4.5h17v15h-17z'), line('M3.5 9h17'), dot(6.4, 6.8, .8), dot(9.2, 6.8, .8), leaf('M7 13h10M7 16h6')],
  'organisation': [line('M3 9.3L12 3l9 6.3zM2.5 21.5h19'), leaf('M6 12v6.5M10 12v6.5M14 12v6.5M18 12v6.5')],
  'company': [fill('M4.5 21.5v-19h9.5v19'), line('M4.5 21.5v-19H14v19M14 9h5.5v12.5M2.5 21.5h19'), leaf('M7.6 6.5h3.3M7.6 10.3h3.3M7.6 14.1h3.3M7.6 17.9h3.3')],
  'concept': [line('M6.5 2.5h12v19h-12a2.5 2.5 0 0 1-2.5-2.5V5a2.5 2.5 0 0 1 2.5-2.5z'), line('M4 19a2.5 2.5 0 0 1 2.5-2.5h12'), leaf('M8 7h6.5M8 10.5h4.5')],
} as const satisfies Record<string, readonly Shape[]>;
export type DrawingName = keyof typeof drawings;
