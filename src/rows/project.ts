import { Failure } from './failures.js';
import type { Shape } from './shape.js';

/** The same data without members that the operation does not select. */
export function project(value: unknown, fields: readonly Shape[] | undefined): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => project(item, fields));
  }
  if (!fields || typeof value !== 'object' || value === null || value instanceof Failure) {
    return value;
  }
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const field = known.get(name);
      return field ? [[name, project(member, field.fields)] as const] : [];
    }),
  );
}
