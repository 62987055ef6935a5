/**
 * The only script that every frame pays for: it looks whether there is text, and asks the background for the rest.
 * It stays to ask again when the reader turns Ajar on under an open page.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isAlive, listen, send, world } from '../browser/page-side.ts';
import { hasText } from '../page/has-text.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  main(ctx) {
    const ask = (): void => {
      if (world.ajarPage === undefined && isAlive() && hasText(document)) void send('frame.ready', {}).catch(() => undefined);
    };
    listen({ 'page.settings': ({ start }) => start !== null && ask() }, ctx.signal);
    ask();
    if (document.readyState !== 'complete') ctx.addEventListener(window, 'load', ask, { once: true });
  },
});
