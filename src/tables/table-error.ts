/** Why a table cannot be imported, verified or served. Its message is for the operator. */
export class TableError extends Error {
  override readonly name = 'TableError';
}
