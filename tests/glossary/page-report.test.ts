/** A page's report: records once, counts right, claims judged. */
import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../glossary/card.ts';
import { differingClaims, groupByKind, makePageReport } from '../../glossary/page-report.ts';
import type { FrameReport, PageMention } from '../../glossary/report.ts';

const entries: GlossaryEntry[] = [
  { id: 'llama', kind: 'model', name: 'Llama', also: [] },
  { id: 'llama-3.1', kind: 'model', name: 'Llama 3.1', also: [], parent: 'Llama', tier: 'restricted-weights' },
  { id: 'olmo-2', kind: 'model', name: 'OLMo 2', also: [], tier: 'open-source' },
  { id: 'eu-ai-act/art-53', kind: 'provision', name: 'EU AI Act, Article 53', also: [], parent: 'EU AI Act' },
  { id: 'eu-ai-act/art-2', kind: 'provision', name: 'EU AI Act, Article 2', also: [], parent: 'EU AI Act' },
  { id: 'gdpr/art-22', kind: 'provision', name: 'GDPR, Article 22', also: [], parent: 'GDPR' },
];
const entryOf = (id: string) => entries.find((entry) => entry.id === id);
const mention = (n: number, id: string): PageMention => {
  const { kind, name } = entryOf(id) ?? { kind: 'model' as const, name: id };
  return { n, id, kind, name, text: name, before: '', after: '' };
};
const frame = (ids: readonly string[], over: Partial<FrameReport> = {}): FrameReport => ({ mentions: ids.map((id, n) => mention(n, id)), claims: [], complete: true, ...over });

describe('makePageReport', () => {
  it('lists a record once, in order of first mention, over all frames', () => {
    const report = makePageReport([{ frame: 0, report: frame(['olmo-2', 'llama-3.1', 'olmo-2']) }, { frame: 4, report: frame(['llama-3.1', 'llama']) }], entryOf);
    expect(report.records.map(({ id, mentions }) => [id, mentions.length])).toEqual([['olmo-2', 2], ['llama-3.1', 2], ['llama', 1]]);
    expect(report.mentions.map(({ frame: at, n }) => `${at}:${n}`)).toEqual(['0:0', '0:1', '0:2', '4:0', '4:1']);
  });

  it('counts models by tier, and a family of several tiers apart', () => {
    const report = makePageReport([{ frame: 0, report: frame(['olmo-2', 'llama-3.1', 'llama', 'olmo-2']) }], entryOf);
    expect(report.tiers).toEqual({ 'open-source': 1, 'restricted-weights': 1 });
    expect(report.mixed).toBe(1);
    expect(report.kinds).toEqual({ model: 3 });
  });

  it('counts distinct provisions by law, most first', () => {
    const report = makePageReport([{ frame: 0, report: frame(['gdpr/art-22', 'eu-ai-act/art-53', 'eu-ai-act/art-2', 'eu-ai-act/art-53']) }], entryOf);
    expect(report.provisions).toEqual([{ law: 'EU AI Act', count: 2 }, { law: 'GDPR', count: 1 }]);
  });

  it('judges each claim by the tier of what it is said of', () => {
    const claims = [
      { n: 0, id: 'olmo-2', text: 'open source', claim: 'open-source' as const }, { n: 1, id: 'llama-3.1', text: 'open source', claim: 'open-source' as const, speaker: 'Meta' },
      { n: 2, id: 'llama', text: 'open source', claim: 'open-source' as const },
    ];
    const report = makePageReport([{ frame: 2, report: frame(['olmo-2', 'llama-3.1', 'llama'], { claims }) }], entryOf);
    expect(report.claims.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted', 'unknown']);
    expect(report.claims[1]).toMatchObject({ frame: 2, speaker: 'Meta' });
    expect(report.records.find(({ id }) => id === 'llama-3.1')!.claims).toHaveLength(1);
    expect(differingClaims(report.claims)).toHaveLength(1);
  });

  it('keeps the page’s words for a record that the glossary no longer holds', () => {
    const report = makePageReport([{ frame: 0, report: frame(['gone-1']) }], entryOf);
    expect(report.records[0]).toMatchObject({ id: 'gone-1', name: 'gone-1', tier: null });
  });

  it('is complete once every frame is', () => {
    expect(makePageReport([{ frame: 0, report: frame([]) }, { frame: 1, report: frame([], { complete: false }) }], entryOf).complete).toBe(false);
    expect(makePageReport([], entryOf)).toMatchObject({ records: [], complete: true });
  });
});

describe('groupByKind', () => {
  it('puts models first and leaves out kinds without records', () => {
    const report = makePageReport([{ frame: 0, report: frame(['gdpr/art-22', 'olmo-2']) }], entryOf);
    expect(groupByKind(report.records).map(({ kind }) => kind)).toEqual(['model', 'provision']);
  });
});
