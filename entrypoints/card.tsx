/** The card's view in a page's frame. Loaded by the background when the pointer first comes near a mark. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { getMessage, send, uiLanguage, world } from '../browser/page-side.ts';
import { makeCardView } from './shared/card-view.tsx';

export default defineUnlistedScript(() => {
  world.ajarCard = makeCardView({
    loadCard: (id) => send('card.get', { id }),
    showInGlossary: (id) => void send('glossary.show', { id }).catch(() => undefined),
    pauseSite: () => void send('site.off', {}).catch(() => undefined),
    getMessage,
    language: uiLanguage(),
  });
});
