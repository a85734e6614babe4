/** What the reader of a document warns of, by its code; `other` for a code without words of its own. */
export const vi = {
  codes: {
    'row.unplaced': 'Dòng bảng chưa xếp được vào sổ nào',
    'item.unplaced': 'Đoạn chưa xếp được vào sổ nào',
    'source.defect': 'Lỗi trong văn bản gốc',
    'column.unplaced': 'Cột bảng chưa xếp được vào sổ nào',
    'row.no-lead': 'Nhiệm vụ chưa có cơ quan chủ trì',
    'number.unread': 'Số quá dài, giữ nguyên như văn bản ghi',
    'date.unread': 'Thời gian không có trong lịch, giữ nguyên như văn bản ghi',
    'document.no-kind': 'Văn bản chưa rõ loại',
    'document.no-subject': 'Văn bản chưa có trích yếu',
    'document.no-number': 'Văn bản chưa có số, ký hiệu',
    'document.no-date': 'Văn bản chưa có ngày ban hành',
    'document.no-issuer': 'Văn bản chưa rõ cơ quan ban hành',
  } as Readonly<Record<string, string>>,
  other: 'Cần xem lại',
};
