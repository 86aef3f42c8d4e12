import { expect, test } from 'vitest';
import { CERTAINTY } from '../../src/extract/certainty.ts';
import { extractionOf } from './plan.ts';

test('what rests on the build of a sentence is less sure than what stands there as such', () => {
  const { facts, evidence } = extractionOf({
    body: `I. MỤC ĐÍCH
Chăm lo sức khỏe.
II. CHỈ TIÊU
1. Trên 95% người cao tuổi được khám sức khỏe định kỳ.
2. Tập huấn cho 260 cán bộ y tế cấp xã.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính tổng hợp kết quả trước ngày 30 tháng 11 năm 2024.`,
  });
  const sure = (pointer: string): number | undefined => evidence[pointer]?.confidence;
  expect(facts.targets.map(({ unit, group }) => [unit, group])).toEqual([
    ['%', 'người cao tuổi'],
    ['cán bộ', 'cán bộ y tế cấp xã'],
  ]);
  for (const field of ['value', 'relation', 'measure']) expect(sure(`/targets/0/${field}`)).toBe(1);
  expect(sure('/targets/0/unit')).toBe(1);
  expect(sure('/targets/1/unit')).toBe(CERTAINTY.target.unit);
  expect(sure('/targets/0/label')).toBe(CERTAINTY.target.label);
  expect(sure('/targets/0/group')).toBe(CERTAINTY.target.group);
  expect(sure('/targets/0/of')).toBe(CERTAINTY.target.of);
  expect(sure('/agencies/0/tasks/0/partners/0')).toBe(CERTAINTY.task.partners);
  expect(sure('/deadlines/0/action')).toBe(CERTAINTY.deadline.action);
  expect(sure('/deadlines/0/due')).toBe(1);
});
