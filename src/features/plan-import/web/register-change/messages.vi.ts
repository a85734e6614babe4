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
};
