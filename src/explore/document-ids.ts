import * as generated from './generated/graphql.js';

/** Ids under which gateways that answer trusted documents only know the operations of this page, by their texts. */
const IDS = new Map(
  Object.values(generated).flatMap((document) => {
    if (!(document instanceof generated.TypedDocumentString)) {
      return [];
    }
    const id: unknown = document.__meta__?.hash;
    return typeof id === 'string' ? [[document.toString(), id] as const] : [];
  }),
);

/** The id of an operation; undefined for one that was put together here. */
export function documentId(text: string): string | undefined {
  return IDS.get(text);
}
