/**
 * Accessors of the DOM, taken from the prototypes once. Everything in page/ that reads nodes of a foreign page goes through
 * them, for two reasons: a page can shadow a property of a form or of the document by naming an element after it
 * (`<input name="firstChild">`, `<img name="createElement">`), and a call of one getter stays monomorphic in the engine
 * where `node.firstChild` over fifty element classes does not.
 */

function getterOf(prototype: object, name: string): () => unknown {
  return Object.getOwnPropertyDescriptor(prototype, name)!.get!;
}

const firstChildGet = getterOf(Node.prototype, 'firstChild');
const nextSiblingGet = getterOf(Node.prototype, 'nextSibling');
const previousSiblingGet = getterOf(Node.prototype, 'previousSibling');
const parentGet = getterOf(Node.prototype, 'parentNode');
const nodeNameGet = getterOf(Node.prototype, 'nodeName');
const nodeTypeGet = getterOf(Node.prototype, 'nodeType');
const isConnectedGet = getterOf(Node.prototype, 'isConnected');
const dataGet = getterOf(CharacterData.prototype, 'data');
const shadowRootGet = getterOf(Element.prototype, 'shadowRoot');
const namespaceGet = getterOf(Element.prototype, 'namespaceURI');
const localNameGet = getterOf(Element.prototype, 'localName');
const classNameGet = getterOf(Element.prototype, 'className');
const documentElementGet = getterOf(Document.prototype, 'documentElement');
const ownerDocumentGet = getterOf(Node.prototype, 'ownerDocument');
const contentTypeGet = getterOf(Document.prototype, 'contentType');
const activeElementGet = getterOf(Document.prototype, 'activeElement');
const hiddenGet = getterOf(Document.prototype, 'hidden');
const titleGet = getterOf(Document.prototype, 'title');
const fullscreenGet = getterOf(Document.prototype, 'fullscreenElement');
const lengthGet = getterOf(CharacterData.prototype, 'length');
const currentNodeGet = getterOf(TreeWalker.prototype, 'currentNode');
const currentNodeSet = Object.getOwnPropertyDescriptor(TreeWalker.prototype, 'currentNode')!.set!;
const { contains, getRootNode } = Node.prototype;
const { nextNode, nextSibling, parentNode } = TreeWalker.prototype;
const { createTreeWalker } = Document.prototype;
const { matches, closest, getAttribute, hasAttribute, hasAttributes, checkVisibility, getBoundingClientRect, scrollIntoView } = Element.prototype;
const { addEventListener } = EventTarget.prototype;
const { focus } = HTMLElement.prototype;

export function firstChildOf(node: Node): ChildNode | null {
  return firstChildGet.call(node) as ChildNode | null;
}
export function nextSiblingOf(node: Node): ChildNode | null {
  return nextSiblingGet.call(node) as ChildNode | null;
}
export function previousSiblingOf(node: Node): ChildNode | null {
  return previousSiblingGet.call(node) as ChildNode | null;
}
export function parentOf(node: Node): ParentNode | null {
  return parentGet.call(node) as ParentNode | null;
}
/** `#text`, or the tag: upper case in HTML documents, as written in others. */
export function nodeNameOf(node: Node): string {
  return nodeNameGet.call(node) as string;
}
export function isElement(node: Node): node is Element {
  return nodeTypeGet.call(node) === 1;
}
/** Text and CDATA sections. */
export function isText(node: Node): node is Text {
  const type = nodeTypeGet.call(node);
  return type === 3 || type === 4;
}
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeTypeGet.call(node) === 11 && 'host' in node;
}
export function isConnected(node: Node): boolean {
  return isConnectedGet.call(node) as boolean;
}
export function dataOf(node: CharacterData): string {
  return dataGet.call(node) as string;
}
/** Length of the data, which costs less than the data. */
export function lengthOf(node: CharacterData): number {
  return lengthGet.call(node) as number;
}
/** Walks over elements and texts below a node. */
export function walkerOver(root: Node): TreeWalker {
  return createTreeWalker.call(documentOf(root), root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
}
export function nextNodeIn(walker: TreeWalker): Node | null {
  return nextNode.call(walker);
}
/** The next node that is not below the walker's. */
export function nextBehindIn(walker: TreeWalker): Node | null {
  for (;;) {
    const next = nextSibling.call(walker);
    if (next !== null || parentNode.call(walker) === null) return next;
  }
}
export function placeOfWalker(walker: TreeWalker): Node {
  return currentNodeGet.call(walker) as Node;
}
export function moveWalker(walker: TreeWalker, node: Node): void {
  currentNodeSet.call(walker, node);
}
/** The element's open shadow root. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  return shadowRootGet.call(element) as ShadowRoot | null;
}
export function namespaceOf(element: Element): string | null {
  return namespaceGet.call(element) as string | null;
}
export function localNameOf(element: Element): string {
  return localNameGet.call(element) as string;
}
/** The `class` attribute; the empty string for SVG elements, whose `className` is an object. */
export function classNameOf(element: Element): string {
  const name = classNameGet.call(element);
  return typeof name === 'string' ? name : '';
}
export function documentElementOf(document: Document): Element | null {
  return documentElementGet.call(document) as Element | null;
}
/** The document that a node, itself no document, belongs to. */
export function documentOf(node: Node): Document {
  return ownerDocumentGet.call(node) as Document;
}
/** Whether a node's document is a text file, which the browser shows as preformatted. */
export function isInTextFile(node: Node): boolean {
  return contentTypeGet.call(documentOf(node)) === 'text/plain';
}
export function isHidden(document: Document): boolean {
  return hiddenGet.call(document) as boolean;
}
/** The element with the focus, in whatever open shadow root it is. */
export function activeElementOf(document: Document): Element | null {
  let active = activeElementGet.call(document) as Element | null;
  while (active !== null) {
    const inner = shadowRootOf(active)?.activeElement;
    if (!inner) break;
    active = inner;
  }
  return active;
}
/** Whether an element has a box, and is not hidden where `visibilityProperty` asks for that. */
export function isRendered(element: Element, options?: CheckVisibilityOptions): boolean {
  return checkVisibility.call(element, options);
}
export function boundsOf(element: Element): DOMRect {
  return getBoundingClientRect.call(element);
}
export function scrollToElement(element: Element, options: ScrollIntoViewOptions): void {
  scrollIntoView.call(element, options);
}
export function giveFocus(element: HTMLElement): void {
  focus.call(element, { preventScroll: true });
}
/** Listens at a document. */
export function listenAt<K extends keyof DocumentEventMap>(
  document: Document, type: K, listener: (event: DocumentEventMap[K]) => void, options: AddEventListenerOptions,
): void {
  addEventListener.call(document, type, listener as EventListener, options);
}
export function titleOf(document: Document): string {
  return titleGet.call(document) as string;
}
export function fullscreenElementOf(document: Document): Element | null {
  return fullscreenGet.call(document) as Element | null;
}
export function holdsNode(outer: Node, inner: Node): boolean {
  return contains.call(outer, inner);
}
export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}
export function matchesSelector(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}
export function closestOf(element: Element, selector: string): Element | null {
  return closest.call(element, selector);
}
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}
export function hasAttributeOf(element: Element, name: string): boolean {
  return hasAttribute.call(element, name);
}
export function hasAttributesOf(element: Element): boolean {
  return hasAttributes.call(element);
}

/** The parent across shadow borders: of a shadow root its host. */
export function composedParentOf(node: Node): Node | null {
  return parentOf(node) ?? (isShadowRoot(node) ? node.host : null);
}
