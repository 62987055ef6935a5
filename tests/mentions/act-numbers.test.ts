import { expect, it } from 'vitest';
import { read } from './fixture.ts';

it.each([
  ['pl', 'Tak każe rozporządzenie 2024/1689.', 'rozporządzenie 2024/1689 = eu-ai-act'],
  ['pl', 'Tak jest w rozporządzeniu (UE) 2024/1689.', 'rozporządzeniu (UE) 2024/1689 = eu-ai-act'],
  ['de', 'Das verlangt die Verordnung (EU) 2024/1689.', 'Verordnung (EU) 2024/1689 = eu-ai-act'],
  ['fr', 'Le règlement (UE) n° 2024/1689 le dit.', 'règlement (UE) n° 2024/1689 = eu-ai-act'],
  ['en', 'Article 53 of Regulation (EU) 2024/1689 says so.', 'Article 53 of Regulation (EU) 2024/1689 = eu-ai-act/art-53'],
])('takes the noun before an act’s number into the name (%s: %s)', (lang, text, ...found) => {
  expect(read(text, { lang })).toEqual(found);
});

it.each(['Invoice 2024/1689 was paid.', 'The season 2024/1689 and regulation of the river'])('reads %j as no act', (text) => {
  expect(read(text, { lang: 'en' })).toEqual([]);
});
