import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a script was given. Where it is asked for help, or given what it does not know, it says how it is used and ends. */
export function scriptArguments<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}
