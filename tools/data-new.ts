/**
 * `npm run data:new -- KIND ID "Name"`: writes the skeleton of a record for somebody to fill in: every field that must be
 * there, unknown, with a link to its JSON Schema for completion. It never overwrites a file, and takes no id that is in use.
 * The skeleton passes the schema; `npm run data:check` then asks for a sourced fact.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Id } from '../data/schema/fact.ts';
import { kinds, type Kind } from '../data/schema/lists.ts';
import { folders, type DataFile } from '../data/schema/record.ts';
import { folderOfKind, formatRecord } from './format-record.ts';
import { checkFiles, dataDir, readFiles } from './records.ts';

/** Why no file was written. */
export class NewRecordError extends Error {
  override name = 'NewRecordError';
}

/** Kinds that have a file of their own: a provision lives in its law's, a release in its family's. */
const ownFile = kinds.filter((kind) => kind !== 'provision');

const commonFields = (kind: Kind, id: string, name: string): object => ({
  $schema: `../schema/json/${folderOfKind[kind]}.schema.json`,
  sources: {},
  kind,
  id,
  name,
  names: [{ text: name, safety: 'context' }],
  summary: null,
});

const madeThing = { maker: null, country: null, released: null, licence: null };

/** A family's first release, for its id and name to be changed: a model is what was released, and a family alone says little. */
const firstRelease = (id: string, name: string): object => ({
  id: `${id}-1`,
  name: `${name} 1`,
  names: [{ text: `${name} 1`, safety: 'context' }],
  summary: null,
  maker: null,
  country: null,
  modalities: null,
  released: null,
  licences: { distribution: null },
  components: { 'parameters-final': null },
});

const kindFields = (kind: Kind, id: string, name: string): object => {
  switch (kind) {
    case 'model': return { maker: null, country: null, releases: [firstRelease(id, name)] };
    case 'product': case 'tool': case 'framework': case 'dataset': return madeThing;
    case 'organisation': case 'company': return { country: null };
    case 'licence': return {
      spdx: null, osiApproved: null, fsfFree: null, openDefinition: null, commercialUse: null, derivatives: null,
      userCap: null, fieldOfUse: null, territory: null,
    };
    // A jurisdiction and an instrument cannot be unknown: these two are there to be changed.
    case 'regulation': return { jurisdiction: 'EU', instrument: 'regulation', state: null, dates: [] };
    default: return {};
  }
};

/**
 * The text of a new record's file.
 * @throws NewRecordError on a kind, id or name that cannot be
 */
export const makeRecord = (kind: string, id: string, name: string): { kind: Kind; text: string } => {
  const known = ownFile.find((own) => own === kind);
  if (known === undefined) throw new NewRecordError(`no kind "${kind}": one of ${ownFile.join(', ')}`);
  if (!v.is(Id, id) || id.includes('/')) throw new NewRecordError(`"${id}" is no id: lower-case words with hyphens, such as llama-3.1-community`);
  const file = { ...commonFields(known, id, name), ...kindFields(known, id, name) };
  const result = v.safeParse(folders[folderOfKind[known]] as v.GenericSchema<unknown, DataFile>, file);
  if (!result.success) throw new NewRecordError(`"${name}" is no name: ${result.issues[0].message}`);
  return { kind: known, text: formatRecord(file as unknown as DataFile) };
};

/**
 * Writes a new record's file and returns its path, relative to `dir`.
 * @throws NewRecordError where the file or the id is there already, or an argument cannot be
 */
export const writeNewRecord = async (kind: string, id: string, name: string, dir: string = dataDir): Promise<string> => {
  const record = makeRecord(kind, id, name);
  const path = join(folderOfKind[record.kind], `${id}.json`);
  const { files } = await readFiles(dir);
  if (existsSync(join(dir, path))) throw new NewRecordError(`${path} is there already`);
  const { byId } = checkFiles(files).records;
  for (const taken of record.kind === 'model' ? [id, `${id}-1`] : [id]) {
    const other = byId.get(taken);
    if (other) throw new NewRecordError(`the id "${taken}" belongs to ${other.name}, a ${other.kind}`);
  }
  mkdirSync(join(dir, folderOfKind[record.kind]), { recursive: true });
  writeFileSync(join(dir, path), record.text, { flag: 'wx' });
  return path;
};

if (import.meta.main) {
  const [kind, id, name] = process.argv.slice(2);
  try {
    if (kind === undefined || id === undefined || name === undefined) throw new NewRecordError('usage: npm run data:new -- KIND ID "Name"');
    console.log(`Wrote data/${await writeNewRecord(kind, id, name)}. Fill it in, then run: npm run data:check`);
  } catch (error) {
    if (!(error instanceof NewRecordError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
