/** A choice of rows that does not fit an operation. */
export class RowsError extends Error {
  override readonly name = 'RowsError';
}
