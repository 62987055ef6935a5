/**
 * The look of marks: style sheets for CSS custom highlights. The names say nothing of kind or verdict, since a page
 * can read them. The line takes the colour of the text it stands under, so it can be read on any ground. With forced colours
 * Chromium paints every highlight as it paints a selection, whatever a style says (Chromium 156, 2026-11-23): plain, and legible.
 */
import type { Settings } from './settings.ts';

/** Names under which page/ registers its highlights. */
export const highlightNames = { mark: 'ajar', ring: 'ajar-ring', claim: 'ajar-claim' } as const;

const line = (style: string): string =>
  `text-decoration:underline ${style} 1px;text-decoration-color:color-mix(in srgb,currentcolor 62%,transparent);text-underline-offset:.22em;text-decoration-skip-ink:none`;

const looks: Record<Settings['look'], string> = {
  dotted: line('dotted').replace('1px', '1.5px'),
  solid: line('solid'),
  tint: 'background-color:color-mix(in srgb,currentcolor 11%,transparent)',
};

/** The style sheet of a look. The same text takes it off again. */
export const markStyle = (look: Settings['look']): string =>
  `::highlight(${highlightNames.mark}){${looks[look]}}` +
  `::highlight(${highlightNames.claim}){text-decoration:underline wavy 1px;text-decoration-color:color-mix(in srgb,currentcolor 50%,transparent);text-underline-offset:.22em}` +
  `::highlight(${highlightNames.ring}){background-color:Highlight;color:HighlightText}`;
