import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { shareErrors } from '../../../src/server/plugins/use-shared-errors.js';

function errorAt(path: readonly (string | number)[], originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { path, originalError });
}

const failed = new EntrezError('UPSTREAM_UNAVAILABLE', 'NCBI failed.', { db: 'pubmed' });
const other = new EntrezError('UPSTREAM_UNAVAILABLE', 'NCBI failed.', { db: 'pubmed' });

describe('shareErrors', () => {
  it('gives fields of one object that fail for one reason the error of the first, which names them all', () => {
    const [error, ...rest] = shareErrors([
      errorAt(['gene', 'symbol'], failed),
      errorAt(['gene', 'alias'], failed),
      errorAt(['gene', 'description'], failed),
    ]);
    expect(rest).toEqual([]);
    expect(error?.toJSON()).toEqual({
      message: 'NCBI failed.',
      path: ['gene', 'symbol'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE', db: 'pubmed', fields: ['symbol', 'alias', 'description'] },
    });
    expect(error?.originalError).toBe(failed);
  });

  it('keeps the errors of other objects and of other reasons, in their order', () => {
    const errors = [
      errorAt(['a', 0, 'title'], failed),
      errorAt(['a', 1, 'title'], failed),
      errorAt(['a', 0, 'links'], other),
      errorAt(['a', 0, 'journal'], failed),
    ];
    expect(shareErrors(errors).map(({ path, extensions }) => [path?.join('.'), extensions.fields])).toEqual([
      ['a.0.title', ['title', 'journal']],
      ['a.1.title', undefined],
      ['a.0.links', undefined],
    ]);
  });

  it('keeps one error for each root field, each entry of a list, and each failure of another kind', () => {
    const unexpected = new Error('Unexpected error.');
    const errors = [
      errorAt(['first'], failed),
      errorAt(['second'], failed),
      errorAt(['gene', 'a'], unexpected),
      errorAt(['gene', 'b'], unexpected),
      new GraphQLError('Syntax error'),
    ];
    expect(shareErrors(errors)).toBe(errors);
  });

  it('keeps one of those that are one and the same, since more would say no more', () => {
    const same = new GraphQLError('More fields fail.', { path: [] });
    expect(shareErrors([same, errorAt(['first'], failed), same])).toEqual([same, errorAt(['first'], failed)]);
    expect(shareErrors([same, same])[0]).toBe(same);
  });
});
