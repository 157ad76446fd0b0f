import { readFileSync } from 'node:fs';

import {
  Copy,
  DockerfileParser,
  From,
  Healthcheck,
  type Instruction,
  JSONInstruction,
  PropertyInstruction,
} from 'dockerfile-ast';

export const DOCKERFILE = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');

/** The instructions of each stage, as the parser of its linter reads them. A stage begins with its `FROM`. */
export const STAGES: readonly (readonly Instruction[])[] = DockerfileParser.parse(DOCKERFILE)
  .getInstructions()
  .reduce<Instruction[][]>((stages, instruction) => {
    if (instruction instanceof From) {
      stages.push([]);
    }
    stages.at(-1)?.push(instruction);
    return stages;
  }, []);

/** The stage that is run. */
export const IMAGE = STAGES.at(-1) ?? [];

/** The variables that a container starts with. */
export const ENVIRONMENT: Readonly<Record<string, string>> = Object.fromEntries(
  IMAGE.filter((instruction) => instruction instanceof PropertyInstruction)
    .flatMap((instruction) => instruction.getProperties())
    .map((property) => [property.getName(), property.getValue() ?? '']),
);

/** What a container runs: `ENTRYPOINT`, then `CMD`. */
export const ENTRYPOINT = wordsOf('ENTRYPOINT');
export const CMD = wordsOf('CMD');

/** The program that finds out whether a container is well. */
export const HEALTHCHECK = IMAGE.filter((instruction) => instruction instanceof Healthcheck).flatMap(
  (check) => JSON.parse(check.getArgumentsContent()?.replace(/^.*?CMD\s/s, '') ?? '[]') as string[],
);

/** The argument of an instruction of the image, such as `USER`; the last one counts. */
export function valueOf(keyword: string): string | null | undefined {
  return IMAGE.findLast((instruction) => instruction.getKeyword() === keyword)?.getArgumentsContent();
}

/** What the stages copy, and whether it comes from another stage. */
export function copied(stages: readonly (readonly Instruction[])[]): readonly { source: string; fromStage: boolean }[] {
  return stages
    .flat()
    .filter((instruction) => instruction instanceof Copy)
    .flatMap((copy) =>
      copy
        .getArguments()
        .slice(0, -1)
        .map((argument) => ({ source: argument.getValue(), fromStage: copy.getFromFlag() !== null })),
    );
}

/** The shell commands that build a stage. */
export function commandsOf(stage: string): readonly string[] {
  const own = STAGES.find(([from]) => from instanceof From && from.getBuildStage() === stage) ?? [];
  return own.filter((each) => each.getKeyword() === 'RUN').map((run) => run.getArgumentsContent() ?? '');
}

function wordsOf(keyword: 'ENTRYPOINT' | 'CMD'): readonly string[] {
  return IMAGE.filter((instruction) => instruction instanceof JSONInstruction)
    .filter((instruction) => instruction.getKeyword() === keyword)
    .flatMap((instruction) => instruction.getJSONStrings().map((word) => word.getJSONValue()));
}
