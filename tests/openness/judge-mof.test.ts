import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { componentIds, components, type ComponentId } from '../../data/schema/lists.ts';
import { judgeMof, mofInputOf, mofInputOfMot } from '../../openness/judge-mof.ts';
import type { MofInput } from '../../openness/types.ts';
import { MotFileError, readMotFile } from '../../tools/mot-file.ts';
import { motTestRecords, type MotTestRecord } from './mot-test-records.ts';
import { released, releaseOf } from './records.ts';

/** The record in upstream's own YAML. */
const yamlOf = ({ name, licences, components: listed }: MotTestRecord): string => [
  'framework:', '  name: Model Openness Framework', "  version: '1.0'", "  date: '2024-12-15'",
  'release:', `  name: ${JSON.stringify(name)}`, "  date: '2025-06-17'",
  `  license: ${JSON.stringify(Object.fromEntries(Object.entries(licences).map(([type, licence]) => [type, { name: licence, path: '' }])))}`,
  '  components:',
  ...listed.flatMap((component) => {
    const [label, licence] = component.split(': ') as [string, string?];
    return [`  - name: ${label}`, '    description: ""', ...(licence === undefined ? [] : [`    license: ${licence}`])];
  }),
].join('\n');

describe('agreement with the Model Openness Tool', () => {
  it('holds its 27 test records', () => expect(motTestRecords).toHaveLength(27));

  it.each(motTestRecords)('gives its answer for $name', (record) => {
    const verdict = judgeMof(readMotFile(yamlOf(record)));
    expect(verdict.class).toBe(record.class);
    expect([verdict.progress.III, verdict.progress.II, verdict.progress.I]).toEqual(record.progress);
  });
});

const listed = (...ids: readonly ComponentId[]): MofInput['components'] => Object.fromEntries(ids.map((id) => [id, { licence: null }]));
const classIii = ['architecture', 'parameters-final', 'model-card', 'data-card', 'technical-report', 'evaluation-results'] as const;
const classIi = [...classIii, 'training-code', 'inference-code', 'evaluation-code', 'evaluation-data'] as const;

describe('judgeMof', () => {
  it('names what the next class lacks', () => {
    const verdict = judgeMof({
      components: { ...listed(...classIii.filter((id) => id !== 'data-card')), 'model-card': { licence: 'CC-BY-NC-4.0' } },
      unknown: ['data-card'], licences: { distribution: 'MIT' },
    });
    expect(verdict).toMatchObject({ class: null, missing: [], notOpen: ['model-card'], unknown: ['data-card'] });
    expect(judgeMof({ components: listed(...classIii), licences: { distribution: 'MIT' } }))
      .toMatchObject({ class: 'III', missing: ['training-code', 'inference-code', 'evaluation-code', 'evaluation-data'] });
  });

  it('lets a research paper stand in for a technical report, and asks for it in class I', () => {
    const withPaper = [...classIi.filter((id) => id !== 'technical-report'), 'research-paper'] as const;
    const verdict = judgeMof({ components: listed(...withPaper), licences: { distribution: 'Apache-2.0' } });
    expect(verdict.class).toBe('II');
    expect(verdict.missing).toEqual(['preprocessing-code', 'parameters-intermediate', 'datasets']);
    const withReport = judgeMof({ components: listed(...classIi), licences: { distribution: 'Apache-2.0' } });
    expect(withReport.missing).toContain('research-paper');
  });

  it('asks for open terms of a paper that is to stand in', () => {
    const verdict = judgeMof({
      components: { ...listed(...classIii.filter((id) => id !== 'technical-report')), 'research-paper': { licence: 'arXiv.org perpetual, non-exclusive license 1.0' } },
      licences: { distribution: 'MIT' },
    });
    expect(verdict).toMatchObject({ class: null, missing: [], notOpen: ['research-paper'] });
  });

  it('does not count evaluation results inside a report, nor a data card inside a model card, unless they are listed', () => {
    const verdict = judgeMof({ components: listed('architecture', 'parameters-final', 'model-card', 'technical-report'), licences: { distribution: 'MIT' } });
    expect(verdict).toMatchObject({ class: null, missing: ['data-card', 'evaluation-results'] });
  });

  it.each([
    ['a component\'s own licence', { licence: 'GPL-3.0-only' }, { code: 'CC-BY-NC-4.0', distribution: 'CC-BY-NC-4.0' }, true],
    ['the licence for its content type', { licence: null }, { code: 'GPL-3.0-only', distribution: 'CC-BY-NC-4.0' }, true],
    ['the licence for all', { licence: null }, { data: 'CC-BY-NC-4.0', distribution: 'GPL-3.0-only' }, true],
    ['none', { licence: null }, { data: 'MIT' }, false],
    ['an empty text, which ends the search', { licence: '' }, { distribution: 'MIT' }, false],
    ['"unlicensed", which ends the search', { licence: 'unlicensed' }, { distribution: 'MIT' }, false],
    ['another spelling of an open licence', { licence: 'Apache 2.0' }, {}, false],
    ['another case of an open licence', { licence: 'apache-2.0' }, {}, false],
    ['a data licence, open for code all the same', { licence: 'ODbL-1.0' }, {}, true],
    ['OpenMDW', { licence: 'OpenMDW-1.0' }, {}, true],
  ] as const)('resolves %s', (_, architecture, licences, isOpen) => {
    expect(judgeMof({ components: { architecture }, licences }).progress.III > 0).toBe(isOpen);
  });

  it('warns of an open licence made for other content, and still counts it', () => {
    const verdict = judgeMof({ components: listed(...classIii), licences: { distribution: 'MIT' } });
    expect(verdict.class).toBe('III');
    expect(verdict.conditional).toEqual(['parameters-final', 'model-card', 'data-card', 'technical-report', 'evaluation-results']);
    expect(judgeMof({ components: listed(...classIii), licences: { distribution: 'OpenMDW-1.0' } }).conditional).toEqual([]);
  });

  it('never falls when an open component is added', () => {
    const rank = (input: MofInput): readonly number[] => {
      const { class: mofClass, progress } = judgeMof(input);
      return [mofClass === null ? 0 : 4 - mofClass.length, progress.III, progress.II, progress.I];
    };
    const licence = fc.constantFrom(null, '', 'MIT', 'CC-BY-4.0', 'CC-BY-NC-4.0', 'unlicensed', 'arXiv');
    fc.assert(fc.property(
      fc.dictionary(fc.constantFrom(...componentIds), fc.record({ licence })),
      fc.constantFrom({}, { distribution: 'MIT' }, { code: 'Apache-2.0', data: 'X' }),
      fc.constantFrom(...componentIds),
      (given, licences, id) => {
        const before = rank({ components: given, licences });
        const after = rank({ components: { ...given, [id]: { licence: 'MIT' } }, licences });
        after.forEach((value, at) => expect(value).toBeGreaterThanOrEqual(before[at]!));
      },
    ));
  });
});

describe('mofInputOf', () => {
  it('takes what is released in full, spells licences as SPDX does, and keeps the unknown apart', () => {
    const release = releaseOf({
      licences: { distribution: 'apache-2.0' },
      components: { 'architecture': released('gpl-3.0-only'), 'datasets': { ...released(), value: 'partly' }, 'parameters-final': released() },
    });
    const input = mofInputOf(release);
    expect(input.components).toEqual({ 'architecture': { licence: 'GPL-3.0-only' }, 'parameters-final': { licence: null } });
    expect(input.licences).toEqual({ distribution: 'Apache-2.0' });
    expect(input.unknown).toHaveLength(componentIds.length - 3);
  });
});

describe('mofInputOfMot', () => {
  it('keeps licences as the tool\'s record prints them', () => {
    const input = mofInputOfMot({
      by: 'mot', record: 'X', components: { 'architecture': 'Apache 2.0', 'datasets': null }, licences: { distribution: 'MIT' },
      source: 'mot', asOf: null, checked: '2026-11-23', via: 'copy',
    });
    expect(judgeMof(input)).toMatchObject({ class: null, progress: { III: 0 } });
    expect(input).toEqual({ components: { architecture: { licence: 'Apache 2.0' }, datasets: { licence: null } }, licences: { distribution: 'MIT' } });
  });
});

describe('readMotFile', () => {
  const file = (release: string): string => `framework: {name: Model Openness Framework}\nrelease:\n  name: X\n${release}`;

  it('takes the last entry of a component that is listed twice, and says so', () => {
    const read = readMotFile(file('  components:\n  - {name: Datasets, license: MIT}\n  - {name: Datasets, license: unlicensed}\n'));
    expect(read.components).toEqual({ datasets: { licence: 'unlicensed' } });
    expect(read.warnings).toEqual(['line 6: "Datasets" is listed again; this entry counts']);
  });

  it('reads the older form, in which a component that is not released is listed as such', () => {
    const read = readMotFile(file('  components:\n  - {name: Datasets, license_name: Component not included}\n  - {name: Model card, license_name: MIT}\n'));
    expect(read.components).toEqual({ 'model-card': { licence: 'MIT' } });
  });

  it('leaves a component that the framework does not have out of account, and says so', () => {
    const read = readMotFile(file('  components:\n  - {name: Weights, license: MIT}\n'));
    expect(read.components).toEqual({});
    expect(read.warnings).toEqual(['line 5: the framework has no component "Weights"']);
  });

  it.each([
    ['no components', '', {}],
    ['components: null', '  components:\n', {}],
    ['an empty list of licences', '  license: []\n  components:\n  - name: Datasets\n', { datasets: { licence: null } }],
    ['a licence that is a number', '  components:\n  - {name: Datasets, license: 1.0}\n', { datasets: { licence: '1' } }],
    ['an empty licence', "  components:\n  - {name: Datasets, license: ''}\n", { datasets: { licence: '' } }],
  ])('reads a record with %s', (_, release, expected) => expect(readMotFile(file(release)).components).toEqual(expected));

  it('leaves a licence for all out of account that upstream cannot read either', () => {
    const read = readMotFile(file('  license: {distribution: MIT, code: {name: Apache-2.0}}\n'));
    expect(read.licences).toEqual({ code: 'Apache-2.0' });
    expect(read.warnings).toEqual(['line 4: the distribution licence has no "name"']);
  });

  it.each([
    ['broken YAML', 'release:\n  name: X\n  components: [', 3],
    ['a key given twice', 'release:\n  name: X\n  name: Y', 3],
    ['another kind of file', '- a\n- b', 1],
    ['an empty file', '', 1],
    ['no release', 'framework: {}', 1],
    ['no name', 'release:\n  components: []', 2],
    ['components that are no list', file('  components: {}\n'), 4],
    ['a component that is no mapping', file('  components:\n  - Datasets\n'), 5],
    ['a component without a name', file('  components:\n  - license: MIT\n'), 5],
  ])('refuses %s with its line', (_, text, line) => {
    expect(() => readMotFile(text)).toThrow(MotFileError);
    try { readMotFile(text); } catch (error) { expect((error as MotFileError).line).toBe(line); }
  });
});

describe('npm run mof', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mof-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints a line for each good file, names the broken one and fails', () => {
    const [good, broken, gone] = ['good.yml', 'broken.yml', 'gone.yml'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(good, yamlOf(motTestRecords.find(({ name }) => name === 'Class2R')!));
    writeFileSync(broken, 'release:\n  name: [X');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/mof.ts', broken, good, gone], { encoding: 'utf8' });
    expect(stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown))
      .toEqual([{ file: good, class: 'II', progress: { I: 76.92307692307693, II: 100, III: 100 } }]);
    expect(stderr).toContain(`${broken}:2: `);
    expect(stderr).toContain(`${gone}:1: `);
    expect(status).toBe(1);
  });
});

it('knows the framework\'s counts', () => {
  const required = (mofClass: string): number => componentIds.filter((id) => components[id].required && components[id].class === mofClass).length;
  expect([required('III'), required('II'), required('I')]).toEqual([6, 4, 4]);
});
