/**
 * What follows a model's name and belongs to it: sizes ("8x7B"), dates ("2024-04-09"), tuning variants ("Instruct"), and
 * versions that no record has ("GPT-7"). Called by the reader once a name is found; it decides how far the mention
 * reaches and whether the whole is a model of somebody else ("Llama-3.1-Nemotron-70B").
 */
import { isCapital, isDigit, isJoiner } from './fold.ts';
import type { Lexicon, LexiconRecord, NameEntry } from './lexicon.ts';
import { goesOnInKorean } from './match.ts';

export interface Extent {
  readonly end: number;
  /** A version that the text names and the data does not hold. */
  readonly unknownVersion?: string;
  /** The name is part of another maker's model. */
  readonly foreign?: true;
  /** A version, size, date or variant follows: the name is surely a model's. */
  readonly specific: boolean;
  /** Behind a family's name: its version and tiers as a release is named ("2.5", "Pro"). */
  readonly parts: readonly string[];
  /** The name of another release that the span names: "Gemma 2 JPN" of "gemma-2-2b-jpn". */
  readonly release?: NameEntry;
}

/** Tiers as other scripts print them. */
const tierPrints: ReadonlyMap<string, string> = new Map(Object.entries({
  프로: 'Pro', 플래시: 'Flash', 플래쉬: 'Flash', 울트라: 'Ultra', 미니: 'Mini', 나노: 'Nano', 소넷: 'Sonnet', 소네트: 'Sonnet', 오퍼스: 'Opus', 오푸스: 'Opus', 하이쿠: 'Haiku', 라이트: 'Lite', 맥스: 'Max', 터보: 'Turbo', 라지: 'Large', 미디엄: 'Medium', 스몰: 'Small',
  プロ: 'Pro', フラッシュ: 'Flash', ウルトラ: 'Ultra', ミニ: 'Mini', ナノ: 'Nano', ソネット: 'Sonnet', オーパス: 'Opus', オプス: 'Opus', ハイク: 'Haiku', ライト: 'Lite', マックス: 'Max', ターボ: 'Turbo', ラージ: 'Large', ミディアム: 'Medium', スモール: 'Small',
}));
const tierPrint = new RegExp(`^[ \\u00a0・-]?(${[...tierPrints.keys()].join('|')})(?![ァ-ヺー])`, 'u');
/** "大模型" between a family's name and its version: "豆包大模型1.5". */
const modelNoun = /^(?:大?语言|大)?模型 ?(?=[vV]?\d)/u;

/** Counters after a number that a Chinese, Japanese or Korean word follows directly: it is a date or an amount, no version. */
const counters = /^\s?(?:[年月日号號時时点分秒个個名人位家次回倍件台本枚冊章部篇度歳岁层層项項条條]|か月|ヶ月|カ月|つ[のをがにはで]|万|亿|億|千|百|년|월|개월|명|개[가를의는 ]|개$|번째|배[나로 ]|시간|시에|분간|주[간 ]|억|만 |천 )/u;

/** Whether the number that ends at `end`, behind a space or a letter of a script without them, counts what follows. */
export const countsWhatFollows = (text: string, end: number): boolean => {
  if (end >= text.length || !counters.test(text.slice(end, end + 4))) return false;
  let from = end;
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from -= 1;
  return from < end && from > 0 && /[\s\u3040-\uffff]/u.test(text.charAt(from - 1));
};

const size = /^(?:\d{1,4}(?:\.\d+)?[bm]|\d{1,2}b\d|\d{1,3}x\d{1,3}(?:\.\d+)?[bm]|a\d{1,3}(?:\.\d+)?b|e\d+b|\d{1,2}t)$/i;
const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Tuning variants, file formats and tiers that a version may carry, hyphen before. */
const variants = wordsOf(
  'instruct chat base control aligned it pt turbo mini nano preview latest exp experimental vision v vl hf gguf ggml awq gptq mlx fp8 fp16 fp4 bf16 int4 int8 q4 q8 '
  + 'q4_k_m thinking think reasoning reasoner online sft dpo rlhf rl beta alpha dev schnell pro flash lite ultra max plus small medium large xl xxl xs '
  + '4bit 8bit dwq i1 ud dynamic imatrix high low tiny micro code coder math audio realtime transcribe tts search deep research omni embed embedding multimodal distill distilled deduped '
  + 'qat mt rw uncased cased instant opus sonnet haiku maverick scout guard safety turbo-preview live image fast air zero heavy k v2 v3 live speciale terminus '
  + 'instruct-v base-v 128k 32k 16k 8k 4k 64k 200k 256k 1m 16e 128e',
);
/** Those that may follow after a space, with a capital. */
const spacedVariants = wordsOf(
  'Instruct Chat Base Turbo Mini Nano Preview Vision Thinking Reasoning Pro Flash Lite Ultra Max Plus Small Medium Large XL Omni Opus Sonnet Haiku '
  + 'Maverick Scout Coder Experimental Exp Beta Alpha IT Distill Distilled VL Air Heavy Fast',
);
const lowerSpacedVariants = wordsOf('instruct turbo mini nano');
const months = wordsOf('january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec');
/** Words after a number that make it an amount, not a version. */
const amounts = /^\s(?:times|times|percent|per|million|billion|trillion|thousand|years?|months?|weeks?|days?|hours?|minutes?|people|users?|models?|of|out|or|to|bis|Mal|mal|Millionen|Milliarden|Jahre|fois|millions|milliards|ans|veces|millones|años|volte|milioni|anni|vezes|milhões|anos|keer|miljoen|jaar|razy|milionów|lat|Prozent|percento|процентов|%|€|\$)(?![\p{L}])/u;

const isTokenCode = (code: number): boolean => isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** End of the letters and digits that begin at `from`; dots only between digits. */
const tokenEnd = (text: string, from: number): number => {
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isTokenCode(code)) i += 1;
    else if (code === 46 && i > from && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) i += 1;
    else break;
  }
  return i;
};

const isWordAt = (text: string, at: number): boolean => at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));

/** How far the mention that begins as [start, end) reaches. */
export const extendVersion = (text: string, end: number, record: LexiconRecord, lexicon: Lexicon): Extent => {
  const isFamilyName = record.family === undefined;
  const family = record.familyRecord ?? record;
  const isNumbered = family.numbered === true;
  const parts: string[] = [];
  const noun = text.charCodeAt(end) > 0x4dff ? modelNoun.exec(text.slice(end, end + 8))?.[0].length ?? 0 : 0;
  const first = text.charCodeAt(end + noun);
  if (end >= text.length || !(first === 32 || first === 0xa0 || first === 0x202f || isJoiner(first) || first === 58 || first === 46 || first === 64 || isTokenCode(first) || first === 91 || (first > 0x2000 && first < 0x200b))) {
    return { end, specific: false, parts };
  }
  let at = end;
  let unknown: string | undefined;
  let release: NameEntry | undefined;
  let isBehindTier = false;
  let specific = !isFamilyName;
  let distilled = false;

  // A number that goes on: "Llama 3" in "Llama 3.2", "GPT-4" in "GPT-4V" or "GPT-4.5".
  const continues = (first === 46 && isDigit(text.charCodeAt(end + 1)) && isDigit(text.charCodeAt(end - 1))) || (isTokenCode(first));
  if (noun > 0) {
    const to = tokenEnd(text, end + noun);
    const token = text.slice(end + noun, to);
    if (!isFamilyName || !/^[vV]?\d{1,2}(?:\.\d{1,2})*$/.test(token) || countsWhatFollows(text, to)) return { end, specific: false, parts };
    unknown = token;
    parts.push(token);
    at = to;
    specific = true;
  } else if (continues) {
    let from = end;
    while (from > 0 && (isDigit(text.charCodeAt(from - 1)) || (text.charCodeAt(from - 1) === 46 && isDigit(text.charCodeAt(from - 2))))) from -= 1;
    const to = tokenEnd(text, from === end ? end : from);
    const token = text.slice(from, to);
    if (from === end) {
      // "GPT4", "Qwen7B": a number directly after the family's name.
      if (!isDigit(first) || countsWhatFollows(text, to)) return { end, specific: false, parts };
      if (isThousands(text, to)) return { end, specific: false, parts };
      if (size.test(token)) { at = to; specific = true; }
      else if (/^\d{1,2}(?:\.\d+)?[a-z]?$/i.test(token) && isNumbered) { unknown = token; parts.push(token); at = to; specific = true; }
      else return { end, specific: false, parts, foreign: true };
    } else if (size.test(token) && isFamilyName) { at = to; specific = true; }
    else if (/^\d+(?:\.\d+)*s$/.test(token)) return { end, specific: false, parts };
    else if (/^\d{1,2}(?:\.\d+)*[a-z]{0,2}$/i.test(token)) { unknown = token; parts.push(token); at = to; specific = true; }
    else return { end, specific: false, parts, foreign: true };
  }

  for (let steps = 0; steps < 12; steps += 1) {
    const isNative = isFamilyName && (text.charCodeAt(at) > 0x2fff || text.charCodeAt(at + 1) > 0x2fff);
    const native = isNative && (at > end || isSpaceOrJoiner(text.charCodeAt(at))) ? tierPrint.exec(text.slice(at, at + 8)) : null;
    if (native) {
      const tier = tierPrints.get(native[1]!)!;
      if (!family.tiers?.includes(tier.toLowerCase()) || goesOnInKorean(text, at + native[0].length)) break;
      parts.push(tier);
      at += native[0].length;
      specific = true;
      isBehindTier = true;
      continue;
    }
    // "ソネット4.5"
    if (isBehindTier && unknown === undefined && isDigit(text.charCodeAt(at)) && text.charCodeAt(at - 1) > 0x3000) {
      const to = tokenEnd(text, at);
      const token = text.slice(at, to);
      if (!/^\d{1,2}(?:\.\d{1,2})?$/.test(token) || countsWhatFollows(text, to)) break;
      unknown = token;
      parts.push(token);
      at = to;
      continue;
    }
    const code = text.charCodeAt(at);
    const hyphen = isJoiner(code) || code === 58 || code === 64;
    const space = code === 32 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);
    if (!hyphen && !space) break;
    const from = at + 1;
    if (space && text.charCodeAt(from) === 91) {
      // "FLUX.1 [dev]"
      const bracket = /^\[(?:dev|pro|schnell|max|klein|flex)\]/.exec(text.slice(from, from + 12));
      if (!bracket) break;
      at = from + bracket[0].length;
      specific = true;
      continue;
    }
    const to = tokenEnd(text, from);
    if (to === from) break;
    const token = text.slice(from, to);
    // Most words behind a name are words.
    const initial = text.charCodeAt(from);
    if (space && initial > 96 && !(at > end && /^a\d{1,2}b$/.test(token)) && !lowerSpacedVariants.has(token) && !variants.has(token) && !((initial === 118 || initial === 107) && isDigit(text.charCodeAt(from + 1)))) break;
    // "키미 K2": the release by the family's name in another script.
    if (isFamilyName && at === end && space && text.charCodeAt(end - 1) > 0x590 && isCapital(text.charCodeAt(from)) && /\d/.test(token) && lexicon.modelNamed(`${record.name} ${token}`)?.record.familyRecord === record) {
      parts.push(token);
      at = to;
      specific = true;
      unknown = token;
      continue;
    }
    // "Q4_K_M", "IQ3_XS": how the weights were made small.
    const quantised = hyphen ? /^i?q\d(?:_[a-z0-9]{1,3}){0,3}(?![\p{L}\p{N}_])/iu.exec(text.slice(from, from + 12)) : null;
    if (quantised && (at > end || !isFamilyName)) {
      at = from + quantised[0].length;
      specific = true;
      continue;
    }
    // "GPT-4 turbo-charged our newsroom"
    if (space && initial > 96 && /^-\p{Ll}{3}/u.test(text.slice(to, to + 4))) break;
    const lower = token.toLowerCase();
    const isNumber = /^\d+(?:\.\d+)*$/.test(token);
    // The token goes on in other letters of its script; a Korean particle or a Chinese word may follow it directly.
    if (isWordAt(text, to) && !/[\u0590-\uffff]/.test(text.charAt(to))) break;
    let taken = false;
    // A variant with a record of its own: "gemma-2-2b-jpn", "Qwen2.5-7B-Coder".
    const own = !isFamilyName && !distilled && at > end && (hyphen || isCapital(initial)) && /^[A-Za-z]{2,}$/.test(token) ? lexicon.modelNamed(`${record.name} ${token}`) : undefined;
    if (own && own.record !== record && own.record.familyRecord === family) {
      release = own;
      taken = true;
    } else if (size.test(token)) {
      taken = hyphen || /[bB]$/.test(token) || /^\d{2,3}M$/.test(token);
    } else if (distilled) {
      taken = isNumber || isCapital(token.charCodeAt(0)) || hyphen;
    } else if (hyphen && code !== 64 && (/^\d{8}$/.test(token) || (/^\d{4}$/.test(token) && (!isFamilyName || unknown !== undefined || at > end)) || (/^\d{6}$/.test(token) && at >= end && !isFamilyName) || /^\d{3}$/.test(token))) {
      taken = true;
    } else if (hyphen && /^\d{2}$/.test(token) && /\d{2,4}[-\u2010-\u2012]$/.test(text.slice(at - 4, from)) ) {
      // The parts of a date: "2024-04-09", "05-20".
      taken = true;
    } else if (hyphen && /^\d{2}$/.test(token) && /^[-\u2010-\u2012]\d{2,4}(?!\d)/.test(text.slice(to, to + 5))) {
      taken = true;
    } else if (space && specific && /^0\d$/.test(token) && /^[-\u2010-\u2012][0-3]\d(?![\d-])/.test(text.slice(to, to + 4))) {
      // "Gemini 2.5 Flash 05-20"
      taken = true;
    } else if (/^[vV]\d+(?:\.\d+)*$/.test(token) && (!isFamilyName || hyphen || at > end || !isNumbered)) {
      taken = true;
    } else if (space && variants.has(lower) && /^-v\d/.test(text.slice(to, to + 3))) {
      // "Whisper large-v3"
      taken = true;
    } else if (hyphen ? variants.has(lower) || /^q\d/i.test(token) : spacedVariants.has(token) || (specific && lowerSpacedVariants.has(lower))) {
      taken = hyphen || specific || at === end;
      // "Gemini Live", "Llama Large": a tier after the bare family counts where a release is so called.
      // Behind a number it is that version's: "FLUX.1 Pro".
      if (!hyphen && !specific && isFamilyName && !isDigit(text.charCodeAt(end - 1))) taken = family.tiers?.includes(lower) ?? false;
      if (lower === 'distill' || lower === 'distilled') distilled = true;
      if (taken && isFamilyName && family.tiers?.includes(lower)) {
        parts.push(token);
        isBehindTier = true;
      }
    } else if (unknown === undefined && isFamilyName && (at === end || isBehindTier)
      && (isNumbered ? /^(?:[vVrRoOkKmM]?\d{1,2}(?:\.\d{1,2}){0,2}(?:[a-z]|Pro|Lite)?)$/ : /^[vVkK]?\d(?:\.\d{1,2})?(?:Pro|Lite)?$/).test(token) && !isThousands(text, to) && !(space && /^[2-9]\d$/.test(token)) && !(space && amounts.test(text.slice(to, to + 14)))
      && !(space && /^[%€$£°]/.test(text.slice(to, to + 1))) && !(space && countsWhatFollows(text, to))) {
      unknown = token;
      parts.push(token);
      taken = true;
    } else if (unknown !== undefined && hyphen && /^\d$/.test(token) && /^\d$/.test(unknown) && identifierLike(text, end)) {
      unknown = `${unknown}.${token}`;
      parts.splice(parts.length - 1, 1, unknown);
      taken = true;
    }
    if (!taken) {
      if (hyphen && (isForeign(text, to, token, lexicon, family) || (at === end && isFamilyName && isNamesake(text, end, token)))) return { end: at, specific: at > end, parts, foreign: true };
      break;
    }
    specific = true;
    at = to;
  }
  // Files of weights are named for their model: "Llama-3.2-3B-Q4_K_M.gguf"; "whisper-small.en" is for English.
  const file = at > end ? /^(?:[-_.]?[A-Za-z0-9]{1,3}(?:_[A-Za-z0-9]{1,2}){0,2})?\.(?:gguf|ggml|safetensors)(?![\p{L}\p{N}])|^\.en(?![\p{L}\p{N}./])/u.exec(text.slice(at, at + 30)) : null;
  if (file) at += file[0].length;
  return {
    end: at, specific: at > end, parts, ...(release && { release }),
    // "Opus 7": the tier belongs to the version.
    ...(unknown !== undefined && { unknownVersion: parts.slice(0, parts.indexOf(unknown) + 1).join(' ') }),
  };
};

/** Between the versions of a list: "Llama 3 and 3.1", "Llama 3.1と3.3". */
const listed = /^(?:,?\s(?:and|or|und|oder|et|ou|y|o|e|en|of|i|oraz|lub|czy)\s|,\s|\s?[/&+]\s?|(?:와|과|나|이나|랑)\s|、|と|や|\s?(?:和|与|與|或|及|、)\s?)(\d{1,2}(?:\.\d{1,2})?)(?![\d\p{Script=Latin}%€$£°]|[.,:]\d|[-\u2010-\u2014/]\d)/u;
/** What a whole number must be followed by to be a version and no amount: "Gemma 2 and 3 were slow". */
const afterWhole = /^(?:[.,;:!?)\]、。，；）»”"]|$|\s(?:is|are|was|were|has|have|had|can|do|did|does|in|on|at|for|with|by|and|or|but|ist|sind|war|waren|hat|haben|im|mit|und|est|sont|ont|sur|et|es|son|han|con|y|è|sono|hanno|e|são|têm|com|is|zijn|hebben|met|en|są|mają|oraz)(?!\p{L})|[\u3040-\u30ff\uac00-\ud7a3])/u;

/** Where the next version of a list stands behind a release's name that ends at `end`: its number alone. */
export const nextListedVersion = (text: string, end: number): { readonly start: number; readonly end: number } | undefined => {
  const code = text.charCodeAt(end);
  if (!(code === 32 || code === 44 || code === 47 || code > 0x3000)) return undefined;
  const found = listed.exec(text.slice(end, end + 16));
  if (!found) return undefined;
  const to = end + found[0].length;
  if (countsWhatFollows(text, to) || amounts.test(text.slice(to, to + 14)) || (!found[1]!.includes('.') && !afterWhole.test(text.slice(to, to + 8)))) return undefined;
  return { start: to - found[1]!.length, end: to };
};

const isSpaceOrJoiner = (code: number): boolean => code === 32 || code === 0xa0 || isJoiner(code);

/** "claude-9-5": lower case and hyphens throughout. */
const identifierLike = (text: string, end: number): boolean => text.charCodeAt(end - 1) >= 97 && text.charCodeAt(end) === 45;

/** After a hyphen stands a word that is no variant: the model of somebody else, if a size or version or a family follows. */
const isForeign = (text: string, to: number, token: string, lexicon: Lexicon, family: LexiconRecord): boolean => {
  if (!/^[A-Za-z]/.test(token)) return false;
  const other = token.length > 2 ? lexicon.modelNamed(token)?.record : undefined;
  if (other && (other.familyRecord ?? other) !== family) return true;
  const rest = /^(?:[-_][A-Za-z][A-Za-z0-9.]*)*[-_](?:v?\d[\d.]*[A-Za-z]{0,2}|\d+x\d+[bB])(?![A-Za-z])/.exec(text.slice(to, to + 60));
  return rest !== null;
};

/** "딥시크 6,710억": a number that goes on behind its thousands. */
const isThousands = (text: string, end: number): boolean => text.charCodeAt(end) === 44 && /^,\d{3}(?!\d)/.test(text.slice(end, end + 5));

/** Acronyms that make a compound with a model's name and no other model: "GPT-API". */
const acronyms = wordsOf('AI KI IA SI UI UX IT EU UE US UK PR HR TV OS ID VR AR API APIS LLM LLMS SDK GUI CLI IDE PDF FAQ URL SQL CSV JSON HTML GPU CPU RAM VM CEO CTO SEO CMS CRM NLP ML QA B2B');

/** "GPT-NL": capitals that are joined to a name in capitals make another model's name. */
const isNamesake = (text: string, end: number, token: string): boolean =>
  /^[A-Z]{2,4}$/.test(token) && !acronyms.has(token) && /(?<![\p{L}\p{N}])\p{Lu}{3,}$/u.test(text.slice(Math.max(0, end - 8), end));

const productVersion = new RegExp(
  '^(?:[-\u2010\u2011][vV]?[1-9](?:\\.\\d{1,2})?[ov]?(?:[- ](?:[Mm]ini|[Tt]urbo)(?!\\p{L}))?|[ \u00a0]?(?:[vV]\\d{1,2}(?:\\.\\d{1,2})?|[1-9](?:\\.\\d{1,2}|o))|[1-9]|[ \u00a0]Image[ \u00a0]\\d{1,2})'
  + '(?![\\p{Script=Latin}\\p{N}%€$£°]|[.,:]\\d|[-\u2010\u2011]\\d)', 'u',
);

/**
 * How far a product's name reaches over the version behind it: "ChatGPT-4o", "Midjourney v7", "Adobe Firefly Image 4". A whole number
 * behind a space counts something else.
 */
export const endOfProductVersion = (text: string, end: number): number => {
  const next = text.charCodeAt(end);
  const isApart = next === 32 || next === 0xa0 || isJoiner(next);
  // Most products are followed by a word.
  if (!/[\dvVI]/.test(text.charAt(isApart ? end + 1 : end))) return end;
  const found = productVersion.exec(text.slice(end, end + 20))?.[0] ?? '';
  const to = end + found.length;
  return found === '' || countsWhatFollows(text, to) || amounts.test(text.slice(to, to + 14)) ? end : to;
};

const placeBehind = /^-(?:les?|la|sur|sous|en|du|des|aux?|am|an|im|bei|op|aan|upon|on|nad)-\p{Lu}/u;
const amountBefore = /(?:\d[\d.,]*\s?(?:[kKMBT]|mil|mille|mila|Mio\.|Mrd\.|mln|mld)?|(?:thousand|million|billion|trillion|tausend|Millionen|Milliarden|Billionen|miljoen|miljard|biljoen|tysięcy|milionów|miliardów|bilionów)|(?:mill(?:ions?|ones)|milliards?|billions?|billones|milion[ei]|miliard[oi]|milhões|bilhões|trilhões) (?:d[ei]))\s$/iu;
const communityLicence = /^[ -](?:\d(?:\.[\dx])? )?Community Licen[cs]e/u;
const otherTool = /^[ _-](?:runner|server|swap|factory|farm)(?!\p{L})/iu;
const otherLicenceVersion = /^,?\s(?:[Vv]ersion\s|[vV]\.?\s?)?(\d{1,2}\.\d{1,2})(?![\d.]*\d|\p{L})/u;
const likeLicence = /^-(?:based|style|styled|like|type|ähnlich|artig)/iu;
const olderLicence = /(?<!\p{L})(?:old|older|original|4-clause|four-clause|alten?|ursprünglichen?|ancienne|antigua|vecchia)\s$/iu;
const modifiedLicence = /(?<!\p{L})(?:[Mm]odified|[Mm]odifizierten?|[Mm]odificada)\s$/u;
const commonsLicence = /^\s?[-–—:]?\s?(?:Attribution|Namensnennung|Paternité|Reconocimiento|Atribución|Attribuzione|Atribuição|Naamsvermelding|Uznanie|BY\b|Zero|CC0|[Ll]icen[csz]|[Ll]icença|[Ll]icentie|Lizenz|-Lizenz|表示|署名|저작자|ライセンス|许可|라이선스)/u;
const licenceBefore = /(?:licen[cs]es?|licencias?|licenz[ae]|licenças?|licentie|licencj[aięą]{1,2}|Lizenz)\s$/iu;

/**
 * Whether the name [start, end) is only a word of a longer one that names something else: "Llama Community License", "llama runner",
 * "faster whisper", "Transformer-XL"; or of a licence in another version than the record's: "Apache License 1.1", "old BSD license".
 */
export const isPartOfOther = (text: string, start: number, end: number, record: LexiconRecord): boolean => {
  const { kind } = record;
  // "Mistral-les-Bains", "Granite-on-Sea"
  if (text.charCodeAt(end) === 45 && placeBehind.test(text.slice(end, end + 12))) return true;
  // Most names are of no kind that is asked here, and stand between words that are none of these.
  if (kind !== 'model' && kind !== 'concept' && kind !== 'licence' && kind !== 'regulation' && record.id !== 'creative-commons') return false;
  // "AI and Data Act"
  if (kind === 'regulation') return /^(?:Data|Digital|Cyber)/.test(text.slice(start, start + 7)) && /(?:AI|Intelligence|Information|Privacy|Algorithm\p{L}*|Technology|Security) and $/u.test(text.slice(Math.max(0, start - 20), start));
  if (kind === 'model') {
    const last = text.charCodeAt(start - 2);
    // "Faster whisper"; Korean writes "챗 GPT" apart too.
    if ((last === 0xcc57 || last === 114) && /챗 $|(?<!\p{L})[Ff]aster $/u.test(text.slice(Math.max(0, start - 8), start)) && /^(?:whisper|GPT)$/i.test(text.slice(start, end))) return true;
    const next = text.charCodeAt(end);
    if (next !== 32 && next !== 45 && next !== 95) return false;
    const after = text.slice(end, end + 32);
    return communityLicence.test(after) || (record.family === undefined && text.charCodeAt(start) > 96 && otherTool.test(after));
  }
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 32);
  // "40B tokens": an amount speaks of something else than what a token is.
  if (kind === 'concept') return /^-XL(?![A-Za-z])/.test(after) || (record.id === 'token' && amountBefore.test(before));
  if (record.id === 'creative-commons') return commonsLicence.test(after) || licenceBefore.test(before);
  if (kind !== 'licence' || /\d/.test(text.slice(start, end))) return false;
  const version = otherLicenceVersion.exec(after)?.[1];
  return (version !== undefined && !record.name.includes(version)) || likeLicence.test(after)
    || (/^BSD/.test(text.slice(start, end)) && olderLicence.test(before)) || (/^MIT/.test(text.slice(start, end)) && modifiedLicence.test(before));
};

/**
 * Whether what stands before `start` makes the name part of another: "Flan-T5", "Jean-Claude", "Nous-Hermes-Llama". Returns
 * the place where the mention begins, moved before a maker's name that is joined to it ("Meta-Llama-3"), or -1.
 */
export const startOfName = (text: string, start: number, record: LexiconRecord): number => {
  const before = text.charCodeAt(start - 1);
  if (start === 0) return start;
  if (isJoiner(before) && before !== 0x2013 && before !== 0x2014 && before !== 0xb7 && before !== 0x2022 && before !== 0x30fb) {
    let from = start - 1;
    while (from > 0 && /[\p{L}\p{N}.]/u.test(text.charAt(from - 1)) && start - from < 40) from -= 1;
    const word = text.slice(from, start - 1);
    if (word === '') return start;
    if (/[\u0590-\uffff]/.test(word)) return start;
    const lower = word.toLowerCase();
    if (freePrefixes.has(lower)) return start;
    const maker = record.makerRecord?.name.toLowerCase();
    if (maker !== undefined && (maker === lower || maker.replace(/\s/g, '') === lower)) return record.kind === 'model' ? from : start;
    if (record.kind !== 'model' && record.kind !== 'product') return start;
    return -1;
  }
  if (record.kind === 'model' && before === 32 && isDigit(text.charCodeAt(start - 2))) {
    // "Hermes 3 Llama 3.1": the tuned model of somebody else.
    const other = /(\p{Lu}\p{L}+) \d(?:\.\d+)? $/u.exec(text.slice(Math.max(0, start - 30), start));
    if (other && !months.has(other[1]!.toLowerCase())) return -1;
  }
  return start;
};

/** "Imagen 2. Boceto", "véase la imagen 3": Spanish numbers its pictures so. */
export const isSpanishCaption = (text: string, start: number, end: number): boolean =>
  /^Imagen$/i.test(text.slice(start, start + 6)) && /^\D*\d{1,2}$/.test(text.slice(start, end))
  && (/(?:^|[.\n(:;|«])\s*$/.test(text.slice(Math.max(0, start - 3), start)) ? /^\s?[.:)–—-](?!\d)/.test(text.slice(end, end + 3)) : /(?:la|esta|cada|siguiente)\s$/i.test(text.slice(Math.max(0, start - 10), start)));

/** Words before a slash that are no organisation: "models/llama-3-8b", "and/or". */
const noOwners = wordsOf('and or und et y e o ou models model weights checkpoints data src w vs input output lib bin tmp home');
const owner = /(?:^|[\s"'“”‘’«»(（[「`:,，、。]|(?<=[\u3040-\uffef]))([A-Za-z][\w.-]{1,40})\/$/;

/** Organisations as they print themselves in ids of repositories: what follows their slash is an id, with a number or without. */
const hubOwners = wordsOf(
  'meta-llama mistralai google google-bert google-t5 bigscience bigcode tiiuae databricks allenai EleutherAI openai openai-community deepseek-ai Qwen microsoft nvidia ibm-granite CohereLabs '
  + 'CohereForAI stabilityai black-forest-labs HuggingFaceH4 HuggingFaceTB HuggingFaceFW facebook togethercomputer mosaicml Salesforce 01-ai baichuan-inc internlm THUDM zai-org moonshotai '
  + 'MiniMaxAI swiss-ai utter-project speakleash BSC-LT LumiOpen ai21labs apple cerebras laion',
);

const ownerBefore = (text: string, start: number): string | undefined =>
  (text.charCodeAt(start - 1) === 47 ? owner.exec(text.slice(Math.max(0, start - 44), start))?.[1] : undefined);

/** Whether an id in an organisation's repository begins at `start`, whose case says nothing: "databricks/dbrx-base". */
export const startsId = (text: string, start: number): boolean => hubOwners.has(ownerBefore(text, start) ?? '');

/**
 * Where the id of a model or dataset in a repository begins whose name starts at `start`: at the organisation of "meta-llama/Llama-3.1-8B";
 * `start` where there is none, or where what follows the slash is no id.
 */
export const startOfRepository = (text: string, start: number, end: number): number => {
  const name = ownerBefore(text, start);
  if (name === undefined || /\s/.test(text.slice(start, end)) || text.charCodeAt(end) === 47) return start;
  return (/\d/.test(text.slice(start, end)) ? noOwners.has(name.toLowerCase()) : !hubOwners.has(name)) ? start : start - 1 - name.length;
};

/** What follows a model's name in an id: a size, a date, or how it was made. */
const idBehind = /^-(?:(?:tiny|mini|small|medium|base|large|xl|xxl)(?![\p{L}\p{N}])|\d{1,3}(?:\.\d+)?[bm]\d?(?![\p{L}\p{N}])|\d{2}-\d{4}(?!\d))/u;
const surelyBehind = /^-(?:\d{1,3}(?:\.\d+)?b\d?|\d{2}-\d{4}|(?:tiny|mini|small|medium|base|large|xl|xxl)(?:-(?:un)?cased|\.en|-v\d))(?![\p{L}\p{N}])/u;

/**
 * How surely the name [start, end), in small letters, begins a model's id, in which case says nothing: 2 for "bert-base-uncased" and
 * "command-r-08-2024", 1 for "whisper-small", which may be words.
 */
export const beginsId = (text: string, start: number, end: number): 0 | 1 | 2 => {
  if (text.charCodeAt(end) !== 45 || /\p{Lu}/u.test(text.slice(start, end)) || (start > 0 && /[\p{L}\p{N}._-]/u.test(text.charAt(start - 1)) && text.charCodeAt(start - 1) < 0x2e80)) return 0;
  const behind = text.slice(end, end + 24);
  if (!idBehind.test(behind)) return 0;
  return surelyBehind.test(behind) || isDigit(text.charCodeAt(end - 1)) ? 2 : 1;
};

const actNoun = /(?<![\p{L}\p{N}])(?:regulation|directive|(?:durchführungs)?verordnung|richtlinie|règlement|reglamento|regolamento|regulamento|(?:uitvoerings)?verordening|richtlijn|directiva|direttiva|diretiva|rozporządzeni(?:e|a|u|em)|dyrektyw(?:a|y|ie|ę|ą))(?:\s(?:\((?:EU|UE)\)|EU|UE))?(?:\s(?:no|nr|n)[.°º]{0,2})?\s$/iu;
/** The Union's journal, in which an act is printed under its number: "OJ L, 2024/1689". */
const journal = /(?<![\p{L}\p{N}])(?:OJ|ABl\.?|JO|DO|GU|PB|Dz\.\s?U\.)\s(?:(?:EU|UE)\s)?L,?\s$/u;

/** Whether a journal's name before `start` says that the number is an act's. */
export const isInJournal = (text: string, start: number): boolean => journal.test(text.slice(Math.max(0, start - 16), start));

/** Where a regulation's number at `start` begins with its noun, "rozporządzenie 2024/1689"; `start` where it has none. */
export const startOfActNumber = (text: string, start: number): number => start - (actNoun.exec(text.slice(Math.max(0, start - 32), start))?.[0].length ?? 0);

const freePrefixes = wordsOf('pre post non anti ex pro the eu us uk l d nicht inter multi neo-open mini-open ki ai ia of and un sub meta-open fine-tuned based powered to by via a');
