import { fact, type ProblemWording } from './problem-wording.ts';

/** The Vietnamese sentences about what is wrong with a framework or its file. */
export const vietnameseProblems: ProblemWording = {
  'json-malformed': {
    what: (facts) =>
      facts.position === undefined
        ? 'Tệp không phải JSON hợp lệ.'
        : `Tệp không phải JSON hợp lệ, sai ở ký tự thứ ${fact(facts, 'position')}.`,
    mend: 'Xuất lại tệp từ hệ thống rồi sửa trên bản đó.',
  },
  'sheet-missing': {
    what: () => 'Thiếu trang tính này.',
    mend: 'Thêm lại trang tính đúng tên, lấy từ bản xuất của hệ thống.',
  },
  'sheet-unknown': {
    what: () => 'Không có trang tính nào tên như vậy.',
    mend: 'Đổi về đúng tên trang tính hoặc xóa trang này.',
  },
  'column-unknown': {
    what: (facts) =>
      fact(facts, 'field') === ''
        ? 'Cột này có dữ liệu nhưng dòng 2 không ghi tên trường.'
        : `Không có trường “${fact(facts, 'field')}”.`,
    mend: 'Ghi đúng tên trường ở dòng 2 như bản xuất, hoặc xóa cột.',
  },
  'column-repeated': {
    what: (facts) => `Trường “${fact(facts, 'field')}” có hai cột.`,
    mend: 'Giữ một cột, xóa cột kia.',
  },
  'field-repeated': {
    what: (facts) => `Trường “${fact(facts, 'field')}” có hai dòng.`,
    mend: 'Giữ một dòng, xóa dòng kia.',
  },
  'cell-not-used': {
    what: (facts) => `Loại “${fact(facts, 'form')}” không có trường “${fact(facts, 'field')}”.`,
    mend: 'Xóa nội dung ô, hoặc chọn đúng loại.',
  },
  'cells-merged': {
    what: () => 'Các ô này đã bị gộp làm một, nên chỉ ô đầu còn nội dung.',
    mend: 'Bỏ gộp ô (Unmerge Cells) rồi ghi đủ nội dung vào từng ô.',
  },
  'formula-in-cell': {
    what: () => 'Ô chứa công thức.',
    mend: 'Thay công thức bằng giá trị (Sao chép, Dán giá trị).',
  },
  'error-in-cell': { what: () => 'Ô báo lỗi tính toán.', mend: 'Nhập lại giá trị đúng.' },
  'text-in-number-cell': {
    what: (facts) => `“${fact(facts, 'text')}” không phải số.`,
    mend: 'Nhập số ở ô dạng số; phần thập phân không viết bằng chữ.',
  },
  'number-not-whole': {
    what: (facts) => `${fact(facts, 'text')} không phải số nguyên.`,
    mend: 'Nhập số nguyên.',
  },
  'share-malformed': {
    what: (facts) => `“${fact(facts, 'text')}” không phải tỷ lệ điểm.`,
    mend: 'Nhập số từ 0 đến 1, hoặc phân số dạng văn bản như 1/3.',
  },
  'day-malformed': {
    what: (facts) => `“${fact(facts, 'text')}” không phải ngày.`,
    mend: 'Ghi ngày dạng 2026-12-31.',
  },
  'flag-malformed': {
    what: (facts) => `“${fact(facts, 'text')}” không phải đúng hoặc sai.`,
    mend: 'Ghi TRUE hoặc FALSE.',
  },
  'choice-unknown': {
    what: (facts) => `“${fact(facts, 'text')}” không nằm trong danh sách.`,
    mend: 'Chọn một giá trị của danh sách.',
  },
  'owner-unknown': {
    what: (facts) => `Không có mã “${fact(facts, 'owner')}”.`,
    mend: 'Ghi đúng mã đã có ở trang “Chỉ số” hoặc “Số liệu”.',
  },
  'path-unknown': {
    what: (facts) => `Không có vị trí “${fact(facts, 'path')}” ở mã “${fact(facts, 'owner')}”.`,
    mend: 'Ghi vị trí như bản xuất, ví dụ rule.parts[2].rule, và giữ dòng của phần bên trên.',
  },
  'path-repeated': {
    what: (facts) => `Vị trí “${fact(facts, 'path')}” có hai dòng.`,
    mend: 'Đánh số lại hoặc xóa một dòng.',
  },
  'parent-unknown': {
    what: (facts) => `Không có nhóm chỉ số “${fact(facts, 'parent')}”.`,
    mend: 'Ghi mã của một dòng loại group, hoặc để trống ở cấp cao nhất.',
  },
  'parent-in-circle': {
    what: (facts) => `Chỉ số “${fact(facts, 'code')}” nằm dưới chính nó.`,
    mend: 'Sửa cột “parent” để không còn vòng.',
  },
  'field-unknown': {
    what: (facts) => `Không có trường “${fact(facts, 'field')}”.`,
    mend: 'Sửa đúng tên trường hoặc xóa đi.',
  },
  'field-missing': {
    what: (facts) => `Thiếu “${fact(facts, 'field')}”.`,
    mend: 'Bổ sung giá trị.',
  },
  'field-malformed': {
    what: (facts) => `“${fact(facts, 'field')}” chưa đúng dạng: “${fact(facts, 'text')}”.`,
    mend: 'Sửa theo dạng của bản xuất; số thập phân viết như 12.5.',
  },
  'text-unstorable': {
    what: (facts) => `“${fact(facts, 'field')}” có ký tự không lưu được.`,
    mend: 'Xóa ký tự lạ rồi gõ lại.',
  },
  'component-code-repeated': {
    what: (facts) => `Mã chỉ số “${fact(facts, 'about')}” dùng hai lần.`,
    mend: 'Đặt mỗi chỉ số một mã riêng.',
  },
  'item-code-repeated': {
    what: (facts) => `Mã số liệu “${fact(facts, 'about')}” dùng hai lần.`,
    mend: 'Đặt mỗi số liệu một mã riêng.',
  },
  'code-malformed': {
    what: (facts) => `Mã “${fact(facts, 'about')}” có ký tự không dùng được.`,
    mend: 'Chỉ dùng chữ, số, dấu chấm, gạch nối; không có dấu cách, dấu chấm phẩy, gạch chéo.',
  },
  'maximum-differs-from-children': {
    what: (facts) =>
      `Điểm tối đa của nhóm là ${fact(facts, 'stated')}, các chỉ số con cộng lại ${fact(facts, 'sum')}.`,
    mend: 'Sửa điểm tối đa của nhóm hoặc của chỉ số con để khớp.',
  },
  'total-differs-from-components': {
    what: (facts) => `Tổng điểm tối đa là ${fact(facts, 'stated')}, các nhóm cộng lại ${fact(facts, 'sum')}.`,
    mend: 'Sửa tổng điểm hoặc điểm của các nhóm để khớp.',
  },
  'maximum-not-positive': {
    what: (facts) => `Điểm tối đa ${fact(facts, 'maximum')} không lớn hơn 0.`,
    mend: 'Nhập điểm tối đa lớn hơn 0.',
  },
  'group-empty': { what: () => 'Nhóm chưa có chỉ số nào.', mend: 'Thêm chỉ số con hoặc xóa nhóm.' },
  'item-missing': {
    what: (facts) =>
      fact(facts, 'item') === ''
        ? 'Quy tắc chưa được chọn số liệu.'
        : `Quy tắc dùng số liệu “${fact(facts, 'item')}” mà chỉ số không khai báo.`,
    mend: 'Thêm số liệu vào bộ chỉ số và vào danh sách số liệu của chỉ số này.',
  },
  'item-kind-unfit': {
    what: (facts) => `Số liệu “${fact(facts, 'item')}” không đúng loại mà quy tắc cần, nên không tính được.`,
    mend: 'Chọn số liệu đúng loại hoặc quy tắc khác.',
  },
  'item-not-used': {
    what: (facts) =>
      facts.item === undefined
        ? 'Số liệu không được chỉ số nào dùng.'
        : `Số liệu “${facts.item}” được khai báo mà quy tắc không dùng.`,
    mend: 'Xóa đi để không phải thu thập, hoặc sửa quy tắc.',
  },
  'item-range-empty': {
    what: (facts) => `Giá trị nhỏ nhất ${fact(facts, 'minimum')} lớn hơn lớn nhất ${fact(facts, 'maximum')}.`,
    mend: 'Đổi lại hai giới hạn.',
  },
  'level-without-share': {
    what: (facts) => `Mức “${fact(facts, 'level')}” chưa có tỷ lệ điểm.`,
    mend: 'Thêm mức vào quy tắc; để trống tỷ lệ khi chưa rõ.',
  },
  'level-unknown': {
    what: (facts) => `Mức “${fact(facts, 'level')}” không có trong số liệu nên không ai đạt được.`,
    mend: 'Thêm mức vào số liệu hoặc bỏ khỏi quy tắc.',
  },
  'levels-out-of-order': {
    what: () => 'Mức thấp hơn lại được nhiều điểm hơn.',
    mend: 'Xếp các mức từ cao đến thấp và xem lại tỷ lệ điểm.',
  },
  'share-above-one': {
    what: (facts) => `Tỷ lệ điểm cộng lại ${facts.sum ?? facts.share ?? ''} vượt quá 1.`,
    mend: 'Giảm tỷ lệ của các phần để tổng bằng 1.',
  },
  'shares-below-one': {
    what: (facts) => `Tỷ lệ điểm cộng lại chỉ ${fact(facts, 'sum')}: không ai đạt đủ điểm.`,
    mend: 'Tăng tỷ lệ của các phần để tổng bằng 1.',
  },
  'threshold-not-positive': {
    what: (facts) => `Ngưỡng ${fact(facts, 'threshold')} không lớn hơn 0.`,
    mend: 'Nhập ngưỡng lớn hơn 0.',
  },
  'threshold-unreachable': {
    what: (facts) =>
      `Ngưỡng ${fact(facts, 'threshold')} cao hơn mức lớn nhất có thể (${fact(facts, 'highest')}): không ai đạt đủ điểm.`,
    mend: 'Hạ ngưỡng hoặc sửa giới hạn của số liệu.',
  },
  'tier-unreachable': {
    what: (facts) =>
      `Các bậc không tăng dần hoặc nằm ngoài thước đo (${fact(facts, 'bounds')}): có bậc không ai đạt được.`,
    mend: 'Xếp các bậc tăng dần và bỏ bậc thừa.',
  },
  'rule-without-parts': {
    what: () => 'Quy tắc chưa có phần nào nên không tính được.',
    mend: 'Thêm ít nhất một phần.',
  },
  'measure-without-items': {
    what: () => 'Thước đo không có phân số cũng không có tỷ lệ nên không tính được.',
    mend: 'Chọn tử số và mẫu số, hoặc chọn số liệu tỷ lệ.',
  },
  'evidence-missing': {
    what: () => 'Chưa ghi minh chứng phải nộp, nên không thẩm định được.',
    mend: 'Ghi tài liệu kiểm chứng bằng cả hai thứ tiếng.',
  },
  'lead-agency-missing': {
    what: () => 'Chưa có cơ quan chủ trì, nên không ai phải báo cáo.',
    mend: 'Giao một cơ quan chủ trì.',
  },
  'agency-not-registered': {
    what: (facts) =>
      `“${fact(facts, 'agency')}” không có trong danh bạ cơ quan, nên không ai thấy phần việc này của mình.`,
    mend: 'Chọn lại cơ quan trong danh bạ.',
  },
  'text-missing': { what: () => 'Tên còn thiếu một thứ tiếng.', mend: 'Ghi tên tiếng Việt và tiếng Anh.' },
  'example-not-given': {
    what: (facts) => `Quy tắc không cho ra điểm ${fact(facts, 'printed')} đã in trong văn bản.`,
    mend: 'Xem lại quy tắc hoặc ví dụ.',
  },
  'validity-reversed': {
    what: () => 'Ngày hết hiệu lực trước ngày có hiệu lực.',
    mend: 'Sửa lại hai ngày.',
  },
  'rule-unknown': {
    what: () => 'Một phần của quy tắc chưa rõ, nên điểm có thể là một khoảng.',
    mend: 'Bổ sung khi có văn bản quy định.',
  },
};
