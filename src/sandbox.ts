/** A local server that answers as E-utilities do, from a sample or a graph of your own, for the tests of other programs. */
export { type FaultRule, parseFaults } from './sandbox/faults/parse-faults.js';
export { type LatencyModel, parseLatency } from './sandbox/latency.js';
export { type RecordedRequest } from './sandbox/request-log.js';
export { loadSampleGraph, type SampleGraph } from './sandbox/sample-graph.js';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/server.js';
