/**
 * The look of marks: style sheets for CSS custom highlights. The names say nothing of kind or verdict, since a page
 * can read them. The line takes the colour of the text it stands under, so it can be read on any ground. It takes it whole: inside
 * color-mix() Chromium makes a highlight's currentcolor black on every page (Chromium 156, 2026-11-24), so the tint is a grey that shows
 * on light and dark. With forced colours Chromium paints every highlight as it paints a selection, whatever a style says: plain, and legible.
 */
import type { Settings } from './settings.ts';

/** Names under which page/ registers its highlights. */
export const highlightNames = { mark: 'ajar', ring: 'ajar-ring', claim: 'ajar-claim' } as const;

const line = (style: string): string => `text-decoration:underline ${style} 1px currentcolor;text-underline-offset:.22em;text-decoration-skip-ink:none`;

const looks: Record<Settings['look'], string> = {
  dotted: line('dotted'),
  solid: line('solid'),
  tint: 'background-color:rgb(128 128 128/.28)',
};

/** The style sheet of a look. The same text takes it off again. */
export const markStyle = (look: Settings['look']): string =>
  `::highlight(${highlightNames.mark}){${looks[look]}}` +
  `::highlight(${highlightNames.claim}){${line('wavy')}}` +
  `::highlight(${highlightNames.ring}){background-color:Highlight;color:HighlightText}`;
