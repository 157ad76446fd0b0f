import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

type Packages = Readonly<Record<string, string>>;
interface Manifest {
  readonly dependencies: Packages;
  readonly devDependencies: Packages;
}

function read(path: string): Manifest & { readonly packages: Readonly<Record<string, { readonly version: string }>> } {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as ReturnType<typeof read>;
}

describe('examples/react/package.json', () => {
  it('names the versions that the tests of the page run with', () => {
    const { dependencies, devDependencies } = read('examples/react/package.json');
    const named = { ...dependencies, ...devDependencies };
    const { packages } = read('package-lock.json');
    const installed = Object.keys(named).map((name) => [name, packages[`node_modules/${name}`]?.version]);
    expect(named).toEqual(Object.fromEntries(installed));
  });
});
