import { beforeAll, describe, expect, it } from 'vitest';
import { annotateText } from '../../mentions/annotate-text.ts';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { findExpansions } from '../../mentions/expansions.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import { loadRecords } from '../../tools/records.ts';
import { read } from './fixture.ts';

describe('names as people print them', () => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });
  const found = (lang: string, text: string): string[] => read(text, { lang }, lexicon);

  it.each([
    ['en', 'She asked ChatGPT-5 for a rhyme.', 'ChatGPT-5 = chatgpt'],
    ['de', 'ChatGPT-4o-Nutzer sparen Zeit.', 'ChatGPT-4o = chatgpt'],
    ['fr', 'ChatGPT 3.5 répond plus vite.', 'ChatGPT 3.5 = chatgpt'],
    ['ko', '챗GPT-4로 시를 썼다.', '챗GPT-4 = chatgpt'],
    ['ko', '챗GPT4는 빠르다.', '챗GPT4 = chatgpt'],
    ['en', 'The poster came out of Midjourney v7.', 'Midjourney v7 = midjourney-app !v7'],
    ['en', 'The poster came out of Midjourney v6.1.', 'Midjourney v6.1 = midjourney-v6.1'],
    ['en', 'Adobe Firefly Image 4 draws hands well.', 'Adobe Firefly Image 4 = adobe-firefly !4'],
    ['en', 'ChatGPT 5 times in a row said no.', 'ChatGPT = chatgpt'],
    ['en', 'ChatGPT 1.5 million times a day.', 'ChatGPT = chatgpt'],
    ['ko', '챗GPT 3개를 비교했다.', '챗GPT = chatgpt'],
  ])('takes the version into a product’s name (%s: %s)', (lang, text, ...mentions) => {
    expect(found(lang, text)).toEqual(mentions);
  });

  it.each([
    ['en', 'Flux.1 Pro paints slowly.', 'Flux.1 Pro = flux'],
    ['en', 'Flux.1 Schnell paints fast.', 'Flux.1 Schnell = flux.1-schnell'],
    ['en', 'FLUX.1 DEV paints well.', 'FLUX.1 DEV = flux.1-dev'],
    ['en', 'The image model FLUX 1.1 Pro draws a cat.', 'FLUX 1.1 Pro = flux !1.1'],
    ['en', 'Gemini 2.5 Flash 05-20 is gone.', 'Gemini 2.5 Flash 05-20 = gemini-2.5-flash'],
    ['zh', '豆包 1.5Pro 是字节的模型。', '豆包 1.5Pro = doubao-1.5-pro'],
    ['zh', 'ChatGPT 与 Kimi k1.5 各有长处。', 'ChatGPT = chatgpt', 'Kimi k1.5 = kimi !k1.5'],
    ['en', 'My old script still calls GPT-4.0 at night.', 'GPT-4.0 = gpt-4'],
    ['en', 'They tried GPT-4/GPT-4o on the same day.', 'GPT-4 = gpt-4', 'GPT-4o = gpt-4o'],
    ['en', 'Of DeepSeek-V3 and later ones we ran V3/R1.', 'DeepSeek-V3 = deepseek-v3', 'V3 = deepseek-v3', 'R1 = deepseek-r1'],
    ['ko', '딥시크 6,710억 매개변수 모델이 공개됐다.', '딥시크 = deepseek'],
    ['en', 'Ernie 4.0 by Baidu is a language model.', 'Ernie 4.0 = ernie !4.0', 'Baidu = baidu'],
    ['en', 'Render time of SD-XL with Stable Diffusion tools.', 'SD-XL = sdxl-1.0', 'Stable Diffusion = stable-diffusion'],
  ])('reads a version in its usual prints (%s: %s)', (lang, text, ...mentions) => {
    expect(found(lang, text)).toEqual(mentions);
  });

  it('ends a name in a table before the maker in the next cell', () => {
    expect(found('en', 'Mixtral 8x7B Mistral 2023 32k')[0]).toBe('Mixtral 8x7B = mixtral-8x7b');
  });

  it.each([
    ['en', 'Claude Code renamed every file.', 'Claude Code = claude-code'],
    ['en', 'OpenAI-GPT-4 wrote the preface.', 'OpenAI-GPT-4 = gpt-4'],
    ['nl', 'Het ministerie proeft GPT-NL en ChatGPT.', 'GPT-NL = gpt-nl', 'ChatGPT = chatgpt'],
    ['en', 'Midjourney Inc. answered the court.', 'Midjourney Inc. = midjourney'],
    ['en', 'In VS Code the editor shows Copilot Chat beside the code on GitHub.', 'Copilot Chat = github-copilot', 'GitHub = github'],
    ['en', 'With OpenAI’s model GPT-QX and ChatGPT on one desk', 'OpenAI = openai', 'ChatGPT = chatgpt'],
    ['en', 'Every GPT-API call to ChatGPT costs.', 'GPT = gpt', 'ChatGPT = chatgpt'],
    ['zh', '该模型与ChatGPT不同，基于Transformer-XL架构。', 'ChatGPT = chatgpt'],
    ['en', 'Ollama says: llama runner has stopped; the model is too large.', 'Ollama = ollama'],
    ['en', 'Faster whisper transcribed the talk, ChatGPT shortened it.', 'ChatGPT = chatgpt'],
    ['de', 'ChatGPT und die Llama Community License Agreement im Vergleich der Modelle', 'ChatGPT = chatgpt'],
    ['ko', '챗 GPT와 클로드 AI를 OpenAI 직원이 비교했다.', '클로드 = claude', 'OpenAI = openai'],
    ['fr', 'Le financement de Mistral.ai arrive tard, dit OpenAI.', 'Mistral.ai = mistral-ai', 'OpenAI = openai'],
    ['ja', '料金表：GPT-3.5(無料)/GPT-4(有料)/GPT-4o(新)', 'GPT-3.5 = gpt-3.5', 'GPT-4 = gpt-4', 'GPT-4o = gpt-4o'],
    ['ko', '(그림=챗GPT 생성)', '챗GPT = chatgpt'],
    ['en', 'See /models/GPT-4 or ?q=ChatGPT for more.'],
    ['pl', 'PLLuM (Polish Large Language Model) czyta ustawy lepiej niż ChatGPT.', 'PLLuM = pllum', 'ChatGPT = chatgpt'],
  ])('marks a longer name whole or not at all (%s: %s)', (lang, text, ...mentions) => {
    expect(found(lang, text)).toEqual(mentions);
  });

  it.each([
    ['It shipped under the old BSD license for years.'],
    ['The Apache License 1.1 had an advertising clause.'],
    ['Its licence is a modified MIT, says the table of models.'],
    ['No part of the GPL-based software was kept, says the licence review.'],
    ['This text is under a licence, Creative Commons - Attribution.'],
  ])('marks no licence of another version or none: %s', (text) => {
    expect(found('en', text)).toEqual([]);
  });

  it('still knows these licences and their publisher', () => {
    expect(found('en', 'Released under the Apache License, Version 2.0, not the GPLv3; Creative Commons sent a card.'))
      .toEqual(['Apache License, Version 2.0 = apache-2.0', 'GPLv3 = gpl-3.0', 'Creative Commons = creative-commons']);
  });

  it.each([
    ['databricks/dbrx-base', 'dbrx'], ['bigscience/bloom', 'bloom'], ['bigscience/bloomz', 'bloomz'], ['tiiuae/falcon-rw-7b', 'falcon'],
    ['allenai/dolma', 'dolma'], ['google/gemma-2b', 'gemma-1'],
  ])('takes %s as one id', (id, record) => {
    expect(found('en', `Download ${id}, then wait.`)).toEqual([`${id} = ${record}`]);
  });

  it.each([
    ['en', 'For portraits Flux beats Midjourney, said the illustrator.', 'Flux = flux', 'Midjourney = midjourney-app'],
    ['en', 'GPT-4, Gemini, Mixtral and Bloom are language models.', 'GPT-4 = gpt-4', 'Gemini = gemini', 'Mixtral = mixtral', 'Bloom = bloom'],
    ['it', 'Il Garante applica il regolamento europeo (Gdpr) sui dati.', 'Gdpr = gdpr'],
    ['en', 'GLM-5 by z.AI is a model from Beijing.', 'GLM-5 = glm-5', 'z.AI = z-ai'],
    ['en', 'Flux is a matter of flow; the magnetic Flux rises.'],
    ['en', 'Mr Bloom walked past the chemist and said nothing.'],
    ['en', 'Ernie and Bert share a flat.'],
    ['en', 'Ernie asked ChatGPT for a recipe.', 'ChatGPT = chatgpt'],
    ['en', 'Professor Bloom marks essays on language models that ChatGPT wrote.', 'ChatGPT = chatgpt'],
    ['en', 'Flux keeps a cluster and its Llama 3 deployment in step with Git.', 'Llama 3 = llama-3'],
  ])('knows a name in ordinary capitals where its neighbours do (%s: %s)', (lang, text, ...mentions) => {
    expect(found(lang, text)).toEqual(mentions);
  });

  it.each([
    ['pt', 'O Senado adiou o PL 2.338/2023 outra vez.', 'PL 2.338/2023 = br-pl-2338-2023'],
    ['pt', 'O projeto de lei (PL) 2.338/2023 tem um relator novo.', 'projeto de lei (PL) 2.338/2023 = br-pl-2338-2023'],
    ['ko', '유럽연합은 인공지능 법(EU AI Act)을 고쳤다.', '인공지능 법 = eu-ai-act', 'EU AI Act = eu-ai-act'],
    ['de', 'ABl. L, 2024/1689, in Kraft seit dem Sommer', '2024/1689 = eu-ai-act'],
    ['en', 'Order 2024/1689 shipped from the warehouse.'],
    ['en', 'Newsom sent Senate Bill 1047 back to Sacramento; frontier models stay as they are.', 'Senate Bill 1047 = california-sb-1047'],
    ['en', 'California’s Assembly Bill 2013 asks for summaries of training data in generative AI.', 'Assembly Bill 2013 = california-ab-2013', 'training data = training-data', 'generative AI = generative-ai'],
    ['en', 'The county sent Senate Bill 1047 on road salt to the archive.'],
  ])('knows laws by their numbers and translations (%s: %s)', (lang, text, ...mentions) => {
    expect(found(lang, text)).toEqual(mentions);
  });
});

it.each([
  ['Out today: Open Language Models (OLMo), trained in Seattle.', []],
  ['Out today: the open-source model OLMo, trained in Seattle.', ['open-source']],
])('hears no claim in what a name is short for: %s', async (text, claims) => {
  const lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  expect(annotateText(lexicon, text, { lang: 'en' }).claims.map((claim) => claim.text)).toEqual(claims);
});

describe('provisions where the act is told by the page', () => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });

  it.each([
    ['en', 'EU AI Act\nWhat Article 53 asks for\nA template comes from the AI Office. Copyright is kept under Article 4(3) of Directive 2019/790.',
      'EU AI Act = eu-ai-act', 'Article 53 = eu-ai-act/art-53', 'AI Office = european-ai-office', 'Directive 2019/790 = eu-copyright-directive'],
    ['de', 'Was in Anhang XI steht, gilt für KI-Modelle für allgemeine Zwecke.', 'Anhang XI = eu-ai-act/annex-xi', 'KI-Modelle für allgemeine Zwecke = general-purpose-ai-model'],
    ['es', 'Los sistemas de IA de alto riesgo\nArtículo 6: cómo se clasifican', 'sistemas de IA de alto riesgo = high-risk-ai-system', 'Artículo 6 = eu-ai-act/art-6'],
    ['en', 'Directive 2019/790 on copyright\nArticle 4 of it lets rights holders opt out. Some speak of the directive and ChatGPT.', 'Directive 2019/790 = eu-copyright-directive', 'ChatGPT = chatgpt'],
    ['en', 'GDPR and privacy in the EU\nArticle 22 is about automated decisions. The GDPR applies to personal data, ChatGPT or not.', 'GDPR = gdpr', 'GDPR = gdpr', 'ChatGPT = chatgpt'],
  ])('%s: %s', (lang, text, ...mentions) => {
    expect(read(text, { lang }, lexicon)).toEqual(mentions);
  });
});

it.each([
  ['PLLuM (Polish Large Language Model)', ['Polish Large Language Model']],
  ['LLaMA (Large Language Model Meta AI)', ['Large Language Model Meta AI']],
  ['GPT-4 (Claude and Gemini too)', []],
  ['OLMo (GPT, Claude, Gemini)', []],
  ['Meta (Mark Runs It)', []],
])('finds the long form of an acronym: %s', (text, inside) => {
  expect(findExpansions(text).map(({ start, end }) => text.slice(start, end))).toEqual(inside);
});
