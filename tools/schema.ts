/**
 * `npm run data:schema`: writes the JSON Schema of every data folder to `data/schema/json/`, which a record's `$schema`
 * names, so that an editor completes keys and closed lists while somebody types. A test holds them fresh.
 *
 * Editors check less than `npm run data:check`: what JSON Schema cannot say (real dates, sources that exist, references)
 * is left out here and checked there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { folders, type Folder } from '../data/schema/record.ts';

/** Where the schemas are kept, relative to the repository. */
export const jsonSchemaDir = join(import.meta.dirname, '..', 'data', 'schema', 'json');

/** The text of each folder's JSON Schema. */
export const makeJsonSchemas = (): Record<Folder, string> => {
  const texts = {} as Record<Folder, string>;
  for (const folder of Object.keys(folders) as Folder[]) {
    const schema = { ...toJsonSchema(folders[folder], { errorMode: 'ignore', typeMode: 'input' }), title: `Ajar: ${folder}` };
    texts[folder] = `${JSON.stringify(schema, null, 2)}\n`;
  }
  return texts;
};

if (import.meta.main) {
  mkdirSync(jsonSchemaDir, { recursive: true });
  for (const [folder, text] of Object.entries(makeJsonSchemas())) {
    writeFileSync(join(jsonSchemaDir, `${folder}.schema.json`), text);
  }
}
