import { TAB_STORAGE } from './storage.js';

const STORED = 'entrez-graph-access';

/** Credentials of the visitor. Empty texts are not sent. */
export interface Access {
  /** Admits the visitor to a gateway that requires a token. */
  readonly token: string;
  /** The visitor's own NCBI API key, whose rate limit then applies. */
  readonly apiKey: string;
}

export const NO_ACCESS: Access = { token: '', apiKey: '' };

/**
 * The credentials entered in this tab. The storage of the tab holds them: they outlive a reload and are gone with the tab.
 * They never appear in addresses, exports or copied queries.
 */
export function readAccess(): Access {
  const stored = TAB_STORAGE.get(STORED);
  try {
    const { token, apiKey } = JSON.parse(stored ?? '{}') as Partial<Record<keyof Access, unknown>>;
    return { token: textOf(token), apiKey: textOf(apiKey) };
  } catch {
    // Another program wrote it.
    return NO_ACCESS;
  }
}

export function keepAccess(access: Access): void {
  const isEmpty = access.token === '' && access.apiKey === '';
  TAB_STORAGE.set(STORED, isEmpty ? undefined : JSON.stringify(access));
}

/** The headers that carry the credentials to the gateway. */
export function accessHeaders({ token, apiKey }: Access): Readonly<Record<string, string>> {
  return {
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(apiKey !== '' && { 'x-ncbi-api-key': apiKey }),
  };
}

/** Only what a header can hold: anything else would make every request fail. */
function textOf(value: unknown): string {
  return typeof value === 'string' && /^[!-~]*$/.test(value) ? value : '';
}
