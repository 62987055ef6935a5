import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { provisionTypes, type ProvisionType } from '../../data/schema/lists.ts';
import { findProvisions, mayHoldProvision } from '../../mentions/provisions.ts';
import type { Mention } from '../../mentions/types.ts';

const act = 'eu-ai-act';
const held: readonly (readonly [type: ProvisionType, id: string, before: string, after: string, numbers: string])[] = [
  ['article', 'art', 'Article ', '', '1-113 4a'], ['recital', 'recital', 'Recital ', '', '1-180'],
  ['annex', 'annex', 'Annex ', '', 'I II III IV V VI VII VIII IX X XI XII XIII XIV'], ['definition', 'def', 'Article 3(', ')', '1-68'],
];

/** A lexicon of one act with provisions; the other acts have none. */
const lexicon = {
  provisions: held.map(([type, id, before, after, numbers]) => [provisionTypes.indexOf(type), `${act}/${id}-`, `EU AI Act, ${before}`, after, numbers].join('|')).join('\n'),
};

const actForms: Readonly<Record<string, string>> = {
  'EU AI Act': act, 'AI Act': act, 'Artificial Intelligence Act': act, 'Regulation (EU) 2024/1689': act, 'KI-Verordnung': act, 'KI-VO': act,
  'AI-verordening': act, 'règlement sur l’IA': act, "règlement sur l'IA": act, 'Reglamento de IA': act, "regolamento sull'IA": act,
  'Regulamento da IA': act, 'aktu o AI': act, '欧盟人工智能法案': act, 'EU AI法': act, 'EU AI 법': act, '2024/1689': act,
  'Digital Services Act': 'eu-dsa', 'GDPR': 'gdpr', 'DSGVO': 'gdpr', 'Colorado AI Act': 'colorado-ai-act',
};

const findActs = (text: string): Mention[] => {
  const found: Mention[] = [];
  for (const form of Object.keys(actForms).sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const mention: Mention = { start: at, end: at + form.length, id: actForms[form]!, name: form, kind: 'regulation' };
      if (!found.some((other) => other.start < mention.end && mention.start < other.end)) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

/** Each mention as `text → id` with its pinpoint, as in `Article 53(1) → art-53 53(1)`. */
const find = (text: string, page: { lang?: string; mainAct?: string } = {}): string[] =>
  findProvisions(text, lexicon, findActs(text), page).map((mention) =>
    [text.slice(mention.start, mention.end), '→', mention.id.replace(`${act}/`, ''), mention.pinpoint].filter(Boolean).join(' '));

describe('an act that adjoins is part of the span', () => {
  test.each([
    ['Under Article 53 of the EU AI Act, providers write documentation.', 'Article 53 of the EU AI Act → art-53'],
    ['See Art. 53 AI Act for the duties.', 'Art. 53 AI Act → art-53'],
    ['It cites Article 5(1)(f) of the Artificial Intelligence Act.', 'Article 5(1)(f) of the Artificial Intelligence Act → art-5 5(1)(f)'],
    ['Article 50 of Regulation (EU) 2024/1689 asks for labels.', 'Article 50 of Regulation (EU) 2024/1689 → art-50'],
    ['The duty in AI Act Article 55 is wider.', 'AI Act Article 55 → art-55'],
    ['The AI Act asks for more. Article 49(3) asks for an entry.', 'Article 49(3) → art-49 49(3)'],
    ['A note on the EU AI Act’s Article 6 was published.', 'EU AI Act’s Article 6 → art-6'],
    ['The exemption (AI Act, Art. 53(2)) is narrow.', 'AI Act, Art. 53(2) → art-53 53(2)'],
    ['Das verlangt Artikel 53 der KI-Verordnung.', 'Artikel 53 der KI-Verordnung → art-53'],
    ['Nach Art. 53 Abs. 1 lit. d KI-VO ist das Pflicht.', 'Art. 53 Abs. 1 lit. d KI-VO → art-53 53(1)(d)'],
    ["Selon l'article 53 du règlement sur l'IA, c'est dû.", "article 53 du règlement sur l'IA → art-53"],
    ['Lo exige el artículo 53 del Reglamento de IA.', 'artículo 53 del Reglamento de IA → art-53'],
    ["Lo prevede l'articolo 53 del regolamento sull'IA.", "articolo 53 del regolamento sull'IA → art-53"],
    ['É o que diz o artigo 53.º do Regulamento da IA.', 'artigo 53.º do Regulamento da IA → art-53'],
    ['Dat staat in artikel 53 van de AI-verordening.', 'artikel 53 van de AI-verordening → art-53'],
    ['Tak stanowi art. 53 aktu o AI.', 'art. 53 aktu o AI → art-53'],
    ['根据《欧盟人工智能法案》第53条,提供者应当公开摘要。', '《欧盟人工智能法案》第53条 → art-53'],
    ['EU AI法第53条は提供者の義務を定める。', 'EU AI法第53条 → art-53'],
    ['EU AI 법 제53조에 따라 요약을 공개한다.', 'EU AI 법 제53조 → art-53'],
    ['Die Pflichten aus Art. 53 ff. KI-VO gelten.', 'Art. 53 ff. KI-VO → art-53 53 ff.'],
    ['It is Article 53 of the bloc’s AI Act.', 'Article 53 of the bloc’s AI Act → art-53'],
    ['Under the AI Act, Articles 53 to 55, more is due.', 'AI Act, Articles 53 to 55 → art-53 53–55'],
    ['Annex III to the AI Act lists the uses.', 'Annex III to the AI Act → annex-iii'],
    ['It is in Annex 3 of the AI Act.', 'Annex 3 of the AI Act → annex-iii'],
    ['Art. 10 rozporządzenia 2024/1689 mówi o danych.', 'Art. 10 rozporządzenia 2024/1689 → art-10'],
  ])('%s', (text, expected) => expect(find(text)).toEqual([expected]));
});

describe('ranges, lists and parts', () => {
  test.each([
    ['Articles 53 to 55', 'art-53 53–55'],
    ['Articles 53–55', 'art-53 53–55'],
    ['Arts. 51–56', 'art-51 51–56'],
    ['Articles 51 through 56', 'art-51 51–56'],
    ['Articles 53 and 55', 'art-53 53, 55'],
    ['Articles 5, 6 and 50', 'art-5 5, 6, 50'],
    ['Articles 5, 6, and 50', 'art-5 5, 6, 50'],
    ['Articles 53(1) and 55(1)', 'art-53 53(1), 55(1)'],
    ['Article 53(1)(c) and (d)', 'art-53 53(1)(c), (d)'],
    ['Article 53(1)(a)–(d)', 'art-53 53(1)(a)–(d)'],
    ['Article 53 (1) (d)', 'art-53 53(1)(d)'],
    ['Article 53(1), point (d)', 'art-53 53(1)(d)'],
    ['Article 53, paragraph 1, point (d)', 'art-53 53(1)(d)'],
    ['Article 53.1', 'art-53 53(1)'],
    ['Article 4a', 'art-4a'],
    ['Art.53', 'art-53'],
    ['Art. 53', 'art-53'],
    ['Article 53', 'art-53'],
    ['ARTICLE 53', 'art-53'],
    ['Article ５３', 'art-53'],
    ['Article 3(63)', 'def-63 3(63)'],
    ['Article 3', 'art-3'],
    ['Artikel 53 bis 55', 'art-53 53–55'],
    ['Art. 53 Abs. 1 lit. d', 'art-53 53(1)(d)'],
    ['Artikel 53 Absatz 1 Buchstabe d', 'art-53 53(1)(d)'],
    ['Art. 3 Nr. 63', 'def-63 3(63)'],
    ['Art. 51 ff.', 'art-51 51 ff.'],
    ['Articles 51 et seq.', 'art-51 51 et seq.'],
    ['article 53, paragraphe 1, point d)', 'art-53 53(1)(d)'],
    ['articles 53 à 55', 'art-53 53–55'],
    ['article 53, § 1', 'art-53 53(1)'],
    ['artículo 53, apartado 1, letra d)', 'art-53 53(1)(d)'],
    ['artículo 53.1.d)', 'art-53 53(1)(d)'],
    ['artículos 53 a 55', 'art-53 53–55'],
    ['artículos 53 y 55', 'art-53 53, 55'],
    ['articolo 53, paragrafo 1, lettera d)', 'art-53 53(1)(d)'],
    ['articoli da 53 a 55', 'art-53 53–55'],
    ['artigo 53.º, n.º 1, alínea d)', 'art-53 53(1)(d)'],
    ['artigos 53.º a 55.º', 'art-53 53–55'],
    ['artikel 53, lid 1, onder d)', 'art-53 53(1)(d)'],
    ['artikelen 53 tot en met 55', 'art-53 53–55'],
    ['art. 53 ust. 1 lit. d)', 'art-53 53(1)(d)'],
    ['art. 53–55', 'art-53 53–55'],
    ['第53条', 'art-53'],
    ['第五十三条', 'art-53'],
    ['第一百一十三条', 'art-113'],
    ['第53條', 'art-53'],
    ['第５３条', 'art-53'],
    ['第53条至第55条', 'art-53 53–55'],
    ['第53条第1款(d)项', 'art-53 53(1)(d)'],
    ['第53条第1項', 'art-53 53(1)'],
    ['第53条から第55条', 'art-53 53–55'],
    ['第5、6和50条', 'art-5 5, 6, 50'],
    ['제53조', 'art-53'],
    ['제53조 제1항', 'art-53 53(1)'],
    ['제53조부터 제55조', 'art-53 53–55'],
    ['Recital 104', 'recital-104'],
    ['Recitals 102–104', 'recital-102 102–104'],
    ['Recital (104)', 'recital-104'],
    ['Erwägungsgrund 104', 'recital-104'],
    ['Erwägungsgründe 102 bis 104', 'recital-102 102–104'],
    ['motyw 104', 'recital-104'],
    ['overweging 104', 'recital-104'],
    ['前文104', 'recital-104'],
    ['序言第104条', 'recital-104'],
    ['전문 제104항', 'recital-104'],
    ['Annex XI', 'annex-xi'],
    ['Annexes XI and XII', 'annex-xi XI, XII'],
    ['Annex III(5)(b)', 'annex-iii III(5)(b)'],
    ['Annex III, point 5(b)', 'annex-iii III(5)(b)'],
    ['Annex XI, Section 1', 'annex-xi XI, Section 1'],
    ['Anhang XI', 'annex-xi'],
    ['Anhänge XI und XII', 'annex-xi XI, XII'],
    ['annexe XI', 'annex-xi'],
    ['anexo XI', 'annex-xi'],
    ['allegato XI', 'annex-xi'],
    ['bijlage XI', 'annex-xi'],
    ['załącznik XI', 'annex-xi'],
    ['附件XI', 'annex-xi'],
    ['附属書XI', 'annex-xi'],
    ['부속서 XI', 'annex-xi'],
    ['附件Ⅲ', 'annex-iii'],
  ])('%s', (text, expected, span = text) => {
    expect(find(text, { mainAct: act })).toEqual([`${span} → ${expected}`]);
    expect(mayHoldProvision(text)).toBe(true);
  });

  test('a recital that could be a verb needs an article before it', () => {
    expect(find('Lo dice el considerando 104.', { mainAct: act })).toEqual(['considerando 104 → recital-104']);
    expect(find('Le considérant 104 le précise.', { mainAct: act })).toEqual(['considérant 104 → recital-104']);
    expect(find('El estudio avanza considerando 104 países.', { mainAct: act })).toEqual([]);
    expect(find('Le rapport, considérant 104 pays, conclut.', { mainAct: act })).toEqual([]);
  });

  test('the span keeps within an outer bracket', () => {
    expect(find('(article 53, point d)', { mainAct: act })).toEqual(['article 53, point d → art-53 53(d)']);
    expect(find('(see Article 53)', { mainAct: act })).toEqual(['Article 53 → art-53']);
  });
});

describe('which act', () => {
  test.each<[string, string[]]>([
    ['The AI Act is long. Article 53 is about models, and Annex XI says what to write.', ['Article 53 → art-53', 'Annex XI → annex-xi']],
    ['The AI Act (Article 53) asks for a summary.', ['Article 53 → art-53']],
    ['Under the AI Act, Article 53 comes first.', ['Article 53 → art-53']],
    ['Article 53 and Annex XI of the AI Act belong together.', ['Article 53 → art-53', 'Annex XI of the AI Act → annex-xi']],
    ['Article 53 is the part of the AI Act that matters here.', ['Article 53 → art-53']],
    ['Article 53 under the AI Act is due.', ['Article 53 → art-53']],
    ['The AI Act, unlike the GDPR, sets this out in Article 53.', ['Article 53 → art-53']],
    ['The AI Act asks for this in Article 53, and the GDPR has a rule of its own.', ['Article 53 → art-53']],
    ['Article 53 of the AI Act and Article 35 of the GDPR overlap.', ['Article 53 of the AI Act → art-53']],
    ['Rozporządzenie, czyli akt, pochodzi z aktu o AI, a załącznik XI jest długi.', ['załącznik XI → annex-xi']],
    ['《欧盟人工智能法案》生效后,附件十一列出应备文件。', ['附件十一 → annex-xi']],
    ['GDPR Article 22 and AI Act Article 86 overlap.', ['AI Act Article 86 → art-86']],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected));

  test.each<[string, string[]]>([
    ['Article 53 of this Regulation applies to models.', ['Article 53 → art-53']],
    ['Artikel 53 dieser Verordnung gilt.', ['Artikel 53 → art-53']],
    ['Article 53 of the Act has four points.', ['Article 53 → art-53']],
    ['Nach Artikel 53 der Anbieter steht nichts mehr.', ['Artikel 53 → art-53']],
    ['第五十三条、附件三', ['第五十三条 → art-53']],
    ['The Act’s Article 5 has a ban.', ['Article 5 → art-5']],
    ['Its Article 5 has a ban.', ['Article 5 → art-5']],
    ['The AI Act asks for logs in Article 19.', ['Article 19 → art-19']],
    ['依本法第53条办理。', ['第53条 → art-53']],
    ['Article 53 GPAI duties are listed below.', ['Article 53 → art-53']],
    ['Article 53 and 12 other provisions.', ['Article 53 → art-53']],
    ['Artikel 5, 12 Monate später.', ['Artikel 5 → art-5']],
    ['See Articles 53, 2024 edition.', ['Articles 53 → art-53']],
  ])('on a page about the act: %s', (text, expected) => expect(find(text, { mainAct: act })).toEqual(expected));
});

describe('no provision of the act', () => {
  test.each([
    'Article 6 of the GDPR names the legal bases.',
    'Under Art. 6 GDPR there must be a basis.',
    'Art. 22 DSGVO verbietet das.',
    'GDPR Article 17 gives a right to erasure.',
    "L'article 22 du RGPD le dit.",
    'El artículo 22 del RGPD lo dice.',
    'Art. 22 RODO o tym mówi.',
    'Art. 5 GG schützt die Meinung.',
    'Artikel 5 des Grundgesetzes schützt die Meinung.',
    'Artikel 5 der Verordnung (EU) 2016/679 nennt Grundsätze.',
    'Article 8 of the EU Charter protects data.',
    'Article 10 of the European Convention on Human Rights protects speech.',
    'Article 101 TFEU bans cartels.',
    'Article 9 of the Japanese constitution renounces war.',
    'Article 15 of the Copyright Directive is for press publishers.',
    'Article 4 of the Directive allows mining.',
    'Article 34 of the Digital Services Act is about risk.',
    'Article 5 of the Colorado AI Act does not exist.',
    'Article 5 of the Korean Basic Act is about policy.',
    'Article 2 of the club rules bars dogs.',
    "L'article 1382 du code civil est connu.",
    "L'article 9 du code civil est connu.",
    "L'article 4 de la loi a changé.",
    'Art. 5 ustawy o ochronie danych.',
    'Art. 53 Konstytucji mówi o wolności.',
    'O artigo 5.º do RGPD fixa princípios.',
    'Artikel 6 van de grondwet gaat over geloof.',
    '根据《个人信息保护法》第53条处理。',
    '刑法第53条另有规定。',
    '憲法第53条は臨時会を定める。',
    '헌법 제53조는 대통령의 권한이다.',
    '第53回大会が開かれた。',
    '第53条例另行公布。',
    'Article 300 sets fines.',
    'Annex XX is missing.',
    'Articles 53 to 300 are long.',
    'Recital 999 is missing.',
    'In this article 53 readers tell their story.',
    'We wrote an article 5 years ago.',
    'Read the article 12 times.',
    'It was a fine show of modern art 53 years ago.',
    'In diesem Artikel 5 geht es um Llamas.',
    'Dans cet article 5 experts répondent.',
    'Section 53 of the Act is due.',
    '§ 53 regelt das.',
    'Part 53 of the series.',
    'Annex A shows the floor plan.',
    '请见附件3。',
    'The GDPR applies as well. Article 35 asks for an assessment.',
    'As the GDPR says in Article 35, an assessment is due.',
    'Article 35 is the one in the GDPR that people know.',
    'Under the Data Act, Article 5 is about access.',
    'The Basic Act of Korea sets this out in Article 5.',
    'NATO’s Article 5 is about defence.',
    'Brexit began when Article 50 was triggered.',
    'The group Article 19 criticised it.',
    'L’article 49.3 a été utilisé.',
    'The French law’s Article 4 transposes it.',
    'Article 6, GDPR, applies.',
    'Article 6 (GDPR) applies.',
  ])('%s', (text) => expect(find(text, { mainAct: act })).toEqual([]));

  test('a bare provision where no act is named or known', () => {
    expect(find('Article 53 sets out the duties.')).toEqual([]);
    expect(find('Siehe Anhang XI.', {})).toEqual([]);
  });

  test('no act, no work: plain text holds nothing', () => {
    expect(mayHoldProvision('A smart start for the party of artists and parts of Bart.')).toBe(false);
  });
});

test('for any text, provisions lie in order, do not overlap and start or end with a number', () => {
  const word = fc.constantFrom(
    'Article', 'Art.', 'Articles', 'Artikel', 'Annex', 'Recital', '第', '条', '제', '조', '附件', '53', '5', '４', 'III', '(1)', '(d)', 'Abs.', 'lit.', 'a',
    'to', 'and', 'bis', 'und', '–', ',', '.', '(', ')', 'of the', 'der', 'AI Act', 'GDPR', 'KI-VO', '欧盟人工智能法案', 'EU AI 법', 'Constitution', '《', '》', '\n', '\u00a0', '\u200b',
  );
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), { maxLength: 40 }), fc.constantFrom('', ' '), (words, gap) => {
    const text = words.join(gap);
    let last = 0;
    for (const mention of findProvisions(text, lexicon, findActs(text), { mainAct: act })) {
      expect(mention.start).toBeGreaterThanOrEqual(last);
      expect(text.slice(mention.start, mention.end)).toMatch(/[\dIVX０-９]|[一二三四五六七八九十]/);
      last = mention.end;
    }
  }), { numRuns: 2000 });
});

describe('what the run has cited tells of what it cites later', () => {
  test.each([
    ['依据欧盟人工智能法案第53条，贵司须公开摘要。文件的内容见附件十二。', ['欧盟人工智能法案第53条 → art-53', '附件十二 → annex-xii']],
    ['依据欧盟人工智能法案第53条，贵司须公开摘要。价格见本合同附件二。', ['欧盟人工智能法案第53条 → art-53']],
    ['欧盟人工智能法案已经生效。名单见附件二。', []],
    ['刑法第22条和欧盟人工智能法案第14条都提到人。他把第22条抄了三遍，又读第14条。', ['欧盟人工智能法案第14条 → art-14', '第14条 → art-14']],
    ['GDPR Article 22 and Article 14 of the EU AI Act differ. He copied Article 22, then Article 14.', ['Article 14 of the EU AI Act → art-14', 'Article 14 → art-14']],
  ])('%s', (text, found) => {
    expect(find(text)).toEqual(found);
  });
});
