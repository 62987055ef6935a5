/** A few names for tests of page/, so that they do not depend on the data: only what the lexicon reads of a record. */
import type { AnyRecord } from '../../data/schema/record.ts';

const alone = (text: string) => ({ text, safety: 'alone' });

const records = [
  { id: 'gpt', kind: 'model', name: 'GPT', names: [{ text: 'GPT', safety: 'context' }], releaseIds: ['gpt-4o'] },
  { id: 'gpt-4o', kind: 'model', family: 'gpt', name: 'GPT-4o', names: [alone('GPT-4o')] },
  { id: 'deepseek', kind: 'model', name: 'DeepSeek', names: [alone('DeepSeek')], releaseIds: ['deepseek-r1'] },
  { id: 'deepseek-r1', kind: 'model', family: 'deepseek', name: 'DeepSeek-R1', names: [alone('DeepSeek-R1')] },
  { id: 'llama', kind: 'model', name: 'Llama', names: [{ text: 'Llama', safety: 'context' }], releaseIds: ['llama-3.1'] },
  { id: 'llama-3.1', kind: 'model', family: 'llama', name: 'Llama 3.1', names: [alone('Llama 3.1')] },
  { id: 'mistral-7b', kind: 'model', family: 'mistral', name: 'Mistral 7B', names: [alone('Mistral 7B')] },
  { id: 'mistral', kind: 'model', name: 'Mistral', names: [{ text: 'Mistral', safety: 'context' }], releaseIds: ['mistral-7b'] },
  { id: 'chatgpt', kind: 'product', name: 'ChatGPT', names: [alone('ChatGPT')] },
  { id: 'eu-ai-act', kind: 'regulation', name: 'EU AI Act', names: [alone('EU AI Act')], provisionIds: [] },
];

export const testRecords = records as unknown as readonly AnyRecord[];
