/** What answers the pointer and commands with cards, put into a frame with its first mention. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { getMessage, send, world } from '../browser/page-side.ts';
import { describeCard } from '../components/describe.ts';
import { today } from '../openness/law-on-day.ts';
import { startCards } from '../page/start-cards.ts';
import type { CardCallbacks } from '../page/types.ts';

const callbacks: CardCallbacks = {
  async showCard(request, root, close) {
    const [card] = await Promise.all([
      send('card.get', { id: request.mention.id }).catch(() => 'failed' as const),
      world.ajarCard ?? send('frame.load', { part: 'card' }),
    ]);
    return world.ajarCard!.show(root, { card, request, theme: world.ajarPage?.theme ?? 'auto', close });
  },
  async describe({ mention }) {
    const card = await send('card.get', { id: mention.id });
    return card === null ? mention.name : describeCard(getMessage, card, today());
  },
  warmUp: () => void (world.ajarCard ?? send('frame.load', { part: 'card' }).catch(() => undefined)),
};

export default defineUnlistedScript(() => {
  world.ajarCards = (options) => startCards(options, callbacks);
});
