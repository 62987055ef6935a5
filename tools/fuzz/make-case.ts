/**
 * Random cases for `npm run fuzz`: a tree, and batches of changes to it, as plain data that one number decides. Changes name
 * nodes by numbers that are taken modulo the nodes there are, so that a case stays valid when parts of it are left out.
 */

/** A node to be made: an element, a text, or a comment. */
export type Spec =
  | { readonly tag: string; readonly attributes?: Readonly<Record<string, string>>; readonly shadow?: readonly Spec[]; readonly kids: readonly Spec[] }
  | { readonly text: string }
  | { readonly comment: string };

export type Change =
  | { readonly do: 'set-data' | 'append-data' | 'set-content'; readonly at: number; readonly text: string }
  | { readonly do: 'insert-data'; readonly at: number; readonly offset: number; readonly text: string }
  | { readonly do: 'delete-data'; readonly at: number; readonly offset: number; readonly count: number }
  | { readonly do: 'split'; readonly at: number; readonly offset: number }
  | { readonly do: 'normalize' | 'remove' | 'unwrap' }
  & { readonly at: number }
  | { readonly do: 'move'; readonly at: number; readonly to: number; readonly place: number }
  | { readonly do: 'insert'; readonly to: number; readonly place: number; readonly spec: Spec }
  | { readonly do: 'replace-all'; readonly at: number; readonly specs: readonly Spec[] }
  | { readonly do: 'wrap'; readonly at: number; readonly tag: string }
  | { readonly do: 'toggle'; readonly at: number; readonly attribute: string };

/** Changes of one turn of the page's script, and what is awaited after it. */
export interface Batch {
  readonly changes: readonly Change[];
  readonly then: 'nothing' | 'frame' | 'settle';
}

export interface Case {
  readonly tree: readonly Spec[];
  readonly batches: readonly Batch[];
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const names = [
  'GPT-4o', 'DeepSeek-R1', 'Llama 3.1', 'Mistral 7B', 'EU AI Act', 'ChatGPT', 'Hugging Face', 'Llama', 'Gemini', 'Claude', 'Mistral', 'Falcon',
  'Llama-3.1-8B-Instruct', 'Article 53', 'Annex XI', 'Apache 2.0', 'Qwen2.5', 'Claude 3.5 Sonnet', 'open weights', 'GDPR',
];
const fillers = [
  'the model', 'was released', 'says', 'and', 'an open-source model such as', 'in May', 'language models', '. ', ', ', 'of', '日本語の', '我们使用', '，', 'supernova', '3.1',
  '12', '\n', '(', ')', 'https://example.org/gpt-4o', 'trained on text', 'stars in the sky', 'is not open source', 'unlike', '?', '“', '”', '-',
];
const inlines = ['b', 'i', 'span', 'a', 'em', 'code', 'font', 'sup', 'button', 'x-word', 'q', 'mark'];
const blocks = ['p', 'div', 'li', 'section', 'h2', 'td', 'blockquote', 'details', 'pre', 'figure', 'x-box', 'dd'];
const voids = ['br', 'wbr', 'img', 'hr'];

/** The case of a seed. */
export const makeCase = (seed: number): Case => {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (share: number): boolean => random() < share;

  const phrase = (): string => {
    const parts = Array.from({ length: 1 + below(6) }, () => (chance(0.4) ? pick(names) : pick(fillers)));
    let text = parts.join(chance(0.9) ? ' ' : '');
    if (chance(0.08)) text = text.replace(' ', pick(['\u00a0', '\u2009', '  ', '\n']));
    if (chance(0.06)) text = text.replace('-', pick(['\u2011', '\u2013', '\u00ad-']));
    if (chance(0.05)) text = `${text.slice(0, 4)}${pick(['\u00ad', '\u200b', '\ufeff'])}${text.slice(4)}`;
    return text;
  };
  /** A phrase over several nodes, cut anywhere, also inside a name. */
  const inlineContent = (depth: number): Spec[] => {
    const kids: Spec[] = [];
    for (let rest = phrase(); rest !== '';) {
      const cut = chance(0.5) ? rest.length : 1 + below(rest.length);
      const text: Spec = { text: rest.slice(0, cut) };
      rest = rest.slice(cut);
      if (depth > 0 && chance(0.35)) kids.push({ tag: pick(inlines), ...some(), kids: chance(0.2) ? inlineContent(depth - 1) : [text] });
      else kids.push(text);
      if (chance(0.08)) kids.push(chance(0.3) ? { comment: 'GPT-4o' } : { tag: pick(voids), kids: [] });
    }
    return kids;
  };
  const some = (): { attributes?: Record<string, string> } => {
    if (chance(0.92)) return {};
    return { attributes: pick([{ hidden: '' }, { contenteditable: 'true' }, { contenteditable: 'false' }, { class: 'pill' }, { role: 'textbox' }, { dir: 'rtl' }, { open: '' }, { style: 'display:inline-block' }]) };
  };
  const block = (depth: number): Spec => {
    const tag = pick(blocks);
    if (depth > 0 && chance(0.06)) {
      return { tag: 'table', kids: [{ tag: 'tbody', kids: Array.from({ length: 1 + below(3) }, () => ({ tag: 'tr', kids: Array.from({ length: 1 + below(3) }, () => ({ tag: 'td', kids: inlineContent(1) })) })) }] };
    }
    const canHost = tag === 'div' || tag === 'p' || tag === 'section' || tag === 'x-box';
    const shadow = canHost && chance(0.08) ? { shadow: [...inlineContent(1), ...(chance(0.5) ? [{ tag: 'slot', kids: inlineContent(0) }] : []), ...(depth > 0 && chance(0.4) ? [block(depth - 1)] : [])] } : {};
    const kids: Spec[] = [];
    for (let count = 1 + below(3); count > 0; count -= 1) {
      if (depth > 0 && chance(0.4)) kids.push(block(depth - 1));
      else kids.push(...inlineContent(2));
    }
    return { tag, ...some(), ...shadow, kids };
  };

  const change = (): Change => {
    const at = below(1_000);
    const offset = below(60);
    switch (below(15)) {
      case 0: return { do: 'set-data', at, text: phrase() };
      case 1: return { do: 'append-data', at, text: chance(0.5) ? phrase().slice(0, 3) : phrase() };
      case 2: return { do: 'insert-data', at, offset, text: phrase().slice(0, 1 + below(8)) };
      case 3: return { do: 'delete-data', at, offset, count: 1 + below(6) };
      case 4: return { do: 'split', at, offset };
      case 5: return { do: 'normalize', at };
      case 6: return { do: 'remove', at };
      case 7: return { do: 'unwrap', at };
      case 8: return { do: 'move', at, to: below(1_000), place: below(8) };
      case 9: return { do: 'insert', to: at, place: below(8), spec: chance(0.5) ? block(1) : pick(inlineContent(1)) };
      case 10: return { do: 'replace-all', at, specs: chance(0.5) ? inlineContent(1) : [block(1)] };
      case 11: return { do: 'wrap', at, tag: chance(0.6) ? pick(inlines) : pick(blocks) };
      case 12: return { do: 'toggle', at, attribute: pick(['hidden', 'contenteditable', 'open']) };
      case 13: return { do: 'set-content', at, text: phrase() };
      default: return { do: 'insert', to: at, place: below(8), spec: { text: phrase().slice(0, 1 + below(12)) } };
    }
  };

  return {
    tree: Array.from({ length: 1 + below(7) }, () => block(2)),
    batches: Array.from({ length: 1 + below(5) }, () => ({
      changes: Array.from({ length: 1 + below(chance(0.15) ? 20 : 4) }, change), then: pick(['nothing', 'frame', 'settle', 'settle'] as const),
    })),
  };
};

/** Cases with one part less, larger parts first: of a case that fails, the smallest that still does is looked for among them. */
export function* smaller({ tree, batches }: Case): Generator<Case> {
  for (let i = batches.length - 1; i >= 0; i -= 1) yield { tree, batches: batches.toSpliced(i, 1) };
  for (const [i, batch] of batches.entries()) {
    if (batch.changes.length < 2) continue;
    for (let n = batch.changes.length - 1; n >= 0; n -= 1) yield { tree, batches: batches.with(i, { ...batch, changes: batch.changes.toSpliced(n, 1) }) };
  }
  for (const next of fewer(tree)) yield { tree: next, batches };
}

function* fewer(specs: readonly Spec[]): Generator<readonly Spec[]> {
  for (let i = specs.length - 1; i >= 0; i -= 1) yield specs.toSpliced(i, 1);
  for (const [i, spec] of specs.entries()) {
    if (!('kids' in spec)) continue;
    const { shadow, attributes, ...bare } = spec;
    if (attributes !== undefined) yield specs.with(i, { ...bare, ...(shadow === undefined ? {} : { shadow }) });
    if (shadow !== undefined) {
      yield specs.with(i, { ...bare, ...(attributes === undefined ? {} : { attributes }) });
      for (const next of fewer(shadow)) yield specs.with(i, { ...spec, shadow: next });
    }
    yield specs.toSpliced(i, 1, ...spec.kids);
    for (const next of fewer(spec.kids)) yield specs.with(i, { ...spec, kids: next });
  }
}
