/**
 * The words that openness is claimed with, and the small words around them, in eight languages with spaces.
 * Called by the claim modules only. A language that is not here makes no claims; Chinese, Japanese and Korean stand in claims-cjk.ts.
 * The lists are short on purpose: a word that is missing costs a claim, a word too many makes a wrong one.
 */
import { lazily } from './lazily.ts';
import type { Claim } from './types.ts';

/** `bare` is plain "open": vague alone, and so used only in the few patterns that make it plain. */
export type ClaimWord = Claim['claim'] | 'bare';

export type GrammarLang = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl';

/** Words of one sort. */
export interface Words {
  has(word: string): boolean;
}

/** A set of the words in `words`, made when it is first asked: a page without a claim makes none. */
export const set = (words: string): Words => {
  let made: ReadonlySet<string> | undefined;
  return { has: (word) => (made ??= new Set(words.split(/\s+/))).has(word) };
};

/** The words of both sorts. */
export const either = (some: Words, others: Words): Words => ({ has: (word) => some.has(word) || others.has(word) });

const phrases = (text: string): readonly (readonly string[])[] => text.split('|').map((phrase) => phrase.trim().split(' '));

/** Claiming words at one place, most specific first. Each pattern is sticky and has bounded repeats only. */
export const claimPatterns: readonly (readonly [ClaimWord, RegExp])[] = [
  ['open-weights', /open[ \u00a0‑-]weight(?:s|ed)?|offenen? gewichten?|(?:(?:à|aux) )?poids ouverts|(?:de |con )?pesos abiertos|(?:a |con )?pesi aperti|(?:de |com )?pesos abertos|open gewichten|(?:o )?otwart(?:ych|ymi|e) wag(?:i|ach|ami)/iuy],
  ['closed', /closed[ \u00a0‑-](?:source|weights?)|code fermé|(?:de )?código cerrado|(?:a )?codice chiuso|(?:de )?código fechado|proprietary|propriétaires?|propietari[oa]s?|privativ[oa]s?|proprietari[oae]?|proprietári[oa]s?|propriet[äa]r(?:e[nrsm]?)?|propri[eë]taire?|własnościow(?:ego|ych|ymi|ym|y|a|e)/iuy],
  ['open-source', /(?:(?:fully|truly|completely|entirely|genuinely|totally)[ \u00a0‑-])?open[ \u00a0‑-]?sourc(?:es|ed?)|(?:fully|truly|completely|entirely|genuinely|totally)[ \u00a0‑-]open|quelloffene?[nrsm]?|(?:vollständig|komplett|völlig|wirklich) offene?[nrsm]?|(?:(?:à|en) )?code (?:source )?ouvert|(?:entièrement|pleinement|totalement|complètement|vraiment) ouverte?s?|(?:de )?código (?:fuente )?abierto|(?:completamente|totalmente|plenamente) abiert[oa]s?|(?:a )?codice (?:sorgente )?aperto|(?:completamente|totalmente) apert[oaie]|(?:de )?código aberto|(?:completamente|totalmente) abert[oa]s?|volledig open|otwartoźródłow(?:ego|ych|ymi|ym|y|a|e)|w pełni otwart(?:ego|ych|ymi|ym|y|a|e)|(?:o )?otwartym kodzie(?: źródłowym)?/iuy],
  ['closed', /closed|geschlossene?[nrsm]?|fermée?s?|cerrad[oa]s?|chius[oaie]|fechad[oa]s?|gesloten|zamknięt(?:ego|ych|ymi|ym|y|a|e)/iuy],
  ['bare', /openly (?:available|accessible|published|released|downloadable)|open|offene?[nrsm]?|ouverte?s?|abiert[oa]s?|apert[oaie]|abert[oa]s?|otwart(?:ego|ych|ymi|ym|y|a|e)/iuy],
];

/** What one language's patterns need; every word lower case. */
export interface Grammar {
  /** "open-source model" or "modèle open source". */
  readonly headComes: 'after' | 'before' | 'either';
  readonly is: Words;
  readonly are: Words;
  /** May stand between the verb and the claim and leave it whole. */
  readonly adverbs: Words;
  readonly articles: Words;
  readonly indefinite: Words;
  readonly adjective: RegExp;
  /** Between the claim and its noun: "large language". */
  readonly modifiers: Words;
  readonly head: Words;
  readonly heads: Words;
  /** Nouns that a model may be said to be, but that do not stand before its name: "alternative". */
  readonly softHeads: Words;
  readonly suchAs: readonly (readonly string[])[];
  readonly and: Words;
  /** "Llama and other open models". */
  readonly other: Words;
  /** Conjunctions that a clause of its own may start with. */
  readonly clauseStart: Words;
  readonly relative: Words;
  readonly called: Words;
  /** "from Meta", "by Meta". */
  readonly by: Words;
  readonly accordingTo: readonly (readonly string[])[];
  readonly says: Words;
  readonly that: Words;
  readonly calls: Words;
  readonly as: Words;
  readonly released: Words;
  /** "made" of "was made open source". */
  readonly made: Words;
  /** Takes up the model of the sentence before. */
  readonly pronoun: RegExp;
  /** Points at what was named last: "that" of "that model". */
  readonly shown: Words;
  /** The pronoun as an object: "it" of "Meta calls it". */
  readonly object: Words;
  /** Before a model's weights, in the plural: "have". */
  readonly have: Words;
  /** Before the subject: "only". */
  readonly focus: Words;
  /** Joins alternatives: "or". */
  readonly or: Words;
  /** Helpers of "released": "has been", "wurde". */
  readonly auxiliary: Words;
  /** Plans, wishes, conditions, doubts: none of them is a claim. */
  readonly doubt: Words;
  readonly not: Words;
  /** Openers of a phrase that sets the scene: after it, ", an open model" starts the clause and describes nothing before. */
  readonly introducers: Words;
  /** May follow "is open source" without bounding it. */
  readonly afterClaim: Words;
  /** May follow it as well where the claim's words mean nothing else: "open source", "proprietary". */
  readonly afterPlain: Words;
  /** May follow "is an open-source model". */
  readonly afterHead: Words;
  /** May follow "the open-source Llama"; `null` where nouns do not follow a name bare, so that any lower-case word may. */
  readonly afterName: Words | null;
}

const english: Grammar = {
  headComes: 'after',
  is: set('is was remains stays remained became becomes'),
  are: set('are were remain stay remained became become'),
  adverbs: set('also now fully completely entirely truly genuinely both all still already itself indeed therefore thus again always currently technically merely'),
  articles: set('the a an its their his her our this another'),
  indefinite: set('a an another'),
  adjective: /^(?:new|latest|newest|first|best|leading|top|largest|biggest|smallest|small|large|popular|powerful|most|capable|strongest|strong|well-known|famous|flagship|own|widely|used|french|german|chinese|american|european|swiss|multilingual|multimodal|competitive|current|free|modern|recent|major|only|two|three|four|five|several|older|original|capable|known|freely|available|few|rare|real|true|genuine|\d+(?:\.\d+)?[bm](?:-parameter)?|[a-z]+-(?:level|leading|class|performing|quality|scale|size|sized|parameter))$/,
  modifiers: set('large small language foundation ai generative image text text-to-image multimodal reasoning coding code speech speech-recognition frontier vision diffusion video audio base general-purpose machine learning machine-learning neural deep transformer chat multilingual recognition generation moe mixture-of-experts gpai medical'),
  head: set('model llm lm system family chatbot series network assistant'),
  heads: set('models llms lms systems families chatbots series networks assistants'),
  softHeads: set('ai alternative alternatives competitor competitors rival rivals option options release releases project projects software technology product service version counterpart answer equivalent offering offerings'),
  made: set('made'),
  pronoun: /^(?:it|(?:the|this|that) model)$/,
  shown: set('this that'),
  object: set('it'),
  have: set('have had'),
  focus: set('only just even'),
  or: set('or'),
  suchAs: phrases('such as|like|including|e.g.|for example|for instance|notably|especially|particularly|among them'),
  and: set('and & plus'),
  other: set('other similar'),
  clauseStart: set('and but while whereas although though because since so yet where'),
  relative: set('which that'),
  called: set('called named dubbed'),
  by: set('from by of'),
  accordingTo: phrases('according to|per'),
  says: set('say says said write claims claimed argue argues insist argued insists insisted writes wrote notes noted stresses stressed states stated maintains maintained adds added declares declared emphasises emphasizes posted posts tweeted told announced boasted replied answered explained explains confirmed confirms announces'),
  that: set('that'),
  calls: set('calls called describes described labels labelled labeled brands branded bills billed touts touted markets marketed presents presented advertises advertised'),
  as: set('as'),
  released: set('released published launched shipped distributed offered issued available licensed provided'),
  auxiliary: set('has have had been was were is are be made got'),
  doubt: set('if whether unless suppose supposing imagine hypothetically were wish wishes should would could might until plans plan planned planning promises promised pledges pledged vowed intends hopes hoped expected rumour rumours rumor rumors rumoured rumored myth misconception falsely wrongly mistakenly supposedly allegedly reportedly purportedly ostensibly nominally so-called self-described self-styled pretend pretends debate question ask asks asked wonder wonders doubt doubts deny denies denied dispute disputes disputed urge urged demand demands false misleading misnomer untrue incorrect misconceived openwashing open-washing'),
  not: set('not no never neither nor without cannot hardly barely nobody none nothing any lacks lack need needs want wants rarely'),
  introducers: set('unlike like besides with without for to alongside after before instead apart compared in as aside beyond against via using than despite given while when whereas although if because since once until from at on by among'),
  afterClaim: set('and but so because since while whereas although though under too now with unlike after when last this rather instead'),
  afterPlain: set('down from through throughout all on at by thanks already again these anyway here today'),
  afterHead: set('and but so because since while whereas although though under too now with from by of for to in on at that which who released developed trained built made created published designed available based unlike trained like such whose you we anyone'),
  afterName: set('is are was were has have had can could will would may might does do did and or but to in on at for from with by as that which who while than when because since under over against into through across after before between among via without not also itself now still already both then so though although whereas unlike like about of this last outperforms outperformed beats beat matches matched rivals runs ran performs performed offers offered supports comes came scores scored shows showed uses used delivers achieves achieved surpasses surpassed trails lags leads led wins won remains became becomes makes made gets got gives gave works worked lets allows allowed enables helps helped holds sits ranks ranked released launched published trained built developed announced excels handles handled answers answered requires required provides needs costs ships includes follows followed competes stands goes went keeps kept reaches reached appears appeared arrived arrives draws drew generates generated debuted rival outperform offer match support come show use run perform lag lead win remain become make get give work let allow enable help need cost include require compete keep reach score rank etc'),
};

const german: Grammar = {
  headComes: 'after',
  is: set('ist war bleibt blieb'),
  are: set('sind waren bleiben blieben'),
  adverbs: set('auch nun jetzt vollständig komplett völlig wirklich beide alle noch bereits schon selbst also daher damit weiterhin dennoch trotzdem heute dagegen hingegen jedoch aber'),
  articles: set('der die das dem den des ein eine einen einem einer eines sein seine seinem seinen ihr ihre ihrem ihren dieses dieser'),
  indefinite: set('ein eine einen einem einer eines'),
  adjective: /^(?:(?:neu|groß|klein|best|erst|führend|leistungsfähig|leistungsstark|bekannt|beliebt|mächtig|eigen|aktuell|französisch|chinesisch|amerikanisch|europäisch|deutsch|multimodal|mehrsprachig|frei|größt|stärkst|neuest|jüngst)(?:e|en|es|er|em|ste|sten)?|\d+(?:\.\d+)?b)$/,
  modifiers: set('große großen großes ki ki-'),
  head: set('modell modells sprachmodell ki-modell llm basismodell bildmodell system chatbot modellfamilie familie großmodell ki-system'),
  heads: set('modelle modellen sprachmodelle sprachmodellen ki-modelle ki-modellen llms basismodelle systeme systemen chatbots modellreihen'),
  softHeads: set('alternative alternativen konkurrent konkurrenten projekt software produkt dienst technologie'),
  made: set('gemacht gestellt'),
  pronoun: /^(?:es|(?:das|dieses) modell)$/,
  shown: set('dieses'),
  object: set('es'),
  have: set('haben hatten'),
  focus: set('nur auch sogar einzig allein'),
  or: set('oder'),
  suchAs: phrases('wie|wie etwa|wie zum beispiel|wie beispielsweise|etwa|darunter|zum beispiel|beispielsweise|z.b.|z . b .'),
  and: set('und & sowie'),
  other: set('andere anderen weitere weiteren'),
  clauseStart: set('und aber während weil da obwohl denn sondern wobei'),
  relative: set('das die der'),
  called: set('namens'),
  by: set('von'),
  accordingTo: phrases('laut|nach angaben von|zufolge'),
  says: set('sagen schreiben betonen erklären behaupten meinen versichern sagt sagte behauptet behauptete erklärt erklärte betont betonte schreibt schrieb meint meinte versichert versicherte argumentiert argumentierte antwortete postete twitterte ergänzt ergänzte unterstreicht unterstrich erläutert erläuterte'),
  that: set('dass'),
  calls: set('nennt nannte bezeichnet bezeichnete beschreibt beschrieb bewirbt bewarb vermarktet präsentiert'),
  as: set('als'),
  released: set('veröffentlicht veröffentlichte veröffentlichten freigegeben bereitgestellt erschienen verfügbar herausgegeben herausgebracht publiziert publizierte lizenziert angeboten'),
  auxiliary: set('hat haben hatte wurde wurden ist sind worden'),
  doubt: set('ob wenn falls sofern wäre wären würde würden könnte könnten sollte sollten soll sollen will wollen möchte plant planen angeblich angebliche angeblichen sogenannte sogenannten sogenanntes vermeintlich vermeintliche vermeintlichen mythos gerücht gerüchte fälschlich fälschlicherweise fraglich umstritten bezweifelt bestreitet fordert fordern verspricht versprach wird werden kündigte kündigt irreführend falsch'),
  not: set('nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne kaum'),
  introducers: set('anders wie neben mit ohne für zu nach vor statt außer trotz im in als während wenn obwohl weil da seit bei gegen gegenüber aus auf unter'),
  afterClaim: set('und aber während weil da obwohl denn sondern unter'),
  afterPlain: set('von bis seit durch durchaus bereits schon vom ab seither mit dank auf'),
  afterHead: set('und aber während weil da obwohl denn von aus mit für auf unter im das die der'),
  afterName: null,
};

const french: Grammar = {
  headComes: 'before',
  is: set('est reste était demeure devient'),
  are: set('sont restent étaient demeurent deviennent'),
  adverbs: set('lui elle eux quant aussi désormais maintenant entièrement totalement vraiment toujours encore également donc déjà tous toutes deux'),
  articles: set('le la les l’ un une des son sa ses notre nos leur leurs ce cette ces du'),
  indefinite: set('un une'),
  adjective: /^(?:nouveau|nouveaux|nouvelle|grand|grands|petit|petits|premier|meilleur|meilleurs|dernier|derniers|seul|puissant|puissants|performant|français|chinois|américain|européen|multilingue|multimodal|gratuit|plus|\d+(?:[.,]\d+)?b)$/,
  modifiers: set('de d’ du langage langue langues ia grand grands linguistique fondation génératif génératifs raisonnement français chinois américain européen multimodal multilingue image images'),
  head: set('modèle llm système famille chatbot'),
  heads: set('modèles llm llms systèmes familles chatbots'),
  softHeads: set('alternative alternatives projet logiciel produit service solution'),
  made: set('rendu rendue rendus mis mise'),
  pronoun: /^(?:il|elle|c’|(?:le|ce) modèle)$/,
  shown: set('ce'),
  object: set('le la l’'),
  have: set('ont avaient'),
  focus: set('seul seule seuls même'),
  or: set('ou'),
  suchAs: phrases('comme|tels que|tel que|telles que|dont|notamment|par exemple|y compris|à l’ image de'),
  and: set('et & ainsi'),
  other: set('autres'),
  clauseStart: set('et mais tandis alors car puisque donc or'),
  relative: set('qui'),
  called: set('nommé appelé baptisé dénommé'),
  by: set('de du par d’'),
  accordingTo: phrases('selon|d’ après'),
  says: set('disent affirment écrivent expliquent précisent assurent rappellent dit affirme affirmait affirmé déclare déclaré assure assuré soutient soutenu explique expliqué écrit précise précisé estime insiste rappelle répond répondu indique posté publié écrivait raconte confie annonce annoncé annonçait'),
  that: set('que qu’'),
  calls: set('qualifie qualifiait présente présentait décrit décrivait'),
  as: set('en comme de d’'),
  released: set('publié publiée publiés diffusé diffusée lancé lancée sorti sortie mis mise rendu rendue disponible disponibles distribué distribuée publie proposé proposée'),
  auxiliary: set('a ont avait été est sont'),
  doubt: set('si serait seraient pourrait pourraient devrait devraient sera seront prétendu prétendument soi-disant supposé supposément faussement mythe rumeur rumeurs envisage prévoit promet promis compte veut doute nie conteste demande réclame imagine imaginons trompeur faux'),
  not: set('ne n’ pas plus jamais aucun aucune ni non sans'),
  introducers: set('contrairement comme avec sans pour outre après avant à face malgré selon dans en si lorsque quand tandis au aux parmi chez sur depuis'),
  afterClaim: set('et mais car tandis puisque depuis sous'),
  afterPlain: set('dès de jusqu’ jusque du grâce'),
  afterHead: set('et mais car tandis puisque depuis sous de du d’ par qui avec pour développé créé publié lancé conçu à'),
  afterName: null,
};

const spanish: Grammar = {
  headComes: 'before',
  is: set('es sigue era permanece continúa'),
  are: set('son siguen eran permanecen'),
  adverbs: set('sí también ahora completamente totalmente plenamente todavía aún siempre ya siendo ambos ambas todos todas'),
  articles: set('el la los las un una unos su sus nuestro nuestra nuestros este esta estos del'),
  indefinite: set('un una'),
  adjective: /^(?:nuevo|nueva|nuevos|gran|grande|grandes|pequeño|primer|mejor|mejores|último|únicos?|potente|potentes|popular|francés|chino|estadounidense|europeo|multilingüe|multimodal|más|\d+(?:[.,]\d+)?b)$/,
  modifiers: set('de del lenguaje ia gran grande grandes lingüístico fundacional generativo generativos razonamiento francés chino estadounidense europeo multilingüe multimodal imagen imágenes'),
  head: set('modelo llm sistema familia chatbot'),
  heads: set('modelos llm llms sistemas familias chatbots'),
  softHeads: set('alternativa alternativas proyecto software producto servicio'),
  made: set('hecho hecha liberado liberada'),
  pronoun: /^(?:(?:el|este|ese|dicho) modelo)$/,
  shown: set('este ese dicho'),
  object: set('lo la'),
  have: set('tienen ofrecen tenían'),
  focus: set('solo sólo solamente únicamente incluso hasta'),
  or: set('o u'),
  suchAs: phrases('como|tales como|incluidos|entre ellos|por ejemplo|como por ejemplo'),
  and: set('y e &'),
  other: set('otros otras'),
  clauseStart: set('y pero mientras aunque porque pues'),
  relative: set('que'),
  called: set('llamado denominado'),
  by: set('de del por'),
  accordingTo: phrases('según'),
  says: set('dicen afirman escriben explican aseguran sostienen recuerdan dice afirma afirmó dijo asegura aseguró sostiene sostuvo explica explicó declaró defiende defendió señala señaló respondió escribió insistió recuerda publicó tuiteó contó anuncia anunció repite repitió comenta comentó añade añadió resume'),
  that: set('que'),
  calls: set('llama llamó califica calificó describe presenta presentó define'),
  as: set('como en de'),
  released: set('publicó publicado publicada liberó liberado liberada lanzó lanzado lanzada disponible distribuido publica'),
  auxiliary: set('ha han había sido fue fueron se está están'),
  doubt: set('si sería serían podría podrían debería deberían será serán fuera fuese supuesto supuesta supuestamente presunto presuntamente llamado falso falsamente mito rumor rumores planea prevé promete prometió quiere pretende niega duda pide exige imagina ojalá engañoso'),
  not: set('no ni nunca jamás ningún ninguna tampoco sin'),
  introducers: set('diferencia a con sin para además tras antes frente pese según en si cuando mientras aunque como entre sobre desde'),
  afterClaim: set('y pero porque mientras aunque desde bajo'),
  afterPlain: set('sin desde hasta de gracias'),
  afterHead: set('y pero porque mientras aunque desde bajo de del por que con para desarrollado creado publicado lanzado'),
  afterName: null,
};

const italian: Grammar = {
  ...spanish,
  is: set('è resta rimane era'),
  are: set('sono restano rimangono erano'),
  adverbs: set('invece però infatti tuttavia anche ora completamente totalmente ancora sempre già entrambi entrambe tutti tutte'),
  articles: set('il lo la i gli le un uno una l’ un’ suo sua suoi nostro nostra nostri del della dell’'),
  indefinite: set('un uno una un’'),
  adjective: /^(?:nuovo|nuova|nuovi|grande|grandi|piccolo|primo|migliore|migliori|ultimo|potente|potenti|francese|cinese|europeo|più|\d+(?:[.,]\d+)?b)$/,
  modifiers: set('di linguaggio linguistico linguistici ia ai generativo grande grandi francese cinese europeo'),
  head: set('modello llm sistema famiglia chatbot'),
  heads: set('modelli llm llms sistemi famiglie chatbot'),
  softHeads: set('alternativa alternative progetto software prodotto servizio'),
  made: set('reso resa rilasciato rilasciata'),
  pronoun: /^(?:(?:il|questo|quel) modello|esso)$/,
  shown: set('questo quel'),
  object: set('lo la l’'),
  have: set('hanno offrono avevano'),
  focus: set('solo soltanto solamente anche perfino'),
  or: set('o oppure'),
  suchAs: phrases('come|tra cui|fra cui|ad esempio|quali'),
  and: set('e ed &'),
  other: set('altri'),
  clauseStart: set('e ma mentre perché poiché'),
  relative: set('che'),
  called: set('chiamato denominato'),
  by: set('di da dell’ dall’'),
  accordingTo: phrases('secondo'),
  says: set('dicono affermano scrivono spiegano sostengono assicurano ricordano dice afferma sostiene dichiara spiega assicura scrive risponde precisa ha annuncia ripete aggiunge commenta'),
  that: set('che'),
  calls: set('definisce definì descrive presenta'),
  as: set('come in'),
  released: set('pubblicato pubblicata rilasciato rilasciata lanciato lanciata disponibile distribuito'),
  auxiliary: set('ha hanno stato stata è sono'),
  doubt: set('se sarebbe sarebbero potrebbe potrebbero dovrebbe sarà saranno fosse fossero presunto presunta presunti cosiddetto sedicente falsamente mito voci promette prevede vuole nega dubbio chiede immagina fuorviante'),
  not: set('non né mai nessun nessuno nessuna senza'),
  introducers: set('differenza a con senza per oltre dopo prima contro secondo in se quando mentre come tra fra su da'),
  afterClaim: set('e ma perché mentre'),
  afterPlain: set('da dal dall’ dalla fin fino sin sino grazie'),
  afterHead: set('e ma perché mentre di del da che con per sviluppato creato'),
};

const portuguese: Grammar = {
  ...spanish,
  is: set('é era continua permanece'),
  are: set('são eram continuam permanecem'),
  adverbs: set('também agora completamente totalmente ainda sempre já ambos ambas todos todas'),
  articles: set('o a os as um uma seu sua seus nosso nossa nossos do da'),
  indefinite: set('um uma'),
  adjective: /^(?:novo|nova|novos|grande|grandes|pequeno|primeiro|melhor|melhores|último|potente|francês|chinês|europeu|mais|\d+(?:[.,]\d+)?b)$/,
  modifiers: set('de linguagem ia grande grandes generativo fundacional francês chinês europeu'),
  head: set('modelo llm sistema família chatbot'),
  heads: set('modelos llms sistemas famílias chatbots'),
  softHeads: set('alternativa alternativas projeto software produto serviço'),
  made: set('tornado tornada lançado lançada'),
  pronoun: /^(?:(?:o|este|esse) modelo|ele)$/,
  shown: set('este esse'),
  object: set('o a'),
  have: set('têm oferecem tinham'),
  focus: set('só somente apenas até'),
  or: set('ou'),
  suchAs: phrases('como|tais como|incluindo|por exemplo|como por exemplo'),
  and: set('e &'),
  other: set('outros'),
  clauseStart: set('e mas enquanto embora porque pois'),
  relative: set('que'),
  called: set('chamado denominado'),
  by: set('de da do por'),
  accordingTo: phrases('segundo|de acordo com'),
  says: set('dizem afirmam escrevem explicam garantem lembram diz afirma afirmou disse sustenta sustentou declarou defende defendeu explica explicou garante garantiu escreveu respondeu insistiu lembra anuncia anunciou'),
  that: set('que'),
  calls: set('chama chamou descreve apresenta classifica define'),
  as: set('como em de'),
  released: set('publicou publicado publicada lançou lançado lançada liberou liberado disponível distribuído'),
  auxiliary: set('foi foram sido tem está estão'),
  doubt: set('se seria seriam poderia poderiam deveria será serão fosse suposto suposta supostamente alegadamente pretenso falsamente mito rumor rumores promete planeia planeja quer nega dúvida pede imagina enganoso'),
  not: set('não nem nunca jamais nenhum nenhuma tampouco sem'),
  introducers: set('contrário ao com sem para além após antes contra segundo em se quando enquanto embora como entre sobre desde'),
  afterClaim: set('e mas porque enquanto embora desde'),
  afterPlain: set('sem desde até de da do graças'),
  afterHead: set('e mas porque enquanto embora de da do que com para por desenvolvido criado'),
};

const dutch: Grammar = {
  headComes: 'after',
  is: set('is was blijft bleef'),
  are: set('zijn waren blijven bleven'),
  adverbs: set('ook nu volledig helemaal echt nog al beide allemaal dus'),
  articles: set('de het een zijn haar hun dit deze'),
  indefinite: set('een'),
  adjective: /^(?:nieuwe?|grote?|kleine?|eerste|beste|laatste|krachtige?|populaire?|franse|chinese|europese|\d+(?:[.,]\d+)?b)$/,
  modifiers: set('ai grote groot'),
  head: set('model taalmodel ai-model llm systeem chatbot familie'),
  heads: set('modellen taalmodellen ai-modellen llms systemen chatbots'),
  softHeads: set('alternatief alternatieven project software product dienst'),
  made: set('gemaakt'),
  pronoun: /^(?:het|(?:het|dit|dat) model)$/,
  shown: set('dit dat'),
  object: set('het'),
  have: set('hebben hadden'),
  focus: set('alleen enkel ook zelfs'),
  or: set('of'),
  suchAs: phrases('zoals|waaronder|bijvoorbeeld'),
  and: set('en &'),
  other: set('andere'),
  clauseStart: set('en maar terwijl omdat hoewel want'),
  relative: set('dat die'),
  called: set('genaamd'),
  by: set('van'),
  accordingTo: phrases('volgens'),
  says: set('zeggen schrijven benadrukken zegt zei beweert beweerde stelt stelde verklaart verklaarde schrijft schreef benadrukt benadrukte'),
  that: set('dat'),
  calls: set('noemt noemde omschrijft presenteert'),
  as: set('als'),
  released: set('uitgebracht gepubliceerd vrijgegeven beschikbaar'),
  auxiliary: set('heeft hebben is zijn werd werden'),
  doubt: set('als of indien zou zouden zal zullen moet moeten kan kunnen wil zogenaamd zogenaamde zogeheten vermeend vermeende mythe gerucht vals betwist misleidend'),
  not: set('niet geen nooit noch zonder nauwelijks'),
  introducers: set('anders net naast met zonder voor na in tegenover ondanks volgens als wanneer terwijl hoewel omdat sinds bij'),
  afterClaim: set('en maar omdat terwijl hoewel sinds'),
  afterPlain: set('van vanaf tot sinds dankzij op door'),
  afterHead: set('en maar omdat terwijl hoewel van met voor dat uit'),
  afterName: set('is was blijft en of maar van met voor in op uit aan heeft kan presteert scoort draait dat die als dan werd wordt kost werkt verslaat'),
};

const polish: Grammar = {
  ...dutch,
  headComes: 'either',
  is: set('to jest pozostaje był była było'),
  are: set('są pozostają były'),
  adverbs: set('też także teraz w pełni całkowicie nadal wciąż już oba wszystkie natomiast zaś jednak'),
  articles: set('ten ta jego jej ich'),
  indefinite: set(''),
  adjective: /^(?:now[yae]|duż[yae]|mał[yae]|pierwsz[yae]|najlepsz[yae]|najnowsz[yae]|chińsk[iae]|francusk[iae]|\d+(?:[.,]\d+)?b)$/,
  modifiers: set('językowy językowe językowych językowym ai duży duże'),
  head: set('model modelem modelu llm system systemem'),
  heads: set('modele modeli modelami modelach systemy systemami'),
  softHeads: set('alternatywa alternatywą projekt'),
  made: set('udostępniony'),
  pronoun: /^(?:model ten|(?:ten )?model)$/,
  shown: set('ten'),
  object: set(''),
  have: set('mają miały posiadają'),
  focus: set('tylko jedynie także nawet również'),
  or: set('lub czy albo'),
  suchAs: phrases('takie jak|takich jak|takimi jak|takie , jak|jak|np .|na przykład'),
  and: set('i oraz &'),
  other: set('inne innych innymi'),
  clauseStart: set('i a ale ponieważ bo chociaż'),
  relative: set('który która które'),
  called: set('o-nazwie'),
  by: set('od firmy'),
  accordingTo: phrases('według|zdaniem'),
  says: set('piszą mówią podkreślają twierdzą zapewniają tłumaczą mówi mówił mówiła powiedział powiedziała twierdzi twierdził twierdziła pisze napisał napisała podkreśla podkreślił podkreśliła tłumaczy wyjaśnia wyjaśnił zapewnia zapewnił dodaje dodał dodała przekonuje zaznacza zaznaczył przypomina odpowiedział odpowiedziała ogłasza ogłosił ogłosiła informuje'),
  that: set('że'),
  calls: set('nazywa nazwał nazwała określa określił określiła opisuje przedstawia'),
  as: set('jako'),
  released: set('wydano udostępniono opublikowano udostępniony opublikowany wydany dostępny udostępniła udostępnił opublikowała opublikował'),
  auxiliary: set('został została zostały jest są'),
  doubt: set('czy jeśli jeżeli gdyby byłby byłaby byłoby będzie będą rzekomo rzekomy rzekome rzekoma zwany zwana zwane tzw mit plotki powinien powinna'),
  not: set('nie ani żaden żadna nigdy bez'),
  introducers: set('w z bez dla do po przed według jak gdy kiedy jeśli oprócz obok od przy'),
  afterClaim: set('i a ale ponieważ bo'),
  afterPlain: set('od do aż z dzięki'),
  afterHead: set('i a ale od firmy z dla który która'),
  afterName: null,
};

export const grammars: Readonly<Record<GrammarLang, Grammar>> = {
  en: english, de: german, fr: french, es: spanish, it: italian, pt: portuguese, nl: dutch, pl: polish,
};

/** Frequent words that tell the language of a sentence, where the page's own is wrong or missing. */
export const tellingWords: Readonly<Record<GrammarLang, Words>> = {
  en: set('the is are was of and to that with which by from such as it its has have model models an'),
  de: set('bleibt bleiben der die das ist sind und ein eine von mit wie als auch nicht hat wurde modell modelle im den dem'),
  fr: set('le la les est sont et en par reste un une des du avec comme que qui dans pour modèle modèles sur l’ d’ a été'),
  es: set('el la los es son y un una de del con como que por para modelo modelos en se fue'),
  it: set('modelli resta rimane i il lo la è sono e un una di del con come che per modello modelli in della gli'),
  pt: set('o os é são e um uma de do da com como que por para modelo modelos em foi'),
  nl: set('blijft blijven de het is zijn en een van met zoals als ook niet heeft model modellen op dat'),
  pl: set('jest są i w z na to się nie jak model modele jako oraz przez'),
};

/** Things that "it" or "which" may mean instead of a model, where the text names them. */
export const otherThings = lazily(() => /(?<!\p{L})(?:tools?|apps?|programs?|librar(?:y|ies)|projects?|plug-?ins?|browsers?|scripts?|code|clients?|websites?|datasets?|editors?|frameworks?|tokeni[sz]ers?|wrappers?|engines?|packages?|parsers?|compilers?|kernels?|systems?|rivals?|competitors?|protocols?|standards?|benchmarks?|start-?ups?|\p{L}*werkzeuge?|\p{L}*programme?|projekt\p{L}*|outils?|logiciels?|projets?|herramientas?|proyectos?|programas?|strument[oi]|progett[oi]|ferramentas?|projetos?)(?!\p{L})/iu);
