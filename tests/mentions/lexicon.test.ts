import { expect, it } from 'vitest';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon } from '../../mentions/lexicon.ts';
import { loadRecords } from '../../tools/records.ts';
import { lexicon, read, records, thing } from './fixture.ts';

/** Names that look like those of models and laws, in the proportions of the dataset; the same on every run. */
const synthetic = (count: number) => {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const syllables = 'ka ro mi ta len dor vex zu pri no sta ble ar qu in ex lo phi gra nt'.split(' ');
  return Array.from({ length: count }, (_, i) => {
    let word = '';
    for (let n = 2 + next(3); n > 0; n -= 1) word += syllables[next(syllables.length)]!;
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}${next(2) === 0 ? ` ${next(9) + 1}.${next(9)}` : ''}-${i}`;
    return thing((['model', 'tool', 'company'] as const)[i % 3]!, name.toLowerCase().replace(' ', '-'), name, i % 4 === 0 ? `${name}?` : name);
  });
};

it('packs the dataset into 250 kB and 10,000 synthetic names into 400 kB', async () => {
  const real = buildLexicon((await loadRecords()).byId.values());
  expect(Buffer.byteLength(real)).toBeLessThanOrEqual(250_000);
  expect(Buffer.byteLength(buildLexicon(synthetic(10_000)))).toBeLessThanOrEqual(400_000);
});

it('finds each of 10,000 names that are safe alone', () => {
  const many = synthetic(10_000);
  const open = openLexicon(buildLexicon(many));
  const safe = many.filter((_, i) => i % 4 !== 0 && i % 37 === 1);
  for (const { name, id } of safe) expect(read(`We used ${name} here.`, {}, open)).toEqual([`${name} = ${id}`]);
});

it('knows records and provisions by id', () => {
  expect(lexicon.record('gpt-4o')).toMatchObject({ id: 'gpt-4o', name: 'GPT-4o', kind: 'model', family: 'gpt' });
  expect(lexicon.record('command-r-plus')?.name).toBe('Command R+');
  expect(lexicon.record('mistral-7b')?.maker).toBe('mistral-ai');
  expect(lexicon.record('nobody')).toBeUndefined();
  expect(lexicon.provision('eu-ai-act', 'article', '53')).toEqual({ id: 'eu-ai-act/art-53', name: 'EU AI Act, Article 53', kind: 'provision' });
  expect(lexicon.provision('eu-ai-act', 'definition', '63')?.name).toBe('EU AI Act, Article 3(63)');
  expect(lexicon.provision('eu-ai-act', 'article', '54')).toBeUndefined();
  expect([...lexicon.allRecords()]).toHaveLength(records.filter(({ kind }) => kind !== 'provision').length);
});

it('refuses what is no lexicon', () => {
  expect(() => openLexicon('nonsense')).toThrow('not a lexicon');
  expect(() => openLexicon(buildLexicon(records).slice(0, -1))).toThrow('not a lexicon');
});

it('asks for context where a record calls an ambiguous form safe', () => {
  const open = openLexicon(buildLexicon([thing('product', 'nova', 'Nova', 'Nova')]));
  expect(read('The Nova shone for two weeks.', {}, open)).toEqual([]);
});
