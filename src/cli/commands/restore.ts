import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { Argument, type Command, Option } from 'commander';
import { type RestoredLine, restoreLines } from '../../normalize/repair/restore-lines.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { type CommandContext, exitCodes, newCommand } from '../program.ts';

const WORDS = {
  vi: {
    description:
      'khôi phục dấu tiếng Việt của văn bản mất dấu hoặc bị đọc sai (OCR); giữ nguyên số dòng và chữ số',
    file: 'tệp văn bản UTF-8; "-" hoặc bỏ trống: đọc từ đầu vào chuẩn',
    diff: 'chỉ in những dòng thay đổi, trước và sau',
    unreadable: (path: string, reason: string) => `Không đọc được ${path}: ${reason}`,
  },
  en: {
    description:
      'restore the diacritics of Vietnamese text that lost them or was misread (OCR); lines and digits stay',
    file: 'UTF-8 text file; "-" or nothing: standard input',
    diff: 'print only the lines that change, before and after',
    unreadable: (path: string, reason: string) => `Can't read ${path}: ${reason}`,
  },
} as const;

/** `kehoach restore [FILE|-] [--diff]`: text in, the same text with its diacritics put back out, line for line. */
export function restoreCommand(context: CommandContext): Command {
  const words = WORDS[context.lang];
  return newCommand('restore', words.description, context.m)
    .addArgument(new Argument('[file]', words.file).default('-'))
    .addOption(new Option('--diff', words.diff))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing'], context.m))
    .action(async (file: string, options: { diff?: true }) => {
      context.finish(await run(file, options.diff === true, context));
    });
}

async function run(file: string, diff: boolean, { host, lang }: CommandContext): Promise<ExitCode> {
  let input: string;
  try {
    input = file === '-' ? await standardInput() : await readFile(resolve(host.cwd, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    host.stderr.write(`${WORDS[lang].unreadable(file, reason)}\n`);
    return EXIT.nothing;
  }
  // Carriage returns and byte-order marks are white space to the repair and come out as they went in.
  const lines = input.normalize('NFC').split('\n');
  const restored = restoreLines(lines);
  if (diff) printDiff(lines, restored, host);
  else host.stdout.write(restored.map(({ line }) => line).join('\n'));
  return EXIT.ok;
}

function printDiff(lines: readonly string[], restored: readonly RestoredLine[], host: Host): void {
  for (const [i, { line }] of restored.entries()) {
    if (line !== lines[i]) host.stdout.write(`@@ ${i + 1} @@\n-${lines[i]}\n+${line}\n`);
  }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin)
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks).toString('utf8');
}
