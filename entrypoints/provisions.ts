/** What finds provisions of laws, put into a frame when its page may cite one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../browser/page-side.ts';
import { findProvisions } from '../mentions/provisions.ts';

export default defineUnlistedScript(() => {
  world.ajarProvisions = findProvisions;
});
