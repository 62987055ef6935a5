import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../tools/records.ts';
import { jsonSchemaDir, makeJsonSchemas } from '../../tools/schema.ts';

describe('JSON Schemas for editors', () => {
  it.each(Object.entries(makeJsonSchemas()))('%s is as committed (else run: npm run data:schema)', (folder, text) => {
    expect(readFileSync(join(jsonSchemaDir, `${folder}.schema.json`), 'utf8')).toBe(text);
  });

  it('are named by every record, so that an editor completes any of them', async () => {
    const { files } = await readFiles();
    expect(files.filter(({ file, folder }) => file.$schema !== `../schema/json/${folder}.schema.json`).map(({ path }) => path)).toEqual([]);
  });
});
