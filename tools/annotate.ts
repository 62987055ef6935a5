/**
 * `npm run -s annotate -- [--lang de] [--title T] [--explain] [--json] FILE|-`: what a plain text names, by the same code
 * and with the same final decisions as on a page. `--jsonl` reads a passage a line from standard input or a file and
 * writes a line each: the form that other programs measure with.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isFamily, isRelease, type Records } from '../data/schema/record.ts';
import { tierOf as releaseTier } from '../glossary/build-card.ts';
import { buildLexicon } from '../mentions/build-lexicon.ts';
import { openLexicon, type Lexicon } from '../mentions/lexicon.ts';
import { annotateText, readText } from '../mentions/annotate-text.ts';
import type { Mention, PageContext } from '../mentions/types.ts';
import { judgeClaim } from '../openness/judge-claim.ts';
import type { ClaimKind, ClaimVerdict, Tier } from '../openness/types.ts';
import { loadRecords } from './records.ts';

/** A mention as the commands print it. */
export interface PrintedMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly family?: string;
  readonly pinpoint?: string;
  readonly unknownVersion?: string;
}

/** A claim as the commands print it. */
export interface PrintedClaim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly claim: ClaimKind;
  readonly model: string;
  readonly modelId: string;
  readonly verdict: ClaimVerdict;
  readonly speaker?: string;
}

export interface Annotation {
  readonly mentions: readonly PrintedMention[];
  readonly claims: readonly PrintedClaim[];
}

/** Tier that a claim about a record is held against: its own, or the one that all releases of a family share. */
const tierOf = (id: string, records: Records): Tier | null => {
  const record = records.byId.get(id);
  if (!record) return null;
  if (isRelease(record)) return releaseTier(record, records).tier;
  if (!isFamily(record)) return null;
  const tiers = new Set(record.releaseIds.map((release) => tierOf(release, records)));
  return tiers.size === 1 ? [...tiers][0]! : null;
};

/** Annotates `text`, with verdicts on its claims. Offsets are in UTF-16 units. */
export const annotate = (lexicon: Lexicon, records: Records, text: string, context: PageContext): Annotation => {
  const { mentions, claims } = annotateText(lexicon, text, context);
  const tiers = new Map<string, Tier | null>();
  const tier = (id: string): Tier | null => {
    if (!tiers.has(id)) tiers.set(id, tierOf(id, records));
    return tiers.get(id)!;
  };
  return {
    mentions: mentions.map((mention: Mention): PrintedMention => ({
      start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end), id: mention.id, name: mention.name, kind: mention.kind,
      ...(mention.family !== undefined && { family: mention.family }),
      ...(mention.pinpoint !== undefined && { pinpoint: mention.pinpoint }),
      ...(mention.unknownVersion !== undefined && { unknownVersion: mention.unknownVersion }),
    })),
    claims: claims.map((claim): PrintedClaim => ({
      start: claim.start, end: claim.end, text: claim.text, claim: claim.claim, model: claim.mention.name, modelId: claim.mention.id,
      verdict: judgeClaim(claim.claim, claim.mention.unknownVersion === undefined ? tier(claim.mention.id) : null),
      ...(claim.speaker !== undefined && { speaker: claim.speaker }),
    })),
  };
};

/** The lexicon of the dataset, built afresh. */
export const loadLexicon = async (): Promise<{ lexicon: Lexicon; records: Records }> => {
  const records = await loadRecords();
  return { lexicon: openLexicon(buildLexicon(records.byId.values())), records };
};

const readInput = async (path: string): Promise<string> => {
  if (path !== '-') return readFile(path, 'utf8');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const explain = (lexicon: Lexicon, text: string, context: PageContext): string => {
  const { reader, runs } = readText(lexicon, text, context);
  const lines: string[] = [];
  for (const { run, at } of runs) {
    for (const weighed of reader.explain(run)) {
      lines.push(`${weighed.accepted ? 'yes' : 'no '} ${weighed.score.toFixed(1).padStart(5)}  ${at + weighed.start}-${at + weighed.end} "${weighed.text}" as ${weighed.id}`);
      for (const { says, weight, what } of weighed.evidence) lines.push(`      ${says === 'for' ? '+' : '-'}${weight.toFixed(1)}  ${what}`);
    }
  }
  return lines.join('\n');
};

const usage = 'usage: npm run -s annotate -- [--lang de] [--title T] [--explain] [--json] FILE|-   or   --jsonl [FILE|-]';

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string' }, title: { type: 'string' }, explain: { type: 'boolean' }, json: { type: 'boolean' }, jsonl: { type: 'boolean' },
    },
  });
  const path = positionals[0] ?? (values.jsonl ? '-' : undefined);
  if (path === undefined) throw new Error(usage);
  const input = await readInput(path);
  const { lexicon, records } = await loadLexicon();
  if (values.jsonl) {
    const output: string[] = [];
    for (const [index, line] of input.split('\n').entries()) {
      if (line.trim() === '') continue;
      let passage: { id?: unknown; text?: unknown; title?: unknown; lang?: unknown };
      try {
        passage = JSON.parse(line) as typeof passage;
      } catch (error) {
        throw new Error(`line ${index + 1}: ${(error as Error).message}`, { cause: error });
      }
      if (typeof passage.text !== 'string') throw new Error(`line ${index + 1}: no "text"`);
      output.push(JSON.stringify({
        id: passage.id ?? null,
        ...annotate(lexicon, records, passage.text, {
          ...(typeof passage.title === 'string' && { title: passage.title }), ...(typeof passage.lang === 'string' && { lang: passage.lang }),
        }),
      }));
    }
    process.stdout.write(output.map((line) => `${line}\n`).join(''));
    return;
  }
  const context = { ...(values.lang !== undefined && { lang: values.lang }), ...(values.title !== undefined && { title: values.title }) };
  if (values.explain) {
    process.stdout.write(`${explain(lexicon, input, context)}\n`);
    return;
  }
  const annotation = annotate(lexicon, records, input, context);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(annotation, null, 2)}\n`);
    return;
  }
  for (const { start, end, text, id, kind } of annotation.mentions) process.stdout.write(`${start}-${end}\t${text}\t${kind}\t${id}\n`);
  for (const { start, end, text, claim, modelId, verdict } of annotation.claims) process.stdout.write(`${start}-${end}\t${text}\tclaim: ${claim}\t${modelId}\t${verdict}\n`);
};

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
