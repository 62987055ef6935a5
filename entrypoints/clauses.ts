/** The reading of provisions and claims, put into a frame when its page names a model or cites a provision. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../browser/page-side.ts';
import { clauses } from '../mentions/clauses.ts';

export default defineUnlistedScript(() => {
  world.ajarClauses = clauses;
});
