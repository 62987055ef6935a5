/** What finds claims on openness, put into a frame when a card, a report or the marks ask for those of its page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../browser/page-side.ts';
import { findClaims } from '../mentions/claims.ts';

export default defineUnlistedScript(() => {
  world.ajarClaims = findClaims;
});
