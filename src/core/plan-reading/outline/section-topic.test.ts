import { expect, test } from 'vitest';
import { sectionTopic } from './section-topic.ts';

const topicUnder = (...titles: readonly string[]) =>
  sectionTopic({
    appendix: null,
    steps: titles.map((title, index) => ({ number: String(index + 1), title, line: index + 1 })),
  });

test.each([
  [['TỔ CHỨC THỰC HIỆN', 'Đánh giá kết quả thực hiện'], 'assignments'],
  [['KẾT QUẢ THỰC HIỆN', 'Tổ chức thực hiện'], 'assignments'],
  [['KẾT QUẢ NĂM 2025', 'Trồng sen'], 'results'],
  [['MỤC TIÊU', 'Kết quả đạt được'], 'results'],
  [['MỤC TIÊU CỤ THỂ ĐẾN NĂM 2030', 'Mục tiêu chung'], 'specific-objectives'],
  [['MỤC TIÊU', 'Mục tiêu chung'], 'general-objectives'],
  [['MỤC TIÊU', 'Mục tiêu cụ thể'], 'specific-objectives'],
  [['NHIỆM VỤ', 'Ao sen'], 'tasks'],
  [[], 'opening'],
] as const)('under %j the topic is %s', (titles, topic) => {
  expect(topicUnder(...titles)).toBe(topic);
});
