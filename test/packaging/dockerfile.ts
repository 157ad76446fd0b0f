import { readFileSync } from 'node:fs';

export const DOCKERFILE = new URL('../../Dockerfile', import.meta.url);

/** One instruction, such as `COPY`, with the words behind its flags. */
export interface Instruction {
  readonly name: string;
  /** Such as `from: build` of `COPY --from=build`. */
  readonly flags: Readonly<Record<string, string>>;
  readonly text: string;
  readonly words: readonly string[];
}

/** What is built on top of another image. */
export interface Stage {
  /** Of an image, or of a stage before. */
  readonly from: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** The stages of our Dockerfile, which its own linter has found to be well-formed. */
export function readStages(): readonly Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  const lines = readFileSync(DOCKERFILE, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  for (const line of lines.filter((text) => text.trim() !== '')) {
    const instruction = readInstruction(line);
    if (instruction.name === 'FROM') {
      const [from = '', , name] = instruction.words;
      stages.push({ from, name, instructions: [] });
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

function readInstruction(line: string): Instruction {
  const [, name = '', options = '', text = ''] = /^(\w+)((?:\s+--\S+)*)\s+(.+)$/.exec(line) ?? [];
  const flags = Object.fromEntries([...options.matchAll(/--([\w-]+)=(\S+)/g)].map(([, flag, value]) => [flag, value]));
  const words = text.startsWith('[') ? (JSON.parse(text) as string[]) : text.split(/\s+/);
  return { name, flags: flags as Record<string, string>, text, words };
}

/** The command of an instruction in the form `["program", "argument"]`. */
export function commandOf(stage: Stage, name: 'ENTRYPOINT' | 'CMD' | 'HEALTHCHECK'): readonly string[] {
  const text = stage.instructions.find((instruction) => instruction.name === name)?.text ?? '[]';
  return JSON.parse(text.replace(/^CMD /, '')) as string[];
}

/** The variables that `ENV` sets. */
export function environmentOf({ instructions }: Stage): Readonly<Record<string, string>> {
  const words = instructions.filter(({ name }) => name === 'ENV').flatMap((instruction) => instruction.words);
  return Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string]));
}
