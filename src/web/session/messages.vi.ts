/** The Vietnamese texts of signing in, on the page for it and over any other page. */
export const vi = {
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  usernameMissing: 'Nhập tên đăng nhập.',
  passwordMissing: 'Nhập mật khẩu.',
  code: 'Mã xác thực',
  codeHint: 'Mã 6 số trên ứng dụng xác thực, hoặc một mã dự phòng.',
  codeMissing: 'Nhập mã xác thực.',
  ended: 'Phiên đăng nhập đã hết',
  endedUnsaved:
    'Nội dung vừa gửi chưa được lưu, và vẫn còn nguyên trên trang. Đăng nhập lại tại đây, rồi lưu lần nữa.',
  endedReading: 'Đăng nhập lại tại đây để xem tiếp. Nội dung đang nhập trên trang vẫn còn nguyên.',

  form: 'Biểu mẫu đăng nhập',
};
