import { readdirSync, readFileSync } from 'node:fs';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** An operation of an example, and the line of another client that it replaces. */
export interface ExampleLine {
  readonly name: string;
  /** `Entrez.elink(...)`, or shell. */
  readonly line: string;
  /** The operation alone. */
  readonly query: string;
}

/** All operations of the examples by name. */
export function readExampleLines(): ReadonlyMap<string, ExampleLine> {
  const lines = readdirSync(EXAMPLES)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(new URL(file, EXAMPLES), 'utf8'))
    .flatMap((text) =>
      [...text.matchAll(/^# Replaces: (?<line>.+)\n(?<query>query (?<name>\w+)[^]*?^\}$)/gm)].map(({ groups }) => ({
        name: groups?.name ?? '',
        line: groups?.line ?? '',
        query: groups?.query ?? '',
      })),
    );
  return new Map(lines.map((each) => [each.name, each]));
}
