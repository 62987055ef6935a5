import { describe, expect, test } from 'vitest';
import type { Kind } from '../../data/schema/lists.ts';
import { findClaims, mayHoldClaim } from '../../mentions/claims.ts';
import type { Mention } from '../../mentions/types.ts';

const names: Readonly<Record<string, Kind>> = {
  'Llama 3.1': 'model', 'Llama 2': 'model', 'Llama': 'model', 'Mistral 7B': 'model', 'Mixtral 8x7B': 'model', 'Falcon': 'model', 'BLOOM': 'model',
  'GPT-4o': 'model', 'GPT-4': 'model', 'Claude': 'model', 'Gemma': 'model', 'OLMo 2': 'model', 'DeepSeek-R1': 'model', 'Grok-1': 'model', 'Qwen3': 'model',
  'Stable Diffusion': 'model', 'ChatGPT': 'product', 'OpenAI': 'company', 'Meta': 'company', 'Mistral AI': 'company', 'Google': 'company',
  'Anthropic': 'company', 'xAI': 'company', 'Ai2': 'organisation', 'DeepSeek': 'company', 'Hugging Face': 'company', 'Ollama': 'tool',
  'Apache 2.0': 'licence',
};

const mark = (text: string): Mention[] => {
  const found: Mention[] = [];
  for (const name of Object.keys(names).sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const mention: Mention = { start: at, end: at + name.length, id: name, name, kind: names[name]! };
      const isWord = !/[\p{Script=Latin}\d]/u.test(text[at - 1] ?? ' ') && !/[\p{Script=Latin}\d]/u.test((text[mention.end] ?? ' ').replace('s', ' '));
      if (isWord && !found.some((other) => other.start < mention.end && mention.start < other.end)) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

/** Each claim as `words: claim of Name`, with `(speaker)` where the words are somebody's. */
const find = (text: string, lang?: string): string[] =>
  findClaims(text, mark(text), lang).map((claim) => {
    expect(text.slice(claim.start, claim.end)).toBe(claim.text);
    return `${claim.text}: ${claim.claim} of ${claim.mention.name}${claim.speaker ? ` (${claim.speaker})` : ''}`;
  });

describe('English', () => {
  test.each<[string, ...string[]]>([
    ['The open-source Llama 3.1 outperforms others.', 'open-source: open-source of Llama 3.1'],
    ['They picked Meta’s open-source model Llama.', 'open-source: open-source of Llama'],
    ['We run the open source Mistral 7B on a laptop.', 'open source: open-source of Mistral 7B'],
    ['The team fine-tuned the open-weight Gemma.', 'open-weight: open-weights of Gemma'],
    ['It costs less than the proprietary GPT-4.', 'proprietary: closed of GPT-4'],
    ['The closed-source Claude refused.', 'closed-source: closed of Claude'],
    ['Open-source Llama 3.1 beats its rivals.', 'Open-source: open-source of Llama 3.1'],
    ['The open-source large language model BLOOM was trained in France.', 'open-source: open-source of BLOOM'],
    ['An open-source model called Falcon came from Abu Dhabi.', 'open-source: open-source of Falcon'],
    ['The fully open model OLMo 2 has its data online.', 'fully open: open-source of OLMo 2'],
    ['Llama is open source.', 'open source: open-source of Llama'],
    ['Llama 3.1 is an open-source model.', 'open-source: open-source of Llama 3.1'],
    ['Llama 3.1 is one of the most capable open-weight models.', 'open-weight: open-weights of Llama 3.1'],
    ['BLOOM remains fully open.', 'fully open: open-source of BLOOM'],
    ['GPT-4 is closed.', 'closed: closed of GPT-4'],
    ['ChatGPT is proprietary, and so is its price.', 'proprietary: closed of ChatGPT'],
    ['Mistral 7B and Mixtral 8x7B are both open source.', 'open source: open-source of Mistral 7B', 'open source: open-source of Mixtral 8x7B'],
    ['GPT-4, GPT-4o, and Claude are proprietary.', 'proprietary: closed of GPT-4', 'proprietary: closed of GPT-4o', 'proprietary: closed of Claude'],
    ['Unlike GPT-4, Llama 3.1 is open source.', 'open source: open-source of Llama 3.1'],
    ['Llama 3.1, unlike GPT-4, is open source.', 'open source: open-source of Llama 3.1'],
    ['While GPT-4 is proprietary, Llama is open source.', 'proprietary: closed of GPT-4', 'open source: open-source of Llama'],
    ['GPT-4 is proprietary but Falcon is open source.', 'proprietary: closed of GPT-4', 'open source: open-source of Falcon'],
    ['Meta released Llama 3.1, which is open source.', 'open source: open-source of Llama 3.1'],
    ['Gemma is Google’s open-weight model.', 'open-weight: open-weights of Gemma'],
    ['Llama is an open-source alternative to ChatGPT.', 'open-source: open-source of Llama'],
    ['Models such as GPT-4 and Claude are proprietary.', 'proprietary: closed of GPT-4', 'proprietary: closed of Claude'],
    ['The Llama models are open source.', 'open source: open-source of Llama'],
    ['Because Llama is open source, anyone can read it.', 'open source: open-source of Llama'],
    ['Meta open-sourced Llama 2 in July.', 'open-sourced: open-source of Llama 2'],
    ['xAI has open-sourced Grok-1.', 'open-sourced: open-source of Grok-1'],
    ['Meta open-sources Llama 3.1', 'open-sources: open-source of Llama 3.1'],
    ['Llama 2 was open-sourced last year.', 'open-sourced: open-source of Llama 2'],
    ['Grok-1 has been open-sourced.', 'open-sourced: open-source of Grok-1'],
    ['Grok-1, open-sourced by xAI, is large.', 'open-sourced: open-source of Grok-1'],
    ['Meta released Llama 2 as open source.', 'open source: open-source of Llama 2'],
    ['Falcon was released as open source in May.', 'open source: open-source of Falcon'],
    ['DeepSeek-R1 is available as an open-weight model.', 'open-weight: open-weights of DeepSeek-R1'],
    ['Falcon is released under an open-source licence.', 'open-source: open-source of Falcon'],
    ['Mistral 7B, an open-weight model, runs on a phone.', 'open-weight: open-weights of Mistral 7B'],
    ['The lab built on Llama 2, Meta’s open-source model.', 'open-source: open-source of Llama 2'],
    ['Llama 3.1 (open source) came second.', 'open source: open-source of Llama 3.1'],
    ['GPT-4 (proprietary) came first.', 'proprietary: closed of GPT-4'],
    ['As an open-source model, Llama 3.1 can be changed.', 'open-source: open-source of Llama 3.1'],
    ['Open models such as Llama, Mistral 7B and Falcon are popular.', 'Open: open-source of Llama', 'Open: open-source of Mistral 7B', 'Open: open-source of Falcon'],
    ['She prefers open-source models like Llama and Falcon.', 'open-source: open-source of Llama', 'open-source: open-source of Falcon'],
    ['Proprietary models, including GPT-4 and Claude, cost more.', 'Proprietary: closed of GPT-4', 'Proprietary: closed of Claude'],
    ['Unlike open models such as Llama, GPT-4 and Claude are rented.', 'open: open-source of Llama'],
    ['Compared with open-source models such as Llama, GPT-4 is dear.', 'open-source: open-source of Llama'],
    ['There are open-source alternatives to ChatGPT such as Llama and Falcon.', 'open-source: open-source of Llama', 'open-source: open-source of Falcon'],
    ['We compared open-source models (Llama, Mistral 7B, Falcon).', 'open-source: open-source of Llama', 'open-source: open-source of Mistral 7B', 'open-source: open-source of Falcon'],
    ['Llama, Mistral 7B and other open-weight models are used.', 'open-weight: open-weights of Llama', 'open-weight: open-weights of Mistral 7B'],
    ['The open-source models Llama and Falcon are used.', 'open-source: open-source of Llama', 'open-source: open-source of Falcon'],
    ['Llama’s weights are openly available.', 'openly available: open-weights of Llama'],
    ['The weights of Mistral 7B are open.', 'open: open-weights of Mistral 7B'],
    ['Gemma comes with open weights.', 'open weights: open-weights of Gemma'],
    ['They studied the open weights of Llama 2.', 'open weights: open-weights of Llama 2'],
    ['The client is open source. GPT-4 is proprietary.', 'proprietary: closed of GPT-4'],
  ])('%s', (text, ...expected) => expect(find(text, 'en')).toEqual(expected));
});

describe('reported speech keeps its speaker', () => {
  test.each<[string, ...string[]]>([
    ['Meta calls Llama “open source”.', 'open source: open-source of Llama (Meta)'],
    ['Meta calls its Llama models open source.', 'open source: open-source of Llama (Meta)'],
    ['Meta says that Llama is open source.', 'open source: open-source of Llama (Meta)'],
    ['According to Mistral AI, Mixtral 8x7B is open source.', 'open source: open-source of Mixtral 8x7B (Mistral AI)'],
    ['“Llama is open source,” Mark Zuckerberg said.', 'open source: open-source of Llama (Mark Zuckerberg)'],
    ['Zuckerberg said: “Llama is open source.”', 'open source: open-source of Llama (Zuckerberg)'],
    ['Llama is open source, says Meta.', 'open source: open-source of Llama (Meta)'],
    ['Llama is described as open source by Meta.', 'open source: open-source of Llama (Meta)'],
    ['Meta describes Llama as an open-source model.', 'open-source: open-source of Llama (Meta)'],
    ['Meta published Llama, which Meta calls open source.', 'open source: open-source of Llama (Meta)'],
    ['Meta bezeichnet Llama als Open Source.', 'Open Source: open-source of Llama (Meta)'],
    ['Laut Meta ist Llama Open Source.', 'Open Source: open-source of Llama (Meta)'],
    ['Selon Meta, Llama est open source.', 'open source: open-source of Llama (Meta)'],
    ['Según Meta, Llama es de código abierto.', 'código abierto: open-source of Llama (Meta)'],
  ])('%s', (text, ...expected) => expect(find(text)).toEqual(expected));
});

describe('other languages', () => {
  test.each<[string, string, ...string[]]>([
    ['de', 'Das quelloffene Llama 3.1 ist beliebt.', 'quelloffene: open-source of Llama 3.1'],
    ['de', 'Metas quelloffenes Modell Llama läuft überall.', 'quelloffenes: open-source of Llama'],
    ['de', 'Das Open-Source-Modell Llama läuft überall.', 'Open-Source: open-source of Llama'],
    ['de', 'Open-Source-Modelle wie Llama, Mistral 7B und Falcon sind gefragt.', 'Open-Source: open-source of Llama', 'Open-Source: open-source of Mistral 7B', 'Open-Source: open-source of Falcon'],
    ['de', 'Llama 3.1 ist quelloffen.', 'quelloffen: open-source of Llama 3.1'],
    ['de', 'Llama ist ein Open-Source-Modell.', 'Open-Source: open-source of Llama'],
    ['de', 'Claude bleibt proprietär.', 'proprietär: closed of Claude'],
    ['de', 'Damit ist Llama quelloffen.', 'quelloffen: open-source of Llama'],
    ['de', 'Viele nutzen es, weil Llama quelloffen ist.', 'quelloffen: open-source of Llama'],
    ['de', 'Meta hat Llama 2 im Juli als Open Source veröffentlicht.', 'Open Source: open-source of Llama 2'],
    ['de', 'Falcon wurde als Open Source veröffentlicht.', 'Open Source: open-source of Falcon'],
    ['de', 'Mistral 7B, ein Open-Weight-Modell, läuft lokal.', 'Open-Weight: open-weights of Mistral 7B'],
    ['de', 'Proprietäre Modelle wie GPT-4 und Claude kosten mehr.', 'Proprietäre: closed of GPT-4', 'Proprietäre: closed of Claude'],
    ['fr', 'Le modèle open source Llama 3.1 est gratuit.', 'open source: open-source of Llama 3.1'],
    ['fr', 'Llama 3.1 est open source.', 'open source: open-source of Llama 3.1'],
    ['fr', 'Claude reste propriétaire.', 'propriétaire: closed of Claude'],
    ['fr', 'Llama est un modèle de langage open source.', 'open source: open-source of Llama'],
    ['fr', 'Les modèles open source comme Llama, Mistral 7B et Falcon progressent.', 'open source: open-source of Llama', 'open source: open-source of Mistral 7B', 'open source: open-source of Falcon'],
    ['fr', 'Meta a publié Llama 2 en open source.', 'open source: open-source of Llama 2'],
    ['fr', 'Mistral 7B, un modèle à poids ouverts, tourne partout.', 'poids ouverts: open-weights of Mistral 7B'],
    ['es', 'El modelo de código abierto Llama 3.1 es gratuito.', 'código abierto: open-source of Llama 3.1'],
    ['es', 'Llama es de código abierto.', 'código abierto: open-source of Llama'],
    ['es', 'GPT-4 sigue siendo propietario.', 'propietario: closed of GPT-4'],
    ['es', 'Los modelos de código abierto como Llama, Mistral 7B y Falcon avanzan.', 'código abierto: open-source of Llama', 'código abierto: open-source of Mistral 7B', 'código abierto: open-source of Falcon'],
    ['es', 'Meta liberó Llama 2 como código abierto.', 'código abierto: open-source of Llama 2'],
    ['it', 'Il modello open source Llama è gratuito.', 'open source: open-source of Llama'],
    ['it', 'Claude è proprietario.', 'proprietario: closed of Claude'],
    ['pt', 'O modelo de código aberto Llama é gratuito.', 'código aberto: open-source of Llama'],
    ['nl', 'Llama is open source.', 'open source: open-source of Llama'],
    ['nl', 'Het opensourcemodel Llama is gratis.', 'opensource: open-source of Llama'],
    ['pl', 'Llama jest modelem open source.', 'open source: open-source of Llama'],
    ['zh', '开源模型Llama很受欢迎。', '开源: open-source of Llama'],
    ['zh', 'Llama是开源的。', '开源: open-source of Llama'],
    ['zh', 'GPT-4是闭源模型。', '闭源: closed of GPT-4'],
    ['zh', '开源模型如Llama、Mistral 7B和Falcon都可下载。', '开源: open-source of Llama', '开源: open-source of Mistral 7B', '开源: open-source of Falcon'],
    ['ja', 'オープンソースモデルのLlamaを使う。', 'オープンソース: open-source of Llama'],
    ['ja', 'Llamaはオープンソースである。', 'オープンソース: open-source of Llama'],
    ['ko', '오픈소스 모델 Llama를 쓴다.', '오픈소스: open-source of Llama'],
    ['ko', 'Llama는 오픈소스 모델이다.', '오픈소스: open-source of Llama'],
  ])('%s: %s', (lang, text, ...expected) => expect(find(text, lang)).toEqual(expected));
});

describe('no claim', () => {
  test.each([
    // denied
    'Llama is not open source.',
    'GPT-4 isn’t open source.',
    'Llama 3.1 isn’t truly open.',
    'Llama is no open-source model.',
    'Neither GPT-4 nor Claude is open source.',
    'Llama is far from fully open.',
    'Llama is no longer open source.',
    'OpenAI never open-sourced GPT-4.',
    'OpenAI has not open-sourced GPT-4.',
    'OpenAI did not release GPT-4 as open source.',
    'There is no open-source model like GPT-4.',
    'Llama is hardly open source.',
    'Llama is only partly open source.',
    'The non-open-source Llama 2 was tested.',
    // asked, wished, planned
    'Is Llama open source?',
    'Should OpenAI open-source GPT-4?',
    'If GPT-4 were open source, we would know.',
    'If GPT-4 is open source, show us the code.',
    'GPT-4 should be open source.',
    'OpenAI will open-source GPT-4.',
    'OpenAI plans to open-source GPT-4.',
    'OpenAI could have open-sourced GPT-4.',
    'Users wonder whether Claude is open source.',
    'Open-source GPT-4 now!',
    'Imagine GPT-4 is open source.',
    'It is a myth that Llama is open source.',
    'That Llama is open source is disputed.',
    'Llama is supposedly open source.',
    'Critics say Llama is open source in name only.',
    'An open-source GPT-4 would change a lot.',
    'The so-called open-source Llama 2 has limits.',
    'Meta’s “open source” Llama has limits.',
    'Llama is marketed as open source.',
    // said of something else
    'Unlike open-source models, GPT-4 is rented.',
    'GPT-4 outperforms open-source models.',
    'GPT-4 is better than any open-source model.',
    'Open-source alternatives to ChatGPT are many.',
    'Open-source models lag behind GPT-4.',
    'We need open-source models as good as GPT-4.',
    'It is an open-source client for Claude.',
    'LibreChat is an open-source alternative to ChatGPT.',
    'An open-source library for Llama exists.',
    'The open-source Llama client was updated.',
    'The open-source ChatGPT alternative was updated.',
    'The open-source community around Llama grows.',
    'The open-source licence debate reached Llama.',
    'Llama runs in the open-source tool Ollama.',
    'ChatGPT is built with open source software.',
    'Claude is good at open source work.',
    'The open-source inference engine runs Llama.',
    'The successor to Llama is open source.',
    'A client for Claude is open source.',
    'Tools such as Ollama are open source and run Llama.',
    'The code behind Claude is proprietary.',
    'Apps built on GPT-4 are proprietary.',
    'Llama’s tokenizer is open source.',
    'Llama’s licence is not open source.',
    'The SDK for Claude was open-sourced.',
    'Anthropic open-sourced a Claude client.',
    'Meta open-sourced Llama recipes.',
    'Open source and GPT-4 do not mix.',
    'Tags: Llama, open source, AI',
    'Besides GPT-4, an open-source model was tested.',
    'To beat GPT-4, an open-source model must be large.',
    'Mistral AI built a rival to GPT-4, an open-weight model.',
    'After GPT-4, an open-source model took the lead.',
    'Llama is more open than GPT-4.',
    'Llama is as open as GPT-4.',
    'Llama 3.1 is the open-source community’s favourite.',
    'Claude opened the file.',
    'Claude is open to questions.',
    'ChatGPT was closed for maintenance.',
    'GPT-4 closed the gap.',
    'The door is closed. GPT-4 is in.',
    'We closed the ChatGPT window.',
    'The proprietary data of OpenAI trained GPT-4.',
    'The closed GPT-4 API costs money.',
    'Llama, the closed beta of which ended, is out.',
    'It is open source. GPT-4 followed.',
    'Claude wrote an open-source tool.',
    'GPT-4 was trained on open source code.',
    'The open question is Llama.',
    'Open models are a rival to GPT-4.',
    'The open model Llama is used.',
    'With open-source AI, Llama and its rivals matter.',
    // German, French, Spanish and others
    'Llama ist kein Open-Source-Modell.',
    'Llama ist nicht quelloffen.',
    'Ist Llama quelloffen?',
    'Wäre GPT-4 quelloffen, wüssten wir mehr.',
    'Ob Llama quelloffen ist, bleibt strittig.',
    'OpenAI will GPT-4 als Open Source veröffentlichen.',
    'Das angeblich quelloffene Llama hat Grenzen.',
    'Anders als Open-Source-Modelle ist GPT-4 gemietet.',
    'Die Open-Source-Alternative zu ChatGPT ist frei.',
    'Ein Open-Source-Client für Claude ist erschienen.',
    'OpenAI hat GPT-4 nicht als Open Source veröffentlicht.',
    'Llama n’est pas open source.',
    "Claude n'est plus propriétaire.",
    'Llama est-il open source ?',
    'Si GPT-4 était open source, on le saurait.',
    'Elon Musk est propriétaire de Grok-1.',
    'xAI, propriétaire de Grok-1, est à Austin.',
    'Contrairement aux modèles open source, GPT-4 est loué.',
    'Un client open source pour Claude est sorti.',
    'Llama no es de código abierto.',
    '¿Es Llama de código abierto?',
    'A diferencia de los modelos de código abierto, GPT-4 se alquila.',
    'OpenAI, propietario de ChatGPT, lo niega.',
    'Un cliente de código abierto para Claude salió ayer.',
    'Llama non è open source.',
    'Llama is niet open source.',
    'Llama nie jest open source.',
    'Llama不是开源的。',
    '与开源模型不同,GPT-4需要付费。',
    'Llama是开源的吗？',
    'Llamaはオープンソースではない。',
    'Llamaはオープンソースですか。',
    'Llama는 오픈소스가 아니다.',
    'Claude의 오픈소스 클라이언트가 나왔다.',
  ])('%s', (text) => expect(find(text)).toEqual([]));

  test('nothing is said of a version that the data does not hold', () => {
    const text = 'Llama 11 is open source.';
    const mention: Mention = { start: 0, end: 8, id: 'llama', name: 'Llama', kind: 'model', unknownVersion: '11' };
    expect(findClaims(text, [mention], 'en')).toEqual([]);
  });

  test('a run without a claiming word is let go at once', () => {
    expect(mayHoldClaim('Llama 3.1 has 405 billion parameters.')).toBe(false);
    expect(mayHoldClaim('Llama 3.1 is an open-weight model.')).toBe(true);
  });
});
