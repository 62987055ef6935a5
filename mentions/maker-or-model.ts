/**
 * Tells a maker from its model of the same name ("Mistral", "DeepSeek") by the construction that the name stands in: who is
 * founded, raises money, is investigated or publishes models is a maker; what is developed by somebody or is a chatbot is a
 * model. Called by weigh.ts for names that both bear; where no construction tells, the words near by decide there.
 * Patterns are tested against at most 80 characters on each side, so that the cost stays linear.
 */

import { lazily } from './lazily.ts';

const reach = 80;

const words = '(?:[\\p{L}-]+ ){0,3}';
const models = "(?:(?:AI|KI|IA|large|big|grossen?|großen?|eigenen?|open|ouverts|own|propres|propios|propri|próprios) )?(?:language |reasoning |image )?(?:models?|Modelle?|Modellen|Sprachmodelle?n?|KI-Modelle?n?|modèles?(?: de langage)?|modelos?(?: de (?:lenguaje|linguagem))?|modell[io](?: linguistic[io])?|modellen|taalmodel(?:len)?|model[ei]?(?: językow[aey])?)";
const firm = '(?:start-?up|company|firm|lab|laboratory|Start-?up|Unternehmen|Firma|jeune pousse|entreprise|société|pépite|licorne|empresa|compañía|azienda|società|bedrijf|spółka|firma|unicorn|Einhorn|unicornio)';
const article = "(?:the|an?|die|das|der|eine?|l['’]|la|le|une?|el|una|uno|il|lo|o|uma?|het|een) ?";
const is = '(?:is|was|ist|war|est|es|è|é|jest|was)';

const maker = lazily(() => ({
  before: new RegExp([
    // Passives: "open-sourced by DeepSeek".
    '(?:open-sourced|released|published|developed|built|trained|made|created|launched|owned|unveiled) by',
    '(?:entwickelt|veröffentlicht|gebaut|trainiert|vorgestellt)(?:e[nrs]?)? von',
    '(?:développ|publi|cré|entraîn|dévoil|lanc)ée?s? par|conçue?s? par',
    '(?:desarrollad|cread|publicad|lanzad|entrenad)[oa]s? por|(?:sviluppat|creat|rilasciat|pubblicat|addestrat)[oaie] da|(?:desenvolvid|criad|lançad|publicad|treinad)[oa]s? (?:pela?|pelo|por)',
    '(?:ontwikkeld|gemaakt|uitgebracht|getraind) door|(?:stworzon|opracowan|wydan|wytrenowan)\\p{L}+ przez',
    // Founding and money.
    "(?:co-?)?found(?:ed|ers? of|ing of)|CEO (?:of|von|de|di|van)|invest(?:ed|s|ing|ment|ments|ors) in|stake in|(?:engineers|researchers|staff|people|employees) (?:at|of)",
    '(?:co)?fond(?:é|er|a)|(?:co)?fondat(?:eur|rice)s? (?:de|d[eu])|(?:patron|PDG|siège|actionnaires|salariés|activité|capital) de|Gründer(?:in|n)? von|(?:Chef|Sitz|Geschäft|Mitarbeiter) von|gründeten?',
    '(?:co)?fundó|fundador(?:a|es)? de|(?:co)?fundou|fundador(?:a|es)? d[ao]|sede de|(?:ha )?fondato|fondator[ei] di|sede di|oprichters? van|richtte(?:n)?|założyciel\\p{L}*|założył[ai]?',
    '(?:founders|fondateurs|Gründern?|fundadores|fondatori|oprichters),',
    // Authorities.
    "investigat(?:ion|ions|ing|e|es|ed)(?: into| of| against)?|probe (?:into|of)|indagine su|(?:nei )?confronti di|conformità di|enquête (?:sur|contre)|(?:Ermittlungen|Verfahren|Untersuchung) gegen|investigación (?:a|contra|sobre)|investigação (?:contra|sobre)|onderzoek naar|postępowanie (?:przeciw|wobec)",
    '(?:privacy policy|informativa(?: sulla privacy)?|política de privacidade?|politique de confidentialité|Datenschutzerklärung|privacybeleid|(?:web)?site|sito|sitio|site internet|Website) (?:of|di|de|da|von|van)',
    // "the language models by Mistral"
    `${models} (?:by|from|von|de|di|da|van|firmy|od)`,
  ].map((one) => `(?:(?<!\\p{L})(?:${one}) ["“„«‘']?$)`).join('|'), 'u'),
  after: new RegExp([
    `['’]s (?:${words}${models}|(?:founders?|co-founder|CEO|engineers|researchers|team|investors|valuation|privacy policy|offices?|lawyers|chips?)(?!\\p{L})|(?:first|latest|new|newest|next|flagship)(?:-generation)? |\\p{Lu}[\\p{L}-]{0,12}\\d)`,
    "\\)(?:['’]s|的) ?\\p{Lu}[\\p{L}-]{0,12}\\d",
    ` (?:was|wurde|a été|fue|è stata|foi|werd|została) ${words}(?:founded|gegründet|fondée?|fundada|fondata|opgericht|założona)`,
    ' (?:has |had |just )?(?:raised|raises|open-sourced|open-sources)(?!\\p{L})| (?:a |vient de )(?:levé|lever|lancer|annoncer|publier|recruter)(?!\\p{L})| (?:hat|ha|levantó|captou|haalde|zebrała?) (?:\\d|raccolto|recaudado)',
    // "builds models", "uses its own models", "ne construira des modèles"
    ` ${words}(?:builds?|develops?|trains|designs|entwickelt|baut|construi\\p{L}+|conçoit|développe|desarrolla|construye|sviluppa|desenvolve|ontwikkelt|tworzy|buduje) ${words}${models}(?!\\p{L})`,
    ` ${words}(?:uses its own|nutzt eigene|verwendet eigene|utilise ses propres|usa sus propios|usa i propri|usa seus próprios|gebruikt eigen) ${words}${models}`,
    `[^.;:!?]{1,50}(?<!\\p{L})(?:release|launch|publication|lancement|sortie|lanzamiento|lancio|lançamento) (?:of|de) (?:its|ses|sus|suoi) `,
    ` (?:opens|öffnet|ouvre|abre|apre|opent|otwiera) [^.;:!?]{0,40}(?<!\\p{L})(?:platform|Plattform|plateforme|plataforma|piattaforma|office|Büro|bureau|oficina|ufficio|escritório|kantoor|biuro)`,
    ` (?:is in line|complies|is compliant|ist konform|è in linea|è conforme|est conforme|respecte|cumple|cumpre|está em conformidade|voldoet|spełnia) ${words}(?:GDPR|DSGVO|RGPD|RODO|AVG|law|Gesetz|loi|ley|legge|lei|wet)(?!\\p{L})`,
    `, ${article}${words}${firm}(?!\\p{L})`,
    `,? ${is} ${article}${words}${firm}(?!\\p{L})`,
    ` (?:as|als|comme|como|come|jako) (?:${article})?${words}(?:player|Akteur|acteur|actor|attore|ator|speler|gracz\\p{L}*)(?!\\p{L})`,
    '[’\'”"」』]?(?:는|은|이|가) [^.。]{0,20}모델을 (?:공개|출시|발표|개발)',
    '(?:的|は|が)?(?:创始人|創始人|创办|融资|公司|发布了|推出了|開発した|発表した)',
  ].map((one) => `(?:^(?:${one}))`).join('|'), 'u'),
}));

const modelAfter = lazily(() => new RegExp([
  // ", developed by a start-up in Hangzhou"
  ',? \\(?(?:developed|created|built|made|trained|entwickelt|gebaut|développé|conçu|créé|entraîné|desarrollado|creado|sviluppato|creato|desenvolvido|criado|ontwikkeld|gemaakt|stworzony|opracowany) (?:by|von|vom|par|por|pela?|pelo|da|dalla|door|przez) ',
  `, (?:da|do|della|dell['’]|der|des|du|de la|van de|van het|from the|by the) ${words}${firm}(?!\\p{L})`,
  ` (?:hingegen |dagegen |however |en revanche |invece )?${is} (?:${article})${words}(?:chatbot|Chatbot|KI-Chatbot|language model|Sprachmodell|assistant|assistente|asistente|Assistent|LLM|software|Software|Projekt|KI-Projekt|modèle de langage|modelo de (?:lenguaje|linguagem)|modello linguistico|taalmodel|model językowy)(?!\\p{L})`,
  '\\s?[(（](?:V\\d|R\\d)',
].map((one) => `(?:^(?:${one}))`).join('|'), 'u'));

/** "ChatGPT from OpenAI and DeepSeek from China": named beside what somebody makes, and of a country. */
const besideMade = /\p{Lu}\p{L}+ (?:from|by|von|de|d['’]|di|da|van) ?\p{Lu}\p{L}+,? (?:and|or|und|oder|et|ou|y|o|e|en|i) $/u;
const fromCountry = /^ (?:from|aus|de|dalla|da|uit|z) (?:China|Chine|Cina|Chin|France|Frankreich|Europe|Europa)(?!\p{L})/u;

/** "深度求索(DeepSeek)": the firm's Chinese name, and its Latin one. */
const firmInBracket = /深度求索\s?[(（]$/u;

/** What the construction around the name [start, end) says that it is; nothing where it does not tell. `lang` is the text's language. */
export const tellMaker = (text: string, start: number, end: number, lang: string | undefined): 'company' | 'model' | undefined => {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  if ((besideMade.test(before) && fromCountry.test(after)) || modelAfter().test(after)) return 'model';
  if (maker().before.test(before) || maker().after.test(after) || firmInBracket.test(before)) return 'company';
  // Portuguese has products in the masculine.
  return lang?.startsWith('pt') && /(?<!\p{L})(?:[oO]|[dn]o|ao|pelo) $/u.test(before) ? 'model' : undefined;
};
