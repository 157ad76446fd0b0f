import type { GraphQLFormattedError } from 'graphql';

import { codeOf, Failure } from './failures.js';

/** How a list shares one cell. */
export type ListStyle = 'joined' | 'json';

/** The text of a list in one cell. */
export function listCell(values: readonly unknown[], style: ListStyle): string {
  return style === 'json' ? JSON.stringify(values, withFailures) : joined(values.map(textOf));
}

/** Errors in one cell, each as its code and message. */
export function errorCell(errors: Iterable<GraphQLFormattedError>): string {
  return joined([...errors].map((error) => `${codeOf(error)}: ${error.message}`));
}

/** Joins texts with semicolons; a backslash stands before those inside a text, and before a backslash. */
export function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join(';');
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
