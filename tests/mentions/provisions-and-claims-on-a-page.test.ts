import { describe, expect, test } from 'vitest';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon } from '../../mentions/lexicon.ts';
import { annotateText } from '../../mentions/annotate-text.ts';
import { loadRecords } from '../../tools/records.ts';

const { byId } = await loadRecords();
const lexicon = openLexicon(buildLexicon(byId.values()));

/** Provisions and claims that the whole reader finds with the real data, as `text → id`. */
const read = (text: string, lang: string): string[] => {
  const { mentions, claims } = annotateText(lexicon, text, { lang });
  return [
    ...mentions.filter((mention) => mention.kind === 'provision').map((mention) => `${text.slice(mention.start, mention.end)} → ${mention.id}`),
    ...claims.map((claim) => `${claim.text} → ${claim.claim} of ${claim.mention.id}`),
  ];
};

describe('with the whole lexicon', () => {
  test.each<[string, string, string[]]>([
    ['en', 'Article 53(1)(d) of the AI Act asks for a summary. Articles 53 to 55 follow, with Recital 104 and Annex XI.', [
      'Article 53(1)(d) of the AI Act → eu-ai-act/art-53', 'Articles 53 to 55 → eu-ai-act/art-53', 'Recital 104 → eu-ai-act/recital-104', 'Annex XI → eu-ai-act/annex-xi',
    ]],
    ['en', 'Under Article 22 GDPR and Article 86 AI Act, people may ask why.', ['Article 86 AI Act → eu-ai-act/art-86']],
    ['en', 'The EU AI Act defines the term in Article 3(63).', ['Article 3(63) → eu-ai-act/def-63']],
    ['en', 'Article 6 of the GDPR and Article 5 of the constitution are older than the EU AI Act.', []],
    ['en', 'Article 53 was the longest read of the week.', []],
    ['de', 'Nach Art. 53 Abs. 1 lit. d KI-VO ist das Pflicht; Art. 17 DSGVO bleibt.', ['Art. 53 Abs. 1 lit. d KI-VO → eu-ai-act/art-53']],
    ['zh', '根据《欧盟人工智能法案》第53条，摘要必须公开。', ['《欧盟人工智能法案》第53条 → eu-ai-act/art-53']],
    ['ja', 'EU AI法第53条は提供者の義務を定める。', ['EU AI法第53条 → eu-ai-act/art-53']],
    ['ko', 'EU AI 법 제53조에 따라 요약을 공개한다.', ['EU AI 법 제53조 → eu-ai-act/art-53']],
    ['en', 'Open models such as Llama, Mistral 7B and Falcon are everywhere.', [
      'Open → open-source of llama', 'Open → open-source of mistral-7b', 'Open → open-source of falcon',
    ]],
    ['en', 'Unlike open-source models, GPT-4 is rented by the token.', []],
    ['en', 'Gemma 3 comes with open weights, while GPT-4o is proprietary.', ['open weights → open-weights of gemma-3', 'proprietary → closed of gpt-4o']],
    ['de', 'Claude 3.5 Sonnet bleibt proprietär.', ['proprietär → closed of claude-3.5-sonnet']],
  ])('%s: %s', (lang, text, expected) => expect(read(text, lang)).toEqual(expected));
});

test.each<[string, string, boolean]>([
  ['en', 'The studio lists FLUX.1 as open-weight only, as ever.', false],
  ['es', 'Se ofrecerá un modelo de pesos abiertos del nivel de Mistral Small 3.1.', true],
  ['en', 'A language model with open weights can be downloaded, which is all that the word says.', true],
])('words that are said of a model are not the concept: %s: %s', (lang, text, isConcept) => {
  const { mentions } = annotateText(lexicon, text, { lang });
  expect(mentions.some(({ id }) => id === 'open-weights')).toBe(isConcept);
});

test.each<[string, string, string[]]>([
  ['en', 'Article 22 GDPR was pleaded, and Article 26 of the AI Act was mentioned once. The court relied on Article 15.', ['Article 26 of the AI Act → eu-ai-act/art-26']],
  ['en', 'Article 26 of the AI Act was mentioned once. The court relied on Article 15.', ['Article 26 of the AI Act → eu-ai-act/art-26', 'Article 15 → eu-ai-act/art-15']],
  ['pl', 'Art. 5 ust. 1 aktu w sprawie sztucznej inteligencji zakazuje. Art. 53 k.k. mówi o karze.', ['Art. 5 ust. 1 aktu w sprawie sztucznej inteligencji → eu-ai-act/art-5']],
  ['it', 'L’articolo 50 del Regolamento (UE) 2024/1689 si applica. L’art. 8 c.p. resta com’è.', ['articolo 50 del Regolamento (UE) 2024/1689 → eu-ai-act/art-50']],
  ['it', 'L’articolo 13 del Regolamento (UE) 2024/1689 vale. L’art. 13 Cost. parla di libertà. L’art. 15 resta fuori.', ['articolo 13 del Regolamento (UE) 2024/1689 → eu-ai-act/art-13']],
  ['en', 'The EU AI Act is law. Kenya’s AI law, Article 5 included, is a rumour.', []],
  ['en', 'Article 9 of these terms prevails over Article 12. Article 50 of the AI Act is unaffected.', ['Article 50 of the AI Act → eu-ai-act/art-50']],
  ['de', 'Art. 26 KI-VO gilt. Art. 7 BayDiG bleibt.', ['Art. 26 KI-VO → eu-ai-act/art-26']],
  ['en', 'Then Art. 53(1)(a) to (d) AIA apply.', ['Art. 53(1)(a) to (d) AIA → eu-ai-act/art-53']],
])('whose article it is, where several laws are cited: %s: %s', (lang, text, expected) => expect(read(text, lang)).toEqual(expected));
