/**
 * The only script that every frame pays for. A page's own frame asks the background for the rest at once; a frame within
 * asks when it has text. It stays to ask again when the reader turns Ajar on under an open page.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isAlive, listen, send, world } from '../browser/page-side.ts';
import { whenText } from '../page/has-text.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  main(ctx) {
    const ask = (): void => {
      if (world.ajarPage === undefined && isAlive()) void send('frame.ready', {}).catch(() => undefined);
    };
    const askWhenWorthIt = (): void => (window === window.top ? ask() : whenText(document, ctx.signal, ask));
    listen({ 'page.settings': ({ start }) => start !== null && askWhenWorthIt() }, ctx.signal);
    askWhenWorthIt();
  },
});
