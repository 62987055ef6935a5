import { expect, it } from 'vitest';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { sensesOf } from '../../mentions/cues.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import { findProvision } from '../../mentions/provision-records.ts';
import { Sieve } from '../../mentions/sieve.ts';
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

it('packs the names of the dataset into 250 kB, what tells their senses apart into 180 kB, and 10,000 synthetic names into 400 kB', async () => {
  const real = buildLexicon((await loadRecords()).byId.values());
  expect(Buffer.byteLength(real.letters + real.names)).toBeLessThanOrEqual(250_000);
  expect(Buffer.byteLength(real.senses)).toBeLessThanOrEqual(180_000);
  const made = buildLexicon(synthetic(10_000));
  expect(Buffer.byteLength(made.letters + made.names)).toBeLessThanOrEqual(400_000);
});

it('finds each of 10,000 names that are safe alone', () => {
  const many = synthetic(10_000);
  const open = openLexicon(buildLexicon(many));
  const safe = many.filter((_, i) => i % 4 !== 0 && i % 37 === 1);
  for (const { name, id } of safe) expect(read(`We used ${name} here.`, {}, open)).toEqual([`${name} = ${id}`]);
});

it('finds a name whatever words came before it', async () => {
  const packed = buildLexicon((await loadRecords()).byId.values());
  const open = openLexicon(packed);
  const fresh = openLexicon(packed);
  const prints = Array.from({ length: fresh.names.count }, (_, form) => fresh.names.print(form));
  const sieve = new Sieve(open, false);
  // The beginnings of names are words of their own in some text: "ja", of "Jamba".
  for (const beginning of new Set(prints.flatMap((print) => Array.from({ length: Math.min(print.length, 12) }, (_, i) => print.slice(0, i + 1))))) sieve.next(beginning, 0);
  const lengthsOf = (lexicon: Lexicon): number[] => prints.map((print) => {
    const one = new Sieve(lexicon, false);
    return one.next(print, 0) === 0 ? one.lengths : 0;
  });
  expect(lengthsOf(open)).toEqual(lengthsOf(fresh));
});

it('knows the records of its names, and provisions by their number', () => {
  const byId = new Map(Array.from({ length: lexicon.names.count }, (_, form) => lexicon.entry(form).record).map((record) => [record.id, record]));
  expect(byId.get('gpt-4o')).toMatchObject({ id: 'gpt-4o', name: 'GPT-4o', kind: 'model', family: 'gpt' });
  expect(byId.get('command-r-plus')?.name).toBe('Command R+');
  expect(byId.get('mistral-7b')?.maker).toBe('mistral-ai');
  expect(findProvision(lexicon, 'eu-ai-act', 'article', '53')).toEqual({ id: 'eu-ai-act/art-53', name: 'EU AI Act, Article 53', kind: 'provision' });
  expect(findProvision(lexicon, 'eu-ai-act', 'definition', '63')?.name).toBe('EU AI Act, Article 3(63)');
  expect(findProvision(lexicon, 'eu-ai-act', 'article', '54')).toBeUndefined();
});

it('refuses what is no lexicon', () => {
  const { letters, names, senses } = buildLexicon(records);
  expect(() => openLexicon({ letters, names: 'nonsense' })).toThrow('not a lexicon');
  expect(() => openLexicon({ letters, names: names.slice(0, -1) })).toThrow('not a lexicon');
  expect(() => sensesOf(openLexicon({ letters, names, senses: senses.slice(0, -1) }))).toThrow('not a lexicon');
});

it('asks for context where a record calls an ambiguous form safe', () => {
  const open = openLexicon(buildLexicon([thing('product', 'nova', 'Nova', 'Nova')]));
  expect(read('The Nova shone for two weeks.', {}, open)).toEqual([]);
});
