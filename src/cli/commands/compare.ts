import { type Command, InvalidArgumentError, Option } from 'commander';
import { indicatorData } from '../../lexicon/indicators.ts';
import type { Region } from '../../lexicon/regions.ts';
import type { PlaceLevel } from '../../lexicon/units.ts';
import { TargetMeasure } from '../../plan/record.ts';
import type { Store } from '../../store/store.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  newCommand,
  outOption,
} from '../program.ts';
import { withStore } from '../with-store.ts';

interface Options {
  out: string;
  database?: string;
  indicator: string;
  measure?: string;
  base?: string;
  group?: string;
  level?: PlaceLevel;
  region?: string;
  place?: string;
  year?: number;
  from?: number;
  to?: number;
  format: 'table' | 'csv' | 'json' | 'svg';
}

/** `kehoach compare --indicator ID`: the figures of all stored plans on an indicator, places by years. */
export function compareCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('compare', m.help.compare, m)
    .requiredOption('--indicator <id>', m.help.indicator)
    .addOption(new Option('--measure <measure>', m.help.measure).choices(TargetMeasure.options))
    .option('--base <base>', m.help.base)
    .option('--group <words>', m.help.group)
    .addOption(new Option('--level <level>', m.help.level).choices(['province', 'district', 'commune']))
    .option('--region <name>', m.help.region)
    .option('--place <name>', m.help.place)
    .addOption(new Option('--year <year>', m.help.year).argParser(year))
    .addOption(new Option('--from <year>', m.help.from).argParser(year))
    .addOption(new Option('--to <year>', m.help.to).argParser(year))
    .addOption(
      new Option('--format <format>', m.help.compareFormat)
        .choices(['table', 'csv', 'json', 'svg'])
        .default('table'),
    )
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .addHelpText('after', () => examples(m.help.examples.compare, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, lang, m } = context;
  const say = (words: string, code: ExitCode): ExitCode => {
    host.stderr.write(`${words}\n`);
    return code;
  };
  let region: Region | undefined;
  if (options.region !== undefined) {
    const { regionNamed, regions } = await import('../../lexicon/regions.ts');
    region = regionNamed(options.region) ?? undefined;
    if (region === undefined) {
      const known = regions().map(({ name }) => name);
      return say(m.compare.unknownRegion(options.region, known), EXIT.usage);
    }
  }
  return withStore(context, options, async (store) => {
    const known = await indicatorsIn(store);
    if (!known.includes(options.indicator)) {
      if (!indicatorData().indicators.some(({ id }) => id === options.indicator))
        return say(m.compare.unknownIndicator(options.indicator, known), EXIT.usage);
    }
    const { compareStored } = await import('../../compare/stored.ts');
    const { measure, base, group, level, place, year: only } = options;
    const comparison = await compareStored(store, {
      indicator: options.indicator,
      measure,
      base,
      group,
      level,
      region,
      place,
      from: only ?? options.from,
      to: only ?? options.to,
    });
    const write = (text: string): unknown => host.stdout.write(text);
    if (options.format === 'json') write(`${JSON.stringify(comparison, null, 2)}\n`);
    else if (options.format === 'csv') {
      const { comparisonCsv } = await import('../../report/comparison/csv.ts');
      for (const line of comparisonCsv(comparison)) write(line);
    } else if (options.format === 'svg') {
      const { comparisonSvg } = await import('../../report/comparison/svg.ts');
      write(comparisonSvg(comparison, m));
    } else {
      const { comparisonTable } = await import('../../report/comparison/table.ts');
      write(comparisonTable(comparison, styleOn(host.stdout, lang, host.env)));
    }
    return comparison.rows.length === 0 ? EXIT.nothing : EXIT.ok;
  });
}

async function indicatorsIn(store: Store): Promise<string[]> {
  const { indicatorsOf } = await import('../../store/figures.ts');
  return store.ask(indicatorsOf);
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('Allowed choices are YYYY.');
  return Number(text);
}
