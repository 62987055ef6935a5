import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { annotateText } from '../../mentions/annotate-text.ts';
import { Reader } from '../../mentions/reader.ts';
import { Sieve } from '../../mentions/sieve.ts';
import { lexicon } from './fixture.ts';

const texts = (run: { text: string }, mentions: readonly { start: number; end: number }[]): string[] => mentions.map(({ start, end }) => run.text.slice(start, end));

const openReader = (): Reader => {
  const reader = new Reader(lexicon, {});
  return reader;
};

describe('a page that is read run by run', () => {
  it('gives the same empty run for all that name nothing', () => {
    const reader = openReader();
    expect(reader.read('Nothing here.')).toBe(reader.read('Nor here, either.'));
  });

  it('names what is safe at once, and the rest once the page has spoken', () => {
    const reader = openReader();
    const run = reader.read('Claude was quicker than ChatGPT.');
    expect(texts(run, reader.safeMentions(run))).toEqual(['ChatGPT']);
    expect(texts(run, reader.settle(run))).toEqual(['Claude', 'ChatGPT']);
  });

  it('grows its evidence when another run could change a pending one, and settles by it', () => {
    const reader = openReader();
    const run = reader.read('Claude went first.');
    expect(reader.settle(run)).toEqual([]);
    const before = reader.evidence;
    const other = reader.read('The model Claude 3 Opus by Anthropic, GPT-4o and Llama 3 came later.');
    expect(reader.evidence).toBeGreaterThan(before);
    expect(texts(run, reader.settle(run))).toEqual(['Claude']);
    reader.forget(other);
    expect(reader.settle(run)).toEqual([]);
  });

  it('weighs a heading more than text', () => {
    const line = 'Gemini came last.';
    const asHeading = openReader();
    asHeading.read('Chatbots and language models compared', 'heading');
    const run = asHeading.read(line);
    expect(texts(run, asHeading.settle(run))).toEqual(['Gemini']);
    const asText = openReader();
    asText.read('Chatbots and language models compared');
    const plain = asText.read(line);
    expect(asText.settle(plain)).toEqual([]);
  });

  it('says what it weighed', () => {
    const reader = openReader();
    const run = reader.read('The Gemini capsule of NASA, and the chatbot Gemini.');
    const explanations = reader.explain(run);
    expect(explanations.map(({ text, id, accepted }) => [text, id, accepted])).toContainEqual(['Gemini', 'gemini', false]);
    expect(explanations[0]!.evidence).toContainEqual(expect.objectContaining({ says: 'against', what: '"NASA" belongs to another sense' }));
  });

  it('is linear in a run with very many names', () => {
    const text = 'Claude and Gemini and GPT-4o and Llama, '.repeat(5_000);
    const { mentions } = annotateText(lexicon, text);
    expect(mentions.length).toBeGreaterThan(15_000);
  });
});

const pieces = fc.constantFrom(
  'Claude', 'Gemini', 'GPT-4o', 'Llama 3.1', 'Llama', 'Meta', 'OpenAI', 'Mistral', 'Falcon 9', 'DeepSeek-R1-Distill-Qwen-32B', 'claude-3-5-sonnet', 'EU AI Act',
  'KI-Verordnung', '通义千问', '제미나이가', 'Article 53', 'open-source', 'model', 'the', 'https://openai.com/', '@', '-', ' ', '  ', '\u00a0', '\u00ad', '\u200b', '.', ', ', '\n', '😀', '第53条',
);
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')), fc.array(pieces, { maxLength: 40 }).map((list) => list.join(' ')));

const named = new Map(Array.from({ length: lexicon.names.count }, (_, form) => lexicon.entry(form).record).map((record) => [record.id, record]));

describe('for any text', () => {
  it('mentions lie in order, do not overlap and slice back to a name', () => {
    fc.assert(fc.property(anyText, (text) => {
      let end = 0;
      for (const mention of annotateText(lexicon, text).mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.end).toBeLessThanOrEqual(text.length);
        const span = text.slice(mention.start, mention.end);
        expect(span).toBe(span.trim());
        expect(named.get(mention.id) ?? mention).toMatchObject({ name: mention.name, kind: mention.kind });
        end = mention.end;
      }
    }), { numRuns: 500 });
  });

  it('claims are about a mention of the same text', () => {
    fc.assert(fc.property(anyText, (text) => {
      const { mentions, claims } = annotateText(lexicon, text);
      for (const claim of claims) {
        expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        expect(mentions).toContainEqual(claim.mention);
      }
    }), { numRuns: 200 });
  });

  it('line ends of either kind and empty lines move mentions and change none', () => {
    const strip = ({ mentions }: ReturnType<typeof annotateText>) => mentions.map(({ start: _, end: __, ...rest }) => rest);
    fc.assert(fc.property(anyText, (text) => {
      const plain = text.replace(/\r/g, '');
      const expected = strip(annotateText(lexicon, plain, { lang: 'en' }));
      expect(strip(annotateText(lexicon, plain.replace(/\n/g, '\r\n'), { lang: 'en' }))).toEqual(expected);
      expect(strip(annotateText(lexicon, `\n\n${plain}\n`, { lang: 'en' }))).toEqual(expected);
    }), { numRuns: 200 });
  });

  it('says the same twice', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(annotateText(lexicon, text)).toEqual(annotateText(lexicon, text));
    }), { numRuns: 100 });
  });

  it.each(['en', 'pl'])('a sieve says no to no text node that holds a part of what may be named, however the text is cut (%s)', (lang) => {
    const cuts = fc.array(fc.nat(200), { maxLength: 12 });
    fc.assert(fc.property(anyText, cuts, fc.integer({ min: 1, max: 40 }), (text, places, atOnce) => {
      const reader = new Reader(lexicon, { lang });
      const sieve = new Sieve(lexicon, lang === 'pl');
      const borders = [...new Set([0, ...places.filter((place) => place < text.length), text.length])].sort((a, b) => a - b);
      const yes: [number, number][] = [];
      for (const [i, from] of borders.slice(0, -1).entries()) {
        const node = text.slice(from, borders[i + 1]);
        for (let at = 0; at < node.length; at = sieve.after) {
          if (!sieve.mayName(node, at, Math.min(node.length, at + atOnce))) continue;
          yes.push([from, from + node.length]);
          break;
        }
      }
      for (const { start, end } of reader.read(text).candidates) {
        expect({ yes, start, end, has: yes.some(([from, to]) => from < end && to > start) }).toMatchObject({ has: true });
      }
    }), { numRuns: 3_000 });
  });

  it('reads 1 MB of random units without a fault', () => {
    let seed = 11;
    const units = new Uint16Array(1_000_000);
    for (let i = 0; i < units.length; i += 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) | 0;
      units[i] = seed >>> 16;
    }
    let text = '';
    for (let i = 0; i < units.length; i += 10_000) text += String.fromCharCode(...units.subarray(i, i + 10_000));
    expect(() => annotateText(lexicon, text)).not.toThrow();
  });
});
