/** What answers the pointer and commands with cards, put into a frame with its first mention. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../browser/page-side.ts';
import { startCards } from '../page/start-cards.ts';

export default defineUnlistedScript(() => {
  world.ajarCards = startCards;
});
