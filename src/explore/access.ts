const STORED = 'entrez-graph-access';

/** What a visitor says about themselves. Empty texts are not sent. */
export interface Access {
  /** Opens a gateway that asks who is there. */
  readonly token: string;
  /** The visitor's own key of NCBI, whose limit is then used. */
  readonly apiKey: string;
}

export const NO_ACCESS: Access = { token: '', apiKey: '' };

/**
 * What was entered in this tab. It is kept in the tab's own storage: it outlives a reload, since everything else on this
 * page does, and is gone with the tab. Nothing of it goes into addresses, exports or copied queries.
 */
export function readAccess(): Access {
  const stored = sessionStorage.getItem(STORED);
  return stored === null ? NO_ACCESS : { ...NO_ACCESS, ...(JSON.parse(stored) as Partial<Access>) };
}

export function keepAccess(access: Access): void {
  if (access.token === '' && access.apiKey === '') {
    sessionStorage.removeItem(STORED);
  } else {
    sessionStorage.setItem(STORED, JSON.stringify(access));
  }
}

/** The headers that carry it to the gateway. */
export function accessHeaders({ token, apiKey }: Access): Readonly<Record<string, string>> {
  return {
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(apiKey !== '' && { 'x-ncbi-api-key': apiKey }),
  };
}
