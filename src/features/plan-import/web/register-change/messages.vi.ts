/** Words of what an import does to what is registered already. */
export const vi = {
  undo: {
    action: 'Hoàn tác lần nhập',
    confirmTitle: 'Hoàn tác lần nhập này?',
    confirmText:
      'Các mục chỉ có từ lần nhập này rời khỏi sổ, các giá trị đã bị thay trở lại như trước. Lịch sử vẫn được giữ và tệp có thể tải lên lại.',
    cancel: 'Giữ nguyên',
    notice: 'Đã hoàn tác lần nhập. Sổ trở lại như trước.',
    where: 'Hoàn tác lần nhập',
  },
  changes: {
    eyebrow: 'Văn bản',
    loading: 'Thay đổi giữa hai văn bản',
    title: {
      amends: (document: string, earlier: string, parts: string) =>
        `${document} sửa đổi ${earlier}: ${parts}`,
      replaces: (document: string, earlier: string, parts: string) =>
        `${document} thay thế ${earlier}: ${parts}`,
    },
    counted: {
      changed: (count: string) => `${count} mục thay đổi`,
      added: (count: string) => `${count} mục bổ sung`,
      ended: (count: string) => `${count} mục bãi bỏ`,
    },
    changed: 'Thay đổi',
    added: 'Bổ sung',
    ended: 'Bãi bỏ',
    kept: 'Văn bản sau ghi khác, sổ giữ như trước',
    none: 'Không có mục nào.',
    same: (count: string) => `${count} mục giữ nguyên nội dung.`,
    before: 'Trước',
    after: 'Sau',
    openLater: 'Mở văn bản sau',
    openEarlier: 'Mở văn bản trước',
  },
  amendment: {
    open: 'Đối chiếu văn bản sửa đổi, thay thế',
    eyebrow: 'Nhập văn bản',
    title: 'Văn bản này sửa đổi hoặc thay thế văn bản nào?',
    titleAmending: (changed: string, added: string, document: string) =>
      `So với ${document}: ${changed} mục thay đổi, ${added} mục bổ sung`,
    titleReplacing: (changed: string, added: string, dropped: string, document: string) =>
      `So với ${document}: ${changed} mục thay đổi, ${added} mục bổ sung, ${dropped} mục không còn`,
    lead: 'Chọn văn bản để đối chiếu từng mục. Sổ chỉ thay đổi khi bạn bấm Đưa vào sổ.',
    basis: 'Văn bản được sửa đổi hoặc thay thế',
    noBasis: 'Chưa chọn',
    relation: 'Quan hệ',
    relations: { amends: 'Sửa đổi, bổ sung một số mục', replaces: 'Thay thế toàn bộ' },
    proposed: (document: string, relation: string, reason: string) => `${document}: ${relation} (${reason})`,
    proposals: 'Hệ thống nhận thấy',
    noProposals: 'Không thấy văn bản nào trong sổ được nêu là bị sửa đổi hoặc thay thế.',
    reasons: {
      'subject-line': 'nêu trong trích yếu',
      citation: 'nêu trong nội dung',
      'same-number': 'cùng số, ngày sau',
      'same-subject': 'cùng trích yếu, ngày sau',
    },
    compare: 'Đối chiếu',
    changed: 'Thay đổi',
    added: 'Bổ sung',
    dropped: 'Không còn trong văn bản thay thế',
    apply: 'Áp dụng',
    applyAll: (count: string) => `Áp dụng tất cả ${count} mục`,
    endAll: (count: string) => `Bãi bỏ tất cả ${count} mục`,
    willDo: (applied: string, kept: string, added: string, ended: string) =>
      `Sẽ áp dụng ${applied} thay đổi, giữ nguyên ${kept}, bổ sung ${added}, bãi bỏ ${ended}.`,
    end: 'Bãi bỏ theo văn bản này',
    none: 'Không có mục nào.',
    same: (count: string) => `${count} mục giống mục đang có.`,
    quoteBefore: 'Câu chữ đang có',
    quoteAfter: 'Câu chữ mới',
    accept: 'Đưa vào sổ',
    accepted: 'Đã đưa vào sổ.',
    back: 'Quay lại trang xem xét',
    where: 'Đối chiếu văn bản',
  },
};
