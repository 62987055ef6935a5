/** A small dataset for tests of the matcher: what it needs of a record, and nothing else. */
import type { AnyRecord, Name } from '../../data/schema/record.ts';
import type { Kind } from '../../data/schema/lists.ts';
import { annotateText } from '../../mentions/annotate-text.ts';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import type { PageContext } from '../../mentions/types.ts';

/** "Name" is safe alone, "Name?" needs context, "Name!" is only that spelling, "de:Name" belongs to a language. */
export const names = (list: string): Name[] => list.split('; ').filter(Boolean).map((item) => {
  const [, lang, text, flags] = /^(?:([a-z]{2}):)?(.*?)([?!]*)$/u.exec(item)!;
  return {
    text: text!, safety: flags!.includes('?') ? 'context' : 'alone',
    ...(lang !== undefined && { lang }), ...(flags!.includes('!') && { exact: true }),
  };
});

const idOf = (name: string): string => name.toLowerCase().replace(/\+/g, '-plus').replace(/[^a-z0-9.]+/g, '-').replace(/^-|-$/g, '');

export const thing = (kind: Kind, id: string, name: string, forms: string, more: object = {}): AnyRecord =>
  ({ id, name, kind, names: names(forms), sources: {}, ...more }) as unknown as AnyRecord;

/** A family and its releases: "Llama 3; Llama 3.1". */
export const family = (id: string, name: string, maker: string, forms: string, releases: string): AnyRecord[] => {
  const made = { maker: { value: { name: maker, id: idOf(maker) } } };
  const list = releases.split('; ').filter(Boolean).map((release) =>
    ({ id: idOf(release), name: release, kind: 'model', family: id, names: names(release), sources: {}, components: {}, ...made }) as unknown as AnyRecord);
  return [{ id, name, kind: 'model', names: names(forms), sources: {}, releaseIds: list.map((release) => release.id), ...made } as unknown as AnyRecord, ...list];
};

export const records: readonly AnyRecord[] = [
  ...family('llama', 'Llama', 'Meta', 'Llama?; Meta Llama', 'Llama 2; Llama 3; Llama 3.1'),
  ...family('code-llama', 'Code Llama', 'Meta', 'Code Llama', ''),
  ...family('gpt', 'GPT', 'OpenAI', 'GPT?!', 'GPT-3.5; GPT-4; GPT-4 Turbo; GPT-4o; GPT-4o mini'),
  ...family('gpt-neox', 'GPT-NeoX', 'EleutherAI', 'GPT-NeoX', ''),
  ...family('claude', 'Claude', 'Anthropic', 'Claude?; 클로드?', 'Claude 3 Opus; Claude 3.5 Sonnet; Claude Sonnet 4.5'),
  ...family('gemini', 'Gemini', 'Google', 'Gemini?; ja:ジェミニ?; ko:제미나이', 'Gemini 1.5 Pro; Gemini 1.5 Flash'),
  ...family('mistral', 'Mistral', 'Mistral AI', 'Mistral?', 'Mistral 7B; Mistral Large'),
  ...family('mixtral', 'Mixtral', 'Mistral AI', 'Mixtral', 'Mixtral 8x7B'),
  ...family('deepseek', 'DeepSeek', 'DeepSeek AI', 'DeepSeek?', 'DeepSeek-R1; DeepSeek-V3'),
  ...family('qwen', 'Qwen', 'Alibaba', 'Qwen; zh:通义千问', 'Qwen2.5; Qwen2.5-Coder; Qwen3'),
  ...family('stable-diffusion', 'Stable Diffusion', 'Stability AI', 'Stable Diffusion', ''),
  ...family('falcon', 'Falcon', 'TII', 'Falcon?', 'Falcon 7B'),
  ...family('flux', 'FLUX', 'Black Forest Labs', 'FLUX?', 'FLUX.1'),
  ...family('t5', 'T5', 'Google', 'T5?!', ''),
  ...family('bloom', 'BLOOM', 'BigScience', 'BLOOM?', ''),
  ...family('command', 'Command', 'Cohere', 'Command?', 'Command R; Command R+'),
  thing('product', 'chatgpt', 'ChatGPT', 'ChatGPT; ko:챗GPT'),
  thing('company', 'openai', 'OpenAI', 'OpenAI'),
  thing('company', 'meta', 'Meta', 'Meta?'),
  thing('company', 'google', 'Google', 'Google'),
  thing('company', 'anthropic', 'Anthropic', 'Anthropic'),
  thing('company', 'mistral-ai', 'Mistral AI', 'Mistral AI; Mistral?'),
  thing('company', 'hugging-face', 'Hugging Face', 'Hugging Face'),
  thing('framework', 'tensorflow', 'TensorFlow', 'TensorFlow'),
  thing('licence', 'mit', 'MIT License', 'MIT License; MIT?!; de:MIT-Lizenz', { spdx: 'MIT' }),
  thing('licence', 'openrail-plusplus-m', 'OpenRAIL++-M', 'OpenRAIL++-M', { spdx: null }),
  thing('regulation', 'eu-ai-act', 'EU AI Act', 'EU AI Act; AI Act?; de:KI-Verordnung; de:EU-KI-Gesetz; fr:règlement sur l\'IA?; zh:欧盟人工智能法案; zh:欧盟《人工智能法案》; Regulation (EU) 2024/1689', { jurisdiction: 'EU' }),
  thing('provision', 'eu-ai-act/art-53', 'EU AI Act, Article 53', '', { regulation: 'eu-ai-act', type: 'article', number: '53' }),
  thing('provision', 'eu-ai-act/def-63', 'EU AI Act, Article 3(63)', '', { regulation: 'eu-ai-act', type: 'definition', number: '3' }),
  thing('concept', 'open-weights', 'open weights', 'open weights'),
];

export const lexicon: Lexicon = openLexicon(buildLexicon(records));

/** What a text names: "span = id", with "!" before a version that no record has. */
export const read = (text: string, context: PageContext = {}, from: Lexicon = lexicon): string[] =>
  annotateText(from, text, context).mentions.map(({ start, end, id, unknownVersion }) => `${text.slice(start, end)} = ${id}${unknownVersion === undefined ? '' : ` !${unknownVersion}`}`);
