/** An error as any client has it. */
interface AnyError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

/** An error of one field. */
interface OwnError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly extensions: Record<string, unknown>;
}

/**
 * Gives each field that failed an error of its own. The server sends one for all fields of a record that failed for one
 * reason, and names them in `extensions.fields`; caches and components look for errors by the paths of fields.
 */
export function eachField(errors: readonly AnyError[]): OwnError[] {
  return errors.flatMap(({ message, path = [], extensions = {} }) => {
    const { fields, ...others } = extensions as { readonly fields?: readonly (string | number)[] };
    const paths = fields?.map((field) => [...path.slice(0, -1), field]) ?? [path];
    return paths.map((each) => ({ message, path: each, extensions: others }));
  });
}
