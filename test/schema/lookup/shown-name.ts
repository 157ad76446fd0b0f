import { expect } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { isSearched, keyOfName, type RecordName } from '../../../src/schema/lookup/record-name.js';

/** A value as an argument that takes ids of all kinds. */
export function given(value: string) {
  return { argument: 'id', value };
}

/** A name as `db uid`, or as `db kind key` when it is to be searched, else as others; the message of what cannot be read. */
export function shown(read: () => RecordName | undefined): string {
  try {
    const name = read();
    if (!name || 'uid' in name) {
      return name ? `${name.db} ${name.uid}` : 'none';
    }
    const elsewhere = isSearched(name) ? name.elsewhere : undefined;
    return [`${name.db} ${name.kind} ${keyOfName(name)}`, ...(elsewhere ? [shown(() => elsewhere)] : [])].join(
      ', else ',
    );
  } catch (error) {
    expect(error).toBeInstanceOf(EntrezError);
    return (error as EntrezError).message;
  }
}
