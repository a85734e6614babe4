import type { PopulationPart } from './population.ts';

/**
 * Words of Vietnamese plans as far as they decide whether two names mean the same measure.
 * All in search-key form (lower case, no diacritics): scanned documents lose and swap diacritics.
 */

/** Short forms that plans use without explaining them. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  dvctt: 'dich vu cong truc tuyen',
  dvc: 'dich vu cong',
  tthc: 'thu tuc hanh chinh',
  httt: 'he thong thong tin',
  cntt: 'cong nghe thong tin',
  cds: 'chuyen doi so',
  tmdt: 'thuong mai dien tu',
  cbccvc: 'can bo cong chuc vien chuc',
};

/** Ways of writing one concept; the longest spelling wins. The concept replaces the words. */
export const CONCEPTS: Readonly<Record<string, readonly string[]>> = {
  'digital-identity': [
    'tai khoan dinh danh dien tu vneid',
    'tai khoan dinh danh dien tu',
    'tai khoan dinh danh va xac thuc dien tu',
    'dinh danh dien tu',
    'danh tinh dien tu',
    'danh tinh so',
    'vneid',
  ],
  'digital-signature': [
    'chu ky so hoac chu ky dien tu ca nhan',
    'chu ky so ca nhan hoac chu ky dien tu',
    'chu ky so hoac chu ky dien tu',
    'chung thu so ca nhan',
    'chu ky so ca nhan',
    'chu ky dien tu ca nhan',
    'chung thu so',
    'chu ky dien tu',
    'chu ky so',
  ],
  'fixed-broadband': [
    'mang internet bang rong cap quang',
    'internet bang rong cap quang',
    'internet cap quang bang rong',
    'internet bang rong co dinh',
    'bang rong co dinh',
    'bang rong cap quang',
    'internet cap quang',
    'mang cap quang',
    'cap quang',
  ],
  'mobile-broadband': ['bang rong di dong', 'di dong bang rong'],
  'electronic-contract': ['hop dong dien tu'],
  'electronic-invoice': ['hoa don dien tu'],
  'digital-economy': ['kinh te so'],
  'every-sector': ['tung nganh linh vuc', 'cac nganh linh vuc'],
  'digital-skills': [
    'ky nang ve cong nghe thong tin va truyen thong',
    'tri thuc co ban ve chuyen doi so ky nang so',
    'kien thuc so ky nang so co ban',
    'kien thuc ky nang so co ban',
    'kien thuc so co ban',
    'ky nang so co ban',
    'kien thuc so',
    'ky nang so',
  ],
  'health-record': ['ho so suc khoe dien tu', 'so suc khoe dien tu'],
  'payment-account': [
    'tai khoan giao dich thanh toan',
    'tai khoan thanh toan dien tu',
    'tai khoan thanh toan',
    'tai khoan giao dich',
  ],
  smartphone: ['dien thoai thong minh'],
  'trading-platform': [
    'san giao dich thuong mai dien tu',
    'nen tang thuong mai dien tu',
    'san thuong mai dien tu',
  ],
  'online-shopping': ['mua sam truc tuyen'],
  'fully-online': [
    'truc tuyen muc do toan trinh',
    'truc tuyen toan trinh',
    'hoan toan truc tuyen',
    'truc tuyen muc do 4',
    'truc tuyen muc 4',
  ],
  'public-service': ['dich vu cong'],
  'fully-online-public-service': [
    'dich vu cong truc tuyen muc do toan trinh',
    'dich vu cong truc tuyen toan trinh',
    'dich vu cong truc tuyen muc do 4',
    'dich vu cong truc tuyen muc 4',
    'dich vu cong muc do 4',
  ],
  procedure: ['thu tuc hanh chinh'],
  dossier: ['ho so'],
  'universal-access': ['pho cap'],
  satisfaction: ['muc do hai long', 'hai long'],
  'information-system': ['he thong thong tin'],
  'security-level': [
    'ho so de xuat cap do an toan thong tin',
    'ho so de xuat cap do an toan',
    'ho so de xuat cap do',
    'cap do an toan he thong thong tin',
    'cap do an toan thong tin',
    'cap do an toan',
    'cap do',
  ],
  'cloud-computing': ['dien toan dam may'],
  'open-data': ['du lieu mo'],
  'dti-index': ['chi so chuyen doi so dti', 'chi so chuyen doi so', 'dti'],
  'digital-transformation': ['chuyen doi so'],
  'digital-technology': ['cong nghe so'],
  'information-technology': ['cong nghe thong tin'],
  'community-digital-team': ['to cong nghe so cong dong'],
  'artificial-intelligence': ['tri tue nhan tao', 'ai'],
  ocop: ['moi xa mot san pham', 'ocop'],
  'wide-area-network': ['mang truyen so lieu chuyen dung', 'truyen so lieu chuyen dung'],
  labour: ['nang suat lao dong'],
};

/** Who or what is counted. Two names over different kinds of things never mean one measure. */
export const POPULATIONS: Readonly<Record<string, readonly string[]>> = {
  people: ['nguoi dan doanh nghiep', 'nguoi dan', 'dan so', 'cong dan'],
  enterprise: ['doanh nghiep'],
  'small-enterprise': ['doanh nghiep nho va vua', 'doanh nghiep vua va nho'],
  'technology-enterprise': ['doanh nghiep cong nghe so'],
  household: ['ho gia dinh'],
  village: ['thon ban', 'ap khom', 'khom ap', 'ap khu pho', 'thon to dan pho'],
  official: ['can bo cong chuc vien chuc', 'cong chuc vien chuc', 'can bo cong chuc', 'can bo'],
  subscription: ['thue bao di dong', 'thue bao dien thoai di dong', 'thue bao'],
  'user-account': ['tai khoan cua nguoi dan doanh nghiep'],
  user: ['nguoi su dung'],
  farmer: ['nong dan'],
  pupil: ['hoc sinh'],
};

/** Which part of a people is counted: the values may differ although the measure is one. */
export const POPULATION_PART_WORDS: Readonly<Record<PopulationPart, readonly string[]>> = {
  'from-14': ['tu 14 tuoi tro len', 'tu 14 tuoi', 'tu du 14 tuoi'],
  'from-15': ['tu 15 tuoi tro len', 'tu 15 tuoi', 'tu du 15 tuoi'],
  'from-18': ['tu 18 tuoi tro len', 'tu 18 tuoi', 'tu du 18 tuoi'],
  adult: ['trong do tuoi truong thanh', 'o do tuoi truong thanh', 'do tuoi truong thanh', 'truong thanh'],
  'working-age': ['trong do tuoi lao dong', 'do tuoi lao dong'],
};

/** A condition that narrows what is counted: with and without it are two measures. */
export const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  eligible: ['co du dieu kien', 'du dieu kien', 'du dieu kien theo quy dinh'],
  essential: ['thiet yeu'],
  'level-3': ['cap do 3 tro len', 'cap do 3'],
  'each-sector': ['trong tung nganh linh vuc', 'tung nganh linh vuc'],
  fast: ['toc do tren 1gb/s', 'tren 1gb/s', '1gb/s'],
  // A province that names no level speaks of its own.
  'commune-level': ['o cap xa', 'cap xa'],
  'district-level': ['o cap huyen', 'cap huyen'],
  'per-people': ['tren 100 dan', '100 dan', 'tren 1000 dan', '1000 dan', 'tren dan so'],
};

/** Phrases that say nothing about what is measured. */
export const STOP_PHRASES: readonly string[] = [
  'pho cap dich vu mang',
  'pho cap dich vu',
  'su dung duoc cho cac giao dich dien tu',
  'trong cac giao dich dien tu',
  'trong giao dich dien tu',
  'giao dich dien tu',
  'trong giao dich',
  'tren dia ban tinh',
  'tren dia ban',
  'cua tinh thanh pho',
  'tai tinh thanh pho',
  'co quan nha nuoc',
  'cua co quan',
  'cap tinh',
  'kha nang tiep can dich vu',
  'kha nang tiep can',
  'kha nang',
  'tiep can dich vu',
  'tiep can',
  'co ket noi',
  'ket noi',
  'ty le',
  'ty trong',
  'so luong',
  'muc do',
  'tong so',
  'hinh thuc',
  'hoat dong',
  'tien hanh',
  'su dung',
  'ung dung',
  'thuc hien',
  'hoan thanh',
  'phan dau',
  'toi thieu',
  'it nhat',
  'danh gia',
  'dao tao',
  'boi duong',
  'cung cap',
  'tap huan',
  'xac dinh',
  'giai quyet',
  'xu ly',
  'tiep nhan',
  'hang nam',
  'tro len',
];

/** Single words that say nothing about what is measured. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'va voi cua cac cho den tu tai tren trong theo ve de la co duoc dat nhung moi so khi boi bang cung phai da dang se nay nhu hoac phu biet cap duoi dang tong mot'.split(
    ' ',
  ),
);
