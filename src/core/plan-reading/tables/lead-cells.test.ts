import { expect, test } from 'vitest';
import { partLeadCell } from './lead-cells.ts';

test.each([
  [
    'Chủ trì: Sở Y tế; Phối hợp: Sở Tư pháp, Sở Nội vụ',
    'Đơn vị thực hiện',
    'Sở Y tế',
    'Sở Tư pháp, Sở Nội vụ',
  ],
  ['- Chủ trì: Sở Y tế - Phối hợp: Công an tỉnh', 'Đơn vị thực hiện', 'Sở Y tế', 'Công an tỉnh'],
  ['Sở Y tế chủ trì, phối hợp với Sở Tư pháp', 'Đơn vị thực hiện', 'Sở Y tế', 'Sở Tư pháp'],
  ['Sở Y tế (chủ trì); Sở Tư pháp (phối hợp)', 'Phân công', 'Sở Y tế', 'Sở Tư pháp'],
  ['Sở Y tế/Sở Tư pháp, Sở Nội vụ', 'Chủ trì/Phối hợp', 'Sở Y tế', 'Sở Tư pháp, Sở Nội vụ'],
  ['Sở Y tế/Sở Tư pháp', 'Cơ quan chủ trì', 'Sở Y tế/Sở Tư pháp', null],
  ['Sở Y tế', 'Chủ trì/Phối hợp', 'Sở Y tế', null],
])('%s under "%s"', (raw, header, lead, coordinating) => {
  expect(partLeadCell(raw, header)).toEqual({ lead, coordinating });
});
