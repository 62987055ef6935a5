import { describe, expect, it } from 'vitest';
import { describeChanges, type PlainFile } from '../../tools/data-changes.ts';

const how = { source: 's', asOf: '2025-01-01', checked: '2026-01-01', via: 'original' };
const family = (release: object = {}): PlainFile => ({
  kind: 'model', id: 'aria', name: 'Aria', sources: {},
  releases: [{ id: 'aria-1', name: 'Aria 1', licences: { distribution: { value: 'mit', ...how } }, ...release }],
});

describe('describeChanges', () => {
  it('tells added, removed and renamed records', () => {
    const gone = { kind: 'concept', id: 'old', name: 'Old' };
    const text = describeChanges([family(), gone], [{ ...family(), name: 'Aria family' }, { kind: 'tool', id: 'new', name: 'New' }]);
    expect(text).toContain('## Added\n\n- New (tool, `new`)');
    expect(text).toContain('## Removed\n\n- Old (concept, `old`)');
    expect(text).toContain('## Renamed\n\n- Aria → Aria family (model, `aria`)');
  });

  it("tells a fact's old and new value under the release that it is of", () => {
    const text = describeChanges([family()], [family({ licences: { distribution: { value: 'apache-2.0', ...how } } })]);
    expect(text).toBe('## Changed\n\n- Aria 1 (model, `aria-1`)\n  - licences.distribution: “mit” → “apache-2.0”\n');
  });

  it('says when a fact became known or unknown', () => {
    const text = describeChanges([family({ gated: { value: true, ...how } })], [family({ gated: null, released: { value: '2025', ...how } })]);
    expect(text).toContain('gated: true → not known');
    expect(text).toContain('released: not known → “2025”');
  });

  it('says nothing of a fact that was only checked again', () => {
    const again = { value: 'mit', ...how, checked: '2026-06-01', source: 'other', asOf: '2026-05-01' };
    expect(describeChanges([family()], [family({ licences: { distribution: again } })])).toBe('No change for a reader.\n');
  });

  it('tells list items apart by what they say, not by their place', () => {
    const statement = (value: string): object => ({ value, ...how });
    const text = describeChanges(
      [family({ statements: [statement('One.')] })],
      [family({ statements: [statement('Zero.'), statement('One.')] })],
    );
    expect(text).toContain('Zero.');
    expect(text).not.toContain('One.');
  });

  it('tells of names the forms alone, on one line, and nothing of how they are told apart', () => {
    const names = (...texts: string[]): object[] => texts.map((text) => ({ text, safety: 'context', cues: [`word of ${text}`] }));
    const old = { ...family(), names: names('Aria', 'Ariel') };
    const text = describeChanges([old], [{ ...family(), names: [{ text: 'Aria', safety: 'alone' }, ...names('Arya', 'アリア')] }]);
    expect(text).toBe('## Changed\n\n- Aria (model, `aria`)\n  - names: also Arya, アリア\n  - names: no longer Ariel\n');
  });

  it('tells of an assessment and a part only what differs in it', () => {
    const assessed = (datasets: string): object => ({
      assessments: [{ by: 'mot', record: 'Aria', components: { 'model-card': 'MIT', datasets }, ...how }],
      components: { datasets: { value: 'released', licence: null, url: `https://${datasets}.example/`, ...how } },
    });
    const text = describeChanges([family(assessed('mit'))], [family(assessed('odc-by'))]);
    expect(text).toContain('\n  - assessments: mot Aria: components.datasets: “mit” → “odc-by”\n');
    expect(text).toContain('\n  - components.datasets.url: “https://mit.example/” → “https://odc-by.example/”\n');
    expect(text).not.toContain('model-card');
  });

  it('tells a date that is new from one that went', () => {
    const law = (date: string): PlainFile => ({ kind: 'regulation', id: 'act', name: 'Act', dates: [{ date, meaning: 'in-force', ...how }] });
    expect(describeChanges([law('2026-01-01')], [law('2026-02-01')])).toContain('  - dates: added in-force 2026-02-01\n  - dates: removed in-force 2026-01-01\n');
  });
});
