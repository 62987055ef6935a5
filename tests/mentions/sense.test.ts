import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { annotateText } from '../../mentions/annotate-text.ts';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import { loadRecords } from '../../tools/records.ts';
import { read } from './fixture.ts';

describe('a name that is also a word is one where the text says so', () => {
  it.each([
    ['I asked Claude and Gemini the same question.', 'Claude = claude', 'Gemini = gemini'],
    ['Claude Monet met Claude Debussy.'],
    ["Google's Gemini can read your mail.", 'Google = google', 'Gemini = gemini'],
    ['Born under Gemini, she reads her horoscope.'],
    ['Open models such as Llama and Falcon changed the field.', 'Llama = llama', 'Falcon = falcon'],
    ['The falcon took a pigeon over the farm, and a llama looked on.'],
    ['Another Falcon 9 lifted off with 23 satellites.'],
    ['BLOOM is a language model with 176 billion parameters.', 'BLOOM = bloom'],
    ['The roses are in bloom.'],
    ['The code is released under MIT.', 'MIT = mit'],
    ['Researchers at MIT trained a language model.'],
    ['Run the command twice.'],
    ['the AI Act binds providers in the EU', 'AI Act = eu-ai-act'],
    ['Convert the disk from MBR to GPT first.'],
  ])('%j', (text, ...found) => {
    expect(read(text)).toEqual(found);
  });

  it('holds both senses on one page apart', () => {
    expect(read('The Gemini capsule of NASA carried two astronauts.\nAsk the chatbot Gemini about it.')).toEqual(['Gemini = gemini']);
    expect(read('The mistral blew for days. Mistral 7B is a model.')).toEqual(['Mistral 7B = mistral-7b']);
  });

  it('learns from the rest of the page', () => {
    const line = 'Claude was the quickest of the three.';
    expect(read(line)).toEqual([]);
    expect(read(`${line}\nClaude 3.5 Sonnet and GPT-4o came next.`)[0]).toBe('Claude = claude');
    expect(read(line, { title: 'Which AI chatbot is best? We compared language models' })).toEqual(['Claude = claude']);
  });

  it('tells a maker from its model of the same name', () => {
    expect(read('Mistral raised money from investors, the startup said.')).toEqual(['Mistral = mistral-ai']);
    expect(read('The language model Mistral answered in French.')).toEqual(['Mistral = mistral']);
  });

  it('takes a shorthand only where its family is named', () => {
    expect(read('Sonnet 3.5 is on page 4 of the book.')).toEqual([]);
    expect(read('Claude Sonnet 4.5 follows Sonnet 3.5.')).toEqual(['Claude Sonnet 4.5 = claude-sonnet-4.5', 'Sonnet 3.5 = claude-3.5-sonnet']);
  });

  it('leaves a safe name in lower case that is made of plain words', () => {
    expect(read('a hugging face and a stable diffusion of gas')).toEqual([]);
  });
});

describe('passages that name nothing', () => {
  const passages = readFileSync(join(import.meta.dirname, 'must-not-match.txt'), 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t') as [string, string]);
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });

  it.each(passages)('%s: %s', (lang, text) => {
    expect(annotateText(lexicon, text, { lang }).mentions.map(({ start, end, id }) => `${text.slice(start, end)} = ${id}`)).toEqual([]);
  });
});
