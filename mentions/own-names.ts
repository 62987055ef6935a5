/**
 * Finds the names of the reader's own glossary: a few hundred at most, plain, decided by the run alone. Called by the
 * reader for each run, and only where there is such a glossary; the lexicon of the dataset is not touched by it.
 */
import type { Kind } from '../data/schema/lists.ts';
import type { Mention } from './types.ts';

/** A record of the reader's own, as a page needs it. */
export interface OwnNames {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Forms; one with cues is a mention only where one of them stands in the same run. */
  readonly forms: readonly { readonly text: string; readonly cues?: readonly string[] }[];
}

interface Form {
  readonly words: readonly string[];
  readonly cues: readonly string[] | undefined;
  readonly record: OwnNames;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({ text: fold(match[0]), start: match.index, end: match.index + match[0].length }));

/** Between the words of a name only spaces, hyphens and the like may stand. */
const joins = /^[\s\p{P}\p{S}]{1,3}$/u;

/** Gives the function that finds these names in a run: mentions in order, without overlap, the longest first. */
export const makeOwnFinder = (records: readonly OwnNames[]): ((text: string) => Mention[]) => {
  const byFirstWord = new Map<string, Form[]>();
  for (const record of records) {
    for (const { text, cues } of record.forms) {
      const words = wordsOf(text).map((word) => word.text);
      if (words.length === 0) continue;
      const forms = byFirstWord.get(words[0]!) ?? [];
      forms.push({ words, cues: cues?.map(fold), record });
      byFirstWord.set(words[0]!, forms.sort((a, b) => b.words.length - a.words.length));
    }
  }
  return (text) => {
    const words = wordsOf(text);
    let folded: string | undefined;
    const found: Mention[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const form = byFirstWord.get(words[at]!.text)?.find(({ words: wanted, cues }) =>
        wanted.every((word, index) => words[at + index]?.text === word
          && (index === 0 || joins.test(text.slice(words[at + index - 1]!.end, words[at + index]!.start))))
        && (cues === undefined || cues.some((cue) => (folded ??= fold(text)).includes(cue))));
      if (form === undefined) continue;
      const last = at + form.words.length - 1;
      const { id, name, kind } = form.record;
      found.push({ start: words[at]!.start, end: words[last]!.end, id, name, kind });
      at = last;
    }
    return found;
  };
};

/** Both lists in order; where they overlap the reader's own stands. */
export const withOwn = (mentions: readonly Mention[], own: readonly Mention[]): readonly Mention[] =>
  own.length === 0
    ? mentions
    : [...mentions.filter(({ start, end }) => !own.some((one) => one.start < end && start < one.end)), ...own].sort((a, b) => a.start - b.start);
