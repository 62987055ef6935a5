/**
 * The words that provisions are cited with, in the eleven languages: units ("Article", "Anhang"), parts ("Abs.", "point"),
 * what joins numbers, what ties a number to an act, and the laws that a number may belong to instead.
 * Called by provisions.ts only. Words are lower case and without a full stop.
 */

export type Unit = 'article' | 'recital' | 'annex';

export interface UnitWord {
  readonly unit: Unit;
  /** `one` and `many` where the form tells; abbreviations and some languages leave it open. */
  readonly number: 'one' | 'many' | 'either';
  /** Also a verb or participle ("considerando 104 países"): it needs an article before it or an act beside it. */
  readonly verb?: true;
}

const list = (text: string): string[] => text.split(' ');

const entries = (unit: Unit, number: UnitWord['number'], words: string, verb?: true): [string, UnitWord][] =>
  list(words).map((word) => [word, verb ? { unit, number, verb } : { unit, number }]);

export const unitWords: ReadonlyMap<string, UnitWord> = new Map([
  ...entries('article', 'one', 'article articolo artículo articulo artigo artykuł artykułu artykule artykułem artykułowi artikels'),
  ...entries('article', 'many', 'articles artikeln artikelen articoli artículos articulos artigos artykuły artykułów artykułach artykułami artykułom arts artt'),
  ...entries('article', 'either', 'artikel art'),
  ...entries('recital', 'one', 'recital erwägungsgrund erwägungsgrunds erwägungsgrundes overweging motyw motywu motywie motywem'),
  ...entries('recital', 'many', 'recitals erwägungsgründe erwägungsgründen overwegingen motywy motywów motywach motywami'),
  ...entries('recital', 'either', 'erwg erwgr'),
  ...entries('recital', 'one', 'considérant considerando', true),
  ...entries('recital', 'many', 'considérants considerandos considerandi', true),
  ...entries('annex', 'one', 'annex annexe anhang anhangs anhanges anexo allegato bijlage załącznik załącznika załączniku załącznikiem załącznikowi'),
  ...entries('annex', 'many', 'annexes anhänge anhängen anexos allegati bijlagen bijlages załączniki załączników załącznikach załącznikami'),
]);

/** Every unit word, longest first, as a pattern's alternatives. */
export const unitAlternatives = [...unitWords.keys()].sort((a, b) => b.length - a.length).join('|');

/** Words before "article 53" that make it a text's article or a count, not a law's: "this article 53 readers sent". */
export const determiners = new Set(list(
  'this that these those an my our your his her its their each every per last next previous another '
  + 'dieser diesem diesen dieses ein eine einen einem eines mein unser unserem unseren sein ihr '
  + 'cet cette ce un une mon notre votre son leur este esta un una mi nuestro su questo quest quel mio nostro suo '
  + 'um uma nosso meu seu dit deze een ons onze mijn zijn ten tym tego nasz naszym',
));

/** Parts of a provision that are named by a word. `kind` says whether its value belongs in the pinpoint. */
export const partWords: ReadonlyMap<string, 'pinpoint' | 'section' | 'silent'> = new Map([
  ...list('abs absatz absätze absätzen nr nummer buchst buchstabe buchstaben lit littera ziff ziffer').map((word) => [word, 'pinpoint'] as const),
  ...list('paragraph paragraphs para paras par point points subparagraph letter').map((word) => [word, 'pinpoint'] as const),
  ...list('paragraphe paragraphes alinéa al lettre').map((word) => [word, 'pinpoint'] as const),
  ...list('apartado apartados letra punto puntos párrafo número').map((word) => [word, 'pinpoint'] as const),
  ...list('paragrafo paragrafi comma lettera lett parágrafo parágrafos alínea ponto n').map((word) => [word, 'pinpoint'] as const),
  ...list('lid leden punt onder onderdeel ust ustęp ustępu pkt punkt § §§').map((word) => [word, 'pinpoint'] as const),
  ...list('section abschnitt sección sezione secção afdeling sekcja sekcji').map((word) => [word, 'section'] as const),
  ...list('satz s unterabs uabs unterabsatz').map((word) => [word, 'silent'] as const),
]);
export const partAlternatives = [...partWords.keys()].sort((a, b) => b.length - a.length).join('|');

export const rangeWords = 'to|through|thru|until|bis|à|au|al|a|ao|até|hasta|tot en met|tot|t\\/m|do';
export const joiningWords = 'and|or|und|sowie|oder|bzw\\.|et|ou|y|e|o|i|oraz|lub|en';

/** What stands between a provision and the act it belongs to: "of the", "der", "du". */
export const ofWords =
  "of (?:the )?|to (?:the )?|der |des |dem |vom |von |zur |zum |du |de la |de l['’]|de los |de |des |d['’]|del |della |dell['’]|dello |delle |degli |dei |di "
  + '|da |do |das |dos |van de |van het |van |bij de |bij |uit de ';

/** The act as "the Act" or "this Regulation": it is the one that the text is about. */
export const selfReference =
  '(?:of|to|under|in) (?:this|the|that|said|the said|the same) (?:ai |eu )?(?:act|regulation|law)'
  + '|(?:dieser|der|genannten|der genannten|vorliegenden) verordnung|(?:dieses|des) gesetzes'
  + '|(?:du|de ce|du présent|dudit) règlement|(?:del|de este|del presente|del citado|de dicho) reglamento'
  + '|(?:del|di questo|del presente|dello stesso) regolamento|(?:do|deste|do presente|do referido) regulamento'
  + '|of the latter|(?:des|der) letzteren|de ce dernier|de este último|di quest[’\']ultimo|deste último|van de laatste|tego drugiego'
  + '|(?:de la|de esta) norma europea|(?:da|desta) norma europeia|della norma europea|(?:du texte|de la norme) européen(?:ne)?|der europäischen verordnung|van de europese verordening'
  + '|(?:van de|van deze|van genoemde) verordening|(?:tego|niniejszego|tegoż|wspomnianego) rozporządzenia|(?:tego|niniejszego) aktu';

/** Who a German genitive article may introduce after a number without being a law: "nach Artikel 53 der Anbieter". */
export const actors = /^(?:der|die|das|dem|des) (?:Anbieter|Betreiber|Hersteller|Kommission|Mitgliedstaat|EU-Kommission|Öffentlichkeit|Nutzer|Verwender|Einführer|Händler)/;

/** Short forms of other laws and treaties, as they are printed. */
const foreignForms =
  'GDPR|DS-?GVO|RGPD|RODO|AVG|UAVG|DSA|DMA|DGA|CRA|NIS ?2|BDSG|TTDSG|GG|BGB|StGB|StPO|ZPO|UrhG|UrhDaG|UWG|B-VG|TFEU|TEU|AEUV|EUV|TFUE|TUE|VWEU|VEU'
  + '|ECHR|EMRK|CEDH|CEDU|EVRM|EKPC|CFREU|CFR|GRCh?|EUGRCh|CCPA|CPRA|HIPAA|PIPL|LGPD|UCC|TRIPS|NATO|OTAN|Brexit|WTO|GATT|UDHR|ICCPR|LOPD|LOPDGDD|LIL|CDPA|CRR|MiCA|KC|KK|KPC'
  // Codes by their initials: "k.k.", "c.p.", "C. civ."
  + '|pr\\. (?:aut|pras|bank|bud|zam|tel)\\.|k\\.\\s?[ckprsw]\\.(?:\\s?[akcw]\\.)?|o\\.\\s?p\\.|c\\.\\s?[cp]\\.(?:\\s?[cp]\\.)?|Cost\\.|(?:cod|C|c)\\.\\s?(?:civ|com|nav|pen|pén|trav|proc)\\.?';

/** Laws and treaties by their common nouns; `\w` stands for the rest of an inflected word. */
const foreignNouns =
  'constitutions?|charter|treaty|treaties|convention|directive|statutes?|bill of rights|universal declaration|covenant|bylaws'
  + '|grundgesetz\\w*|\\w*verfassung|verfassungs\\w*|\\w*richtlinie|\\w*vertrag(?:s|es)?|\\w*charta|\\w*konvention|\\w*gesetzbuch\\w*|\\w*satzung|datenschutz-?grundverordnung'
  + '|traité (?:sur|de|ue)|charte|code civil|code pénal|code du travail|code de la propriété|loi n[°º]'
  + '|constitución|tratado (?:de|sobre)|carta (?:de|magna)|convenio|directiva|código (?:civil|penal)|estatuto|ley orgánica'
  + '|costituzione|trattato (?:sul|di|dell)|carta dei diritti|convenzione|direttiva|codice (?:civile|penale)|statuto'
  + '|constituição|diretiva|convenção|código do trabalho|grondwet|verdrag|handvest|richtlijn|wetboek'
  + '|konstytucj\\w*|traktat\\w*|dyrektyw\\w*|konwencj\\w*|kodeks\\w*(?! (?:dobrych )?praktyk)|ustaw(?:a|y|ie|ę|ą)|kart[ay] praw';

/** Any official number of an act of the Union or its forerunners; the ones that are known are mentions and stand first. */
const unionNumber = '\\((?:EU|UE|EC|CE|EG|EEC|EWG|WE)\\)\\s?(?:No\\.?|Nr\\.?|n[°ºr.o]{1,2}|num\\.)?\\s?\\d{1,4}\\/\\d{2,4}|20(?:16\\/679|16\\/680|22\\/2065|22\\/1925|22\\/868|23\\/2854|24\\/2847)';

/** A law by a title in capitals: "Data Act", "Digital Services Act", "Civil Code". */
const titled = '(?!(?:The|This|That|Under|In|New|An|Any|No|Its|Our)\\s)(?:[A-Z][\\p{L}-]+\\s){1,5}(?:Act|Code|Law|Statute|Ordinance|Rules|Convention|Treaty)(?!\\s(?:of|on)\\s(?:Practice|Conduct))';

const cjkLaws = '宪法|憲法|民法|刑法|商法|条約|条约|條約|指令|헌법|민법|형법|상법|조약|지침|개인정보 ?보호법|数据保护|個人情報保護法|著作権法|著作权法|著作權法|数字服务法';

/** "Kenya's AI law" */
const owned = '(?!(?:EU|Europe|Union|Brussels|Commission|Parliament|Act)[\'’])\\p{Lu}\\p{L}+[\'’]s (?:(?:new|own|draft|AI|data|privacy) ){0,2}(?:law|bill|act|statute|code)';

/** Case as printed. */
export const foreignPrinted = `(?<![\\p{L}\\p{N}])(?:${foreignForms}|${titled}|${owned})(?![\\p{L}\\p{N}])|${unionNumber}|${cjkLaws}`;
/** In any case. */
export const foreignSpelt = `(?<![\\p{L}\\p{N}])(?:${foreignNouns.replaceAll('\\w', '\\p{L}')})(?![\\p{L}\\p{N}])`;

/** Before a law that is set against another one: "unlike the GDPR". */
export const contrast = /(?:unlike|like|than|anders als|wie|als|contrairement (?:au|à la|à)|comme|a diferencia de|como|a differenza del?|ao contrário d[oa]|anders dan|w odróżnieniu od|alongside|beside|besides|neben|beyond|not)\s(?:(?:the|der|die|das|dem|le|la|el|il|lo|o|de|het|l['’])\s?)?$/iu;

/** Instruments without articles of their own that people cite, and acts that only change another: they do not draw "Article 53" to themselves. */
export const withoutArticles = /code of practice|guidelines?|pact\b|framework|template|standard|\bISO\b|\bprEN\b|declaration|\bplan\b|strategy|principles|polic(?:y|ies)|commitments|omnibus|guidance/i;

/** Numbers as printed that are known apart from any act, as a body's name or in French politics: the act must stand in the same sentence. */
export const namesake = /^\P{N}*(?:19|49(?:[.-]3|[, ]+al(?:inéa|\.) 3))$/u;

/** Capitals right after a number that are no law: "Article 53 GPAI duties". */
export const harmlessCapitals = new Set(['GPAI', 'AI', 'KI', 'IA', 'SI', 'EU', 'UE', 'LLM', 'LLMs', 'SME', 'SMEs', 'OK', 'FLOP', 'FLOPs', 'API', 'CE', 'Q&A', 'FAQ']);
