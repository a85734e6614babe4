/** How members of the steering committee and their areas are named. */
export const en = {
  posts: {
    head: 'Head',
    'deputy-head': 'Deputy head',
    'standing-member': 'Standing member',
    member: 'Member',
  },
  nameErased: 'Name erased',
  simulated: 'invented',
  option: (area: string, name: string) => `${area} · ${name}`,
  ownOption: (area: string, name: string) => `My area: ${area} · ${name}`,
};
