/**
 * The one way in which a file under `data/` is written, so that two people who edit the same record by different
 * means make the same lines. Used by every tool that writes records; `npm run data:format -- FILE ...` rewrites files in
 * place and leaves one that is no record as it is. It does not check a record: that is the work of `npm run data:check`.
 *
 * Keys come in the order of the schema, sources by their key; what equals the schema's default is left out. A fact, a
 * name, a link or a source stands on one line where that fits 140 columns, which is what a wide review pane shows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { folders, type DataFile, type Folder } from '../data/schema/record.ts';
import type { Kind } from '../data/schema/lists.ts';

const maxColumns = 140;

/** The folder that holds records of a kind; a provision lives in its regulation's file. */
export const folderOfKind: Record<Kind, Folder> = {
  model: 'models', product: 'products', tool: 'tools', framework: 'tools', dataset: 'datasets',
  organisation: 'organisations', company: 'organisations', licence: 'licences',
  regulation: 'regulations', provision: 'regulations', concept: 'concepts',
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** As much of a Valibot schema as the order of keys depends on. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly default?: unknown;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly key?: string;
  readonly options?: readonly Shape[];
}

const unwrap = (shape: Shape | undefined): Shape | undefined => (shape?.wrapped ? unwrap(shape.wrapped) : shape);

const isDefault = (shape: Shape, value: Json): boolean =>
  shape.type === 'optional' && shape.default !== undefined && JSON.stringify(shape.default) === JSON.stringify(value);

/** The option of a variant that `value` belongs to, by the literal at its discriminating key. */
const optionFor = (shape: Shape, value: { [key: string]: Json }): Shape | undefined =>
  shape.options?.find((option) => {
    const literal = option.entries?.[shape.key ?? ''] as { literal?: unknown } | undefined;
    return literal?.literal === value[shape.key ?? ''];
  });

/** `value` with its keys in the schema's order and without defaults; unknown keys stay, at the end. */
const arrange = (shapeOrWrapped: Shape | undefined, value: Json): Json => {
  const shape = unwrap(shapeOrWrapped);
  if (Array.isArray(value)) return value.map((item) => arrange(shape?.item, item));
  if (value === null || typeof value !== 'object') return value;
  if (shape?.type === 'variant') return arrange(optionFor(shape, value), value);
  if (shape?.type === 'record') {
    return Object.fromEntries(
      Object.keys(value).sort().map((key) => [key, arrange(shape.value, value[key] as Json)]),
    );
  }
  const entries = shape?.entries ?? {};
  const known = Object.keys(entries).filter((key) => value[key] !== undefined && !isDefault(entries[key] as Shape, value[key]));
  const unknown = Object.keys(value).filter((key) => !(key in entries));
  return Object.fromEntries([...known, ...unknown].map((key) => [key, arrange(entries[key], value[key] as Json)]));
};

const isObject = (value: Json): value is { [key: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);

/** A leaf or a fact may stand on one line; a table or a list of objects never does. */
const mayBeOneLine = (value: Json): boolean => {
  if (Array.isArray(value)) return !value.some(isObject);
  if (!isObject(value)) return true;
  return 'source' in value || !Object.values(value).some(isObject);
};

const oneLine = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, own]) => `${JSON.stringify(key)}: ${oneLine(own)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};

/** `prefix` is what stands before the value on its first line, `indent` the indentation of that line. */
const print = (value: Json, indent: string, prefix: string): string => {
  const short = oneLine(value);
  const isRoot = indent === '' && prefix === '';
  if (!isRoot && mayBeOneLine(value) && (indent + prefix + short).length < maxColumns) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + print(item, inner, ' ')).join(',\n')}\n${indent}]`;
  }
  if (!isObject(value)) return short;
  const lines = Object.entries(value).map(([key, own]) => {
    const label = `${JSON.stringify(key)}: `;
    return inner + label + print(own, inner, label);
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
};

/** The text of a record file: JSON with two spaces, keys in the schema's order, a line end at its end. */
export const formatRecord = (file: DataFile): string => {
  const schema = folders[folderOfKind[file.kind]] as unknown as Shape;
  return `${print(arrange(schema, file as unknown as Json), '', '')}\n`;
};

/** The new text of a record file, or why it cannot be put into the form. */
export const reformat = (text: string): { readonly text: string } | { readonly reason: string } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { reason: `not JSON: ${(error as Error).message}` };
  }
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? String(json.kind) : '';
  return kind in folderOfKind ? { text: formatRecord(json as DataFile) } : { reason: `no record: it has no "kind" of ${Object.keys(folderOfKind).join(', ')}` };
};

if (import.meta.main) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) {
    console.error('usage: npm run data:format -- FILE ...');
    process.exitCode = 1;
  }
  for (const path of paths) {
    let reason: string | null = null;
    try {
      const done = reformat(readFileSync(path, 'utf8'));
      if ('text' in done) writeFileSync(path, done.text);
      else ({ reason } = done);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      reason = error.message;
    }
    if (reason !== null) {
      console.error(`${path}: ${reason}; left as it is`);
      process.exitCode = 1;
    }
  }
}
