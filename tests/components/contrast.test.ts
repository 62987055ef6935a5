/** Every colour that tells something in words can be read on paper and on wash, in light and in dark (WCAG 2.2, 1.4.3: 4.5 to 1). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, '../../components/tokens.css'), 'utf8');
const roles = new Map([...tokens.matchAll(/--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const colour = (role: string): string => roles.get(role)![scheme];

  it.each(['ink', 'soft', 'link', 'open', 'ajar', 'chained', 'shut', 'unknown', 'law'])('%s is legible', (role) => {
    for (const ground of ['paper', 'wash']) expect(contrast(colour(role), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the edge of a control (1.4.11: 3 to 1)', () => {
    expect(contrast(colour('edge'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });
});
