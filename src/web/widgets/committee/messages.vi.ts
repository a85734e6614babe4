/** How members of the steering committee and their areas are named. */
export const vi = {
  posts: {
    head: 'Trưởng ban',
    'deputy-head': 'Phó Trưởng ban',
    'standing-member': 'Ủy viên thường trực',
    member: 'Ủy viên',
  },
  nameErased: 'Họ tên đã xóa',
  simulated: 'giả định',
  option: (area: string, name: string) => `${area} · ${name}`,
  ownOption: (area: string, name: string) => `Lĩnh vực của tôi: ${area} · ${name}`,
};
