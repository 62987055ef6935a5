/**
 * The element that carries a card: a manual popover in the top layer with a shadow root of its own, in the page only while a card
 * is open. It keeps the page's styles out and the card's keys in; what is inside is the callback's.
 *
 * Its parent matters: in front of a modal dialog or a fullscreen element only what stands inside of them can be clicked, although
 * all of the top layer is painted. An SVG document shows HTML only inside `foreignObject` (Firefox).
 */
import { composedParentOf, documentElementOf, fullscreenElementOf, holdsNode, isElement, matchesSelector, namespaceOf } from './dom.ts';

const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

/**
 * Inner `!important` wins over any rule of the page, also over inline ones; `all` does not reach custom properties, by which
 * `placeCard` says where the card stands and how much room it has.
 */
const hostStyle = `:host {
  all: initial !important; position: fixed !important; inset: var(--ajar-y, 0) var(--ajar-right, auto) var(--ajar-bottom, auto) var(--ajar-x, 0) !important; display: block !important; box-sizing: border-box !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; overflow: visible !important;
  width: max-content !important; height: auto !important; max-width: 100vw !important; max-height: 100vh !important;
  opacity: 1 !important; visibility: visible !important; transform: none !important; filter: none !important; clip-path: none !important;
  content-visibility: visible !important; pointer-events: auto !important; user-select: text !important; color-scheme: light dark !important;
}
:host([data-theme="light"]) { color-scheme: light !important; }
:host([data-theme="dark"]) { color-scheme: dark !important; }
:host([data-waiting]) { visibility: hidden !important; }
:host([data-sheet]) { inset: auto 0 0 !important; width: 100% !important; max-width: none !important; }`;

/** Events that a card's keys and buttons make; a page's shortcuts must not hear them. */
const ownEvents = [
  'keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup',
  'pointerdown', 'pointerup', 'touchstart', 'touchend', 'wheel', 'copy', 'cut', 'paste', 'focusin', 'focusout', 'submit',
] as const;

export interface PopoverHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Shows it; until then it is laid out, so that it can be placed, and not seen. */
  reveal(): void;
  /** Takes everything out of the page. */
  remove(): void;
}

/** The element inside of which a card can be used that belongs to `near`. */
export function parentForCard(document: Document, near: Node): Element | null {
  for (let at: Node | null = near; at !== null; at = composedParentOf(at)) {
    if (isElement(at) && matchesSelector(at, 'dialog:modal, :fullscreen')) return at;
  }
  const full = fullscreenElementOf(document);
  if (full !== null && holdsNode(full, near)) return full;
  return documentElementOf(document);
}

/**
 * Puts an empty host into the page, in front of everything, for a card about `near`. Keys inside it are heard by `onKey` and by
 * nobody else outside.
 */
export function showHost(
  document: Document, near: Node, ownHosts: WeakSet<Node>, options: { readonly isOpenRoot: boolean; readonly isSheet: boolean; readonly onKey: (event: KeyboardEvent) => void },
): PopoverHost | null {
  const parent = parentForCard(document, near);
  if (parent === null) return null;
  const create = Document.prototype.createElementNS;
  const element = create.call(document, html, 'div') as HTMLElement;
  element.setAttribute('popover', 'manual');
  if (options.isSheet) element.setAttribute('data-sheet', '');
  element.setAttribute('data-waiting', '');
  ownHosts.add(element);
  const root = element.attachShadow({ mode: options.isOpenRoot ? 'open' : 'closed', delegatesFocus: false });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(hostStyle);
  root.adoptedStyleSheets.push(sheet);
  for (const type of ownEvents) {
    element.addEventListener(type, (event) => {
      event.stopPropagation();
      if (event instanceof KeyboardEvent && type === 'keydown') options.onKey(event);
    });
  }
  let outer: Element = element;
  if (namespaceOf(parent) === svg) {
    outer = create.call(document, svg, 'foreignObject');
    for (const size of ['width', 'height']) outer.setAttribute(size, '1');
    outer.append(element);
    ownHosts.add(outer);
  }
  Element.prototype.append.call(parent, outer);
  try {
    element.showPopover();
  } catch {
    // An XML document without popovers: it is fixed, if not in the top layer.
  }
  return { element, root, reveal: () => { element.removeAttribute('data-waiting'); }, remove: () => { outer.remove(); } };
}
