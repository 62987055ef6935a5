/** The floor as a script of the page, for the bench. */
import { floor } from './floor.ts';

(globalThis as unknown as { benchRun: () => number }).benchRun = floor;
