/** Why a table cannot be imported, verified or served. Its message is for the operator. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** A table may really have shrunk: the file is then what it should be. */
export class ShrunkTableError extends TableError {}
