import { beforeAll, describe, expect, it } from 'vitest';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import { tellMaker } from '../../mentions/maker-or-model.ts';
import { loadRecords } from '../../tools/records.ts';
import { read } from './fixture.ts';

const tell = (lang: string, marked: string): string | undefined => {
  const start = marked.indexOf('*');
  const text = marked.replace('*', '');
  return tellMaker(text.replace('*', ''), start, text.indexOf('*'), lang);
};

it.each([
  ['en', 'The weights were open-sourced by *DeepSeek* in winter.'],
  ['en', 'These are *Mistral*’s latest releases.'],
  ['en', 'It compares (*DeepSeek*)’s V3 with older ones.'],
  ['en', 'She was an early investor who invested in *Mistral*.'],
  ['en', 'An investigation into *DeepSeek* was opened in Dublin.'],
  ['en', 'Read the privacy policy of *DeepSeek* first.'],
  ['en', '*Mistral*, a young company from Paris, hired two lawyers.'],
  ['en', 'On *Mistral* raised another round she kept silent.'],
  ['de', 'Das Modell wurde entwickelt von *DeepSeek* und lief sofort.'],
  ['de', 'Die Sprachmodelle von *Mistral* sprechen gut Französisch.'],
  ['de', 'Es gab Ermittlungen gegen *DeepSeek* in Bonn.'],
  ['fr', 'Deux amis ont fondé *Mistral* dans un café.'],
  ['fr', '*Mistral* vient de lancer un service pour les mairies.'],
  ['fr', '*Mistral* ouvre ce printemps une plateforme pour les écoles.'],
  ['fr', 'Le siège de *Mistral* se trouve à Paris.'],
  ['es', 'El modelo fue publicado por *DeepSeek* en enero.'],
  ['es', 'La política de privacidad de *DeepSeek* es breve.'],
  ['it', 'Il Garante apre un’indagine su *DeepSeek* e la sua app.'],
  ['it', 'Ma *DeepSeek* è in linea con il GDPR?'],
  ['it', '*DeepSeek*, la giovane startup di Hangzhou, tace.'],
  ['pt', 'O modelo foi criado pela *Mistral* em Paris.'],
  ['nl', 'Het model is gemaakt door *Mistral* en getest in Delft.'],
  ['pl', 'Model stworzony przez *Mistral* działa w urzędzie.'],
  ['zh', '深度求索(*DeepSeek*)在杭州。'],
  ['ko', '*DeepSeek*는 지난달 새 모델을 공개했다.'],
])('knows a maker by what is said of it (%s: %s)', (lang, marked) => {
  expect(tell(lang, marked)).toBe('company');
});

it.each([
  ['en', 'They gave us ChatGPT from OpenAI and *DeepSeek* from China.'],
  ['en', '*DeepSeek*, developed by a firm in Hangzhou, answered first.'],
  ['en', '*DeepSeek* is an open chatbot.'],
  ['de', '*DeepSeek* dagegen ist ein quelloffener Chatbot.'],
  ['fr', '*DeepSeek*, conçu par une jeune pousse chinoise, répond vite.'],
  ['es', '*DeepSeek*, desarrollado por una empresa china, responde.'],
  ['pt', 'Pedi ao *DeepSeek* uma receita.'],
  ['pt', '*DeepSeek*, da startup chinesa, respondeu primeiro.'],
  ['zh', '表中有*DeepSeek*(V3/R1)。'],
])('knows a model by what is said of it (%s: %s)', (lang, marked) => {
  expect(tell(lang, marked)).toBe('model');
});

it.each([
  ['en', 'We ran *DeepSeek* on a laptop.'], ['en', '*Mistral* summarises well.'], ['de', '*DeepSeek* antwortet schnell.'], ['fr', 'On a posé la question à *Mistral* hier.'],
  ['en', '*DeepSeek*’s answers are long.'],
])('leaves the rest to the words near by (%s: %s)', (lang, marked) => {
  expect(tell(lang, marked)).toBeUndefined();
});

describe('in a page', () => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });

  it.each([
    ['fr', 'Deux chercheurs ont fondé Mistral pour rivaliser avec les modèles de langage d’OpenAI.', 'Mistral = mistral-ai'],
    ['it', 'La conformità di DeepSeek al GDPR preoccupa; anche ChatGPT fu bloccato.', 'DeepSeek = deepseek-ai'],
    ['de', 'Zwei Modelle im Test: ChatGPT von OpenAI und DeepSeek aus China.', 'DeepSeek = deepseek'],
    ['en', 'DeepSeek, developed by a start-up in Hangzhou, is a language model.', 'DeepSeek = deepseek'],
    ['en', 'OpenAI, Mistral and DeepSeek lobbied in Brussels against the AI Act.', 'Mistral = mistral-ai', 'DeepSeek = deepseek-ai'],
    ['en', 'We gave Mistral, DeepSeek and ChatGPT the same prompt.', 'Mistral = mistral', 'DeepSeek = deepseek'],
    ['fr', 'Le mistral a fondé la réputation de ce village; ChatGPT n’en dit rien.'],
  ])('%s: %s', (lang, text, ...mentions) => {
    expect(read(text, { lang }, lexicon).filter((one) => /mistral|deepseek/.test(one))).toEqual(mentions);
  });
});
