import { row } from './table.js';

type Json = Readonly<Record<string, unknown>>;

/** Columns of a table; wider lists are written item by item. */
const MAX_COLUMNS = 30;

/** Writes data as lines: members without a value are left out, lists of flat objects are tables. */
export function outline(data: unknown): readonly string[] {
  return linesOf(data, '', '');
}

function linesOf(value: unknown, name: string, indent: string): readonly string[] {
  if (value == null) {
    return [];
  }
  if (Array.isArray(value)) {
    return linesOfList(value, name, indent);
  }
  if (typeof value === 'object') {
    const inner = name === '' ? indent : `${indent} `;
    const lines = Object.entries(value).flatMap(([member, each]) => linesOf(each, member, inner));
    return name === '' ? lines : [`${indent}${name}:`, ...lines];
  }
  return [`${indent}${row([`${name}: ${scalar(value)}`])}`];
}

function linesOfList(list: readonly unknown[], name: string, indent: string): readonly string[] {
  const items = list.filter((item) => item != null);
  if (items.length === 0) {
    return [`${indent}${name}: none`];
  }
  if (items.every((item) => typeof item !== 'object')) {
    return [`${indent}${row([`${name}: ${items.map(scalar).join('; ')}`])}`];
  }
  const flat = items.map((item) => flattened(item));
  const columns = [...new Set(flat.flatMap((item) => (item ? Object.keys(item) : [])))];
  if (flat.every((item) => item !== undefined) && columns.length <= MAX_COLUMNS) {
    const lines = flat.map((item) => row(columns.map((column) => item[column])));
    return [`${indent}${name} (${items.length}):`, row(columns), ...lines];
  }
  return [
    `${indent}${name} (${items.length}):`,
    ...items.flatMap((item) => [`${indent} -`, ...linesOf(item, '', `${indent}  `)]),
  ];
}

/** The values of an object by dotted names; undefined where it holds lists of objects. */
function flattened(item: unknown): Readonly<Record<string, string>> | undefined {
  const cells: Record<string, string> = {};
  const add = (value: unknown, path: string): boolean => {
    if (value == null) {
      return true;
    }
    if (Array.isArray(value)) {
      const values = value.filter((each) => each != null);
      cells[path] = values.length === 0 ? 'none' : values.map(scalar).join('; ');
      return values.every((each) => typeof each !== 'object');
    }
    if (typeof value === 'object') {
      return Object.entries(value as Json).every(([name, each]) => add(each, path === '' ? name : `${path}.${name}`));
    }
    cells[path] = scalar(value);
    return true;
  };
  return typeof item === 'object' && add(item, '') ? cells : undefined;
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
