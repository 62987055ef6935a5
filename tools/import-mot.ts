/**
 * Reads a checkout of the Model Openness Tool (https://github.com/lfai/model_openness_tool): every record under `models/`,
 * as the assessment of it that our data keeps. Called by tools/import.ts. The class is not read: it is computed from what is listed.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { Day } from '../data/schema/fact.ts';
import type { MotAssessment } from '../data/schema/record.ts';
import { MotFileError, readMotFile } from './mot-file.ts';
import { UpstreamError, yamlFiles, type UpstreamProblem, type UpstreamRecord } from './upstream.ts';

export type MotSaid = Pick<MotAssessment, 'components' | 'licences'>;

/** Upstream keeps its records under `models/`; a folder of records alone is read too. */
const recordsDir = async (dir: string): Promise<string> => {
  const models = join(dir, 'models');
  return (await stat(models).catch(() => null))?.isDirectory() ? models : dir;
};

/** The day of the record's last change as it says itself: `release.date`. */
const dayOf = (text: string): string | null => {
  const record = parse(text) as { readonly release?: { readonly date?: unknown } };
  const day = v.safeParse(Day, record.release?.date);
  return day.success ? day.output : null;
};

/**
 * Every record of the checkout, in the order of its files.
 * @throws UpstreamError naming each file that does not parse, with its line.
 */
export const readMotDir = async (dir: string): Promise<UpstreamRecord<MotSaid>[]> => {
  const from = await recordsDir(dir);
  const records: UpstreamRecord<MotSaid>[] = [];
  const problems: UpstreamProblem[] = [];
  for (const name of await yamlFiles(from)) {
    const file = join(from, name);
    const text = await readFile(file, 'utf8');
    try {
      const { name: record, components, licences } = readMotFile(text);
      // Every record upstream lists a component; a file that ends before its list would empty what we have.
      if (Object.keys(components).length === 0) throw new MotFileError('no component is listed', text.split('\n').length);
      const listed = Object.fromEntries(Object.entries(components).map(([id, { licence }]) => [id, licence]));
      records.push({ record, file, says: { components: listed, licences } as MotSaid, asOf: dayOf(text) });
    } catch (error) {
      if (!(error instanceof MotFileError)) throw error;
      problems.push({ file, line: error.line, reason: error.message });
    }
  }
  if (problems.length > 0) throw new UpstreamError(problems);
  return records;
};
