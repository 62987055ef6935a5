/** A back-up that is put back: whole or not at all, and always with a word on why. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restoreBackUp } from '../../browser/own-glossary.ts';
import { changeSettings, defaultSettings, readSettings } from '../../browser/settings.ts';

beforeEach(() => fakeBrowser.reset());

const fileOf = (content: unknown): File => new File([typeof content === 'string' ? content : JSON.stringify(content)], 'back-up.json');
const own = { ajar: 'own-glossary', records: [] };

describe('restoreBackUp', () => {
  it.each([
    ['no JSON', '{ "ajar": ', 'not-json'],
    ['another JSON', [1], 'invalid'],
    ['nothing', 'null', 'invalid'],
    ['damaged settings', { ajar: 'back-up', settings: { ...defaultSettings, delayMs: 'fast' }, own }, 'invalid'],
    ['no glossary', { ajar: 'back-up', settings: defaultSettings }, 'invalid'],
    ['a damaged glossary', { ajar: 'back-up', settings: defaultSettings, own: { ...own, records: [{ kind: 'tool' }] } }, 'invalid'],
    ['over two megabytes', `"${'x'.repeat(2_000_001)}"`, 'too-big'],
  ])('changes nothing where the file holds %s', async (_, content, reason) => {
    await changeSettings({ delayMs: 700 });
    expect(await restoreBackUp(fileOf(content))).toMatchObject({ ok: false, reason });
    expect((await readSettings()).delayMs).toBe(700);
  });
});
