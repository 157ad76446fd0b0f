import { EntrezError, type ErrorCode, type ErrorDetails, type FailureScope } from '../eutils/failures/errors.js';
import type { StoredAnswer } from '../loading/cache/answer-store.js';
import type { AnswerMessage, FleetMessage } from '../loading/fleet/messages.js';
import { decodeAnswer, encodeAnswer } from './encode-answer.js';

/** A failure as JSON. One that is not of NCBI, but a fault of the program, has no code. */
interface WrittenFailure {
  readonly message: string;
  readonly code?: ErrorCode;
  readonly retryable?: boolean;
  readonly scope?: FailureScope;
  readonly details?: ErrorDetails;
}

/** Behind the length of the JSON comes the JSON, and the answers behind that. */
const LENGTH_BYTES = 4;

/**
 * A message as bytes: JSON, and the answers in it as they are stored.
 *
 * @param name - What the answers are called: only who calls them so can read them.
 */
export function encodeMessage(message: FleetMessage, name: string): Buffer {
  const bodies: Buffer[] = [];
  const json = JSON.stringify('offers' in message ? message : { ...message, ...written(message, name, bodies) });
  const head = Buffer.from(json);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...bodies]);
}

/** The message that bytes hold; undefined where they cannot be read. */
export function decodeMessage(encoded: Buffer, name: string): FleetMessage | undefined {
  try {
    const end = LENGTH_BYTES + encoded.readUInt32LE();
    const message = JSON.parse(encoded.toString('utf8', LENGTH_BYTES, end)) as FleetMessage | WrittenAnswers;
    return 'offers' in message ? message : read(message as WrittenAnswers, name, encoded.subarray(end));
  } catch {
    return undefined;
  }
}

/** Answers are written as the number of their bytes. */
type WrittenAnswers = Omit<AnswerMessage, 'answers' | 'refusals'> & ReturnType<typeof written>;

function written({ answers, refusals }: AnswerMessage, name: string, bodies: Buffer[]) {
  return {
    answers: answers.map(({ answer, failure, ...about }) => ({
      ...about,
      bytes: answer && pushed(bodies, encodeAnswer(name, answer)),
      failure: failure && writtenFailure(failure),
    })),
    refusals: refusals.map(({ failure, ...about }) => ({ ...about, failure: writtenFailure(failure) })),
  };
}

function pushed(bodies: Buffer[], body: Buffer): number {
  bodies.push(body);
  return body.length;
}

function read(message: WrittenAnswers, name: string, bodies: Buffer): AnswerMessage {
  let start = 0;
  const next = (bytes: number): StoredAnswer | undefined => {
    const body = bodies.subarray(start, start + bytes);
    start += bytes;
    return decodeAnswer(name, body);
  };
  return {
    ...message,
    answers: message.answers.map(({ bytes, failure, ...about }) => ({
      ...about,
      answer: bytes === undefined ? undefined : next(bytes),
      failure: failure && readFailure(failure),
    })),
    refusals: message.refusals.map(({ failure, ...about }) => ({ ...about, failure: readFailure(failure) })),
  };
}

function writtenFailure(failure: Error): WrittenFailure {
  const { message } = failure;
  if (!(failure instanceof EntrezError)) {
    return { message };
  }
  const { code, retryable, scope, details } = failure;
  return { message, code, retryable, scope, details };
}

function readFailure({ message, code, ...details }: WrittenFailure): Error {
  return code === undefined
    ? new Error(message)
    : new EntrezError(code, message, {
        ...details.details,
        retryable: details.retryable ?? false,
        ...scopeOf(details),
      });
}

function scopeOf({ scope }: Pick<WrittenFailure, 'scope'>): { readonly scope?: FailureScope } {
  return scope === undefined ? {} : { scope };
}
