import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  conditionReasons, disagreementReasons, exemptionDuties, licenceReasons, publishedParts, tierReasons,
} from '../../openness/types.ts';

const rows = readFileSync(new URL('../../docs/judgement.md', import.meta.url), 'utf8').split('\n').filter((line) => line.startsWith('| '));

it.each([...new Set([...licenceReasons, ...tierReasons, ...conditionReasons, ...disagreementReasons, ...publishedParts, ...exemptionDuties])])(
  'the rules word "%s"', (id) => expect(rows.some((row) => row.includes(`| \`${id}\` |`))).toBe(true));
