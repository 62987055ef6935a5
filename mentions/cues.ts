/**
 * What tells the senses of names apart, as it is packed beside the names: profiles of ambiguous forms, and the words, called cues,
 * that speak for or against a sense. Read by what weighs names (weigh.ts, choose.ts, sense.ts), which a page loads only when it has
 * something to weigh; what the cues are is in senses.ts.
 */
import { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { Lines, readNumber, Sections } from './packed.ts';

/** How a form is judged before any cue. */
export interface FormJudgement {
  /** How far the form by itself is from being the record: 0 for a name that is nearly safe, 5 for an everyday word. */
  readonly doubt: number;
  /** Extra doubt where it is printed without its capital. */
  readonly lowerDoubt: number;
  /** General words on AI speak for it. */
  readonly ai: boolean;
  /** It is also a given name: a surname that follows speaks against it. */
  readonly person: boolean;
  /** An assistant that people name beside others of its kind. */
  readonly assistant: boolean;
}

/** What tells the senses of a form apart. Groups are numbers of cue groups. */
export interface Profile extends FormJudgement {
  readonly cues: readonly number[];
  readonly against: readonly number[];
  /** What each cue weighs for it, as far as asked for: see `weightsOf`. */
  readonly weights: Map<number, number>;
}

/** Sections of the packed senses, in their order. */
export const senseSections = ['profiles', 'cues', 'cueWords', 'cueWays', 'cuePrints', 'cueSets'] as const;
/** Width of one cue's entry: flags 1, set 2. */
const cueWidth = 3;
export const cueFlags = { stem: 1, exact: 2 } as const;

/** All profiles and cues, decoded when they are asked for. */
export class Senses {
  /** Words that speak for or against a sense. */
  readonly cues: Forms;
  readonly #sections: Sections<(typeof senseSections)[number]>;
  readonly #profileLines: Lines;
  readonly #profiles: (Profile | undefined)[] = [];
  readonly #prints = new Map<number, string>();
  readonly #setLines: Lines;
  readonly #sets: (readonly number[] | undefined)[] = [];

  constructor(packed: string, lexicon: Lexicon) {
    const sections = new Sections(packed, senseSections);
    this.#sections = sections;
    const { at, end } = sections;
    const { classes, firstEach, wide } = lexicon;
    this.#profileLines = new Lines(packed, at.profiles, end.profiles, wide);
    this.#setLines = new Lines(packed, at.cueSets, end.cueSets, wide);
    this.cues = new Forms({
      packed, words: at.cueWords, wordsEnd: end.cueWords, ways: at.cueWays, waysEnd: end.cueWays, prints: at.cuePrints, count: (end.cues - at.cues) / cueWidth, wide, classes, firstEach,
      needsCapital: () => false,
    });
  }

  /** The profile number `index`, from 1. A line: doubt, doubt in lower case, AI, person, assistant, then cue groups for and against, of 2 digits each. */
  profile(index: number): Profile {
    const known = this.#profiles[index];
    if (known) return known;
    const line = this.#profileLines.line(index - 1);
    const [cues, against] = line.slice(5).split(' ') as [string, string];
    const numbers = (list: string): number[] => Array.from({ length: list.length / 2 }, (_, i) => readNumber(list, i * 2, 2));
    const profile: Profile = {
      doubt: readNumber(line, 0, 1) / 2, lowerDoubt: readNumber(line, 1, 1) / 2,
      ai: line.charAt(2) === '1', person: line.charAt(3) === '1', assistant: line.charAt(4) === '1',
      cues: numbers(cues), against: numbers(against), weights: new Map(),
    };
    this.#profiles[index] = profile;
    return profile;
  }

  /** A cue as it is written. */
  printOf(cue: number): string {
    let print = this.#prints.get(cue);
    if (print === undefined) this.#prints.set(cue, print = this.cues.print(cue));
    return print;
  }

  /** Flags of a cue (see `cueFlags`). */
  flagsOf(cue: number): number {
    return readNumber(this.#sections.packed, this.#sections.at.cues + cue * cueWidth, 1);
  }

  /** Groups that a cue belongs to, each followed by its weight in tenths. */
  groupsOf(cue: number): readonly number[] {
    const number = readNumber(this.#sections.packed, this.#sections.at.cues + cue * cueWidth + 1, 2);
    let set = this.#sets[number];
    if (!set) {
      const line = this.#setLines.line(number);
      const pairs: number[] = [];
      for (let i = 0; i < line.length; i += 3) pairs.push(readNumber(line, i, 2), readNumber(line, i + 2, 1));
      this.#sets[number] = set = pairs;
    }
    return set;
  }
}

const opened = new WeakMap<Lexicon, Senses>();

/** The senses of a lexicon's names. @throws where it has been given none, or not of this version. */
export const sensesOf = (lexicon: Lexicon): Senses => {
  let senses = opened.get(lexicon);
  if (senses === undefined) {
    senses = new Senses(lexicon.senses ?? '', lexicon);
    opened.set(lexicon, senses);
  }
  return senses;
};
