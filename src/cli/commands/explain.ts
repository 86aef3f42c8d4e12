import { Argument, type Command } from 'commander';
import { rulePage } from '../../report/rule-page.ts';
import { EXIT } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import { type CommandContext, examples, exitCodes, newCommand } from '../program.ts';

/** `kehoach explain [RULE]`: a rule's page, or what all rules say. */
export function explainCommand(context: CommandContext): Command {
  const { host, lang, m } = context;
  return newCommand('explain', m.help.explain, m)
    .addArgument(new Argument('[rule]', m.help.rule))
    .addHelpText('after', () => examples(m.help.examples.explain, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage'], m))
    .action(async (id: string | undefined) => {
      const { rules: ofOne } = await import('../../check/rules.ts');
      const { storeRules } = await import('../../check/store-rules.ts');
      const rules = [...ofOne, ...storeRules];
      const style = styleOn(host.stdout, lang, host.env);
      if (id === undefined) {
        const widest = Math.max(...rules.map((rule) => rule.id.length));
        for (const rule of rules) host.stdout.write(`${rule.id.padEnd(widest)}  ${rule.summary[lang]}\n`);
        return context.finish(EXIT.ok);
      }
      const rule = rules.find((one) => one.id === id);
      if (rule !== undefined) {
        host.stdout.write(rulePage(rule, lang, style));
        return context.finish(EXIT.ok);
      }
      const { nearestRule } = await import('../config.ts');
      host.stderr.write(`${m.config.unknownRule(id, nearestRule(id))}\n`);
      return context.finish(EXIT.usage);
    });
}
