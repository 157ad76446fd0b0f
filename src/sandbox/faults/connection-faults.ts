import { dribble, flood, half, reset, resetMidway, silence } from './delivery.js';
import type { Fault } from './fault.js';

/** Right answers that do not arrive, or not as they should. */
export const connectionFaults = {
  reset: { description: 'the connection is reset before the answer', deliver: reset },
  'reset-midway': { description: 'the connection is reset in the middle of the answer', deliver: resetMidway },
  timeout: { description: 'no answer, until the caller gives up', deliver: silence },
  stall: { description: 'half of the answer, and then nothing until the caller gives up', deliver: half },
  slow: { description: 'the answer comes in 20 pieces within a second', deliver: dribble },
  endless: { description: 'the answer, and after it blanks without end', deliver: flood },
} as const satisfies Readonly<Record<string, Fault>>;
