/** A minute of the fuzzer, half of it in each browser; `npm run fuzz` goes on for longer and from other seeds. */
import { describe, expect, it } from 'vitest';
import { engines } from '../../tools/drive.ts';
import { fuzz } from '../../tools/fuzz.ts';

describe.each(engines)('random pages in %s', (engine) => {
  it('are marked after each change as if they were opened anew', async () => {
    const { cases, failure } = await fuzz({ engine, seed: 1, seconds: 30 });
    expect(failure).toBeNull();
    expect(cases).toBeGreaterThan(5);
  }, 180_000);
});
