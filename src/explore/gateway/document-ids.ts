import * as generated from '../generated/graphql.js';

/** Ids of this page's operations by their texts, for gateways that accept trusted documents only. */
const IDS = new Map(
  Object.values(generated).flatMap((document) => {
    if (!(document instanceof generated.TypedDocumentString)) {
      return [];
    }
    const id: unknown = document.__meta__?.hash;
    return typeof id === 'string' ? [[document.toString(), id] as const] : [];
  }),
);

/** The id of an operation; undefined for one that the page composed. */
export function documentId(text: string): string | undefined {
  return IDS.get(text);
}
