/**
 * Reads a checkout of the European Open Source AI Index (https://github.com/Language-Technology-Assessment/main-database):
 * every system in its root, as the assessment of it that our data keeps. Called by tools/import.ts. The score is computed as
 * the index's site does: the mean over the twelve dimensions of open 1, partial 0.5, closed or empty 0.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, isMap, isScalar, parseDocument, type Node, type YAMLMap } from 'yaml';
import { osaiClasses, osaiDimensions, type OsaiDimension } from '../data/schema/lists.ts';
import type { OsaiAssessment } from '../data/schema/record.ts';
import { UpstreamError, lastCommitDays, yamlFiles, type UpstreamProblem, type UpstreamRecord } from './upstream.ts';

export type OsaiSaid = Pick<OsaiAssessment, 'score' | 'dimensions'>;

type OsaiClass = (typeof osaiClasses)[number];
const points = { open: 1, partial: 0.5, closed: 0 } as const satisfies Record<OsaiClass, number>;

/** Four decimals, as the index's site rounds. */
const scoreOf = (dimensions: Readonly<Record<OsaiDimension, OsaiClass>>): number => {
  const sum = osaiDimensions.reduce((total, id) => total + points[dimensions[id]], 0);
  return Math.round((sum / osaiDimensions.length) * 10_000) / 10_000;
};

/** Reads a system's file; reports what does not parse, each with its line. */
export const readOsaiFile = (text: string, report: (line: number, reason: string) => void): { record: string; says: OsaiSaid } | null => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (node: Node | null | undefined): number => (node?.range == null ? 1 : lines.linePos(node.range[0]).line);
  for (const error of document.errors) report(error.linePos?.[0].line ?? 1, error.message.split(' at line ')[0]!);
  if (document.errors.length > 0) return null;

  const root = document.contents;
  if (!isMap(root)) {
    report(lineOf(root), 'not a mapping');
    return null;
  }
  const mapAt = (map: YAMLMap, key: string): YAMLMap | null => {
    const node = map.get(key, true) as Node | undefined;
    if (isMap(node)) return node;
    report(lineOf(node ?? map), node === undefined ? `no "${key}"` : `"${key}" is not a mapping`);
    return null;
  };

  const system = mapAt(root, 'system');
  if (system === null) return null;
  const name = system.get('name');
  if (typeof name !== 'string' || name.trim() === '') {
    report(lineOf(system), 'the system has no name');
    return null;
  }
  const dimensions: Partial<Record<OsaiDimension, OsaiClass>> = {};
  for (const id of osaiDimensions) {
    const dimension = mapAt(root, id);
    if (dimension === null) continue;
    const node = dimension.get('class', true) as Node | undefined;
    const value = isScalar(node) ? (node.value ?? 'closed') : node === undefined ? undefined : 'a nested value';
    if (value === undefined) report(lineOf(dimension), `"${id}" has no class`);
    else if ((osaiClasses as readonly unknown[]).includes(value)) dimensions[id] = value as OsaiClass;
    else report(lineOf(node), `"${id}" has the class "${String(value)}", expected ${osaiClasses.join(', ')}`);
  }
  if (osaiDimensions.some((id) => dimensions[id] === undefined)) return null;
  const all = dimensions as Record<OsaiDimension, OsaiClass>;
  return { record: name.trim(), says: { score: scoreOf(all), dimensions: all } };
};

/**
 * Every system of the checkout, in the order of its files.
 * @throws UpstreamError naming each file that does not parse, with its line.
 */
export const readOsaiDir = async (dir: string): Promise<UpstreamRecord<OsaiSaid>[]> => {
  const records: UpstreamRecord<OsaiSaid>[] = [];
  const problems: UpstreamProblem[] = [];
  const dayOf = await lastCommitDays(dir);
  for (const name of await yamlFiles(dir)) {
    const file = join(dir, name);
    const read = readOsaiFile(await readFile(file, 'utf8'), (line, reason) => problems.push({ file, line, reason }));
    if (read !== null) records.push({ ...read, file, asOf: await dayOf(name) });
  }
  if (problems.length > 0) throw new UpstreamError(problems);
  return records;
};
