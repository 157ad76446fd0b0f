/** Whether a body is JSON, not lines of JSON. */
export function isJson(headers: Headers): boolean {
  return /^application\/(?:graphql-response\+)?json\b/.test(headers.get('content-type') ?? '');
}
