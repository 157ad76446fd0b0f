import { z } from 'zod';

import type { Catalog } from '../../catalog/catalog.js';
import type { Answer } from '../http/answer.js';
import type { FaultKit } from './fault-kit.js';
import { parseFaults } from './parse-faults.js';

/** Where a running sandbox is told what to do wrong. */
export const FAULTS_PATH = '/sandbox/faults';

const order = z.strictObject({ faults: z.string(), seed: z.int().min(0).optional() });

/**
 * Answers a request to {@link FAULTS_PATH}: `GET` tells the rules and what they did, `POST` of
 * `{"faults": "cut-off:0.1", "seed": 1}` replaces them, `DELETE` ends them. All answer the rules that then hold; a
 * mistake is HTTP 400 with `error`, and changes nothing.
 */
export function controlFaults(method: string | undefined, body: string, kit: FaultKit, catalog: Catalog): Answer {
  switch (method) {
    case 'GET':
      break;
    case 'DELETE':
      kit.set([]);
      break;
    case 'POST':
      try {
        const { faults, seed } = readOrder(body);
        kit.set(parseFaults(faults, catalog), seed);
      } catch (error) {
        if (error instanceof RangeError) {
          return json(400, { error: error.message });
        }
        throw error;
      }
      break;
    default:
      return json(405, { error: 'Faults are read by GET, set by POST and ended by DELETE.' });
  }
  const faults = kit.state.map(({ rule, met, struck }) => ({ fault: rule.text, met, struck }));
  return json(200, { faults });
}

function readOrder(body: string): z.infer<typeof order> {
  try {
    return order.parse(JSON.parse(body));
  } catch (cause) {
    throw new RangeError('Expected a JSON object such as {"faults": "cut-off:0.1,dead:score", "seed": 1}.', { cause });
  }
}

function json(status: number, content: object): Answer {
  return { status, type: 'json', body: `${JSON.stringify(content)}\n` };
}
