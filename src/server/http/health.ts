import type { BackendBreakers } from '../../upstream/circuit-breaker/backends.js';
import type { Sharing } from '../../upstream/rate-limit/budget.js';
import type { Pacer } from '../../upstream/rate-limit/pacer.js';

/**
 * Why a gateway is not ready, or not quite:
 *
 * - `draining`: it stops, and takes no more requests soon. Not ready.
 * - `blocked`: NCBI keeps this address out, so that nothing can be asked. Not ready.
 * - `no-budget`: the store through which processes share one budget is away, or cannot be written to, and this process has
 *   no part of the budget: nothing can be sent. Not ready.
 * - `own-share`: that store is away, and this process goes on with its part. Ready.
 * - `back-end-down`: a service of NCBI fails and is left alone for a while; all else is answered. Ready.
 * - `cooling-down`: NCBI refused a request for its rate, and all wait for some seconds. Ready.
 */
export const HEALTH_REASONS = [
  'draining',
  'blocked',
  'no-budget',
  'own-share',
  'back-end-down',
  'cooling-down',
] as const;

type HealthReason = (typeof HEALTH_REASONS)[number];

/** How a gateway stands, as `/health/ready` says it. */
export interface Readiness {
  /** The gravest of the reasons for not being ready. */
  readonly status: 'ready' | 'draining' | 'blocked' | 'no-budget';
  readonly reasons: readonly HealthReason[];
  /** Requests that wait for a permit. */
  readonly queuedBatches: number;
  /** Requests that NCBI has not answered. */
  readonly inFlight: number;
  /** How the budget stands with the other processes, where it is shared. */
  readonly budget?: Sharing | undefined;
  /** What is left alone at present, and why. */
  readonly down: readonly { readonly what: string; readonly because: string }[];
}

/** @param isDraining - Whether the server is about to stop. */
export function readinessOf(
  { pacer, breakers }: { readonly pacer: Pacer; readonly breakers: BackendBreakers },
  isDraining: boolean,
): Readiness {
  const { open: down } = breakers;
  const { queued, inFlight, coolingFor, sharing } = pacer.state;
  const found: Readonly<Record<HealthReason, boolean>> = {
    draining: isDraining,
    blocked: down.some(({ what }) => what === 'blocked'),
    'no-budget': sharing?.members === 0 || sharing?.isStranded === true,
    'own-share': sharing?.by === 'own share',
    'back-end-down': down.some(({ what }) => what !== 'blocked'),
    'cooling-down': coolingFor > 0,
  };
  const reasons = HEALTH_REASONS.filter((reason) => found[reason]);
  return {
    status: found.draining ? 'draining' : found.blocked ? 'blocked' : found['no-budget'] ? 'no-budget' : 'ready',
    reasons,
    queuedBatches: queued,
    inFlight,
    budget: sharing,
    down: down.map(({ what, failure }) => ({ what, because: failure.message })),
  };
}
