import type { EutilsRequest } from './wire.js';

/** The parameters that have a value: NCBI takes a blank one for a value of its own. */
export function givenParams(
  params: readonly (readonly [name: string, value: string | number | undefined])[],
): EutilsRequest['params'] {
  return params.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
}
