import type { Sandbox } from '../../src/sandbox/server.js';

/** Replaces answers of a sandbox. */
export type Interceptor = NonNullable<Parameters<Sandbox['intercept']>[0]>;

/** A request as an interceptor sees it. */
export type SandboxRequest = Parameters<Interceptor>[0];

/** An answer in place of the sandbox's own. */
export type Interception = NonNullable<Awaited<ReturnType<Interceptor>>>;

/** The first value of a parameter. */
export function parameterOf({ params }: SandboxRequest, name: string): string | undefined {
  return params.find(([each]) => each === name)?.[1];
}

/** All ids of a request, whether repeated or in a list. */
export function idsOf({ params }: SandboxRequest): string[] {
  return params.filter(([name]) => name === 'id').flatMap(([, value]) => value.split(','));
}

/** No article has a summary, although links lead to it. */
export const unknownArticles: Interceptor = (request) =>
  request.utility === 'esummary' && parameterOf(request, 'db') === 'pubmed'
    ? {
        body: JSON.stringify({
          header: { type: 'esummary', version: '0.3' },
          result: {
            uids: idsOf(request),
            ...Object.fromEntries(idsOf(request).map((uid) => [uid, { uid, error: 'cannot get document summary' }])),
          },
        }),
      }
    : undefined;
