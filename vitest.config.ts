import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { letterRanges } from './tools/letter-ranges.ts';

/** `unit` runs in Node; `browser` drives a browser over page/ alone; `e2e` drives the built extension, and tries again
 * once, since a driver may lose a move of the mouse on a busy machine. */
export default defineConfig({
  plugins: [preact(), letterRanges()],
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', setupFiles: ['tests/fake-browser.ts'], include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['tests/**/*.browser.test.ts'], fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], fileParallelism: false, retry: 1, testTimeout: 30_000, hookTimeout: 60_000 },
      },
    ],
  },
});
