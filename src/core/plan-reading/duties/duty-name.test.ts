import { expect, it } from 'vitest';
import { nameDuty } from './duty-name.ts';

it.each([
  ['theo dõi các ao sen hằng tháng; báo cáo.', 'Theo dõi các ao sen hằng tháng'],
  ['Lập bản đồ số các ao sen trong tỉnh; cập nhật hằng năm.', 'Lập bản đồ số các ao sen trong tỉnh'],
  ['Mở lớp dạy trồng sen cho hộ mới để tăng sản lượng.', 'Mở lớp dạy trồng sen cho hộ mới'],
  ['Chủ trì và phối hợp với các hội thực hiện: Nâng giá sen lên gấp đôi.', 'Nâng giá sen lên gấp đôi'],
  ['Căn cứ dự toán được duyệt để bố trí kinh phí trồng sen hằng năm.', 'Bố trí kinh phí trồng sen hằng năm'],
  [
    'Trên cơ sở dự toán các hội lập, trình mức chi để đào ao.',
    'Trên cơ sở dự toán các hội lập, trình mức chi',
  ],
])('the work of %o is named %o', (text, name) => {
  expect(nameDuty(text)).toBe(name);
});
