/** Prefix of the gateway's GraphQL type names; usually empty. The operations of this page are written without it. */
export const TYPE_PREFIX = setting('type-prefix') ?? '';

/** Whether the gateway serves GraphiQL, where an operation can be opened. */
export const HAS_GRAPHIQL = setting('graphiql') !== 'off';

/** The longest page of links that the gateway returns. */
export const MAX_PAGE = Number(setting('max-page') ?? 1000);

/** A setting of the gateway that the page depends on, as the gateway writes it into the page. */
function setting(name: string): string | undefined {
  return typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
