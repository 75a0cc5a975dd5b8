import type { Values } from '../forms/values';

/** What somebody has filled in and not sent: kept on this machine until it is sent, given up, or they sign out. */
export interface Draft {
  values: Values;
  /** One per form that is filled in: a retry after a broken line writes nothing twice. */
  key: string;
  /** The ledger's seq that was read when it was begun. */
  seq: number;
  /** When it was kept, of this machine. */
  at: number;
}

const prefix = 'plan-registry.draft';

export const accountOf = (me: { name: string; role: string }): string => `${me.name} ${me.role}`;

/** Per account, district, form and record. */
export const placeOf = (account: string, district: string, form: string): string => [prefix, account, district, form].join('|');

export function read(place: string): Draft | undefined {
  const draft = kept<Draft>(place);
  return draft?.values && draft.key ? (draft as Draft) : undefined;
}

/** What was kept, as far as it can be read. */
export function kept<Kept>(place: string): Partial<Kept> | undefined {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined) as Partial<Kept> | undefined;
  } catch {
    return undefined;
  }
}

export function keep(place: string, draft: object): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // The machine has no room: what is on the page is still there.
  }
}

/** Whoever uses the machine next does not find them. */
export function discardAll(account: string): void {
  const mine = Object.keys(localStorage).filter((place) => place.startsWith(`${prefix}|${account}|`));
  mine.forEach((place) => localStorage.removeItem(place));
}

export const discard = (place: string): void => localStorage.removeItem(place);

/** randomUUID came after Chromium 88. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
