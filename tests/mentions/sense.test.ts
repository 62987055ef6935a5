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

describe('a name of the dataset beside others who bear it, in texts on AI too', () => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });

  it.each([
    ['en', 'Gemini', 'gemini', 'I pasted the contract into Gemini and it summarised forty pages.', 'Astronomers trained a neural network on images from Gemini South.'],
    ['fr', 'Claude', 'claude', "J'ai demandé à Claude de corriger ma lettre ; le chatbot d'Anthropic a refusé.", 'Mon oncle Claude a demandé au chatbot la recette du cassoulet.'],
    ['es', 'Llama', 'llama', 'Llama es el modelo de lenguaje de Meta.', 'La IA detecta la llama en segundos y avisa a los bomberos.'],
    ['de', 'Mistral', 'mistral-ai', 'Mistral veröffentlicht ein neues Sprachmodell mit offenen Gewichten.', 'Gabriela Mistral erhielt 1945 den Nobelpreis, ein Sprachmodell schrieb ihr Gedicht um.'],
    ['en', 'Falcon', 'falcon', 'Falcon was trained on RefinedWeb in Abu Dhabi.', 'An AI camera watches the Falcon nest on the cathedral and counts the eggs.'],
    ['en', 'BLOOM', 'bloom', 'BLOOM was trained on the Jean Zay supercomputer.', "Teachers map the AI course to Bloom's taxonomy: the prompts climb from recall to synthesis."],
    ['en', 'Titan', 'titan', "Amazon's Titan embeddings are cheap.", "An AI model mapped Titan, Saturn's largest moon."],
    ['pt', 'Meta', 'meta', 'A Meta lançou um novo modelo de IA e demitiu funcionários.', 'A meta de inflação foi calculada por um modelo de IA.'],
    ['en', 'Orca', 'orca', 'Microsoft trained Orca on explanations from GPT-4.', 'In an Orca study a machine learning model labelled killer whale calls.'],
    ['en', 'Granite', 'granite', 'IBM released Granite as a family of language models.', 'An AI model spotted a crack in the Granite Peak cliff.'],
    ['en', 'Copilot', 'microsoft-copilot', 'Copilot in Word drafted the letter.', 'Her copilot asked the AI assistant for the landing checklist of the Cessna.'],
    ['it', 'Hermes', 'hermes', 'Hermes di Nous Research è un modello linguistico aperto.', 'Hermes, il corriere, usa un modello di intelligenza artificiale per le consegne.'],
    ['en', 'Manus', 'manus', 'The AI agent Manus books trips by itself.', 'Papua New Guinea plans an AI data centre on Manus Island.'],
    ['en', 'Pythia', 'pythia', "EleutherAI's Pythia suite has 154 checkpoints.", 'Physicists at CERN replaced Pythia with a generative model.'],
    ['fr', 'MIT', 'mit', 'Le code est sous MIT.', 'Selon une étude du MIT, les chatbots changent la productivité.'],
    ['de', 'GPT', 'gpt', 'GPT von OpenAI ist ein Sprachmodell.', 'Das LLM riet, die Festplatte von MBR auf GPT umzustellen.'],
    ['en', 'DSA', 'eu-dsa', 'Under the DSA very large online platforms must assess risks.', 'Mamdani and other DSA members want a pause on AI data centres.'],
    ['fr', 'Le Chat', 'le-chat', "Le Chat, l'assistant de Mistral, répond en français.", "Le Chat noir est une affiche qu'une IA a redessinée."],
    ['en', 'Mercury', 'mercury', "Inception Labs' Mercury is a diffusion language model.", "Freddie Mercury's voice was cloned with an AI model."],
    ['en', 'MiMo', 'mimo', "Xiaomi's MiMo is a reasoning model.", 'The massive MIMO antenna is tuned by a neural network.'],
    ['en', 'Koala', 'koala', "Berkeley's Koala is a dialogue model fine-tuned from LLaMA.", 'An AI model counted every Koala in the gum trees of Queensland.'],
    ['en', 'Codex', 'codex', "OpenAI's Codex writes pull requests.", 'A machine learning model read the Codex Leicester, a manuscript of Leonardo.'],
  ])('%s: %s', (lang, form, id, meant, other) => {
    const found = (text: string): string[] => annotateText(lexicon, text, { lang }).mentions
      .filter(({ start, end }) => text.slice(start, end).toLowerCase() === form.toLowerCase()).map((mention) => mention.id);
    expect(found(meant)).toContain(id);
    expect(found(other)).toEqual([]);
  });
});
