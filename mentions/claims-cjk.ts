/**
 * Claims of openness in Chinese, Japanese and Korean, which have no spaces to walk over: a few patterns over the sentence,
 * in which every model is one stand-in character. Called by claims.ts only.
 * Only plain forms are read ("开源模型Llama", "Llamaはオープンソースである", "Llama는 오픈소스 모델이라고 했다"): each pattern
 * must account for all that stands between claim and model, so that a denial or a question matches none.
 */
import { lazily } from './lazily.ts';
import { sentenceAround } from './sentences.ts';
import { spansWithin } from './spans.ts';
import type { Claim, Mention } from './types.ts';

const words: readonly (readonly [Claim['claim'], string])[] = [
  ['open-weights', '开放权重|開放權重|开源权重|オープンウェイト|オープンウエイト|오픈 ?웨이트|개방형 가중치'],
  ['open-source', '完全开源|完全開源|开源|開源|完全オープンソース|オープンソース|完全にオープン(?!ソース)|완전히 (?:개방|공개)된(?= 모델)|오픈 ?소스'],
  ['closed', '闭源|閉源|クローズドソース|クローズド(?=な|モデル|で|だ|の|と|[。、])|プロプライエタリ|非公開(?=だ|で|の?モデル|のまま|と|[。、])|폐쇄형|비공개(?= 모델)|클로즈드 ?소스'],
];
const claimWord = lazily(() => new RegExp(words.map(([, forms]) => forms).join('|'), 'gu'));
const kindOf = (text: string): Claim['claim'] => words.find(([, forms]) => new RegExp(`^(?:${forms.replace(/\(\?[=!][^)]*\)/g, '')})$`, 'u').test(text))![0];

/** Stand-in for a model: one private character each, so that offsets inside patterns need no names. */
const model = '[\\ue000-\\uefff]';
const list = `${model}(?:\\s?(?:[、,，和与與及とや]|그리고|와|과|하고)\\s?${model}){0,9}`;
const noun = '(?:大规模|大規模|대규모 |大型|大|商业|商用|专有|商業|상용 )?(?:推理|多模态|多模態|视频|图像|编程|代码|旗舰|小)?(?:语言|語言|言語|언어 ?|AI ?|人工智能|生成AI)?(?:大|小)?(?:模型|モデル|모델|LLM)';

/** After the claim: the model or models that it is an attribute of. */
const ahead = lazily((): readonly RegExp[] => [
  new RegExp(`^(?:的|の|な|인 )?\\s?(?:${noun})?(?:的|の|である|인)?\\s?[「“"《]?(${model})(?!\\s?(?:的|の|의)?(?:替代|竞品|客户端|代替|クライアント|ライブラリ|대안|클라이언트))`, 'u'),
  new RegExp(`^(?:的|の)?\\s?${noun}(?:[,，]?(?:如|例如|比如|包括|像))\\s?(${list})`, 'u'),
  new RegExp(`^了\\s?(${model})(?!\\s?(?:的|客户端))`, 'u'),
  new RegExp(`^(?:として|で)(?:(?:公開|リリース|提供|配布)(?:さ?れ(?:た|ている)|した|している)|出した|出している)\\s?(${model})`, 'u'),
  new RegExp(`^로 (?:공개|배포|출시)(?:된|한) (${model})`, 'u'),
]);
/** Says of its subject what follows: "X是", "X也属于", "X和Y都是". */
const chineseIs = '\\s?(?:系列|模型)?(?:也|仍|仍然|依然|都|均|则|則|却|就|其实|一直|本身|只|仅|仅仅|倒|确实|始终|目前|现在|从一开始就|从头到尾都)?(?:是|为|為|属于|屬於|算是|称得上)(?:一个|一個|一款|一种|款|个)?(?:由[^，,。；]{1,16}的)?';
const chineseWhen = '\\s?(?:也|已经|已經|已|今天|昨天|上周|上个月|去年|今年|本周|正式|全面|现已|现在|于[^，,。；]{2,10}|(?:采用|以|按|基于)[^，,。；]{2,24}(?:协议|许可证|许可)){0,3}';
/** Verbs of saying right before what is said. */
const chineseSays = '称|表示|宣布|认为|指出|强调|说|写道|介绍|解释';
/** What reports a statement, in the clause that goes on behind it, and does not deny it. */
const japaneseSays = '[^。、]{0,14}(?:言|いう|いい|いった|述べ|話し|説明|書い|書か|記し|記載|主張|紹介|呼|発表|強調|語|答え|報じ|伝え|している|されて|された)(?![^。、]{0,8}(?:ない|ません|なかった|ず))';
const koreanSays = '\\s(?:[^.,]{0,16}\\s)?(?:했|말했|말한|밝혔|밝힌|설명|전했|소개|주장|강조|덧붙|적었|적혀|썼|한다|합니다|부른다|불렀|표현|평가|분류|나와)(?![^.,]{0,6}(?:않|못|없))';
const koreanPuts = '(?:공개|출시|배포|내놓|내놨|나눴|나누었|분류|소개|꼽|묶|구분|규정|정의|표기|불렀|부른다|풀었|풀려)(?!하지|되지|할 (?:수 없|계획|예정))';
/** Before the claim: the model that it is said of, with nothing but the verb between. */
const behind = lazily((): readonly { readonly before: RegExp; readonly after: RegExp }[] => [
  {
    before: new RegExp(`(?:^|[,，。;；:：、“「\\s]|${chineseSays})(?:而|但|但是|然而|其中|前者|后者|只有|连)?(${list})${chineseIs}(?:真正|彻底)?$`, 'u'),
    after: new RegExp(`^(?:的)?(?:${noun})?(?:的)?(?=$|[。，,；;！”」：:])`, 'u'),
  },
  {
    before: new RegExp(`(?:^|[,，。;；\\s把将將])(${model})(?:被)?(?:称为|稱為|称作|归为|归入|列为|划为|标为|定义为)(?:一个|一款)?$`, 'u'),
    after: new RegExp(`^(?:的)?(?:${noun})?(?:的)?(?=$|[。，,；;！])`, 'u'),
  },
  { before: new RegExp(`(?:^|[,，。;；\\s]|${chineseSays})(${model})(?:系列|模型)?${chineseWhen}$`, 'u'), after: /^了?(?=$|[。，,；;])/u },
  {
    before: new RegExp(`(?:^|[、。,「\\s])(${list})(?:は|が|も)(?:、?(?:いずれも|どちらも|ともに|今も|現在も|依然として))?、?(?:[^、。はがも「」]{2,24}(?:で公開された|が公開した|が開発した|が公開する))?(?:完全な|完全に)?$`, 'u'),
    after: new RegExp(`^(?:の|な)?(?:${noun}|まま)?(?:(?:です|だ|である|であり|で|だった|でした)?(?:が|し|から|ので)?(?=$|[。、」])|(?:な|である)ので(?!は)|(?:の|である)ため|(?:だ|である|です)?と(?!は|も)、?${japaneseSays})`, 'u'),
  },
  {
    before: new RegExp(`(?:^|[、。,\\s])(${model})(?:について|に関して)(?:は|も)、?(?:[^。、]{1,12}[はもが])?$`, 'u'),
    after: new RegExp(`^(?:の|な)?(?:${noun})?(?:だ|である)?と(?!は|も)、?${japaneseSays}`, 'u'),
  },
  { before: new RegExp(`(?:^|[、。,\\s])(${model})(?:は|が)$`, 'u'), after: /^(?:として|で)(?:公開|リリース|提供|配布)され(?:た|て(?:いる|います|おり)|ました)/u },
  {
    before: new RegExp(`(?:^|[,.‘“\\s])(${list})\\s?(?:(?:은|는|이|가|도)\\s|\\s(?=다 |모두 ))(?:모두 |다 |둘 다 |여전히 |대표적인 |완전한 |오픈 ?소스(?:가|이) 아니라 |폐쇄형이 아니라 )?$`, 'u'),
    after: new RegExp(`^\\s?(?:${noun})?(?:(?:이다|다|입니다|이며|이고|으로|인데|이지만|지만|였다|이었다)?(?=$|[.,’”])|(?:이며|이고|인데|이지만|지만)(?=\\s)|(?:이라서|라서|이어서|여서)(?=\\s)|이?라(?=\\s(?!할|하기|부를|볼|말할|보기))|(?:이라고|라고)${koreanSays})`, 'u'),
  },
  { before: new RegExp(`(${model})\\s?を\\s?$`, 'u'), after: /^(?:(?:の?モデル)?(?:として|で)(?:公開|リリース|提供|配布|紹介|分類)(?:した|している|しており|し、)|(?:の?モデル)?と(?:呼[んびぶ]|称し|説明し|位置付け|位置づけ|表現し)(?![^。、]{0,6}(?:ない|ません|なかった)))/u },
  { before: new RegExp(`(${model})\\s?(?:을|를)\\s?$`, 'u'), after: new RegExp(`^\\s?(?:${noun})?(?:(?:이라고|라고)\\s(?:부른다|부르며|부르고|불렀다|소개했다|소개한다|주장한다|주장했다)|(?:으로|로)(?:, [^.]{0,40})?\\s(?:[^.,]{0,10}\\s)?${koreanPuts})`, 'u') },
  { before: new RegExp(`(?:^|[,.\\s])(${model})\\s?(?:은|는|이|가)\\s$`, 'u'), after: /^로 (?:공개|출시|배포)(?:됐|되었|되어 있)/u },
  { before: new RegExp(`(${list})\\s?(?:等|这样的|这类|之类的|などの|など|のような|といった|등의?|같은)\\s?$`, 'u'), after: new RegExp(`^(?:的|の)?\\s?${noun}`, 'u') },
]);
/** Whose words a sentence gives: said before the claim, or behind it. */
const reportsBefore: readonly RegExp[] = [
  /据([^，,。\s]{1,20}?)(?:称|表示|说|介绍)/u,
  /^([^，,。\s\ue000-\uefff]{1,12}?)(?:称|表示|宣布|认为|指出)(?=[\ue000-\uefff])/u,
  /^([^，,。\s\ue000-\uefff]{1,12}?)(?:指出|表示|称|说|认为|写道|强调|坚称)[，,：:“]/u,
];
const reportsAfter = /と、?([^。、\ue000-\uefff]{1,14}?)(?:は|が)(?:言|いう|述べ|話|説明|主張|発表|強調|語)/u;
const koreanSubject = /^([^\s.,\ue000-\uefff]{1,12}?)(?:은|는|이|가)\s/u;

/** What names models, or takes up ones named before. */
interface Naming {
  readonly start: number;
  readonly end: number;
  readonly models: readonly Mention[];
}

/** `text` from `from` to `to` with the stand-in character of its index for each of `namings`. */
const replaceNames = (text: string, from: number, to: number, namings: readonly Naming[]): string => {
  let out = '';
  let last = from;
  for (const [i, { start, end }] of namings.entries()) {
    if (start < from || end > to) continue;
    out += text.slice(last, start) + String.fromCharCode(0xe000 + i);
    last = end;
  }
  return out + text.slice(last, to);
};

const isHeld = ({ kind, unknownVersion }: Mention): boolean => (kind === 'model' || kind === 'product') && unknownVersion === undefined;

/** Words that take up the one model (in the group), or the two, that were named before. */
const takesUp = lazily(() => /((?:这|這|该|該|此)(?:个|個|款|一)?模型|(?:この|同|当該)モデル(?=[はがも])|이 모델(?=[은이도]\s))|(?<=^|[、。,，;；「“\s])(?:(?:这|這)?(?:两者|二者|两(?:个|款)模型)(?=[都均])|(?:両者|両方|どちら|いずれ|両モデル|どちらのモデル)と?(?=も)|(?:둘|두 모델)(?=(?:은|이)? (?:다|모두)\s))/gu);
/** A name with the noun for a model beside it. */
const namedModel = lazily(() => new RegExp(`(?:模型|モデル|모델)の?[「“"《]?\\s?${model}|${model}[」”"》]?\\s?(?:という|系列)?(?:模型|モデル|모델)`, 'gu'));

/**
 * The models that a word at `at` takes up: those that the sentence has named before it or, where it has none, those of the sentence
 * before. None where they are not `count`, or a model without a name is spoken of as well.
 */
const modelsBefore = (text: string, start: number, at: number, count: 1 | 2, mentions: readonly Mention[]): readonly Mention[] => {
  const isHere = spansWithin(mentions, start, at).some(isHeld);
  if (!isHere && start === 0) return [];
  const before = isHere ? { start, end: at } : sentenceAround(text, start - 1, start - 1);
  const named = spansWithin(mentions, before.start, before.end).filter(({ kind }) => kind === 'model' || kind === 'product');
  const models = named.filter(({ id }, i) => named.findIndex((other) => other.id === id) === i);
  const namings = named.map((mention) => ({ start: mention.start, end: mention.end, models }));
  const isUnnamed = /模型|モデル|모델/u.test(replaceNames(text, before.start, before.end, namings).replace(namedModel(), ''));
  return models.length === count && models.every(isHeld) && !isUnnamed ? models : [];
};

/** The models that the sentence from `start` to `end` names or, before the claim at `at`, takes up. */
const namingsIn = (text: string, start: number, end: number, at: number, mentions: readonly Mention[]): Naming[] => {
  const namings: Naming[] = spansWithin(mentions, start, end).filter(isHeld).map((mention) => ({ start: mention.start, end: mention.end, models: [mention] }));
  for (const word of text.slice(start, at).matchAll(takesUp())) {
    const from = start + word.index;
    const models = modelsBefore(text, start, from, word[1] === undefined ? 2 : 1, mentions);
    if (models.length > 0) namings.push({ start: from, end: from + word[0].length, models });
  }
  return namings.sort((a, b) => a.start - b.start);
};

const denied = /(?:不是|并非|並非|没有|沒有|非|未|不|比|半|伪|所谓的?|号称|如果|假如|是否|비|이른바|いわゆる|自称)\s?$/u;
const doubted = /如果|假如|是否|计划|計劃|将(?!\S{0,12}(?:称为|称作|归为|归入|列为|划为|标为|定义为))|(?<![社机機协協大学委议議董促进進基金发])会(?![议議员員社计計见話话谈談上])|會不會|もし|かどうか|予定|만약|예정|계획|[?？]|吗|嗎|か。$/u;

/** Claims in the Chinese, Japanese or Korean sentences of `text`; offsets are those of `text`. */
export const findCjkClaims = (text: string, mentions: readonly Mention[]): Claim[] => {
  const claims: Claim[] = [];
  for (const found of text.matchAll(claimWord())) {
    const at = found.index;
    const claim = kindOf(found[0]);
    const bounds = sentenceAround(text, at, at + found[0].length);
    const inside = namingsIn(text, bounds.start, bounds.end, at, mentions);
    if (inside.length === 0 || doubted.test(text.slice(bounds.start, bounds.end))) continue;
    const before = replaceNames(text, bounds.start, at, inside);
    const after = replaceNames(text, at + found[0].length, bounds.end, inside);
    if (denied.test(before)) continue;
    let named: string | undefined;
    for (const pattern of ahead()) named ??= pattern.exec(after)?.[1];
    for (const pattern of behind()) if (named === undefined && pattern.after.test(after)) named = pattern.before.exec(before)?.[1];
    let speaker = reportsAfter.exec(after)?.[1];
    for (const pattern of reportsBefore) speaker ??= pattern.exec(before)?.[1];
    if (/^(?:の?モデル)?と[呼称説]/u.test(after)) speaker ??= /^([^、。\s\ue000-\uefff]{1,14}?)は[\ue000-\uefff]を$/u.exec(before)?.[1];
    if (/^[^.,]{0,10}라고\s/u.test(after)) speaker ??= koreanSubject.exec(before)?.[1];
    for (const mention of [...named ?? ''].flatMap((char) => inside[char.charCodeAt(0) - 0xe000]?.models ?? [])) {
      claims.push({ start: at, end: at + found[0].length, text: found[0], claim, mention, ...(speaker === undefined ? {} : { speaker }) });
    }
  }
  return claims;
};
