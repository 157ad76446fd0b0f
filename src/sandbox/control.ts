import { z } from 'zod';

import type { Catalog } from '../catalog/catalog.js';
import type { FaultKit } from './faults/fault-kit.js';
import { FAULT_NAMES, FAULTS } from './faults/faults.js';
import { parseFaults } from './faults/parse-faults.js';
import type { Answer } from './http/answer.js';
import type { RecordedRequest, RequestLog } from './request-log.js';

/** What the control addresses read and change. */
export interface Controlled {
  readonly faults: FaultKit;
  readonly log: RequestLog;
  readonly catalog: Catalog;
}

/** A request to a control address. */
interface ControlRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly body: string;
}

/**
 * Answers a request to a control address; `undefined` for every other path. The rate limit does not count these requests,
 * and faults do not strike them.
 *
 * - `/sandbox/faults`: GET returns the rules in force and all faults there are. POST of
 *   `{"faults": "cut-off:0.1", "seed": 1}` replaces the rules, DELETE ends them; both return the rules now in force. A
 *   mistake is HTTP 400 with `error`, and changes nothing.
 * - `/sandbox/requests`: GET returns the latest requests to the utilities, `?last=N` only the last N; DELETE returns
 *   them too and empties the log.
 */
export function control({ method, url, body }: ControlRequest, controlled: Controlled): Answer | undefined {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://sandbox');
  try {
    switch (pathname) {
      case '/sandbox/faults':
        return controlFaults(method, body, controlled);
      case '/sandbox/requests':
        return controlRequests(method, searchParams.get('last') ?? undefined, controlled.log);
      default:
        return undefined;
    }
  } catch (error) {
    if (error instanceof RangeError) {
      return json(400, { error: error.message });
    }
    throw error;
  }
}

function controlFaults(method: string | undefined, body: string, { faults: kit, catalog }: Controlled): Answer {
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') {
    return json(405, { error: 'Faults are read by GET, set by POST and ended by DELETE.' });
  }
  if (method === 'POST') {
    const { faults, seed } = readOrder(body);
    kit.set(parseFaults(faults, catalog), seed);
  } else if (method === 'DELETE') {
    kit.set([]);
  }
  const faults = kit.state.map(({ rule, met, struck }) => ({ fault: rule.text, met, struck }));
  const available = FAULT_NAMES.map((name) => {
    const { description, utilities } = FAULTS[name];
    return { name, description, ...(utilities && { utilities }) };
  });
  return json(200, { faults, ...(method === 'GET' && { available }) });
}

const order = z.strictObject({ faults: z.string(), seed: z.int().min(0).optional() });

function readOrder(body: string): z.infer<typeof order> {
  try {
    return order.parse(JSON.parse(body));
  } catch (cause) {
    throw new RangeError('Expected a JSON object such as {"faults": "cut-off:0.1,dead:score", "seed": 1}.', { cause });
  }
}

function controlRequests(method: string | undefined, last: string | undefined, log: RequestLog): Answer {
  if (method !== 'GET' && method !== 'DELETE') {
    return json(405, { error: 'Requests are read by GET and removed by DELETE.' });
  }
  if (last !== undefined && !/^\d+$/.test(last)) {
    throw new RangeError(`Invalid "last": ${JSON.stringify(last)}. Use a whole number.`);
  }
  const { length } = log.requests;
  const requests = log.requests.slice(Math.max(0, length - Number(last ?? length))).map(describe);
  if (method === 'DELETE') {
    log.clear();
  }
  return json(200, { requests });
}

/** A request with its time in milliseconds since 1970. Until it is answered, `status` is 0 and `tookMs` is null. */
function describe({ at, answeredAt, idCount: _, ...request }: RecordedRequest): object {
  return {
    time: performance.timeOrigin + at,
    ...request,
    tookMs: answeredAt === Infinity ? null : answeredAt - at,
  };
}

function json(status: number, content: object): Answer {
  return { status, type: 'json', body: `${JSON.stringify(content)}\n` };
}
