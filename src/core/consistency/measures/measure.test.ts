import { describe, expect, it } from 'vitest';
import { computeSimilarity, populationsDiffer, readMeasure } from './measure.ts';
import { groupByMeasure } from './measure-groups.ts';

const likeness = (a: string, b: string) => computeSimilarity(readMeasure(a, null), readMeasure(b, null));

describe('two names of one measure', () => {
  it.each([
    ['Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang', 'Hộ gia đình được phủ mạng cáp quang'],
    ['Doanh nghiệp sử dụng hợp đồng điện tử trong giao dịch', 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử'],
    ['Tỷ lệ người dân từ 14 tuổi trở lên có danh tính điện tử', 'Người dân trưởng thành có tài khoản VNeID'],
    ['Hồ sơ được nộp bằng hình thức trực tuyến/tổng hồ sơ tiếp nhận', 'Tỷ lệ hồ sơ nộp trực tuyến'],
    ['Dân số có hồ sơ sức khoẻ điện tử', 'Tỷ lệ người dân có hồ sơ sức khỏe điện tử'],
    [
      'TTHC đủ điều kiện được cung cấp dưới dạng DVCTT toàn trình',
      'Thủ tục hành chính có đủ điều kiện được cung cấp dịch vụ công trực tuyến mức độ 4',
    ],
  ])('%s = %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThan(0.66);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });
});

describe('two measures with like names', () => {
  it.each([
    [
      'Tỷ lệ hộ gia đình có Internet cáp quang',
      'Tỷ lệ thôn, bản có Internet cáp quang',
      'households, villages',
    ],
    [
      'Tỷ lệ dịch vụ công trực tuyến toàn trình',
      'TTHC đủ điều kiện cung cấp dịch vụ công trực tuyến toàn trình',
      'all services, eligible ones',
    ],
    [
      'Tỷ trọng kinh tế số trong GRDP',
      'Tỷ trọng kinh tế số trong từng ngành, lĩnh vực',
      'economy, each sector',
    ],
    [
      'Người dân được phổ cập kỹ năng số',
      'Cán bộ, công chức được đào tạo kỹ năng số cơ bản',
      'people, officials',
    ],
    [
      'Thuê bao di động sử dụng điện thoại thông minh',
      'Người dân trưởng thành có điện thoại thông minh',
      'subscriptions, people',
    ],
    [
      'Thành viên Tổ công nghệ số cộng đồng được tập huấn',
      'Số thành viên của Tổ công nghệ số cộng đồng trên 100 dân',
      'a share, a density',
    ],
    ['Doanh nghiệp sử dụng hóa đơn điện tử', 'Doanh nghiệp sử dụng hợp đồng điện tử', 'invoices, contracts'],
    ['Xã có nhà văn hóa', 'Xã có trạm y tế', 'no known concept'],
  ])('%s ≠ %s (%s)', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(0.66);
  });
});

it('sees that the same measure is counted over different people', () => {
  const adults = readMeasure('Người dân trưởng thành có chữ ký số', null);
  const fromFourteen = readMeasure('Người dân từ 14 tuổi trở lên có chữ ký số', null);
  expect(computeSimilarity(adults, fromFourteen)).toBe(1);
  expect(populationsDiffer(adults, fromFourteen)).toBe(true);
  expect(populationsDiffer(adults, adults)).toBe(false);
});

it('never puts two components of a framework into one group', () => {
  const entry = (name: string, indicatorCode: string | null) => ({
    place: { id: name },
    measure: readMeasure(name, null),
    indicatorCode,
    unit: '%',
  });
  const groups = groupByMeasure([
    entry('Người dân có kỹ năng số', null),
    entry('Người dân biết kỹ năng số', '8.3'),
    entry('Người dân có kỹ năng số cơ bản', '9.9'),
  ]);
  expect(groups.map((group) => group.map((member) => member.indicatorCode))).toEqual([
    ['8.3', null],
    ['9.9'],
  ]);
});
