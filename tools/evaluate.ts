/**
 * `npm run -s evaluate -- FILE.jsonl [--json] [--errors]`: how well the matcher does on labelled passages. A mention counts
 * only where its span and its record are both right. A line of the file:
 * `{"id","lang","class","text","title"?,"mentions":[{"start","end","text","name","kind","id"?}],"claims":[...]}`;
 * a label without `id` is compared by name. Prints precision, recall and F1 in all and by kind, language and class, the
 * passages without any label that got a mark, and the same for claims.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { annotate, loadLexicon, type PrintedMention } from './annotate.ts';

interface LabelledMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  readonly kind: string;
  readonly id?: string;
}

interface LabelledClaim {
  readonly start: number;
  readonly end: number;
  readonly claim: string;
  readonly modelId?: string;
  readonly model?: string;
}

export interface Passage {
  readonly id: string;
  readonly lang?: string;
  readonly class?: string;
  readonly text: string;
  readonly title?: string;
  readonly mentions: readonly LabelledMention[];
  readonly claims?: readonly LabelledClaim[];
}

export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

const newScore = (): Score => ({ right: 0, wrong: 0, missed: 0 });
const ratio = (part: number, all: number): number => (all === 0 ? 1 : part / all);
export const precisionOf = ({ right, wrong }: Score): number => ratio(right, right + wrong);
export const recallOf = ({ right, missed }: Score): number => ratio(right, right + missed);
export const f1Of = (score: Score): number => ratio(2 * score.right, 2 * score.right + score.wrong + score.missed);

const sameRecord = (label: LabelledMention, mention: PrintedMention): boolean => (label.id !== undefined ? label.id === mention.id : label.name.toLowerCase() === mention.name.toLowerCase());

/** Marks and labels of one passage that do not agree. */
export interface Disagreement {
  readonly passage: string;
  readonly wrong: readonly PrintedMention[];
  readonly missed: readonly LabelledMention[];
}

/** Compares marks with labels, strictly. `scores` is filled by key: "all", "kind model", "lang de", "class trap". */
export const compareMentions = (passage: Passage, mentions: readonly PrintedMention[], scores: Map<string, Score>): Disagreement => {
  const left = [...passage.mentions];
  const wrong: PrintedMention[] = [];
  const count = (kind: string, field: keyof Score): void => {
    for (const key of ['all', `kind ${kind}`, `lang ${passage.lang ?? '?'}`, `class ${passage.class ?? '?'}`]) {
      const score = scores.get(key) ?? newScore();
      score[field] += 1;
      scores.set(key, score);
    }
  };
  for (const mention of mentions) {
    const at = left.findIndex((label) => label.start === mention.start && label.end === mention.end && sameRecord(label, mention));
    if (at >= 0) {
      left.splice(at, 1);
      count(mention.kind, 'right');
    } else {
      wrong.push(mention);
      count(mention.kind, 'wrong');
    }
  }
  for (const label of left) count(label.kind, 'missed');
  return { passage: passage.id, wrong, missed: left };
};

/** Reads labelled passages; throws Error naming the line that is none. */
export const parsePassages = (text: string): Passage[] => text.split('\n').flatMap((line, index) => {
  if (line.trim() === '') return [];
  const passage = JSON.parse(line) as Passage;
  if (typeof passage.text !== 'string' || !Array.isArray(passage.mentions)) throw new Error(`line ${index + 1}: not a labelled passage`);
  for (const { start, end, text: label } of passage.mentions) {
    if (passage.text.slice(start, end) !== label) throw new Error(`line ${index + 1}: ${passage.id}: "${label}" is not at ${start}-${end}`);
  }
  return [passage];
});

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, errors: { type: 'boolean' } } });
  if (positionals.length === 0) throw new Error('usage: npm run -s evaluate -- FILE.jsonl ... [--json] [--errors]');
  const passages = (await Promise.all(positionals.map((path) => readFile(path, 'utf8')))).flatMap(parsePassages);
  const { lexicon, records } = await loadLexicon();
  const scores = new Map<string, Score>([['all', newScore()]]);
  const claims = newScore();
  const disagreements: Disagreement[] = [];
  let unlabelled = 0;
  let unlabelledClean = 0;
  for (const passage of passages) {
    const annotation = annotate(lexicon, records, passage.text, {
      ...(passage.title !== undefined && { title: passage.title }), ...(passage.lang !== undefined && { lang: passage.lang }),
    });
    const disagreement = compareMentions(passage, annotation.mentions, scores);
    if (disagreement.wrong.length > 0 || disagreement.missed.length > 0) disagreements.push(disagreement);
    if (passage.mentions.length === 0) {
      unlabelled += 1;
      if (annotation.mentions.length === 0) unlabelledClean += 1;
    }
    const left = [...(passage.claims ?? [])];
    for (const claim of annotation.claims) {
      const at = left.findIndex((label) => label.start === claim.start && label.end === claim.end && label.claim === claim.claim
        && (label.modelId === undefined || label.modelId === claim.modelId));
      if (at >= 0) {
        left.splice(at, 1);
        claims.right += 1;
      } else claims.wrong += 1;
    }
    claims.missed += left.length;
  }
  const rows = [...scores].sort(([a], [b]) => (a === 'all' ? -1 : b === 'all' ? 1 : a < b ? -1 : 1));
  const row = (score: Score): Record<string, number> => ({ ...score, precision: precisionOf(score), recall: recallOf(score), f1: f1Of(score) });
  if (values.json) {
    console.log(JSON.stringify({
      passages: passages.length, unlabelled, unlabelledClean,
      mentions: Object.fromEntries(rows.map(([key, score]) => [key, row(score)])), claims: row(claims),
      ...(values.errors && { disagreements }),
    }, null, 2));
    return;
  }
  const print = (key: string, score: Score): void => console.log(
    `${key.padEnd(22)} ${String(score.right).padStart(6)} ${String(score.wrong).padStart(6)} ${String(score.missed).padStart(6)}   `
    + `${precisionOf(score).toFixed(3)}  ${recallOf(score).toFixed(3)}  ${f1Of(score).toFixed(3)}`,
  );
  console.log(`${'mentions'.padEnd(22)} ${'right'.padStart(6)} ${'wrong'.padStart(6)} ${'missed'.padStart(6)}   precis  recall  F1`);
  for (const [key, score] of rows) print(key, score);
  print('claims', claims);
  console.log(`${passages.length} passages; of ${unlabelled} that name nothing, ${unlabelledClean} stay without a mark`);
  if (values.errors) {
    for (const { passage, wrong, missed } of disagreements) {
      console.log(`${passage}: ${[...wrong.map(({ text, id, start }) => `wrong "${text}" ${id} at ${start}`), ...missed.map(({ text, id, name, start }) => `missed "${text}" ${id ?? name} at ${start}`)].join('; ')}`);
    }
  }
};

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
