import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';

import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

import { FOLDERS, LAYERS } from './support/import-rules.js';

const ROOT = new URL('../', import.meta.url);
const SOURCE = new URL('src/', ROOT);

type Modules = ReadonlyMap<string, readonly string[]>;

/** The modules of a folder by their addresses, and what each imports as it is written, types included. */
function modulesIn(folder: URL, recursive = true): Modules {
  return new Map(
    readdirSync(folder, { recursive, encoding: 'utf8' })
      .filter((file) => /\.(?:[jt]s|tsx)$/.test(file) && !/(?:^|\/)node_modules\//.test(file))
      .map((file) => {
        const url = new URL(file, folder);
        const { importedFiles } = preProcessFile(readFileSync(url, 'utf8'));
        return [url.href, importedFiles.map(({ fileName }) => fileName)] as const;
      }),
  );
}

/** All modules of the project by their place. */
const places: Readonly<Record<string, Modules>> = {
  'the root': modulesIn(ROOT, false),
  ...Object.fromEntries(
    ['src/', 'test/', 'bench/', 'scripts/', 'examples/'].map((place) => [place, modulesIn(new URL(place, ROOT))]),
  ),
};

const isRelative = (name: string): boolean => name.startsWith('.');

/** The address of the source of what a module imports by a relative path. */
function sourceOf(name: string, importer: string): string {
  const { href } = new URL(name, importer);
  const sources = [href.replace(/\.js$/, '.ts'), href.replace(/\.js$/, '.tsx'), href];
  return sources.find((source) => source === href || existsSync(new URL(source))) ?? href;
}

/** The modules of `src/`, and those that each imports. */
const imports = new Map(
  [...(places['src/'] ?? [])].map(([module, names]) => [
    module,
    names.filter(isRelative).map((name) => sourceOf(name, module)),
  ]),
);

/** A path from a folder, or `undefined` outside of it. */
function pathIn(folder: string, module: string): string | undefined {
  return module.startsWith(folder) ? module.slice(folder.length) : undefined;
}

/** The imports from one folder of a place into another part of it that the folder may not use. */
function forbidden(place: string, rules: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const found: string[] = [];
  for (const [folder, mayUse] of Object.entries(rules)) {
    for (const [module, imported] of imports) {
      if (pathIn(`${place}${folder}/`, module) === undefined) {
        continue;
      }
      for (const target of imported) {
        const [part = ''] = pathIn(place, target)?.split('/') ?? [folder];
        if (part !== folder && !mayUse.includes(part)) {
          found.push(`${module.slice(SOURCE.href.length)} imports ${target.slice(SOURCE.href.length)}`);
        }
      }
    }
  }
  return found;
}

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

  it('import modules of their own that exist', () => {
    const missing = [...imports.values()].flat().filter((module) => !existsSync(new URL(module)));
    expect(missing).toEqual([]);
  });

  it('import only from the layers below their own', () => {
    expect(forbidden(SOURCE.href, LAYERS)).toEqual([]);
  });

  it.each(Object.keys(FOLDERS))('in %s/ import only from the folders below their own', (layer) => {
    expect(forbidden(`${SOURCE.href}${layer}/`, FOLDERS[layer] ?? {})).toEqual([]);
  });
});

/** Where import statements stand, as they are written at the beginning of a line, and what they import. */
const STATEMENT = /^import (?:[^'"();]* from )?'([^']+)'[^;\n]*;/gm;

/** The groups of imports in their order: what is built into Node, packages, and modules of this project. */
function groupOf(name: string): number {
  return isRelative(name) ? 2 : isBuiltin(name) ? 0 : 1;
}

/** Imports that stand behind one of a later group, or with a wrong distance to the one before. */
function disordered(modules: Modules): readonly string[] {
  const written = [...modules].filter(([module]) => !module.includes('/generated/'));
  return written.flatMap(([module, names]) => {
    const text = readFileSync(new URL(module), 'utf8');
    const statements = [...text.matchAll(STATEMENT)]
      // Others stand inside of a text.
      .filter(({ 1: name = '' }) => names.includes(name))
      .map(({ 0: statement, 1: name = '', index }) => ({
        group: groupOf(name),
        name,
        index,
        end: index + statement.length,
      }));
    return statements.flatMap(({ group, name, index }, place) => {
      const before = statements[place - 1];
      if (before === undefined) {
        return [];
      }
      const isApart = /\n[^\S\n]*\n/.test(text.slice(before.end, index));
      return group >= before.group && isApart === group > before.group
        ? []
        : [`${module.slice(ROOT.href.length)}: ${name}`];
    });
  });
}

describe('imports', () => {
  it.each(Object.entries(places))(
    'in %s stand in their order: of Node, of packages, of modules here, with an empty line between',
    (_place, modules) => {
      expect(disordered(modules)).toEqual([]);
    },
  );
});

interface Packages {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The `package.json` nearest above a module. */
function packagesFor(module: string): Packages {
  let folder = new URL('.', module);
  while (!existsSync(new URL('package.json', folder))) {
    folder = new URL('..', folder);
  }
  return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Packages;
}

/** Imports of packages that may not be there where the module runs. */
function unlisted(modules: Modules, withDev: boolean): readonly string[] {
  return [...modules].flatMap(([module, names]) => {
    const packages = names
      .filter((name) => !isRelative(name) && !isBuiltin(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    if (packages.length === 0) {
      return [];
    }
    const { name: own, dependencies, devDependencies, peerDependencies } = packagesFor(module);
    const listed = { [own]: own, ...dependencies, ...peerDependencies, ...(withDev ? devDependencies : {}) };
    return packages
      .filter((name) => !(name in listed))
      .map((name) => `${module.slice(ROOT.href.length)} imports ${name}`);
  });
}

describe('packages', () => {
  // The page is built into one file.
  const isBundled = (module: string): boolean => module.startsWith(`${SOURCE.href}explore/`);

  it('that the published code imports are among its dependencies', () => {
    const published = [...(places['src/'] ?? [])].filter(([module]) => !isBundled(module));
    expect(published.length).toBeGreaterThan(100);
    expect(unlisted(new Map(published), false)).toEqual([]);
  });

  it.each(Object.entries(places))('that %s imports are listed', (_place, modules) => {
    expect(modules.size).toBeGreaterThan(1);
    expect(unlisted(modules, true)).toEqual([]);
  });
});
