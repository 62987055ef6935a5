import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFrom } from '../../tools/import.ts';
import { CsvError, readCsv } from '../../tools/read-csv.ts';
import { UpstreamError } from '../../tools/upstream.ts';

let data: string;
let upstream: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ajar-data-'));
  upstream = await mkdtemp(join(tmpdir(), 'ajar-upstream-'));
});
afterEach(() => Promise.all([data, upstream].map((dir) => rm(dir, { recursive: true }))));

const put = async (root: string, path: string, content: string | object): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};
const read = async (path: string): Promise<any> => JSON.parse(await readFile(join(data, path), 'utf8'));

const how = { source: 's', asOf: '2025-01-01', checked: '2026-01-02', via: 'secondary' };
const dimensions = {
  datasources_basemodel: 'closed', datasources_endmodel: 'closed', weights_basemodel: 'open', weights_endmodel: 'open', trainingcode: 'closed',
  code: 'closed', hardware_architecture: 'closed', preprint: 'closed', paper: 'closed', modelcard: 'closed', datasheet: 'closed', licenses: 'closed',
};
const family = (assessments: object[], url = 'https://a.example/heron.yml'): object => ({
  sources: { s: { url, title: 'A record' } }, kind: 'model', id: 'heron', name: 'Heron', names: [], summary: null, maker: null, country: null,
  releases: [{ id: 'heron-1', name: 'Heron 1', names: [], summary: null, maker: null, country: null, released: null, licences: {}, components: {}, assessments }],
});
const company = (id: string, name: string, assessments: object[]): object => ({
  sources: { s: { url: 'https://a.example/scores', title: 'Scores' } }, kind: 'company', id, name, names: [], summary: null, country: null, assessments,
});

const motYaml = (name: string, components: string): string => `framework:
  name: 'Model Openness Framework'
  version: '1.0'
  date: '2024-12-15'
release:
  name: ${name}
  version: 2B
  date: '2026-03-01'
  license:
    distribution:
      name: Apache-2.0
      path: 'https://a.example/LICENSE'
  producer: Heronry
  components:
${components}`;

const osaiYaml = (name: string, classes: Record<string, string | null>): string => `---
# Organization tags:
# - National origin: Nowhere
system:
    name: ${name}
    link: https://a.example/heron
    type: text
    endmodellicense: Apache-2.0
    releasedate: 2025-03
    notes: A system.

org:
    name: Heronry
${Object.entries(classes).map(([id, value]) => `${id}:\n    class: ${value ?? ''}\n    link:\n    notes: Words, with a colon in quotes.\n`).join('\n')}`;

describe('import of the Model Openness Tool', () => {
  const stored = { by: 'mot', record: 'Heron', components: { 'model-card': null, datasets: 'MIT' }, licences: { distribution: 'MIT' }, ...how };

  it('updates what is stored, says what changed, and lists what is not in the data', async () => {
    await put(data, 'models/heron.json', family([stored]));
    await put(upstream, 'models/heron.yml', motYaml('Heron', `    -
      name: 'Model card'
      license: CC-BY-4.0
    -
      name: 'Training code'
      description: "Code, with 'quotes'"
    -
      name: Datasets
      license_name: 'Component not included'
`));
    await put(upstream, 'models/stork.yml', motYaml('Stork', "    - name: 'Model card'\n"));
    const report = await importFrom('mot', upstream, '2026-11-24', data);

    expect(report.changes).toEqual([
      'heron-1: mot "Heron": components.model-card: null -> "CC-BY-4.0"',
      'heron-1: mot "Heron": components.datasets: "MIT" -> not listed',
      'heron-1: mot "Heron": licences.distribution: "MIT" -> "Apache-2.0"',
      'heron-1: mot "Heron": asOf: "2025-01-01" -> "2026-03-01"',
      'heron-1: mot "Heron": components.training-code: not listed -> null',
    ]);
    expect(report.unknown).toEqual([`Stork (${join('models', 'stork.yml')})`]);
    const [assessment] = (await read('models/heron.json')).releases[0].assessments;
    expect(assessment).toMatchObject({ components: { 'model-card': 'CC-BY-4.0', 'training-code': null }, checked: '2026-11-24', via: 'secondary' });
  });

  it('of two records of one name takes the one whose file the source names', async () => {
    await put(data, 'models/heron.json', family([stored], 'https://a.example/models/heron.yml'));
    await put(upstream, 'models/a-copy.yml', motYaml('Heron', "    - name: 'Data card'\n"));
    await put(upstream, 'models/heron.yml', motYaml('Heron', "    - name: 'Research paper'\n"));
    await importFrom('mot', upstream, '2026-11-24', data);
    expect((await read('models/heron.json')).releases[0].assessments[0].components).toEqual({ 'research-paper': null });
  });

  it('changes nothing where one file does not parse, and names file and line', async () => {
    await put(data, 'models/heron.json', family([stored]));
    const before = await readFile(join(data, 'models/heron.json'), 'utf8');
    await put(upstream, 'models/heron.yml', motYaml('Heron', "    - name: 'Data card'\n"));
    await put(upstream, 'models/half.yml', motYaml('Half', "    - name: 'Model card\n"));
    await put(upstream, 'models/quarter.yml', "framework:\n  name: 'Model Openness Framework'\nrelease:\n  name: Quarter\n");
    const failure = await importFrom('mot', upstream, '2026-11-24', data).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UpstreamError);
    expect((failure as Error).message).toMatch(/models.half\.yml:\d+: /);
    expect((failure as Error).message).toMatch(/models.quarter\.yml:\d+: no component is listed/);
    expect(await readFile(join(data, 'models/heron.json'), 'utf8')).toBe(before);
  });
});

describe('import of the European Open Source AI Index', () => {
  const stored = { by: 'osai', record: 'Heron', score: 0.1667, dimensions, ...how };

  it('computes the score, counts an empty class as closed, and leaves settings files alone', async () => {
    await put(data, 'models/heron.json', family([stored]));
    await put(upstream, 'Heron.yaml', osaiYaml('Heron', { ...dimensions, paper: 'open', preprint: 'partial', code: null }));
    await put(upstream, '_parameters.yml', '- name: Availability\n');
    const report = await importFrom('osai', upstream, '2026-11-24', data);
    expect(report.changes).toEqual([
      'heron-1: osai "Heron": score: 0.1667 -> 0.2917',
      'heron-1: osai "Heron": dimensions.preprint: "closed" -> "partial"',
      'heron-1: osai "Heron": dimensions.paper: "closed" -> "open"',
    ]);
    expect(report.unknown).toEqual([]);
  });

  it('notes that an unchanged assessment was read again', async () => {
    await put(data, 'models/heron.json', family([stored]));
    await put(upstream, 'Heron.yaml', osaiYaml('Heron', dimensions));
    expect(await importFrom('osai', upstream, '2026-11-24', data)).toEqual({ changes: [], unchanged: 1, unknown: [] });
    expect((await read('models/heron.json')).releases[0].assessments[0].checked).toBe('2026-11-24');
  });

  it('takes the day of the last commit, where it reads a checkout', async () => {
    await put(data, 'models/heron.json', family([stored]));
    await put(upstream, 'Heron.yaml', osaiYaml('Heron', dimensions));
    const git = (...args: string[]): void => {
      const env = { ...process.env, GIT_AUTHOR_DATE: '2026-02-03T12:00:00Z', GIT_COMMITTER_DATE: '2026-02-03T12:00:00Z' };
      execFileSync('git', ['-C', upstream, '-c', 'user.name=a', '-c', 'user.email=a@a.example', ...args], { env, stdio: 'ignore' });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'a');
    const { changes } = await importFrom('osai', upstream, '2026-11-24', data);
    expect(changes).toEqual(['heron-1: osai "Heron": asOf: "2025-01-01" -> "2026-02-03"']);
  });

  it.each([
    ['a class that the index does not have', osaiYaml('Heron', { ...dimensions, paper: 'mostly' }), /Heron\.yaml:\d+: "paper" has the class "mostly"/],
    ['a file that stops half-way', osaiYaml('Heron', { code: 'open' }), /Heron\.yaml:\d+: no "licenses"/],
    ['a foreign file', 'version: 3\nservices: {}\n', /Heron\.yaml:1: no "system"/],
  ])('refuses %s', async (_, text, message) => {
    await put(data, 'models/heron.json', family([stored]));
    await put(upstream, 'Heron.yaml', text);
    await expect(importFrom('osai', upstream, '2026-11-24', data)).rejects.toThrow(message);
    expect((await read('models/heron.json')).releases[0].assessments[0].checked).toBe('2026-01-02');
  });
});

describe('import of the Foundation Model Transparency Index', () => {
  const stored = { by: 'fmti', edition: '2025-12', total: 1, model: 'Heron 1', domains: { Upstream: 1, Downstream: 0 }, ...how };
  const indicators = 'Domain,Subdomain,Indicator,Definition\nUpstream,Data,Data size,"How much, in ""tokens"""\nDownstream,Policy,"Permitted, and prohibited uses",What\n';

  it('sums totals and domains, and adds an edition to a company that the data has', async () => {
    await put(data, 'organisations/heronry.json', company('heronry', 'Heronry', [stored]));
    await put(data, 'organisations/rookery-ai.json', company('rookery-ai', 'Rookery AI', []));
    await put(upstream, 'Dec2025/Dec2025_scores.csv', 'Indicator,Heronry,Rookery,Eyrie\nData size,1,0,1\n"Permitted, and prohibited uses",1,1,0\n');
    await put(upstream, 'Dec2025/Dec2025_indicators.csv', indicators);
    const report = await importFrom('fmti', upstream, '2026-11-24', data);
    expect(report.changes.slice(0, 2)).toEqual(['heronry: fmti 2025-12: total: 1 -> 2', 'heronry: fmti 2025-12: domains.Downstream: 0 -> 1']);
    expect(report.unknown).toEqual([`Eyrie (${join('Dec2025', 'Dec2025_scores.csv')})`]);
    expect((await read('organisations/heronry.json')).assessments[0]).toMatchObject({ total: 2, model: 'Heron 1', domains: { Upstream: 1, Downstream: 1 } });
    expect((await read('organisations/rookery-ai.json')).assessments).toEqual([
      { by: 'fmti', edition: '2025-12', total: 1, model: null, domains: { Downstream: 1, Upstream: 0 }, source: 'fmti', asOf: '2025-12', checked: '2026-11-24', via: 'original' },
    ]);
  });

  it('reads the tables of 2023 with their domains and of 2024 with other wording than the list', async () => {
    await put(data, 'organisations/heronry.json', company('heronry', 'Heronry', []));
    await put(upstream, 'October2023/October2023_scores.csv', 'Domain,Subdomain,Indicator,Heronry,Total\nUpstream,Data,Data size,1,1\nModel,Basics,Model size,0,0\n,,Total,1,\n');
    await put(upstream, 'May2024/May2024_scores.csv', 'Indicator,Heronry\nData size,0\nUses that are permitted,1\nTotal,1');
    await put(upstream, 'fmti-indicators.csv', indicators);
    await importFrom('fmti', upstream, '2026-11-24', data);
    const { assessments } = await read('organisations/heronry.json');
    expect(assessments.map(({ edition, total, domains }: any) => [edition, total, domains])).toEqual([
      ['2024-05', 1, { Upstream: 0, Downstream: 1 }],
      ['2023-10', 1, { Upstream: 1, Model: 0 }],
    ]);
  });

  it.each([
    ['a score that is neither 0 nor 1', 'Indicator,Heronry\nData size,2\nUses,1\n', /_scores\.csv:2: Heronry has "2"/],
    ['a total that is not the sum', 'Indicator,Heronry\nData size,1\nUses,1\nTotal,5\n', /_scores\.csv:4: Heronry has the total "5"/],
    ['a table that stops between two rows', 'Indicator,Heronry\nData size,1\n', /_scores\.csv:2: 1 indicators, expected 2/],
    ['a table of a head alone', 'Indicator,Heronry\n', /_scores\.csv:1: 0 indicators, expected 2/],
    ['a row that is cut off', 'Indicator,Heronry,Rookery\nData size,1\n', /_scores\.csv:2: 2 cells, expected 3/],
    ['a quote that is not closed', 'Indicator,Heronry\n"Data size,1\n', /_scores\.csv:2: a quote is not closed/],
  ])('refuses %s', async (_, table, message) => {
    await put(data, 'organisations/heronry.json', company('heronry', 'Heronry', [stored]));
    await put(upstream, 'Dec2025/Dec2025_scores.csv', table);
    await put(upstream, 'Dec2025/Dec2025_indicators.csv', indicators);
    await expect(importFrom('fmti', upstream, '2026-11-24', data)).rejects.toThrow(message);
    expect((await read('organisations/heronry.json')).assessments[0].checked).toBe('2026-01-02');
  });

  it('refuses a folder that is no checkout of it', async () => {
    await put(upstream, 'README.md', 'Something else.');
    await expect(importFrom('fmti', upstream, '2026-11-24', data)).rejects.toThrow(/no record of the form/);
  });
});

describe('readCsv', () => {
  it('reads quoted commas, quotes and line breaks, and the line that a row begins on', () => {
    expect(readCsv('\uFEFFa,"b, ""c"""\r\n"d\ne",\r\n\r\nf,g')).toEqual([
      { line: 1, cells: ['a', 'b, "c"'] },
      { line: 2, cells: ['d\ne', ''] },
      { line: 5, cells: ['f', 'g'] },
    ]);
  });

  it('refuses text after a closing quote', () => {
    expect(() => readCsv('a\n"b"c')).toThrow(CsvError);
  });
});
