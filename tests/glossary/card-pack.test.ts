import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCards, shardCount, shardOf, unpackCard } from '../../glossary/card-pack.ts';
import type { Card } from '../../glossary/card.ts';

const card = (id: string, more: Partial<Card> = {}): Card => ({
  id, kind: 'concept', name: id, also: [], summary: null, statements: [], facts: [], links: [], see: [], assessments: [],
  sources: [], proofs: {}, dataDate: '2026-11-23', ...more,
});

const roundTrip = (cards: readonly Card[]): (Card | null)[] => {
  const { shards, shared } = JSON.parse(JSON.stringify(packCards(cards, '2026-11-23'))) as ReturnType<typeof packCards>;
  return cards.map(({ id }) => unpackCard(shards[shardOf(id)]!, shared, id));
};

describe('packCards', () => {
  it('gives every card back as it was', () => {
    const cards = [
      card('a', {
        summary: { text: 'A text that occurs in two cards.', from: [1, null, '2026-01-02', 'copy'] },
        facts: [{ field: 'gated', value: { type: 'yes-no', yes: false }, from: [0, '2025', '2026-01-02', 'original'] }],
        sources: [{ url: 'https://a.example/', title: 'A' }, { url: 'https://b.example/', title: 'B' }],
      }),
      card('b', {
        summary: { text: 'A text that occurs in two cards.', from: [0, null, '2026-01-02', 'copy'] },
        facts: [{ field: 'training-compute', value: { type: 'flop', flop: 1e25, bound: 'estimate' }, from: null }],
        sources: [{ url: 'https://b.example/', title: 'B' }],
      }),
    ];
    expect(roundTrip(cards)).toEqual(cards);
  });

  it('stores a source that many cards share once', () => {
    const sources = [{ url: 'https://shared.example/', title: 'Shared' }];
    const { shared } = packCards([card('a', { sources }), card('b', { sources })], '2026-11-23');
    expect(shared.sources).toEqual([['https://shared.example/', 'Shared']]);
  });

  it('keeps any texts, numbers and nesting', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.uuid(), fc.array(fc.string()), fc.dictionary(fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)))), (made) => {
        const ids = new Set(made.map(([id]) => id));
        const cards = made.slice(0, ids.size === made.length ? made.length : 0).map(([id, also, domains]) =>
          card(id, { also, assessments: [{ by: 'fmti', edition: '2025', total: 1, model: null, domains, from: [0, null, '2026-01-02', 'original'] }] }));
        expect(roundTrip(cards)).toEqual(cards.map((one) => JSON.parse(JSON.stringify(one)) as Card));
      }),
    );
  });

  it('has no card for an id that is not there, nor for a name of an object property', () => {
    const { shards, shared } = packCards([card('a')], '2026-11-23');
    for (const id of ['b', 'constructor', '__proto__', 'toString']) expect(unpackCard(shards[shardOf(id)]!, shared, id)).toBeNull();
  });
});

describe('shardOf', () => {
  it('spreads ids over all shards', () => {
    const used = new Set(Array.from({ length: 500 }, (_, index) => shardOf(`model-${index}`)));
    expect(used.size).toBe(shardCount);
  });
});
