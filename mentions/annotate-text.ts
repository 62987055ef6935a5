/** A page of plain text, read by the page's own reader: for the command line, tests and measuring. */
import { findClaims } from './claims.ts';
import { guessLanguage } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { findProvisions } from './provisions.ts';
import { Reader } from './reader.ts';
import { isEmptyRun, type Run } from './run.ts';
import type { Claim, Mention, PageContext } from './types.ts';

const shift = <T extends { readonly start: number; readonly end: number }>(span: T, by: number): T => (by === 0 ? span : { ...span, start: span.start + by, end: span.end + by });

/** A page of plain text, in which every line is a run: what the command line reads. */
export const readText = (lexicon: Lexicon, text: string, context: PageContext): { reader: Reader; runs: { run: Run; at: number }[] } => {
  const lang = context.lang ?? guessLanguage(text);
  const reader = new Reader(lexicon, { ...context, ...(lang !== undefined && { lang }) });
  reader.addProvisions(findProvisions);
  reader.addClaims(findClaims);
  const runs: { run: Run; at: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const run = reader.read(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (!isEmptyRun(run)) runs.push({ run, at });
    at += line.length + 1;
  }
  return { reader, runs };
};

/** All mentions and claims of a plain text, by the same decisions as on a page. */
export const annotateText = (lexicon: Lexicon, text: string, context: PageContext = {}): { mentions: Mention[]; claims: Claim[] } => {
  const { reader, runs } = readText(lexicon, text, context);
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  for (const { run, at } of runs) {
    const settled = reader.settle(run);
    for (const mention of settled) mentions.push(shift(mention, at));
    for (const claim of reader.claimsOf(run, settled)) claims.push({ ...shift(claim, at), mention: shift(claim.mention, at) });
  }
  return { mentions, claims };
};
