/**
 * `npm run -s corpus:label -- LANG FIRST < marked.txt`: turns passages with inline marks into the JSON lines of `tests/corpus/`,
 * so that nobody counts offsets. FIRST is the number of the first passage's id ("61" gives `en-061`).
 *
 * A passage starts with a line `## positive`, `## negative` or `## mixed`, may have a line `title: ...` and then its text.
 * `{{Llama 3.1|llama-3.1}}` marks a mention of a record, `[[open-source|open-source|llama-3.1]]` a claim on a model (or on
 * several: ids parted by commas). `\u00a0` stands for a character that cannot be seen. Kind and name come from the data.
 */
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Kind } from '../data/schema/lists.ts';
import type { ClaimKind } from '../openness/types.ts';
import { loadRecords } from './records.ts';

export type PassageClass = 'positive' | 'negative' | 'mixed';

/** A line of `tests/corpus/`. Offsets are UTF-16 code units of `text`, the end not included. */
export interface Passage {
  readonly id: string;
  readonly lang: string;
  readonly class: PassageClass;
  readonly title?: string;
  readonly text: string;
  readonly mentions: readonly LabelledMention[];
  readonly claims: readonly LabelledClaim[];
}

export interface LabelledMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The record's own name. */
  readonly name: string;
  readonly kind: Kind;
  readonly id: string;
}

export interface LabelledClaim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly claim: ClaimKind;
  /** Name of the model's record. */
  readonly model: string;
}

/** What the labels take from a record. */
export type Named = { readonly name: string; readonly kind: Kind };

const mark = /\{\{([^{}|]+)\|([^{}|]+)\}\}|\[\[([^[\]|]+)\|(open-source|open-weights|closed)\|([^[\]|]+)\]\]/gu;

const labelText = (marked: string, find: (id: string) => Named): Pick<Passage, 'text' | 'mentions' | 'claims'> => {
  const mentions: LabelledMention[] = [];
  const claims: LabelledClaim[] = [];
  let text = '';
  let read = 0;
  for (const [whole, named, id, said, claim, models] of marked.matchAll(mark)) {
    const at = marked.indexOf(whole, read);
    text += marked.slice(read, at);
    read = at + whole.length;
    const inner = (named ?? said)!;
    const span = { start: text.length, end: text.length + inner.length, text: inner };
    text += inner;
    if (id !== undefined) {
      const { name, kind } = find(id);
      mentions.push({ ...span, name, kind, id });
    } else {
      for (const model of models!.split(',')) claims.push({ ...span, claim: claim as ClaimKind, model: find(model).name });
    }
  }
  text += marked.slice(read);
  const left = /\{\{|\}\}|\[\[|\]\]/u.exec(text);
  if (left) throw new Error(`a mark that does not read: ${text.slice(Math.max(0, left.index - 20), left.index + 60)}`);
  return { text, mentions, claims };
};

/**
 * Reads marked passages.
 * @param find gives a record's name and kind, and throws where there is none with that id
 * @throws Error that quotes the place where a heading or a mark cannot be read
 */
export const labelPassages = (source: string, lang: string, first: number, find: (id: string) => Named): Passage[] =>
  source.split(/^## /mu).slice(1).map((block, index) => {
    const [, passageClass, title, body] = /^(positive|negative|mixed)\n(?:title: (.+)\n)?([^]*)$/u.exec(block) ?? [];
    if (!passageClass || !body) throw new Error(`a passage that does not read: ${block.slice(0, 60)}`);
    const seen = (escaped: string): string => escaped.replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return {
      id: `${lang}-${String(first + index).padStart(3, '0')}`,
      lang,
      class: passageClass as PassageClass,
      ...(title ? { title: seen(title) } : {}),
      ...labelText(seen(body.trim()), find),
    };
  });

if (import.meta.main) {
  const { positionals: [lang, first] } = parseArgs({ allowPositionals: true });
  if (!lang || !first) {
    console.error('usage: npm run -s corpus:label -- LANG FIRST < marked.txt');
    process.exit(2);
  }
  try {
    const { byId } = await loadRecords();
    const find = (id: string): Named => {
      const record = byId.get(id);
      if (!record) throw new Error(`no record has the id ${id}`);
      return record;
    };
    for (const passage of labelPassages(await readAll(process.stdin), lang, Number(first), find)) console.log(JSON.stringify(passage));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
