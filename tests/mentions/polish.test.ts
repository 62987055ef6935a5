import { expect, it } from 'vitest';
import { read } from './fixture.ts';

const pl = { lang: 'pl' };

it('finds Polish cases that change a name, and takes the ending in', () => {
  expect(read('Modele językowe: porównano Llamę 3.1 z ChatGPT, a Llamie 3 i Llamą 2 nikt nie ufa.', pl)).toEqual(
    ['Llamę 3.1 = llama-3.1', 'ChatGPT = chatgpt', 'Llamie 3 = llama-3', 'Llamą 2 = llama-2']);
  expect(read('Przedstawiciele OpenAI i Mety mówili o modelach.', pl)).toEqual(['OpenAI = openai', 'Mety = meta']);
});

it('reads the same letters as words in lower case and in other languages', () => {
  expect(read('Lama biegnie do mety, a przy mecie stoi ChatGPT.', pl)).toEqual(['ChatGPT = chatgpt']);
  expect(read('Mety i Llamy: ChatGPT is a language model.', { lang: 'en' })).toEqual(['ChatGPT = chatgpt']);
});

it('takes a case ending between a name and its version into the span', () => {
  expect(read("Użył Claude'a 3.5 Sonnet, Mistrala 7B i Falcona 7B obok ChatGPT.", pl)).toEqual(
    ["Claude'a 3.5 Sonnet = claude-3.5-sonnet", 'Mistrala 7B = mistral-7b', 'Falcona 7B = falcon-7b', 'ChatGPT = chatgpt']);
  expect(read('Zapytał Qwena i ChatGPT 3 razy.', pl)).toEqual(['Qwen = qwen', 'ChatGPT = chatgpt']);
});
