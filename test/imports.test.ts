import { readdirSync, readFileSync } from 'node:fs';

import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url);

/** The modules of `src/`, and the modules that each imports, types included. */
const imports = new Map(
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const url = new URL(file, SOURCE);
      const { importedFiles } = preProcessFile(readFileSync(url, 'utf8'));
      const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
      return [url.href.replace(/\.tsx?$/, '.js'), own.map((name) => new URL(name, url).href)] as const;
    }),
);

/** The shortest way from one module over its imports to another. */
function wayFrom(start: string, goal: string): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [module, way] of ways) {
    for (const next of imports.get(module) ?? []) {
      if (next === goal) {
        return [...way, goal];
      }
      if (!ways.has(next)) {
        ways.set(next, [...way, next]);
      }
    }
  }
  return undefined;
}

describe('the modules of src/', () => {
  it('import each other in no circle, not even for types', () => {
    expect(imports.size).toBeGreaterThan(100);
    const circles = [...imports.keys()].flatMap((module) => {
      const way = wayFrom(module, module);
      return way === undefined ? [] : [way.map((each) => each.replace(SOURCE.href, '')).join(' -> ')];
    });
    expect(circles).toEqual([]);
  });
});
