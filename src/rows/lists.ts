import type { GraphQLFormattedError } from 'graphql';

import { codeOf, Failure } from './failures.js';

/** How a list shares one cell. */
export type ListStyle = 'joined' | 'json';

/** The text of a list in one cell. */
export function listCell(values: readonly unknown[], style: ListStyle): string {
  return style === 'json' ? JSON.stringify(values, withFailures) : joined(values.map(textOf));
}

/** Texts of errors: rows repeat those of what lies beside them. */
const ERROR_TEXTS = new WeakMap<GraphQLFormattedError, string>();

/** Errors in one cell, each as its code and message. */
export function errorCell(errors: Iterable<GraphQLFormattedError>): string {
  return Array.from(errors, errorText).join(';');
}

function errorText(error: GraphQLFormattedError): string {
  const text = ERROR_TEXTS.get(error) ?? escaped(`${codeOf(error)}: ${error.message}`);
  ERROR_TEXTS.set(error, text);
  return text;
}

/** Characters of a cell of errors, without making it. */
export function errorCellLength(errors: Iterable<GraphQLFormattedError>): number {
  let length = 0;
  for (const error of errors) {
    length += errorText(error).length + 1;
  }
  return Math.max(0, length - 1);
}

/** Joins texts with semicolons; a backslash stands before those inside a text, and before a backslash. */
export function joined(texts: readonly string[]): string {
  return texts.map(escaped).join(';');
}

function escaped(text: string): string {
  return text.replace(/[\\;]/g, '\\$&');
}

/** A value as text: empty for null, JSON for lists and objects. */
function textOf(value: unknown): string {
  if (value instanceof Failure) {
    return value.cell;
  }
  if (typeof value === 'string') {
    return value;
  }
  return value == null ? '' : JSON.stringify(value, withFailures);
}

function withFailures(_key: string, value: unknown): unknown {
  return value instanceof Failure ? value.cell : value;
}
