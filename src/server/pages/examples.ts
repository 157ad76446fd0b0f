import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Kind, parse } from 'graphql';

/** Two folders up from both src/server/ and dist/server/. */
const FOLDER = fileURLToPath(new URL('../../../examples/', import.meta.url));
const ENDING = '.graphql';
/** Folders below it whose examples run as they stand. */
const SECTIONS = ['', 'cookbook/'];

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
