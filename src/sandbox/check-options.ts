import { z } from 'zod';

import { isFaultName } from './faults/faults.js';
import { SampleGraph } from './sample-graph.js';
import type { SandboxOptions } from './sandbox-options.js';

const amount = (expected: string) =>
  z.custom<number>((value) => typeof value === 'number' && value >= 0, { error: expected }).optional();
const requests = amount('a number of requests from 0, which means no limit');
const milliseconds = z
  .number({ error: 'a number of milliseconds' })
  .min(0, { error: 'a number of milliseconds from 0' });
const rule = z.custom(
  (value) => {
    const { name, places } = Object(value) as { readonly name?: unknown; readonly places?: unknown };
    return typeof name === 'string' && isFaultName(name) && Array.isArray(places);
  },
  { error: 'a rule that parseFaults gives' },
);

const OPTIONS = z.strictObject({
  host: z.string({ error: 'a host' }).optional(),
  port: z
    .int({ error: 'a port' })
    .min(0, { error: 'a port from 0' })
    .max(65_535, { error: 'a port up to 65535' })
    .optional(),
  rps: requests,
  keyedRps: requests,
  latency: z
    .discriminatedUnion(
      'kind',
      [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({ kind: z.literal('constant'), ms: milliseconds }),
        z.strictObject({ kind: z.literal('per-id'), baseMs: milliseconds, perIdMs: milliseconds }),
        z.strictObject({
          kind: z.literal('heavy-tail'),
          medianMs: milliseconds,
          perIdMs: milliseconds.optional(),
          sigma: z.number({ error: 'a number' }).min(0, { error: 'a number from 0' }),
        }),
      ],
      { error: 'a latency model, such as { kind: "constant", ms: 200 }' },
    )
    .optional(),
  graph: z.instanceof(SampleGraph, { error: 'a SampleGraph' }).optional(),
  faults: z.array(rule, { error: 'a list of rules that parseFaults gives' }).optional(),
  seed: z.number({ error: 'a number' }).optional(),
  libraryLinks: z.boolean({ error: 'true or false' }).optional(),
  historyLifeMs: amount('a number of milliseconds from 0'),
} satisfies Record<keyof SandboxOptions, z.ZodType>);

/** @throws RangeError naming the option that cannot be used, and what was expected. */
export function checkOptions(options: unknown): void {
  const [issue] = OPTIONS.safeParse(options).error?.issues ?? [];
  if (!issue) {
    return;
  }
  const option = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = option === '' ? ` Known options: ${Object.keys(OPTIONS.shape).join(', ')}.` : '';
    throw new RangeError(`Unknown option ${[...issue.path, issue.keys[0]].join('.')}.${known}`);
  }
  throw new RangeError(
    `Invalid ${option === '' ? 'options' : option}. Use ${option === '' ? 'an object' : issue.message}.`,
  );
}
