/**
 * Says something to a screen reader: a status region, in the page only while it speaks. Used where a command went to a mention;
 * marks themselves are silent.
 */
import { documentElementOf } from './dom.ts';

/** A region must stand in the page before its text comes, or it is not read; and stay until it is. */
const beforeMs = 60;
const afterMs = 3_000;

const hidden = 'all:initial;position:fixed;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;pointer-events:none';

/** Says `words` once. Leaves nothing in the page; an aborted signal takes the region out at once. */
export function announce(window: Window, document: Document, words: string, ownHosts: WeakSet<Node>, signal: AbortSignal): void {
  if (signal.aborted) return;
  const host = Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  host.style.cssText = hidden;
  const region = Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', 'div');
  region.setAttribute('role', 'status');
  host.attachShadow({ mode: 'closed' }).append(region);
  ownHosts.add(host);
  const parent = documentElementOf(document);
  if (parent === null) return;
  Element.prototype.append.call(parent, host);
  const say = window.setTimeout(() => { region.textContent = words; }, beforeMs);
  const done = (): void => {
    window.clearTimeout(say);
    window.clearTimeout(end);
    signal.removeEventListener('abort', done);
    host.remove();
  };
  const end = window.setTimeout(done, afterMs);
  signal.addEventListener('abort', done, { once: true });
}
