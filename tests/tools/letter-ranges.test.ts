import { describe, expect, it } from 'vitest';
import { rangesOf, withRanges } from '../../tools/letter-ranges.ts';

/** What names, and the words around them, are written in. */
const scripts: Record<string, readonly [number, number]> = {
  Latin: [0x41, 0x17f], Greek: [0x370, 0x3ff], Cyrillic: [0x400, 0x45f], Hebrew: [0x591, 0x5f4], Arabic: [0x600, 0x6ff],
  kana: [0x3041, 0x30ff], Chinese: [0x4e00, 0x9fff], Korean: [0xac00, 0xd7a3], 'full width': [0xff01, 0xff9f], punctuation: [0x2000, 0x206f],
};

describe('properties as ranges', () => {
  it.each(Object.entries(scripts))('are the same for %s', (_script, [first, last]) => {
    const units = Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)).filter((unit) => !/\p{Cn}/u.test(unit));
    for (const property of ['L', 'Lu', 'Ll', 'N', 'M'] as const) {
      const exact = new RegExp(`\\p{${property}}`, 'u');
      const ranges = rangesOf(property);
      const differing = units.filter((unit) => exact.test(unit) !== ranges.some(([from, to]) => unit >= String.fromCharCode(from) && unit <= String.fromCharCode(to)));
      expect(differing).toEqual([]);
    }
  });

  it('stand in an expression, in a class, and in a string of which one is made', () => {
    const code = withRanges(String.raw`[/^\p{Lu}\p{L}+$/u, /^[\p{L}\d]+$/u, /^[^\p{L}[(]$/u, /\[\p{N}\]/u, new RegExp('^[\\p{L}-]\\p{N}$', 'u')]`);
    expect(code).not.toContain('p{');
    const [name, mixed, none, bracketed, made] = new Function(`return ${code}`)() as [RegExp, RegExp, RegExp, RegExp, RegExp];
    expect(['Łódź', 'Åse', 'élan', '李'].map((word) => name.test(word))).toEqual([true, true, false, false]);
    expect(['a1', '李4', 'a-'].map((word) => mixed.test(word))).toEqual([true, true, false]);
    expect(['-', 'ж', '['].map((word) => none.test(word))).toEqual([true, false, false]);
    expect(bracketed.test('see [7]')).toBe(true);
    expect(['é5', '-5', '55'].map((word) => made.test(word))).toEqual([true, true, false]);
  });

  it('leave other code as it is', () => {
    expect(withRanges(String.raw`const path = "C:\\path{L}"; x = /\p{Pd}/u`)).toBe(String.raw`const path = "C:\\path{L}"; x = /\p{Pd}/u`);
  });
});
