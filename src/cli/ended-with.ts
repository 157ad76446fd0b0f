/** Ends a command with an exit code of its own, when all there is to say has been said. */
export class EndedWith extends Error {
  override readonly name = 'EndedWith';

  constructor(readonly exitCode: number) {
    super(`The command ended with ${exitCode}.`);
  }
}
