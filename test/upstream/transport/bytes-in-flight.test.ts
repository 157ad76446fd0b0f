import { describe, expect, it } from 'vitest';

import { BytesInFlight } from '../../../src/upstream/transport/bytes-in-flight.js';

describe('the bytes of responses in flight', () => {
  it('have room for all responses together, until one is read', () => {
    const bytes = new BytesInFlight(100);
    const [one, two] = [bytes.hold(), bytes.hold()];
    one.add(60);
    two.add(40);
    expect(bytes.count).toBe(100);
    expect(() => {
      two.add(1);
    }).toThrow(expect.objectContaining({ code: 'OVERLOADED', retryable: true, details: { retryAfterMs: 1000 } }));
    one.release();
    two.add(60);
    expect(bytes.count).toBe(100);
  });

  it('may be of one response alone, however large it is', () => {
    const bytes = new BytesInFlight(100);
    const only = bytes.hold();
    only.add(90);
    only.add(90);
    expect(bytes.count).toBe(180);
  });

  it('are given back once, also of what was refused', () => {
    const bytes = new BytesInFlight(10);
    const [one, two] = [bytes.hold(), bytes.hold()];
    one.add(10);
    expect(() => {
      two.add(1);
    }).toThrow();
    two.release();
    one.release();
    one.release();
    expect(bytes.count).toBe(0);
  });

  it('are not held for a response that is over', () => {
    const bytes = new BytesInFlight(10);
    const cutOff = bytes.hold();
    cutOff.add(4);
    cutOff.release();
    cutOff.add(4);
    expect(bytes.count).toBe(0);
  });
});
