/**
 * What each element is to a reader of the page, by its tag: block or part of a line, left out or not. A computed style for each
 * element would tell it better, and cost more than all the rest of the reading.
 */
import {
  composedParentOf, dataOf, hasAttributesOf, isElement, isInTextFile, isShadowRoot, localNameOf, matchesSelector, namespaceOf, nodeNameOf, parentOf,
} from './dom.ts';
import type { WalkOptions } from './text-runs.ts';

/** What holds inline content of its own: a block, or a shadow root. */
export type Holder = Element | ShadowRoot;

export const inline = 1;
export const block = 2;
export const heading = 3;
/** Left out as if it were not there. */
export const silent = 4;
/** Left out, leaves a gap. */
export const object = 5;
/** Inline content between two gaps. */
export const apart = 6;
export const breakLine = 7;
export const code = 8;
/** A block that is left out. */
export const closed = 9;
export const slot = 10;
export const foreign = 11;
export const text = 12;
export const custom = 13;
export const other = 14;

const roles = new Map<string, number>([['#text', text], ['#cdata-section', text], ['#comment', silent]]);
function assign(role: number, tags: string): void {
  for (const tag of tags.split(' ')) {
    roles.set(tag, role);
    roles.set(tag.toUpperCase(), role);
  }
}
assign(inline, 'a abbr acronym b bdi bdo big cite data del dfn em font i ins label map mark nobr output q rb ruby s small span strike strong time tt u var');
assign(block, 'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form hgroup header html legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul frameset');
assign(heading, 'h1 h2 h3 h4 h5 h6');
assign(silent, 'script style template noscript rt rp rtc head link meta title base param source track area wbr datalist noembed noframes');
assign(object, 'img svg math input select textarea canvas video audio iframe frame object embed meter progress picture option optgroup applet');
// A note's number after a name would read as its version: "Llama" with note 2.
assign(apart, 'sup sub button');
assign(breakLine, 'br hr');
assign(code, 'code kbd samp');
assign(closed, 'pre xmp listing plaintext');
assign(slot, 'slot');

/** HTML elements, besides custom ones, that can carry a shadow root. */
export const shadowTags: ReadonlySet<string> = new Set('ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'
  .split(' ').flatMap((tag) => [tag, tag.toLowerCase()]));

/** Editors: what is typed there is the reader's own, and an editor may watch its own tree closely. */
const editorSelector = '[contenteditable]:not([contenteditable="false" i]),[role="textbox" i],.CodeMirror,.cm-editor,.ProseMirror,.monaco-editor,.ace_editor,.ql-editor,.kix-appview-editor';

/** Most elements of most pages have no attribute, and asking that first spares them the selector. */
export function isEditor(element: Element): boolean {
  return hasAttributesOf(element) && matchesSelector(element, editorSelector);
}

export function roleOf(node: Node, name = nodeNameOf(node)): number {
  const known = roles.get(name);
  if (known !== undefined) return known;
  if (!isElement(node)) return silent;
  const namespace = namespaceOf(node);
  if (namespace === 'http://www.w3.org/1999/xhtml') {
    if (name.includes('-')) return custom;
    // An XHTML tag with a prefix.
    return roles.get(localNameOf(node)) ?? inline;
  }
  return namespace === 'http://www.w3.org/2000/svg' || namespace === 'http://www.w3.org/1998/Math/MathML' ? foreign : other;
}

/** Whether an element of SVG or MathML may hold HTML with running text. */
export function holdsProse(element: Element): boolean {
  return /^(?:foreignObject|g|svg|switch|a)$/.test(localNameOf(element));
}

/** Whether an element is a block by its tag. */
export function isBlock(node: Node): boolean {
  const role = roleOf(node);
  return role === block || role === heading || role === closed || role === foreign || role === other;
}

/** Whether a node is part of the line of text around it: not a block, not nothing. */
export function isFlowContent(node: Node): boolean {
  const role = roleOf(node);
  if (role === text) return /\S/.test(dataOf(node as Text));
  return role !== silent && !isBlock(node);
}

/** What holds a node's text: the innermost block or shadow root around it, or itself if it is one. */
export function holderOf(node: Node): Holder | null {
  for (let at = node; ;) {
    if (isShadowRoot(at) || (isElement(at) && isBlock(at))) return at;
    const parent = parentOf(at);
    if (parent === null || !(isElement(parent) || isShadowRoot(parent))) return isElement(at) ? at : null;
    at = parent;
  }
}

/**
 * Whether a node's text is left out because of what is around it: an editor, code, a field, our host. Answers are kept in `known`,
 * so that a thousand rows of one list are asked for once.
 */
export function isLeftOut(node: Node, options: WalkOptions, known: Map<Node, boolean>): boolean {
  const asked: Node[] = [];
  let answer = false;
  for (let at: Node | null = node; at !== null && !answer; at = composedParentOf(at)) {
    const before = known.get(at);
    if (before !== undefined) {
      answer = before;
      break;
    }
    asked.push(at);
    if (!isElement(at)) continue;
    const role = roleOf(at);
    answer = role === silent || (role === closed && !isInTextFile(at)) || (role === code && !options.inlineCode)
      // The root of an SVG document is no picture in a text.
      || (role === object && composedParentOf(composedParentOf(at) ?? at) !== null) || (role === foreign && !holdsProse(at))
      // What is assigned to a slot is read where it stands; what stands in the slot is then not shown.
      || (role === slot && (at as HTMLSlotElement).assignedNodes().length > 0)
      || options.isOwn(at) || isEditor(at);
  }
  for (const one of asked) known.set(one, answer);
  return answer;
}
