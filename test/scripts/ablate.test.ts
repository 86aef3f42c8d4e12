import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ablate } from '../../scripts/evaluate/ablate.ts';
import { packageRoot } from '../../src/cli/version.ts';

test('entries that occur in one document alone are listed with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ablate-'));
  const documents = ['Phát triển 5 mô hình và 3 kịch bản, kiềm chế lạm phát.', 'Phát triển 8 mô hình.'].map(
    (text, index) => {
      const file = join(folder, `plan-${index}.txt`);
      writeFileSync(file, `KẾ HOẠCH\nỦy ban nhân dân tỉnh ban hành Kế hoạch.\n${text}`);
      return { name: `plan-${index}`, file };
    },
  );
  const { single } = await ablate(documents, packageRoot());
  const [first] = single;
  expect(single).toHaveLength(1);
  expect(first?.document).toBe('plan-0');
  expect(first?.entries).toContainEqual({ phrase: 'kịch bản', where: 'targets.json' });
  expect(first?.entries).toContainEqual({ phrase: 'kiềm chế', where: 'extract/targets/labels.ts' });
  expect(first?.entries.map(({ phrase }) => phrase)).not.toContain('mô hình');
});
