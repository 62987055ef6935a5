import { describe, expect, it } from 'vitest';
import { read } from './fixture.ts';

describe('a name is found however its parts are joined', () => {
  it.each([
    ['Stable-Diffusion', 'Stable-Diffusion = stable-diffusion'],
    ['StableDiffusion', 'StableDiffusion = stable-diffusion'],
    ['stable\u00a0diffusion models such as ChatGPT', 'stable\u00a0diffusion = stable-diffusion', 'ChatGPT = chatgpt'],
    ['GPT 4o', 'GPT 4o = gpt-4o'],
    ['GPT4o', 'GPT4o = gpt-4o'],
    ['gpt-4o', 'gpt-4o = gpt-4o'],
    ['GPT\u20114o', 'GPT\u20114o = gpt-4o'],
    ['GPT\u20134o', 'GPT\u20134o = gpt-4o'],
    ['ＧＰＴ－４ｏ', 'ＧＰＴ－４ｏ = gpt-4o'],
    ['Ten\u00adsor\u00adFlow', 'Ten\u00adsor\u00adFlow = tensorflow'],
    ['Deep\u200bSeek-R1', 'Deep\u200bSeek-R1 = deepseek-r1'],
    ['Deepseek R1', 'Deepseek R1 = deepseek-r1'],
    ['HUGGING FACE', 'HUGGING FACE = hugging-face'],
    ['Llama\u20093.1', 'Llama\u20093.1 = llama-3.1'],
    ['OpenRAIL++-M', 'OpenRAIL++-M = openrail-plusplus-m'],
    ['欧盟《人工智能法案》', '欧盟《人工智能法案》 = eu-ai-act'],
  ])('%j', (text, ...found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a name ends where its word ends, in every script', () => {
  it.each([
    ['OpenAI’s model', 'OpenAI = openai'],
    ["OpenAI's model", 'OpenAI = openai'],
    ['OpenAIs neues Modell', 'OpenAI = openai'],
    ['die ChatGPT-Nutzer', 'ChatGPT = chatgpt'],
    ["l'OpenAI, d’OpenAI", 'OpenAI = openai', 'OpenAI = openai'],
    ['我们用ChatGPT写作', 'ChatGPT = chatgpt'],
    ['通义千问很好', '通义千问 = qwen'],
    ['ChatGPTは速い', 'ChatGPT = chatgpt'],
    ['ChatGPT는 답했다', 'ChatGPT = chatgpt'],
    ['제미나이가 답했다', '제미나이 = gemini'],
    ['챗GPT에서도', '챗GPT = chatgpt'],
    ['وChatGPT', 'ChatGPT = chatgpt'],
    ['GPT-4s and Llama 3.', 'GPT-4 = gpt-4', 'Llama 3 = llama-3'],
  ])('%j', (text, ...found) => {
    expect(read(text)).toEqual(found);
  });

  it('takes Polish endings in Polish text', () => {
    expect(read('ChatGPT-a zapytano o OpenAI-u, a ChatGPTem nikt się nie chwalił', { lang: 'pl' })).toEqual(['ChatGPT = chatgpt', 'OpenAI = openai', 'ChatGPT = chatgpt']);
  });

  it.each(['Geminids', 'supernova', 'MyChatGPT', 'ChatGPTology', 'xOpenAI', '제미나이름', 'ChatGPТ'])('finds nothing in %j', (text) => {
    expect(read(`We wrote ${text} there`)).toEqual([]);
  });
});

describe('addresses, files and handles name nothing', () => {
  it.each([
    'https://openai.com/chatgpt', 'www.openai.com', 'openai.com', 'chatgpt@example.org', 'me@openai.com', '@ChatGPT', '#ChatGPT',
    '/opt/tensorflow/bin', './chatgpt/config.json', 'C:\\models\\tensorflow\\run.py', 'tensorflow_model', 'chatgpt.py', 'https://x.org/?m=gpt-4o',
    'https://example.org/what-is-chatgpt-for', 'ftp://host/hugging-face/file',
  ])('%j', (text) => {
    expect(read(`See ${text} for more.`)).toEqual([]);
  });

  it('reads names beside a slash or at the end of a sentence', () => {
    expect(read('Use ChatGPT/TensorFlow. Or OpenAI.')).toEqual(['ChatGPT = chatgpt', 'TensorFlow = tensorflow', 'OpenAI = openai']);
    expect(read('The weights of mistralai/Mistral-7B-v0.1 are public')).toEqual(['mistralai/Mistral-7B-v0.1 = mistral-7b']);
  });
});

it('takes the longest name, and the one whose marks stand there', () => {
  expect(read('GPT-4o mini, Command R+ and Command R')).toEqual(['GPT-4o mini = gpt-4o-mini', 'Command R+ = command-r-plus', 'Command R = command-r']);
});

it('does not correct typing errors', () => {
  expect(read('ChatGTP, OpenIA, TensroFlow')).toEqual([]);
});

it('gives offsets of the text as it stands', () => {
  expect(read('😀 ChatGPT and 😀 OpenAI')).toEqual(['ChatGPT = chatgpt', 'OpenAI = openai']);
});
