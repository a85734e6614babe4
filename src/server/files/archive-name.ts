// What Windows forbids in names, and characters that nobody sees.
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST_NAME = 80;

const splitEnding = (name: string): readonly [stem: string, ending: string] => {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - ending.length), ending];
};

// Windows drops dots and spaces at the end, and then takes two names for one.
const trimEnd = (text: string): string => text.replace(/[. ]+$/u, '');

/** A text as the name of a file or folder on any system: no path, nothing reserved, not too long; never empty. */
export const safeName = (text: string): string => {
  const cleaned = trimEnd(text.normalize('NFC').replace(FORBIDDEN, '_').trim());
  const [stem, ending] = splitEnding(cleaned);
  const short = trimEnd(stem.slice(0, LONGEST_NAME).replace(/\p{Surrogate}$/u, ''));
  const name = short === '' || /^\.+$/.test(short) ? `_${ending}` : `${short}${ending}`;
  return RESERVED.test(name) ? `_${name}` : name;
};

/** Gives each path of an archive out once: a second file of the same name gets a number, also where only case differs. */
export const openPathRegister = (): ((folder: string, name: string) => string) => {
  const taken = new Set<string>();
  return (folder, name) => {
    const [stem, ending] = splitEnding(name);
    let path = `${folder}/${name}`;
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) {
      path = `${folder}/${stem} (${String(number)})${ending}`;
    }
    taken.add(path.toLowerCase());
    return path;
  };
};
