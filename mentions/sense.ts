/**
 * The words and sentences around a name: finds the cues of a text, which the lexicon holds, and where its sentences end.
 * Called by weigh.ts for runs with a name that needs context, and for titles and headings.
 */
import { firstSymbol, ignoredClass, isCapital, isDigit, isSpace, wordClass } from './fold.ts';
import { cueFlags, sensesOf } from './cues.ts';
import { filterMask, hashStep } from './forms.ts';
import type { Lexicon } from './lexicon.ts';

/** Places in a run where a cue stands, in their order: start, end, cue number. */
export type CueHits = readonly number[];

const closing = '"\'”’»)]';
const opening = '"“„«¿¡([';
const abbreviations: ReadonlySet<string> = new Set('art arts no nr vs mr mrs ms dr st prof inc corp ca bzw usw al cf fig abs núm pp sr sra zob tzw np m.in'.split(' '));

/** Sentence ends of a text, as offsets after the mark; a semicolon is one too, and the full-width comma, which parts whole clauses. */
export const findSentenceEnds = (text: string): number[] => {
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0xff0c || code === 10) {
      ends.push(i + 1);
    } else if (code === 59) {
      ends.push(i + 1);
    } else if (code === 33 || code === 63 || code === 46 || code === 0x2026) {
      let next = i + 1;
      while (next < text.length && closing.includes(text.charAt(next))) next += 1;
      if (next >= text.length) break;
      if (!isSpace(text.charCodeAt(next))) continue;
      while (next < text.length && (isSpace(text.charCodeAt(next)) || opening.includes(text.charAt(next)))) next += 1;
      const follows = text.charCodeAt(next);
      if (!(isCapital(follows) || isDigit(follows) || follows > 0x2e7f)) continue;
      // "Art. 53", "vs. Google", "Mr. Falcon", "z. B.", a single capital: no end.
      if (code === 46) {
        let from = i;
        while (from > 0 && i - from < 6 && !isSpace(text.charCodeAt(from - 1)) && text.charCodeAt(from - 1) !== 40) from -= 1;
        const word = text.slice(from, i);
        if (word.length === 1 ? !isDigit(word.charCodeAt(0)) : abbreviations.has(word.toLowerCase())) continue;
      }
      ends.push(i + 1);
    }
  }
  return ends;
};

/** Number of the sentence that holds `at`. */
export const sentenceOf = (ends: readonly number[], at: number): number => {
  let from = 0;
  let to = ends.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ends[middle]! <= at) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** All cues in `text` from `from` to `to`, in their order; those inside a longer one follow it. */
export const findCues = (text: string, lexicon: Lexicon, from = 0, to = text.length, hits: number[] = []): CueHits => {
  const { classes, firstEach } = lexicon;
  const { cues } = sensesOf(lexicon);
  const { filter, stems } = cues;
  let i = from;
  while (i < to) {
    let symbol = classes[text.charCodeAt(i)]!;
    if (symbol < firstSymbol) {
      i += 1;
      continue;
    }
    const start = i;
    let hash = symbol;
    i += 1;
    if (symbol >= firstEach) {
      symbol = i < to ? classes[text.charCodeAt(i)]! : 0;
      const entry = cues.lookAtPair(hash, symbol);
      if (entry !== 0) takeCue(text, start, entry, lexicon, hits);
      continue;
    }
    const digits = symbol < wordClass;
    while (i < to) {
      symbol = classes[text.charCodeAt(i)]!;
      if (symbol === ignoredClass) {
        i += 1;
        continue;
      }
      if (symbol < firstSymbol || symbol >= firstEach || (symbol < wordClass !== digits && (digits || i > start + 1))) break;
      // A stem may end at any letter.
      const bit = hash & filterMask;
      if (i > start + 1 && (stems[bit >>> 5]! & (1 << (bit & 31))) !== 0) {
        const stem = cues.look(hash);
        if (stem !== 0) takeCue(text, start, stem, lexicon, hits);
      }
      hash = hashStep(hash, symbol);
      i += 1;
      if (symbol < wordClass !== digits) break;
    }
    const bit = hash & filterMask;
    const entry = (filter[bit >>> 5]! & (1 << (bit & 31))) === 0 ? 0 : cues.look(hash);
    if (entry !== 0 && cues.mayFollow(entry, text, i)) takeCue(text, start, entry, lexicon, hits);
    while (i < to && classes[text.charCodeAt(i)]! > 1 && classes[text.charCodeAt(i)]! < firstEach) i += 1;
  }
  return hits;
};

/** Adds the cues that begin at `start` with the word of `entry`, longest first; each once. */
const takeCue = (text: string, start: number, entry: number, lexicon: Lexicon, hits: number[]): void => {
  const { cues } = sensesOf(lexicon);
  const { found } = cues;
  for (let n = cues.walk(text, start, entry) - 1; n >= 0; n -= 1) {
    const last = found[n * 3 + 1]!;
    const end = found[n * 3 + 2]!;
    for (let cue = found[n * 3]!; cue < last; cue += 1) {
      if (!cueStands(text, start, end, cue, lexicon)) continue;
      let known = false;
      for (let i = hits.length - 3; i >= 0 && hits[i] === start; i -= 3) known ||= hits[i + 2] === cue;
      if (!known) hits.push(start, end, cue);
    }
  }
};

const bare = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2010-\u2015-]+/g, '').toLowerCase();

const cueStands = (text: string, start: number, end: number, cue: number, lexicon: Lexicon): boolean => {
  const senses = sensesOf(lexicon);
  const flags = senses.flagsOf(cue);
  const print = senses.printOf(cue);
  // A cue with a capital is a name: "Cohere" is not "cohere".
  if (isCapital(print.charCodeAt(0)) && !isCapital(text.charCodeAt(start))) return false;
  const own = text.slice(start, end);
  if (own !== print) {
    if (flags & cueFlags.exact || (own.length === print.length ? own.toLowerCase() !== print.toLowerCase() && bare(own) !== bare(print) : bare(own) !== bare(print)) || (/\s/.test(own) && !/[\s-]/.test(print))) return false;
  }
  if (flags & cueFlags.stem) return true;
  if (text.charCodeAt(end - 1) >= 0x590) return true;
  const after = lexicon.classes[text.charCodeAt(end)] ?? 0;
  return after < 3 || after >= lexicon.firstEach;
};
