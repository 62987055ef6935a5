/**
 * Claims of openness in Chinese, Japanese and Korean, which have no spaces to walk over: a few patterns over the sentence,
 * in which every model is one stand-in character. Called by claims.ts only.
 * Only the plainest forms are read ("开源模型Llama", "Llamaはオープンソースである", "Llama는 오픈소스 모델이다"): each pattern
 * must account for all that stands between claim and model, so that a denial or a question matches none.
 */
import { sentenceAround } from './sentences.ts';
import { spansWithin } from './spans.ts';
import type { Claim, Mention } from './types.ts';

const words: readonly (readonly [Claim['claim'], string])[] = [
  ['open-weights', '开放权重|開放權重|オープンウェイト|オープンウエイト|오픈 ?웨이트'],
  ['open-source', '完全开源|完全開源|开源|開源|完全オープンソース|オープンソース|오픈 ?소스'],
  ['closed', '闭源|閉源|クローズドソース|クローズド(?=な)|プロプライエタリ|폐쇄형'],
];
const claimWord = new RegExp(words.map(([, forms]) => forms).join('|'), 'gu');
const kindOf = (text: string): Claim['claim'] => words.find(([, forms]) => new RegExp(`^(?:${forms.replace('(?=な)', '')})$`, 'u').test(text))![0];

/** Stand-in for a model: one private character each, so that offsets inside patterns need no names. */
const model = '[\\ue000-\\uefff]';
const list = `${model}(?:\\s?(?:[、,，和与與及とや]|그리고|와|과)\\s?${model}){0,9}`;
const noun = '(?:大规模|大規模|대규모 |大型|大)?(?:语言|語言|言語|언어 ?|AI ?|人工智能|生成AI)?(?:大)?(?:模型|モデル|모델|LLM)';

/** After the claim: the model or models that it is an attribute of. */
const ahead: readonly RegExp[] = [
  new RegExp(`^(?:的|の|な|인 )?\\s?(?:${noun})?(?:的|の|である|인)?\\s?[「“"《]?(${model})(?!\\s?(?:的|の|의)?(?:替代|竞品|客户端|代替|クライアント|ライブラリ|대안|클라이언트))`, 'u'),
  new RegExp(`^(?:的|の)?\\s?${noun}(?:[,，]?(?:如|例如|比如|包括|像))\\s?(${list})`, 'u'),
  new RegExp(`^了\\s?(${model})(?!\\s?(?:的|客户端))`, 'u'),
];
/** Before the claim: the model that it is said of, with nothing but the verb between. */
const behind: readonly { readonly before: RegExp; readonly after: RegExp }[] = [
  {
    before: new RegExp(`(?:^|[,，。;；:：、\\s])(?:而|但|但是|然而|其中)?(${model})(?:系列|模型)?(?:也)?(?:是|为|為)(?:一个|一個|一款|一种)?$`, 'u'),
    after: new RegExp(`^(?:的)?(?:${noun})?(?:的)?(?=$|[。，,；;！])`, 'u'),
  },
  { before: new RegExp(`(?:^|[,，。;；\\s])(${model})(?:系列|模型)?(?:已|已经|已經)$`, 'u'), after: /^(?=$|[。，,；;])/u },
  {
    before: new RegExp(`(?:^|[、。,\\s])(${model})(?:は|が)(?:完全な|完全に)?$`, 'u'),
    after: new RegExp(`^(?:の)?(?:${noun})?(?:です|だ|である|であり|で)?が?(?=$|[。、])`, 'u'),
  },
  {
    before: new RegExp(`(?:^|[,.\\s])(${model})\\s?(?:은|는|이|가)\\s(?:완전한 )?$`, 'u'),
    after: new RegExp(`^\\s?(?:${noun})?(?:이다|다|입니다|이며|이고|으로)?(?=$|[.,])`, 'u'),
  },
  { before: new RegExp(`(${model})\\s?を\\s?$`, 'u'), after: /^として(?:公開|リリース)(?:した|している|し、)/u },
  { before: new RegExp(`(${model})\\s?(?:을|를)\\s?$`, 'u'), after: /^로 (?:공개|출시|배포)(?:했|하였)/u },
  { before: new RegExp(`(${list})\\s?(?:等|などの|など|등의?|같은)\\s?$`, 'u'), after: new RegExp(`^(?:的|の)?\\s?${noun}`, 'u') },
];
const reported = /据([^，,。\s]{1,20}?)(?:称|表示|说|介绍)/u;
const denied = /(?:不是|并非|並非|没有|沒有|非|未|不|比|半|伪|所谓的?|号称|如果|假如|是否|비|이른바|いわゆる|自称)\s?$/u;
const doubted = /如果|假如|是否|计划|計劃|将|會|会不会|もし|かどうか|予定|만약|예정|계획|[?？]|吗|嗎|か。$/u;

/** Claims in the Chinese, Japanese or Korean sentences of `text`; offsets are those of `text`. */
export const findCjkClaims = (text: string, mentions: readonly Mention[]): Claim[] => {
  const claims: Claim[] = [];
  for (const found of text.matchAll(claimWord)) {
    const at = found.index;
    const claim = kindOf(found[0]);
    const bounds = sentenceAround(text, at, at + found[0].length);
    const inside = spansWithin(mentions, bounds.start, bounds.end).filter((mention) =>
      (mention.kind === 'model' || mention.kind === 'product') && mention.unknownVersion === undefined);
    if (inside.length === 0 || doubted.test(text.slice(bounds.start, bounds.end))) continue;
    const replace = (from: number, to: number): string => {
      let out = '';
      let last = from;
      for (const [i, mention] of inside.entries()) {
        if (mention.start < from || mention.end > to) continue;
        out += text.slice(last, mention.start) + String.fromCharCode(0xe000 + i);
        last = mention.end;
      }
      return out + text.slice(last, to);
    };
    const before = replace(bounds.start, at);
    const after = replace(at + found[0].length, bounds.end);
    if (denied.test(before)) continue;
    let named: string | undefined;
    for (const pattern of ahead) named ??= pattern.exec(after)?.[1];
    for (const pattern of behind) if (named === undefined && pattern.after.test(after)) named = pattern.before.exec(before)?.[1];
    const speaker = reported.exec(text.slice(bounds.start, at))?.[1];
    for (const char of named ?? '') {
      const mention = inside[char.charCodeAt(0) - 0xe000];
      if (mention) claims.push({ start: at, end: at + found[0].length, text: found[0], claim, mention, ...(speaker === undefined ? {} : { speaker }) });
    }
  }
  return claims;
};
