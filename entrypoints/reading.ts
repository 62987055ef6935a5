/** The reading of text that may name something, put into a frame when its page has such text. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import senses from '../.compiled/senses.txt?raw';
import { world } from '../browser/page-side.ts';
import { makeReading } from '../mentions/reading.ts';

export default defineUnlistedScript(() => {
  world.ajarReading = makeReading(senses);
});
