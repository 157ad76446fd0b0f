import { Failure } from './failures.js';
import type { Shape } from './shape.js';

type Members = Record<string, unknown>;

/** The members of a shape by their names: looked up for each object of a list. */
const known = new WeakMap<readonly Shape[], ReadonlyMap<string, Shape>>();

/** The same data without members that the operation does not select. */
export function project(value: unknown, fields: readonly Shape[] | undefined): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => project(item, fields));
  }
  if (!fields || typeof value !== 'object' || value === null || value instanceof Failure) {
    return value;
  }
  const selected = byName(fields);
  // Without a prototype, a member may have any name.
  const projected = Object.create(null) as Members;
  for (const name in value) {
    const field = selected.get(name);
    if (field) {
      projected[name] = project((value as Members)[name], field.fields);
    }
  }
  return projected;
}

function byName(fields: readonly Shape[]): ReadonlyMap<string, Shape> {
  const names = known.get(fields) ?? new Map(fields.map((field) => [field.name, field]));
  known.set(fields, names);
  return names;
}
