/** What a name must say to speak of a subject: one phrase of each list, and none of those that mean something else. */
export interface Subject {
  readonly all: readonly (readonly string[])[];
  readonly none?: readonly string[];
  /** Said of a target, these measure something else, although a task with them serves the subject. */
  readonly noneInTargets?: readonly string[];
}

const OFFICIALS = ['cong chuc', 'vien chuc', 'can bo'];
const PEOPLE = ['nguoi dan', 'dan so', 'cong dan', 'toan dan', '14 tuoi'];
const TRAINING = ['boi duong', 'tap huan', 'dao tao'];
const SETTING_UP = ['ban hanh', 'cap nhat', 'xay dung'];
const ONLINE_SERVICE = ['dich vu cong truc tuyen'];

/**
 * What plans do and components assess, in the words of both. A component and an item touch when one clause of each
 * speaks of the same subject. All phrases in search-key form; where in doubt a subject asks for more words.
 */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  'steering-committee-head': { all: [['truong ban'], ['ban chi dao'], ['chuyen doi so']] },
  'portal-column': {
    all: [['cong thong tin dien tu'], ['chuyen muc', 'chuyen trang'], ['chuyen doi so']],
  },
  'press-column': { all: [['bao chi'], ['chuyen muc', 'chuyen trang'], ['chuyen doi so']] },
  'broadcast-column': {
    all: [['phat thanh'], ['truyen hinh'], ['chuyen muc', 'tin bai', 'phat song'], ['chuyen doi so']],
  },
  'party-resolution': { all: [['nghi quyet'], ['cap uy', 'tinh uy'], ['chuyen doi so']] },
  'yearly-plan': {
    all: [['ke hoach chuyen doi so', 'ke hoach hanh dong'], ['hang nam', '5 nam'], ['chuyen doi so']],
    none: ['ngay chuyen doi so'],
  },
  architecture: {
    all: [['kien truc chinh quyen dien tu', 'kien truc chinh quyen so', 'khung kien truc so'], SETTING_UP],
    none: ['tuan thu'],
  },
  'online-service-incentive': {
    all: [['chinh sach'], ['khuyen khich', 'uu dai', 'mien giam'], ONLINE_SERVICE],
  },
  'mobile-coverage': {
    all: [['phu song', 'phu mang', 'bao phu', 'phu bang rong'], ['di dong'], ['bang rong']],
  },
  'fixed-broadband-coverage': { all: [['phu bang rong co dinh', 'phu song bang rong co dinh']] },
  'mobile-subscriptions': { all: [['thue bao'], ['bang rong di dong', 'di dong bang rong']] },
  'fibre-to-households': { all: [['cap quang']], none: ['truyen so lieu'] },
  'cloud-data-centre': {
    all: [['trung tam du lieu', 'trung tam tich hop du lieu'], ['dien toan dam may']],
  },
  'shared-platforms': {
    all: [['trien khai', 'hoan thanh', 'dua vao su dung'], ['nen tang so dung chung']],
    none: TRAINING,
  },
  'artificial-intelligence': {
    all: [
      ['tri tue nhan tao', 'ai'],
      ['ung dung', 'su dung'],
    ],
    none: [...TRAINING, 'giang day', 'kien truc'],
  },
  'unit-in-charge': {
    all: [
      ['bo phan', 'dau moi'],
      ['nhiem vu chuyen doi so', 'phu trach chuyen doi so', 'phu trach ve chuyen doi so'],
    ],
    none: TRAINING,
  },
  'staff-for-digital-transformation': {
    all: [['chuyen trach'], [...OFFICIALS, 'nhan luc'], ['chuyen doi so']],
    none: [...TRAINING, 'chuan ky nang'],
  },
  'staff-for-security': {
    all: [['chuyen trach'], [...OFFICIALS, 'nhan luc'], ['an toan thong tin', 'an ninh mang']],
    none: TRAINING,
  },
  'training-of-officials': {
    all: [TRAINING, OFFICIALS, ['chuyen doi so', 'ky nang so', 'kien thuc so']],
    none: ['can bo chuyen trach', 'can bo phu trach', 'giao vien', 'to cong nghe so'],
  },
  'community-team': { all: [['to cong nghe so cong dong']], noneInTargets: TRAINING },
  'skills-of-people': {
    all: [['ky nang so'], [...PEOPLE, 'pho cap']],
    none: OFFICIALS,
  },
  'technology-skills-of-people': {
    all: [['ky nang'], ['cong nghe thong tin va truyen thong'], PEOPLE],
    none: OFFICIALS,
  },
  'security-level-approval': {
    all: [['he thong thong tin'], ['cap do'], ['phe duyet', 'tham dinh', 'xac dinh']],
    none: ['phuong an', 'truong thanh'],
  },
  'security-by-level': { all: [['phuong an bao dam'], ['an toan'], ['theo cap do']] },
  'malware-protection': {
    all: [['ma doc'], ['phong chong', 'giam sat']],
    noneInTargets: ['may tinh'],
  },
  'level-3-inspection': { all: [['cap do 3'], ['kiem tra', 'danh gia']] },
  'incident-response': { all: [['phuong an'], ['ung cuu'], ['su co']] },
  'portal-trust': { all: [['tin nhiem'], ['cong thong tin dien tu']] },
  'service-portal-trust': { all: [['tin nhiem'], ['cong dich vu cong']] },
  'portal-functions': { all: [['cong thong tin dien tu'], ['chuc nang', 'tinh nang']] },
  'procedure-system': {
    all: [
      ['he thong thong tin giai quyet thu tuc hanh chinh'],
      ['chuc nang', 'tinh nang', 'nang cap', 'hoan thien'],
    ],
    none: ['so hoa', 'luu kho'],
  },
  'national-data-services': {
    all: [['dich vu du lieu'], ['ndxp', 'nen tang tich hop chia se du lieu quoc gia']],
  },
  'fully-online-service': {
    all: [
      ONLINE_SERVICE,
      ['toan trinh', 'muc do 4', 'muc 4'],
      ['cung cap', 'trien khai', 'ty le', 'tren tong so', 'xay dung', 'nang'],
    ],
    none: ['chinh sach', 'uu dai', 'tuyen truyen', 'truyen thong', 'ho so nop', 'tri tue nhan tao', 'ai'],
  },
  'dossiers-sent-online': {
    all: [['ho so'], ['nop truc tuyen', 'nop bang hinh thuc truc tuyen', 'nop ho so truc tuyen']],
  },
  'dossiers-fully-online': {
    all: [
      ['ho so'],
      ['ho so truc tuyen toan trinh', 'xu ly hoan toan truc tuyen', 'giai quyet hoan toan truc tuyen'],
    ],
  },
  'use-of-online-service': {
    all: [
      ['nguoi dan', 'doanh nghiep', 'cong dan'],
      ['su dung dich vu cong truc tuyen', 'su dung cac dich vu cong truc tuyen'],
    ],
    none: ['chinh sach', 'uu dai', 'hai long'],
  },
  satisfaction: { all: [['hai long'], ['dich vu cong', 'thu tuc hanh chinh']] },
  'spending-on-digital-government': {
    all: [['ngan sach', 'kinh phi', 'tong chi'], ['cho chinh quyen so']],
  },
  'digital-economy-share': { all: [['kinh te so'], ['grdp']], none: ['tung nganh'] },
  'technology-enterprises': {
    all: [
      ['doanh nghiep cong nghe so'],
      ['ty le', 'so luong', 'thuc day', 'phat trien', 'thu hut', 'thanh lap', 'dang hoat dong', 'dat tru so'],
    ],
  },
  'electronic-contracts': { all: [['hop dong dien tu'], ['doanh nghiep']] },
  'postal-points': {
    all: [
      ['buu chinh', 'buu dien'],
      ['internet', 'bang rong'],
      ['diem phuc vu', 'diem'],
    ],
  },
  'domain-names': {
    all: [['ten mien'], ['vn', 'quoc gia']],
  },
  'digital-identity': {
    all: [
      ['dinh danh dien tu', 'danh tinh dien tu', 'danh tinh so', 'vneid', 'dinh danh va xac thuc dien tu'],
      [...PEOPLE, 'ca nhan'],
    ],
    none: OFFICIALS,
  },
  'personal-signature': {
    all: [['chu ky so', 'chung thu so', 'chu ky dien tu'], PEOPLE],
    none: OFFICIALS,
  },
};
