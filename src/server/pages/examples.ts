import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Kind, parse } from 'graphql';

/** Two folders up from both src/server/ and dist/server/. */
const FOLDER = fileURLToPath(new URL('../../../examples/', import.meta.url));
const ENDING = '.graphql';
/** Folders below it whose examples run as they stand. */
const SECTIONS = ['', 'cookbook/'];

/** What the examples show, in the order of a menu. An example that stands nowhere is one of the last group. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Start: ['first-look', 'by-other-names', 'resolve-names', 'search-to-genes', 'any-record'],
  Links: [
    'papers-of-a-gene',
    'genes-of-a-paper',
    'related-articles',
    'closest-articles',
    'cited-in',
    'gene-to-structures',
    'structures-of-a-protein',
    'generif-genes',
    'available-links',
    'catalog',
    'routes',
    'linkout-of-a-gene',
    'linkout-of-a-paper',
    'publisher-page',
    'library-links',
  ],
  Filters: [
    'human-proteins-of-a-gene',
    'related-in-years',
    'cookbook/papers-on-a-subject',
    'cookbook/pathogenic-variants',
    'cookbook/literature-by-year',
  ],
  Lists: [
    'many-genes',
    'records-by-names',
    'genes-of-many-papers',
    'distinct-papers-of-genes',
    'cookbook/papers-of-a-set',
    'cookbook/a-list-with-mistakes',
    'search-then-link',
    'store-links',
    'cookbook/hand-over',
  ],
  'Abstracts and sequences': ['text-and-sequence', 'cookbook/a-domain', 'cookbook/where-to-read-it'],
  'Cost and limits': ['plan', 'rate-limit', 'with-an-api-key'],
  'More recipes': [],
};

/** A question that can be asked as it stands. */
export interface Example {
  /** Its file without the ending, such as `first-look` or `cookbook/a-domain`. */
  readonly name: string;
  /** What it answers: the first sentence of its comment. */
  readonly title: string;
  readonly query: string;
}

/** Reads `examples/`, in the order of names: those of the README first, then those of the cookbook. */
export function readExamples(folder = FOLDER): readonly Example[] {
  return SECTIONS.flatMap((section) =>
    filesOf(`${folder}${section}`).map((file) => {
      const query = readFileSync(`${folder}${section}${file}`, 'utf8');
      return { name: section + file.slice(0, -ENDING.length), title: titleOf(query), query };
    }),
  );
}

/** The examples by what they show. */
export function groupExamples(examples: readonly Example[]): readonly (readonly [group: string, Example[]])[] {
  const placed = new Set(Object.values(GROUPS).flat());
  return Object.entries(GROUPS).map(([group, names]) => [
    group,
    names.length > 0
      ? names.flatMap((name) => examples.filter((example) => example.name === name))
      : examples.filter(({ name }) => !placed.has(name)),
  ]);
}

/**
 * Where an example opens in GraphiQL, ready to run. The name is in the fragment, so that links do not change with the
 * text, and the page is the same for all.
 */
export function exampleLink(name: string): string {
  return `/graphql${exampleFragment(name)}`;
}

/** As {@link exampleLink}, from within the page. */
export function exampleFragment(name: string): string {
  return `#example=${name}`;
}

/** Names of the operations of a document. */
export function operationsOf(query: string): readonly string[] {
  return parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .toSorted();
}

function titleOf(query: string): string {
  const comment = [...query.matchAll(/^# ?(.*)$/gm)].map(([, line = '']) => line).join(' ');
  return /^.*?[.?](?=\s+[A-Z]|\s*$)/.exec(comment)?.[0] ?? comment;
}
