import type { Answer } from '../http/answer.js';
import type { Fault } from './fault.js';

/** What the lines of an answer become. */
type Change = (lines: readonly string[], random: () => number) => readonly string[];

/** Answers of ECitMatch that contradict the request: its lines are told apart by their keys only. */
export const citationFaults = {
  'missing-citation': {
    description: 'the line of one citation is left out',
    ...ofCitations((lines, random) => {
      const gone = Math.floor(random() * lines.length);
      return lines.filter((_line, place) => place !== gone);
    }),
  },
  'stray-citation': {
    description: 'a line for a citation that was not sent',
    ...ofCitations((lines) => [...lines, 'nature|1953|171|737|watson jd|stray|13054692']),
  },
  'repeated-citation': {
    description: 'two lines for the first citation, with different articles',
    ...ofCitations((lines) => [...lines, ...lines.slice(0, 1).map((line) => line.replace(/\|[^|]*$/, '|1'))]),
  },
  'swapped-keys': {
    description: 'the first two citations have the keys of each other',
    ...ofCitations(([first = '', second, ...others]) => {
      return second === undefined ? [first] : [withKey(first, keyOf(second)), withKey(second, keyOf(first)), ...others];
    }),
  },
  'short-lines': {
    description: 'the lines of citations end before what was found',
    ...ofCitations((lines) => lines.map((line) => line.replace(/\|[^|]*$/, ''))),
  },
  'cut-citations': {
    description: 'the answer ends too early, at a random place',
    utilities: ['ecitmatch'],
    answer: (honest: Answer, _request: unknown, random: () => number) => ({
      ...honest,
      body: honest.body.slice(0, Math.floor(random() * honest.body.length)),
    }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

function ofCitations(change: Change) {
  return {
    utilities: ['ecitmatch'],
    answer: (honest: Answer, _request: unknown, random: () => number): Answer => {
      const lines = honest.body.split('\n').filter((line) => line !== '');
      return {
        ...honest,
        body: change(lines, random)
          .map((line) => `${line}\n`)
          .join(''),
      };
    },
  } as const;
}

const KEY = 5;

function keyOf(line: string): string {
  return line.split('|')[KEY] ?? '';
}

function withKey(line: string, key: string): string {
  return line.split('|').with(KEY, key).join('|');
}
