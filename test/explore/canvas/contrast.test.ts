import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { lookOf } from '../../../src/explore/canvas/look.js';

const CSS = readFileSync('src/explore/styles/theme.css', 'utf8');
const DATABASES = [
  'gene pubmed pmc books protein nuccore structure snp clinvar omim medgen gtr mesh taxonomy pccompound pcsubstance',
  'pcassay gds geoprofiles bioproject biosample sra assembly cdd dbvar anything',
].flatMap((names) => names.split(' '));

/** WCAG 2.2: 4.5 to 1 for text, 3 to 1 for what has a meaning without being text. */
const TEXT = 4.5;
const GRAPHICS = 3;

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const contrast = (a: string, b: string): number => contrastOf(colours[a] ?? a, colours[b] ?? b);

  it('show every edge and every kind of record on the canvas', () => {
    expect(contrast('edge', 'canvas')).toBeGreaterThanOrEqual(GRAPHICS);
    for (const db of DATABASES) {
      expect(contrast(lookOf(db).colour, 'canvas'), db).toBeGreaterThanOrEqual(GRAPHICS);
    }
  });

  it.each([
    ['ink', 'panel'],
    ['ink', 'hover'],
    ['quiet', 'panel'],
    ['quiet', 'page'],
    ['quiet', 'canvas'],
    ['quiet', 'hover'],
    ['accent', 'panel'],
    ['accent', 'hover'],
    ['accent-ink', 'accent'],
    ['disabled', 'panel'],
    ['disabled', 'page'],
    ['failure', 'failure-back'],
    ['sample', 'sample-back'],
  ])('make text in %s legible on %s', (ink, back) => {
    expect(contrast(ink, back)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(['panel', 'page'])('show the borders of controls on %s', (back) => {
    expect(contrast('control', back)).toBeGreaterThanOrEqual(GRAPHICS);
  });
});

function coloursOf(theme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const block = theme === 'light' ? /:root \{([^}]*)\}/ : /:root\[data-theme='dark'\] \{([^}]*)\}/;
  const text = block.exec(CSS)?.[1] ?? '';
  return Object.fromEntries([...text.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value])); // prettier-ignore
}

function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
