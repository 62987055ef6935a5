/**
 * The reader's own glossary: a JSON file of records that they want to see marked, beside ours. This module reads such a
 * file and says, line by line, what is wrong with it; it is as strict as the dataset where a page or a card is at stake.
 *
 *     { "ajar": "own-glossary", "records": [ { "kind": "tool", "name": "House Model", "text": "Our model for letters.",
 *       "names": [ { "text": "HouseModel", "cues": ["letters"] } ], "source": "https://intranet.example/house-model" } ] }
 *
 * Called by the options page and for back-ups. It stores nothing.
 */
import type { Name } from '../data/schema/record.ts';
import { kinds, type Kind } from '../data/schema/lists.ts';
import type { Card, GlossaryEntry } from './card.ts';

/** What a file may hold. More would slow every page, for names that a reader can hardly oversee. */
export const ownLimits = { bytes: 1_000_000, records: 500, names: 10, nameLength: 80, textLength: 600, cues: 20 } as const;

/** What a back-up may hold: an own glossary as big as it gets, and the settings. */
export const backUpBytes = 2 * ownLimits.bytes;

/** Kinds that a reader's record may have: a provision needs its law. */
export const ownKinds = kinds.filter((kind) => kind !== 'provision');

export interface OwnRecord {
  /** `own-` and the name in lower case. */
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly text: string | null;
  readonly names: readonly Name[];
  /** An `https:` page that the text rests on. */
  readonly source: string | null;
}

/** What can be wrong with a file, each a message of the interface; its arguments are texts of the file, keys and numbers. */
export type ProblemReason =
  | 'too-large' | 'not-json' | 'not-own-glossary' | 'too-many' | 'too-many-together' | 'same-name' | 'record-not-object' | 'text-missing' | 'text-too-long'
  | 'text-bad-characters' | 'name-not-text' | 'bad-cues' | 'name-is-pattern' | 'name-is-none' | 'name-is-ordinary' | 'source-not-https' | 'bad-kind' | 'bad-names'
  | 'not-back-up' | 'bad-settings';

export interface OwnProblem {
  /** Counted from 1; `null` where it concerns the whole file. */
  readonly line: number | null;
  readonly reason: ProblemReason;
  readonly args: readonly string[];
}

/** A problem of the whole file. */
export const fileProblem = (reason: ProblemReason, ...args: readonly (string | number)[]): OwnProblem => ({ line: null, reason, args: args.map(String) });

export type OwnGlossary = { readonly records: readonly OwnRecord[] } | { readonly problems: readonly OwnProblem[] };

/** Line on which each record of the `records` list starts; a plain scan over JSON that is known to parse. */
const recordLines = (json: string): number[] => {
  const lines: number[] = [];
  let depth = 0;
  let line = 1;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at];
    if (char === '\n') line += 1;
    else if (inText) {
      if (char === '\\') at += 1;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (char === '{' && depth === 3) lines.push(line);
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return lines;
};

/** The engines say where JSON breaks in their own ways: a line, a position, or some of the text around it. */
const lineOfError = (json: string, error: unknown): number | null => {
  const { message } = error as Error;
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const snippet = /"(.+)" is not valid JSON/s.exec(message)?.[1]?.replace(/^\.\.\.|\.\.\.$/g, '');
  const position = /position (\d+)/.exec(message)?.[1] ?? (snippet === undefined ? -1 : json.indexOf(snippet) + snippet.length - 1);
  return Number(position) < 0 ? null : json.slice(0, Number(position)).split('\n').length;
};

const badCharacters = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
const patternCharacters = /[*?[\]{}|\\^$<>]/;
/** One word of letters with no capital inside and no digit: such a word may be anybody's. */
const maybeOrdinary = /^\p{L}\p{Ll}*$/u;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const slug = (name: string): string =>
  `own-${name.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`;

type Complain = (reason: ProblemReason, ...args: readonly (string | number)[]) => void;

const readText = (value: unknown, what: string, most: number, complain: Complain): string | null => {
  if (typeof value !== 'string' || value.trim() === '') complain('text-missing', what);
  else if (value.length > most) complain('text-too-long', what, most);
  else if (badCharacters.test(value)) complain('text-bad-characters', what);
  else return value.trim();
  return null;
};

const readName = (value: unknown, complain: Complain): Name | null => {
  const given = typeof value === 'string' ? { text: value } : value;
  if (!isObject(given)) return complain('name-not-text'), null;
  const text = readText(given['text'], '"names"', ownLimits.nameLength, complain);
  if (text === null) return null;
  const cues = given['cues'] ?? [];
  if (!Array.isArray(cues) || cues.length > ownLimits.cues || !cues.every((cue) => typeof cue === 'string' && cue.length > 1 && cue.length <= 40 && !badCharacters.test(cue))) {
    return complain('bad-cues', text, ownLimits.cues), null;
  }
  if (patternCharacters.test(text)) return complain('name-is-pattern', text), null;
  if (/^\w+:\/\//.test(text) || text.length < 2) return complain('name-is-none', text), null;
  if (maybeOrdinary.test(text) && cues.length === 0) {
    return complain('name-is-ordinary', text), null;
  }
  return cues.length === 0 ? { text, safety: 'alone' } : { text, safety: 'context', cues: cues as string[] };
};

const readSource = (value: unknown, complain: Complain): string | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' && new URL(value).username === '') return new URL(value).href;
  complain('source-not-https');
  return null;
};

const readRecord = (value: unknown, complain: Complain): OwnRecord | null => {
  if (!isObject(value)) return complain('record-not-object'), null;
  const name = readText(value['name'], '"name"', ownLimits.nameLength, complain);
  const text = value['text'] === undefined ? null : readText(value['text'], '"text"', ownLimits.textLength, complain);
  const kind = ownKinds.find((known) => known === value['kind']);
  if (kind === undefined) complain('bad-kind', ownKinds.join(', '));
  const source = readSource(value['source'], complain);
  const given = value['names'] ?? [];
  if (!Array.isArray(given) || given.length > ownLimits.names) return complain('bad-names', ownLimits.names), null;
  const listed = given.length > 0 ? given : name === null ? [] : [name];
  const names = listed.flatMap((one) => readName(one, complain) ?? []);
  if (name === null || kind === undefined) return null;
  return { id: slug(name), kind, name, text, names, source };
};

/** Reads an own glossary. Either all of it is right, or every problem is told and nothing is taken. */
export const parseOwnGlossary = (json: string): OwnGlossary => {
  if (new TextEncoder().encode(json).length > ownLimits.bytes) return { problems: [fileProblem('too-large', ownLimits.bytes)] };
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch (error) {
    return { problems: [{ ...fileProblem('not-json'), line: lineOfError(json, error) }] };
  }
  if (!isObject(file) || file['ajar'] !== 'own-glossary' || !Array.isArray(file['records'])) {
    return { problems: [{ ...fileProblem('not-own-glossary'), line: 1 }] };
  }
  if (file['records'].length > ownLimits.records) return { problems: [fileProblem('too-many', ownLimits.records)] };
  const lines = recordLines(json);
  const problems: OwnProblem[] = [];
  const records = new Map<string, OwnRecord>();
  for (const [index, value] of file['records'].entries()) {
    const complain: Complain = (...given) => void problems.push({ ...fileProblem(...given), line: lines[index] ?? null });
    const record = readRecord(value, complain);
    if (record === null) continue;
    if (records.has(record.id)) complain('same-name', record.name);
    records.set(record.id, record);
  }
  return problems.length > 0 ? { problems } : { records: [...records.values()] };
};

/** The file that `parseOwnGlossary` reads back to the same records. */
export const writeOwnGlossary = (records: readonly OwnRecord[]): string => {
  const written = records.map(({ kind, name, text, names, source }) => ({
    kind,
    name,
    ...(text === null ? {} : { text }),
    names: names.map((one) => (one.cues === undefined ? one.text : { text: one.text, cues: one.cues })),
    ...(source === null ? {} : { source }),
  }));
  return `${JSON.stringify({ ajar: 'own-glossary', records: written }, null, 2)}\n`;
};

/** A file to begin with: a name that is safe alone, one that needs a word beside it, a source. */
export const ownExample: readonly OwnRecord[] = [
  {
    id: 'own-house-model', kind: 'model', name: 'House Model', text: 'What the card shall say, in up to 600 characters.', source: 'https://intranet.example/house-model',
    names: [{ text: 'House Model', safety: 'alone' }, { text: 'Housy', safety: 'context', cues: ['model', 'letters'] }],
  },
];

/** The card of a reader's own record: what they wrote, marked as theirs, without a judgement of ours. */
export const ownCard = (record: OwnRecord, today: string): Card => ({
  id: record.id,
  kind: record.kind,
  name: record.name,
  also: record.names.map((name) => name.text).filter((text) => text !== record.name),
  summary: record.text === null ? null : { text: record.text, from: [0, null, today, 'original'] },
  statements: [],
  facts: [],
  links: record.source === null ? [] : [{ role: 'home', url: record.source }],
  see: [],
  assessments: [],
  sources: record.source === null ? [] : [{ url: record.source, title: record.name }],
  proofs: {},
  dataDate: today,
  own: true,
});

/** The same for search and lists. */
export const ownEntry = ({ id, kind, name, names }: OwnRecord): GlossaryEntry => ({ id, kind, name, also: names.map((one) => one.text) });
