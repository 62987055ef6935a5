import { describe, expect, it } from 'vitest';
import { ownCard, ownExample, ownLimits, parseOwnGlossary, writeOwnGlossary } from '../../glossary/own-records.ts';

const file = (records: unknown): string => JSON.stringify({ ajar: 'own-glossary', records }, null, 1);
const problems = (json: string): string[] => {
  const parsed = parseOwnGlossary(json);
  return 'problems' in parsed ? parsed.problems.map(({ line, reason, args }) => `${line}: ${[reason, ...args].join(' ')}`) : [];
};

describe('parseOwnGlossary', () => {
  it('reads records and gives them back', () => {
    const parsed = parseOwnGlossary(file([
      { kind: 'tool', name: 'House Model', text: 'Our model for letters.', names: ['HouseModel', { text: 'Letters', cues: ['house'] }], source: 'https://intranet.example/hm' },
      { kind: 'concept', name: 'Four-eyes rule' },
    ]));
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
    expect(parsed.records.map(({ id, names }) => [id, names.map((name) => name.safety)])).toEqual([
      ['own-house-model', ['alone', 'context']],
      ['own-four-eyes-rule', ['alone']],
    ]);
    expect(parseOwnGlossary(writeOwnGlossary(parsed.records))).toEqual(parsed);
  });

  it('reads the example that a reader begins with', () => {
    expect(parseOwnGlossary(writeOwnGlossary(ownExample))).toEqual({ records: ownExample });
  });

  it('tells what is wrong with a name once', () => {
    expect(problems(file([{ kind: 'tool', name: 'Evil \u202egnp.exe' }]))).toHaveLength(1);
  });

  it('tells the line of every record that is wrong, and takes none', () => {
    const json = file([{ kind: 'tool', name: 'Good One' }, { kind: 'car', name: 'Bad One' }, { kind: 'tool', name: 7 }]);
    const lines = json.split('\n');
    expect(problems(json)).toEqual([
      `${lines.findIndex((line) => line.includes('"car"'))}: bad-kind model, product, tool, framework, dataset, organisation, company, licence, regulation, concept`,
      expect.stringMatching(new RegExp(`^${lines.findIndex((line) => line.includes('7')) - 1}: text-missing "name"`)),
    ]);
  });

  it.each([
    ['an ordinary word without cues', { kind: 'tool', name: 'letter' }, /name-is-ordinary letter/],
    ['a pattern', { kind: 'tool', name: 'GPT-.*' }, /name-is-pattern/],
    ['a script address', { kind: 'tool', name: 'House Model', source: 'javascript:alert(1)' }, /source-not-https/],
    ['an address without encryption', { kind: 'tool', name: 'House Model', source: 'http://a.example/' }, /source-not-https/],
    ['an address with a password', { kind: 'tool', name: 'House Model', source: 'https://a:b@a.example/' }, /source-not-https/],
    ['a direction mark', { kind: 'tool', name: 'House \u202eModel' }, /text-bad-characters/],
    ['an invisible character', { kind: 'tool', name: 'House\u200bModel two' }, /text-bad-characters/],
    ['too long a text', { kind: 'tool', name: 'House Model', text: 'x'.repeat(ownLimits.textLength + 1) }, /text-too-long/],
    ['too many names', { kind: 'tool', name: 'House Model', names: Array.from({ length: ownLimits.names + 1 }, (_, index) => `Name ${index}`) }, /bad-names 10/],
    ['a provision, which needs its law', { kind: 'provision', name: 'Article 1' }, /bad-kind/],
  ])('refuses %s', (_, record, reason) => expect(problems(file([record])).join('\n')).toMatch(reason));

  it.each([
    ['', /not-json/],
    ['{"ajar": "own-glossary",\n "records": [,]}', /^2: not-json/],
    ['[]', /not-own-glossary/],
    ['{"ajar":"back-up"}', /not-own-glossary/],
    [JSON.stringify({ ajar: 'own-glossary', records: [], more: 'x'.repeat(ownLimits.bytes) }), /too-large/],
    [file(Array.from({ length: ownLimits.records + 1 }, (_, index) => ({ kind: 'tool', name: `Tool ${index}` }))), /too-many 500/],
    [file([{ kind: 'tool', name: 'House Model' }, { kind: 'tool', name: 'house model' }]), /same-name/],
  ])('refuses the file %#', (json, reason) => expect(problems(json).join('\n')).toMatch(reason));
});

describe('ownCard', () => {
  it('is marked as the reader’s own and judges nothing', () => {
    const parsed = parseOwnGlossary(file([{ kind: 'model', name: 'House Model', text: 'Ours.' }]));
    if ('problems' in parsed) throw new Error('unexpected');
    const card = ownCard(parsed.records[0]!, '2026-11-23');
    expect(card).toMatchObject({ own: true, name: 'House Model', summary: { text: 'Ours.' } });
    expect(card.model).toBeUndefined();
    // Where the reader names no page, there is none to link to.
    expect(card).toMatchObject({ sources: [], links: [] });
  });
});
