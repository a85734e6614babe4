import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getComponent } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const component = async (code: string) =>
  (await api.as('viewer').call(getComponent, { params: { code } })).body;

describe('what the plans say about a component', () => {
  it.each(['4.4', '5.1', '6.4', '8.1'])(
    '%s has targets of several documents and a task, though few name its code',
    async (code) => {
      const { related } = await component(code);
      const targets = related.filter(({ kind }) => kind === 'target');
      expect(new Set(targets.map(({ documentId }) => documentId)).size).toBeGreaterThanOrEqual(2);
      expect(related.some(({ kind }) => kind === 'task')).toBe(true);
    },
  );

  it('puts what names the code before what was inferred, and says which is which', async () => {
    const certainties = (await component('8.1')).related.map(({ certainty }) => certainty);
    expect(certainties).toEqual(certainties.toSorted((a, b) => b.localeCompare(a)));
    expect(new Set(certainties)).toEqual(new Set(['stated', 'inferred']));
  });

  it.each([
    ['8.2', 'an official signing documents', /hồ sơ công việc/iu],
    ['8.2', 'signatures in the work of agencies', /ứng dụng chữ ký số trong văn bản/iu],
    ['4.4', 'courses for specialists alone', /quản trị dữ liệu/iu],
    ['4.4', 'courses for the community teams', /tổ công nghệ số cộng đồng/iu],
    ['4.4', 'skills of the people', /người dân trong độ tuổi/iu],
    ['4.5', 'training of members as a target', /thành viên tổ công nghệ số cộng đồng được/iu],
    ['5.1', 'the maturity of data', /trưởng thành/iu],
    ['5.2', 'approval of levels', /thẩm định và phê duyệt/iu],
    ['5.3', 'computers as a target', /^máy tính/iu],
    ['6.4', 'dossiers', /^hồ sơ/iu],
    ['6.4', 'incentives', /chính sách ưu đãi/iu],
    ['3.4', 'the network of the state', /truyền số liệu/iu],
    ['7.1', 'shares within each sector', /^tỷ trọng kinh tế số trong từng ngành/iu],
    ['7.2', 'enterprises that use technology', /nhỏ và vừa/iu],
    ['7.3', 'contracts of employment', /hợp đồng lao động/iu],
    ['8.1', 'health records', /sức khỏe/iu],
    ['2.3', 'work that only heeds the architecture', /tuân thủ/iu],
  ])('%s leaves out %s', async (code, _what, words) => {
    const { related } = await component(code);
    expect(related.filter(({ certainty, name }) => certainty === 'inferred' && words.test(name))).toEqual([]);
  });
});
