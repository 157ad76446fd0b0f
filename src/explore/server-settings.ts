/** What the names of the gateway's GraphQL types begin with; usually nothing. The operations of this page are without it. */
export const TYPE_PREFIX = setting('type-prefix') ?? '';

/** Whether the gateway shows GraphiQL, so that there is something to open an operation in. */
export const HAS_GRAPHIQL = setting('graphiql') !== 'off';

/** A setting of the gateway that the page differs by, as the gateway writes it into the page. */
function setting(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
