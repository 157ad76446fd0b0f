import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { costsNothing } from '../cost/dry-run-extension.js';

type NcbiClient = Context['operation']['client'];
type RateLimit = NcbiClient['pacer']['state'] & { readonly key: NcbiClient['keyOwner']; readonly blockedFor: number };

/** Adds `rateLimit`: how many requests NCBI may be asked now. */
export function addRateLimit(builder: Builder): void {
  const key = builder.enumType('ApiKeyOwner', {
    description: 'Whose API key of NCBI requests go out with.',
    values: {
      CALLER: { value: 'caller', description: 'The one that the caller sent along.' },
      SERVER: { value: 'server', description: 'The one that the server was set up with.' },
      NONE: { value: 'none', description: 'None: NCBI counts by the address of the server.' },
    } as const,
  });
  const rateLimit = builder.objectRef<RateLimit>('RateLimit').implement({
    description: 'The rate limit of NCBI, and how it stands at this moment for operations with the same key.',
    fields: (t) => ({
      limit: t.exposeInt('limit', { nullable: false, description: 'Requests a second.' }),
      remaining: t.exposeInt('remaining', { nullable: false, description: 'Requests that may start at once.' }),
      queued: t.exposeInt('queued', { nullable: false, description: 'Batches that wait for a permit.' }),
      inFlight: t.exposeInt('inFlight', { nullable: false, description: 'Requests under way.' }),
      expectedWaitMs: t.int({
        nullable: false,
        description: 'How long a request that came now would wait, in milliseconds, as far as the rate decides.',
        resolve: ({ expectedWait }) => Math.ceil(expectedWait),
      }),
      cooling: t.int({
        nullable: false,
        description: 'Milliseconds until requests may start again after NCBI refused one for its rate; else 0.',
        resolve: ({ coolingFor }) => Math.ceil(coolingFor),
      }),
      slowedBy: t.exposeFloat('slowedBy', {
        nullable: false,
        description: 'By which factor requests are slowed down after such refusals; 1 when they are not.',
      }),
      blockedForMs: t.int({
        nullable: false,
        description:
          'Milliseconds until requests may start again after NCBI blocked the address of the server; else 0.',
        resolve: ({ blockedFor }) => Math.ceil(blockedFor),
      }),
      blockedUntil: t.string({
        description: 'When that is, in ISO 8601; null while NCBI does not block the address.',
        resolve: ({ blockedFor }) => (blockedFor > 0 ? new Date(Date.now() + blockedFor).toISOString() : null),
      }),
      key: t.expose('key', { type: key, nullable: false, description: 'Whose key counts.' }),
    }),
  });
  builder.queryField('rateLimit', (t) =>
    t.field({
      type: rateLimit,
      nullable: false,
      description: 'How many requests NCBI may be asked now. Costs none.',
      extensions: costsNothing,
      resolve: (_root, _args, { operation }) => {
        operation.noStore();
        const { pacer, keyOwner, blockedFor } = operation.client;
        return { ...pacer.state, key: keyOwner, blockedFor };
      },
    }),
  );
}
