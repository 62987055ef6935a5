import { expect, it } from 'vitest';
import { read } from './fixture.ts';

it.each([
  ['Llama-3.1-8B-Instruct', 'Llama-3.1-8B-Instruct = llama-3.1'],
  ['Llama 3.1 405B', 'Llama 3.1 405B = llama-3.1'],
  ['Meta-Llama-3-70B', 'Meta-Llama-3-70B = llama-3'],
  ['Meta Llama 3 70B', 'Meta Llama 3 70B = llama-3'],
  ['gpt-4-turbo-2024-04-09', 'gpt-4-turbo-2024-04-09 = gpt-4-turbo'],
  ['gpt-4-0613', 'gpt-4-0613 = gpt-4'],
  ['claude-3-5-sonnet-20241022', 'claude-3-5-sonnet-20241022 = claude-3.5-sonnet'],
  ['Claude Sonnet 3.5', 'Claude Sonnet 3.5 = claude-3.5-sonnet'],
  ['claude-sonnet-4-5', 'claude-sonnet-4-5 = claude-sonnet-4.5'],
  ['Claude 4.5 Sonnet', 'Claude 4.5 Sonnet = claude-sonnet-4.5'],
  ['Mixtral 8x7B', 'Mixtral 8x7B = mixtral-8x7b'],
  ['Mixtral-8x7B-Instruct-v0.1', 'Mixtral-8x7B-Instruct-v0.1 = mixtral-8x7b'],
  ['Qwen2.5-Coder-32B-Instruct', 'Qwen2.5-Coder-32B-Instruct = qwen2.5-coder'],
  ['Qwen 2.5', 'Qwen 2.5 = qwen2.5'],
  ['FLUX.1 [dev]', 'FLUX.1 [dev] = flux.1'],
  ['DeepSeek-R1-Distill-Qwen-32B', 'DeepSeek-R1-Distill-Qwen-32B = deepseek-r1'],
  ['DeepSeek-R1-Distill-Llama-70B', 'DeepSeek-R1-Distill-Llama-70B = deepseek-r1'],
  ['Llama-3.1-8B-Instruct-Q4_K_M.gguf', 'Llama-3.1-8B-Instruct-Q4_K_M.gguf = llama-3.1'],
])('resolves %j to its release', (text, found) => {
  expect(read(`We ran ${text} on a card.`)).toEqual([found]);
});

it.each([
  ['Comparé GPT-4 o ChatGPT', 'GPT-4 = gpt-4', 'ChatGPT = chatgpt'],
  ['GPT-7 beats ChatGPT', 'GPT-7 = gpt !7', 'ChatGPT = chatgpt'],
  ['GPT-4.7 is faster than ChatGPT', 'GPT-4.7 = gpt !4.7', 'ChatGPT = chatgpt'],
  ['the model Llama 11 by Meta, an LLM', 'Llama 11 = llama !11', 'Meta = meta'],
])('gives a version without a record to the family: %j', (text, ...found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  'Llama-3.1-Nemotron-70B', 'Flan-T5', 'TinyLlama-1.1B', 'Nous-Hermes-Llama-2-13b', 'Hermes 3 Llama 3.1 405B',
])('leaves %j, a model of somebody else', (text) => {
  expect(read(`The language model ${text} was fine-tuned by a community.`)).toEqual([]);
});

it('does not take an amount for a version', () => {
  expect(read('ChatGPT, GPT-4 3 times and Llama 3 100 times')).toEqual(['ChatGPT = chatgpt', 'GPT-4 = gpt-4', 'Llama 3 = llama-3']);
});

it('keeps families of their own apart', () => {
  expect(read('GPT-NeoX, Code Llama, Mixtral')).toEqual(['GPT-NeoX = gpt-neox', 'Code Llama = code-llama', 'Mixtral = mixtral']);
});
