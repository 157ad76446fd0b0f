import { didYouMean } from '../../schema/core/did-you-mean.js';
import { refuseInexactNumbers } from '../../schema/core/exact-numbers.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { wellFormed } from '../answer/table.js';
import { wrong } from './wrong.js';

/** Characters of a text, unless an argument says otherwise. */
const MAX_TEXT = 500;
/** Characters of an unknown name that an error shows. */
const SHOWN_NAME = 60;

/** An argument of a tool: how clients see it, and how it is read. */
export interface Argument<T> {
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly isRequired: boolean;
  /** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
  readonly read: (value: unknown, name: string) => T;
}

export type Arguments = Readonly<Record<string, Argument<unknown>>>;

/** The values of arguments. */
export type Values<A extends Arguments> = { readonly [Name in keyof A]: A[Name] extends Argument<infer T> ? T : never };

interface Described {
  readonly description?: string;
}

const described = ({ description }: Described): object => (description === undefined ? {} : { description });

/** A list of texts; a single text is a list of one. */
export function texts(max: number, { description, each = MAX_TEXT }: Described & { readonly each?: number } = {}) {
  const expected = `Use a list of 1 to ${max} texts.`;
  return {
    schema: {
      type: 'array',
      items: { type: 'string' },
      maxItems: max,
      ...described({ ...(description && { description }) }),
    },
    isRequired: true,
    read: (value, name) => {
      const list: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
      if (list.length === 0) {
        throw wrong(name, value, expected);
      }
      if (list.length > max) {
        throw new EntrezError('BAD_USER_INPUT', `Argument "${name}" has ${list.length} entries. ${expected}`);
      }
      return list.map((entry, index) => readText(entry, Array.isArray(value) ? `${name}[${index}]` : name, each));
    },
  } satisfies Argument<readonly string[]>;
}

/** A text. */
export function text({ description, max = MAX_TEXT }: Described & { readonly max?: number } = {}) {
  return {
    schema: { type: 'string', ...described({ ...(description && { description }) }) },
    isRequired: true,
    read: (value, name) => readText(value, name, max),
  } satisfies Argument<string>;
}

/** A whole number. */
export function wholeNumber(min: number, max: number, options: Described = {}) {
  return {
    schema: { type: 'integer', ...described(options) },
    isRequired: true,
    read: (value, name) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
        throw wrong(name, value, `Use a whole number from ${min} to ${max}.`);
      }
      return value;
    },
  } satisfies Argument<number>;
}

/** An object of any members. */
export function anyObject(options: Described = {}) {
  return {
    schema: { type: 'object', ...described(options) },
    isRequired: true,
    read: (value, name) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw wrong(name, value, 'Use an object.');
      }
      refuseInexactNumbers(value, name);
      return value as Readonly<Record<string, unknown>>;
    },
  } satisfies Argument<Readonly<Record<string, unknown>>>;
}

/** An argument that may be left out. Null leaves it out, too. */
export function optional<T>(argument: Argument<T>): Argument<T | undefined> {
  return {
    ...argument,
    isRequired: false,
    read: (value, name) => (value == null ? undefined : argument.read(value, name)),
  };
}

/**
 * Reads the arguments of a call.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument as the caller wrote it.
 */
export function readArguments<A extends Arguments>(args: A, given: unknown): Values<A> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw wrong('arguments', given, 'Use an object with a member for each argument.');
  }
  const known = Object.keys(args);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const meant = didYouMean(unknown, known);
    const shown = JSON.stringify(wellFormed(unknown.slice(0, SHOWN_NAME)));
    const hint = meant === undefined ? `Use ${known.join(', ')}.` : `Did you mean "${meant}"?`;
    throw new EntrezError('BAD_USER_INPUT', `Unknown argument ${shown}. ${hint}`);
  }
  const members = given as Readonly<Record<string, unknown>>;
  return Object.fromEntries(known.map((name) => [name, args[name]?.read(members[name], name)])) as Values<A>;
}

/** The arguments as JSON Schema. */
export function schemaOf(args: Arguments): Record<string, unknown> {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(args).map(([name, { schema }]) => [name, schema])),
    required: Object.entries(args).flatMap(([name, { isRequired }]) => (isRequired ? [name] : [])),
    additionalProperties: false,
  };
}

function readText(value: unknown, name: string, max: number): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw wrong(name, value, 'Use a text that is not empty.');
  }
  if (value.length > max) {
    throw new EntrezError('BAD_USER_INPUT', `Argument "${name}" has ${value.length} characters. Use at most ${max}.`);
  }
  return value;
}
