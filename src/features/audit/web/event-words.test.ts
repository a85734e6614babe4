import { expect, test } from 'vitest';
import type { AuditEvent } from '#features/audit/contract.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { actionWords, factLines, roleWords, subjectWords } from './event-words.ts';
import { auditMessages } from './messages.ts';

const words = auditMessages.vi;
const reading = (roles = {}) => ({ roles, format: buildFormat('vi') });
const event = (over: Partial<AuditEvent>): AuditEvent => ({
  ...{ id: '019bdc6e-5c57-7661-a72a-6e6a44900001', position: 1, at: '2026-11-22T02:00:00.000Z' },
  ...{ actor: { id: 'sen', name: null }, actingAs: null, address: null, action: 'role.grant' },
  ...{ subject: 'account:1', subjectName: null, isDenial: false, details: {}, before: null, after: null },
  ...{ requestId: null, ...over },
});

test('an action is said in words, and one without words by its code', () => {
  expect(actionWords('role.grant', words)).toBe('Giao vai trò');
  expect(actionWords('lotus.bloom', words)).toBe('lotus.bloom');
  expect(actionWords('toString', words)).toBe('toString');
});

test('a subject is its kind and its name, or its code', () => {
  expect(subjectWords(event({ subjectName: 'Lê Thị Sen' }), words)).toBe('Tài khoản Lê Thị Sen');
  expect(subjectWords(event({ subject: 'route:GET /map' }), words)).toBe('Địa chỉ GET /map');
  expect(subjectWords(event({ subject: 'organization:*' }), words)).toBe('Cơ quan');
  expect(subjectWords(event({ subject: 'lotus:a:b' }), words)).toBe('lotus a:b');
});

test('what was before and after comes first, blank and absent apart', () => {
  const changed = event({
    before: { state: 'blank', value: null },
    after: { state: 'value', value: '0', reason: '' },
    details: { version: 3 },
  });
  expect(factLines(changed, words, reading())).toEqual([
    'trạng thái: để trống → có giá trị',
    'giá trị: để trống → 0',
    'lý do: chưa có → để trống',
    'lần sửa: 3',
  ]);
});

test('facts of one item keep its code, and codes are said in words', () => {
  const granted = event({ after: { role: 'reporter', organizationCode: 'STP', validFrom: '2026-11-23' } });
  expect(factLines(granted, words, reading({ reporter: 'Cán bộ báo cáo' }))).toEqual([
    'vai trò: chưa có → Cán bộ báo cáo',
    'cơ quan: chưa có → STP',
    'từ ngày: chưa có → 23/11/2026',
  ]);
  const appraised = event({
    before: { 'STP/6.5.a': 'not-applicable', state: 'open' },
    after: { 'STP/6.5.a': '12034', 'STP/6.5.b': { decision: 'corrected', appraised: '5' }, state: 'locked' },
  });
  expect(factLines(appraised, words, reading())).toEqual([
    'STP/6.5.a: không áp dụng → 12034',
    'trạng thái: đang mở → đã khóa',
    'STP/6.5.b, quyết định: chưa có → đã sửa',
    'STP/6.5.b, số thẩm định: chưa có → 5',
  ]);
});

test('what only looks like a day or an instant stays as it was written', () => {
  const odd = event({ details: { reason: '2026-99-99', note: '2026-11-22T99:00:00Z' } });
  expect(factLines(odd, words, reading())).toEqual(['lý do: 2026-99-99', 'nội dung: 2026-11-22T99:00:00Z']);
});

test('a role is said with its organization, and that it was lent', () => {
  const roles = { reporter: 'Cán bộ báo cáo' };
  expect(roleWords('reporter@STP~delegated', roles, 'được ủy quyền')).toBe(
    'Cán bộ báo cáo, STP, được ủy quyền',
  );
  expect(roleWords('leader', roles, 'được ủy quyền')).toBe('leader');
});
