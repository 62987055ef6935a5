import { beforeAll, describe, expect, it } from 'vitest';
import type { Records } from '../../data/schema/record.ts';
import { lawOn } from '../../openness/law-on-day.ts';
import { buildCard, buildEntry } from '../../glossary/build-card.ts';
import { loadRecords } from '../../tools/records.ts';

let records: Records;
beforeAll(async () => { records = await loadRecords(); });
const card = (id: string) => buildCard(records.byId.get(id)!, records);

describe('buildCard, on the real dataset', () => {
  it('lists each source once and lets every fact name one of them', () => {
    for (const id of ['deepseek-r1', 'llama', 'eu-ai-act/art-53', 'mit', 'openai', 'pytorch']) {
      const { sources, facts, proofs } = card(id);
      expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length);
      for (const from of [...facts.map((fact) => fact.from), ...Object.values(proofs)]) {
        if (from !== null) expect(sources[from[0]]).toBeDefined();
      }
    }
  });

  it('gives a release its verdicts, its family and its licence', () => {
    const { model, parent } = card('deepseek-r1');
    expect(parent).toEqual({ name: 'DeepSeek', id: 'deepseek', kind: 'model' });
    expect(model).toMatchObject({ tier: { tier: 'open-weights' }, licence: { link: { id: 'mit' } } });
  });

  it('gives a family its spread, newest release first, and no verdict of its own', () => {
    const { family, model } = card('gemma');
    expect(model).toBeUndefined();
    expect(Object.values(family!.spread.counts).reduce((sum, count) => sum + count, 0)).toBe(family!.releases.length);
    const dates = family!.releases.map(({ released }) => released ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it('shows a maker’s transparency score with the maker, never in a model’s card', () => {
    expect(card('openai').assessments.map(({ by }) => by)).toContain('fmti');
    for (const id of ['gpt-4o', 'gpt', 'llama-3.1']) expect(card(id).assessments.map(({ by }) => by)).not.toContain('fmti');
  });

  it('gives the models behind a product with their tiers, where they are known', () => {
    const { facts } = card('khanmigo');
    expect(facts.find(({ field }) => field === 'models')?.value).toMatchObject({ type: 'link', to: [{ id: 'gpt-4', tier: 'closed' }] });
  });

  it('tells what Article 25(4) means for a tool under an open licence, and for no model', () => {
    const exception = (id: string) => card(id).facts.find(({ field }) => field === 'component-exception');
    expect(exception('pytorch')?.from).not.toBeNull();
    expect(exception('deepseek-r1')).toBeUndefined();
  });
});

describe('buildEntry', () => {
  it('gives search the tier of a release, and of a family whose releases agree', () => {
    expect(buildEntry(records.byId.get('gpt-4o')!, records)).toMatchObject({ kind: 'model', tier: 'closed', parent: 'GPT' });
    expect(buildEntry(records.byId.get('eu-ai-act/art-53')!, records)).toMatchObject({ parent: 'EU AI Act' });
  });

  it('gives lists what they need to tell a law’s state on a day', () => {
    const stateOf = (id: string, day: string) => lawOn(day, buildEntry(records.byId.get(id)!, records).law!).state;
    expect([stateOf('eu-ai-act', '2024-07-01'), stateOf('eu-ai-act', '2026-11-23'), stateOf('eu-ai-act/art-53', '2025-08-02')]).toEqual(['adopted', 'partly-applicable', 'applicable']);
  });

  it('gives lists what a licence is open for, where that is known', () => {
    expect(buildEntry(records.byId.get('apache-2.0')!, records).opens).toEqual(['code', 'weights', 'data', 'document']);
    expect(buildEntry(records.byId.get('llama-3.1-community')!, records).opens).toEqual([]);
    expect(buildEntry(records.byId.get('gpt-4o')!, records)).not.toHaveProperty('opens');
  });
});
