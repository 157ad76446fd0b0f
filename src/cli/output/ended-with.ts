/** Ends a command with an exit code of its own and no further message. */
export class EndedWith extends Error {
  override readonly name = 'EndedWith';

  constructor(readonly exitCode: number) {
    super(`The command ended with ${exitCode}.`);
  }
}
