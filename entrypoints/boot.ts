/**
 * The only script that every frame pays for. A page's own frame asks the background for the rest at once; a frame within
 * asks when it has text. It stays to ask again when the reader turns Ajar on under an open page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive, listen, send, world } from '../browser/page-side.ts';
import { whenText } from '../page/has-text.ts';

export default defineUnlistedScript(() => {
  // It comes again where the browser gives access anew under an open page.
  world.ajarBoot?.abort();
  const { signal } = (world.ajarBoot = new AbortController());
  const ask = (): void => {
    if (world.ajarPage === undefined && isAlive()) void send('frame.ready', {}).catch(() => undefined);
  };
  const askWhenWorthIt = (): void => (window === window.top ? ask() : whenText(document, signal, ask));
  listen({ 'page.settings': ({ start }) => start !== null && askWhenWorthIt() }, signal);
  askWhenWorthIt();
});
