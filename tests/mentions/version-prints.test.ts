import { expect, it } from 'vitest';
import { read } from './fixture.ts';

it.each([
  ['ko', '제미나이 1.5 프로에게 ChatGPT를 맡겼다.', '제미나이 1.5 프로 = gemini-1.5-pro', 'ChatGPT = chatgpt'],
  ['ko', 'ChatGPT와 클로드 소넷 4.5를 비교했다.', 'ChatGPT = chatgpt', '클로드 소넷 4.5 = claude-sonnet-4.5'],
  ['ja', 'ジェミニ1.5フラッシュとChatGPTを比べた。', 'ジェミニ1.5フラッシュ = gemini-1.5-flash', 'ChatGPT = chatgpt'],
  ['zh', '通义千问大模型2.5发布，ChatGPT用户很多。', '通义千问大模型2.5 = qwen2.5', 'ChatGPT = chatgpt'],
])('resolves versions and tiers in other scripts (%s: %s)', (lang, text, ...found) => {
  expect(read(text, { lang })).toEqual(found);
});

it.each([
  ['ko', '챗GPT와 제미나이 프로그램을 비교했다.', '챗GPT = chatgpt', '제미나이 = gemini'],
  ['ja', 'ChatGPTとGemini 3月号を読んだ。', 'ChatGPT = chatgpt', 'Gemini = gemini'],
  ['ko', '챗GPT와 Claude 3개를 썼다.', '챗GPT = chatgpt', 'Claude = claude'],
  ['zh', 'ChatGPT和Qwen 3个月后更新。', 'ChatGPT = chatgpt', 'Qwen = qwen'],
])('takes no other word for a tier and no count for a version (%s: %s)', (lang, text, ...found) => {
  expect(read(text, { lang })).toEqual(found);
});

it.each([
  ['Rumours of Claude Opus 7 and ChatGPT', 'Claude Opus 7 = claude !Opus 7', 'ChatGPT = chatgpt'],
  ['ChatGPT and claude-opus-7', 'ChatGPT = chatgpt', 'claude-opus-7 = claude !opus 7'],
  ['ChatGPT beats Claude Opus 8 times', 'ChatGPT = chatgpt', 'Claude Opus = claude'],
])('takes a number behind a tier for a version: %s', (text, ...found) => {
  expect(read(text, { lang: 'en' })).toEqual(found);
});

it('gives a variant that has a record of its own to that record', () => {
  expect(read('We ran Qwen2.5-7B-Coder and Qwen2.5-7B-Instruct.')).toEqual(['Qwen2.5-7B-Coder = qwen2.5-coder', 'Qwen2.5-7B-Instruct = qwen2.5']);
});
