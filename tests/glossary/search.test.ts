/** Search finds what a reader means, with typing errors, by name, other name and maker. */
import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../glossary/card.ts';
import { createSearch } from '../../glossary/search.ts';

const entry = (id: string, name: string, over: Partial<GlossaryEntry> = {}): GlossaryEntry => ({ id, kind: 'model', name, also: [], ...over });
const search = createSearch([
  entry('llama', 'Llama', { maker: 'Meta' }),
  entry('llama-2', 'Llama 2', { maker: 'Meta', parent: 'Llama' }),
  entry('llama-3.1', 'Llama 3.1', { maker: 'Meta', parent: 'Llama' }),
  entry('code-llama', 'Code Llama', { maker: 'Meta' }),
  entry('deepseek-r1', 'DeepSeek-R1', { maker: 'DeepSeek', also: ['R1'] }),
  entry('mistral-7b', 'Mistral 7B', { maker: 'Mistral AI' }),
  entry('qwen3', 'Qwen3', { maker: 'Alibaba', also: ['通义千问3'] }),
  entry('eu-ai-act', 'EU AI Act', { kind: 'regulation', also: ['Artificial Intelligence Act', 'Règlement européen sur l’IA'] }),
  entry('mit', 'MIT License', { kind: 'licence' }),
  entry('common-voice', 'Common Voice', { kind: 'dataset', maker: 'Mozilla' }),
]);
const first = (query: string): string | undefined => search.find(query)[0]?.id;

describe('find', () => {
  it.each([
    ['llama', 'llama'], ['Llama 3.1', 'llama-3.1'], ['LLAMA 2', 'llama-2'], ['deepseek r1', 'deepseek-r1'], ['Deepseek-r1', 'deepseek-r1'], ['R1', 'deepseek-r1'],
    ['mistral', 'mistral-7b'], ['artificial intelligence act', 'eu-ai-act'], ['reglement europeen', 'eu-ai-act'], ['通义', 'qwen3'], ['mit', 'mit'],
  ])('"%s" gives %s first', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it.each([['lama 3.1', 'llama-3.1'], ['mistrall', 'mistral-7b'], ['deepsek', 'deepseek-r1'], ['qwne3', 'qwen3'], ['comon voice', 'common-voice'], ['mti license', 'mit']])(
    'forgives "%s"', (query, id) => {
      expect(search.find(query).map((found) => found.id)).toContain(id);
    });

  it('finds by maker', () => {
    expect(search.find('Mozilla').map(({ id }) => id)).toEqual(['common-voice']);
    expect(search.find('alibaba').map(({ id }) => id)).toContain('qwen3');
  });

  it('puts names that begin so before those that hold it', () => {
    expect(search.find('llama').map(({ id }) => id).slice(0, 4)).toEqual(['llama', 'llama-2', 'llama-3.1', 'code-llama']);
  });

  it('puts a family first, then its releases, newest first', () => {
    const ids = createSearch([
      entry('gpt-3', 'GPT-3', { released: '2020-05-28' }), entry('gpt-4o', 'GPT-4o', { released: '2024-05-13' }), entry('gpt-3.5', 'GPT-3.5', { released: '2022-11-30' }), entry('gpt', 'GPT'),
    ]).find('gpt').map(({ id }) => id);
    expect(ids).toEqual(['gpt', 'gpt-4o', 'gpt-3.5', 'gpt-3']);
  });

  it('finds nothing for nothing, or for what is unlike all', () => {
    expect(search.find('')).toEqual([]);
    expect(search.find('   ')).toEqual([]);
    expect(search.find('zyxwvut')).toEqual([]);
  });

  it('gives each record once, and no more than asked', () => {
    const ids = search.find('l', 3).map(({ id }) => id);
    expect(ids.length).toBeLessThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes any text as words', () => {
    for (const query of ['.*', '=llama', '!llama', "'llama", '\\', '(', 'a'.repeat(5000)]) expect(() => search.find(query)).not.toThrow();
  });
});
