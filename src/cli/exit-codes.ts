/** What the program's exit code says; stable, and described in docs/cli.md. */
export const EXIT = {
  ok: 0,
  findings: 1,
  usage: 2,
  someFailed: 3,
  nothing: 4,
  output: 5,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
