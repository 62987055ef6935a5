/**
 * Puts a text on the clipboard from inside a card. Called by the card's view within the press of a button. The clipboard's own
 * interface is missing on pages without https, and a page's policy may forbid it; there the text is selected in a field of the
 * card's own root and copied as by hand.
 */

/** @throws where the browser will not copy at all. */
export async function copyText(root: ShadowRoot, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyAsByHand(root, text);
  }
}

function copyAsByHand(root: ShadowRoot, text: string): void {
  const focused = root.activeElement;
  const field = Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', 'textarea') as HTMLTextAreaElement;
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;inline-size:1px;block-size:1px;opacity:0';
  root.append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    if (!Document.prototype.execCommand.call(document, 'copy')) throw new Error('the browser did not copy');
  } finally {
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    field.remove();
  }
}
