// Small things kept on the reader's device; the site works the same where nothing may be stored.

export type StoredName = 'theme' | 'language';

export function store(name: StoredName, value: string): void {
  try {
    localStorage.setItem(`activation-lab:${name}`, value);
  } catch (error) {
    console.info(`Nothing can be stored here: ${error}`);
  }
}

export function stored(name: StoredName): string | null {
  try {
    return localStorage.getItem(`activation-lab:${name}`);
  } catch {
    return null;
  }
}
