import { ERROR_CODES } from '../../src/eutils/failures/errors.js';
import { liesIn } from '../support/lies.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';

type GraphqlError = NonNullable<GraphqlAnswer['errors']>[number];

/** What the answers of a fault run come to. */
export class Tally {
  whole = 0;
  partly = 0;
  failed = 0;
  /** Answers that rest on older data, or have less than was asked for, and say so. */
  degraded = 0;
  /** Errors of fields, by code. */
  readonly codes = new Map<string, number>();
  /** Errors that carry no code of ours. */
  readonly nameless: GraphqlError[] = [];
  /** Where an answer is neither true nor honest. */
  readonly lies: string[] = [];
  /** Those of them that are an empty list in place of links. */
  readonly silentlyEmpty: string[] = [];
  /** Records that are said not to exist, though they do. */
  readonly denied: string[] = [];

  get answers(): number {
    return this.whole + this.partly + this.failed;
  }

  /** @returns Whether the answer is just what an NCBI without faults gives. */
  add(query: string, answer: GraphqlAnswer, truth: GraphqlAnswer): boolean {
    const failures = (answer.errors ?? []).filter((error) => !isTrue(error, truth));
    if (failures.length === 0) {
      this.whole += 1;
    } else if (Object.values(answer.data ?? {}).some(holdsSomething)) {
      this.partly += 1;
    } else {
      this.failed += 1;
    }
    this.degraded += Math.min(1, answer.extensions.entrez.degraded.length);
    for (const error of failures) {
      const { code } = error.extensions;
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
      if (!Object.hasOwn(ERROR_CODES, code)) {
        this.nameless.push(error);
      }
      if (code === 'UNKNOWN_ID') {
        this.denied.push(`${pathOf(error)} in ${query}`);
      }
    }
    const lies = liesIn(answer, truth.data).filter((path) => !lacksScore(answer, path));
    for (const path of lies) {
      const isEmpty = JSON.stringify(valueAt(answer.data, path)) === '[]';
      (isEmpty ? this.silentlyEmpty : this.lies).push(`${path} in ${query}`);
    }
    return failures.length === 0 && lies.length === 0;
  }
}

/** Without the score service links come without scores, and the answer says so. */
function lacksScore({ data, extensions }: GraphqlAnswer, path: string): boolean {
  const isLabelled = extensions.entrez.degraded.some(({ message }) => message.startsWith('Scores are missing.'));
  return isLabelled && path.endsWith('.score') && valueAt(data, path) === null;
}

/** Whether the truth has the same error at the same place. */
function isTrue(error: GraphqlError, { errors = [] }: GraphqlAnswer): boolean {
  return errors.some((each) => pathOf(each) === pathOf(error) && each.extensions.code === error.extensions.code);
}

function pathOf({ path = [] }: GraphqlError): string {
  return path.join('.');
}

/** Whether anything but nulls is in a part of an answer. */
function holdsSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(holdsSomething) : value !== null;
}

function valueAt(data: GraphqlAnswer['data'], path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | null)?.[step], data);
}
