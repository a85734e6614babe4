/** The Vietnamese texts of the sign-in page. */
export const vi = {
  title: 'Đăng nhập',
  lead: 'Mỗi người dùng một tài khoản riêng.',
  demonstrationTitle: 'Tài khoản trình diễn',
  demonstrationLead: 'Chọn một tài khoản để điền sẵn vào biểu mẫu.',
  fill: 'Điền vào biểu mẫu',
  fillNamed: (name: string) => `Điền tài khoản ${name} vào biểu mẫu`,
};
