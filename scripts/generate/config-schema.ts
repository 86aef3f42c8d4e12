import { z } from 'zod';
import { rules } from '../../src/check/rules.ts';
import { storeRules } from '../../src/check/store-rules.ts';
import { Config } from '../../src/cli/config.ts';

/** The JSON Schema (draft 2020-12) of kehoach.config.json. */
export function configSchema(): string {
  const schema = z.toJSONSchema(Config, { io: 'input', override: describeRules });
  return `${JSON.stringify({ title: 'Configuration of kehoach', ...schema }, null, 2)}\n`;
}

/** Names every rule with what it says, for an editor to show. */
function describeRules({
  jsonSchema,
  path,
}: {
  jsonSchema: z.core.JSONSchema.BaseSchema;
  path: unknown[];
}): void {
  if (path.at(-1) !== 'rules' || jsonSchema.propertyNames === undefined) return;
  const setting = jsonSchema.additionalProperties;
  delete jsonSchema.propertyNames;
  jsonSchema.additionalProperties = false;
  jsonSchema.properties = Object.fromEntries(
    [...rules, ...storeRules].map(({ id, summary }) => [
      id,
      { description: summary.en, ...(typeof setting === 'object' ? setting : {}) },
    ]),
  );
}
