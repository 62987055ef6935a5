/**
 * Whether a frame holds text that is worth reading: for the small script that frames start with, which asks for the rest only
 * then. It looks at a bounded number of text nodes; advertisements, players and buttons have little running text.
 */

/** Characters in text nodes of at least a word; below it a frame is a picture, a player or a button. */
const leastCharacters = 24;
const leastInNode = 3;
/** Bounds the look at a frame of any size to about a millisecond. */
const mostNodes = 3_000;

const unread = /^(?:script|style|noscript|template|textarea|select|option|svg|pre|code)$/i;

/** Whether the document has readable text now; a frame without may get some later. */
export function hasText(document: Document): boolean {
  const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT);
  let characters = 0;
  for (let i = 0; i < mostNodes; i += 1) {
    const node = walker.nextNode();
    if (node === null) return false;
    const data = (node as Text).data.trim();
    if (data.length < leastInNode || unread.test(node.parentNode?.nodeName ?? '')) continue;
    characters += data.length;
    if (characters >= leastCharacters) return true;
  }
  return true;
}

/** A frame that fills itself is looked at this often while it changes. */
const lookEveryMs = 500;

/** Calls back once, as soon as the document has readable text; never where it gets none. */
export function whenText(document: Document, signal: AbortSignal, found: () => void): void {
  if (signal.aborted) return;
  if (hasText(document)) {
    found();
    return;
  }
  let timer = 0;
  const observer = new MutationObserver(() => {
    if (timer !== 0) return;
    timer = window.setTimeout(() => {
      timer = 0;
      if (signal.aborted || !hasText(document)) return;
      observer.disconnect();
      found();
    }, lookEveryMs);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  }, { once: true });
}
