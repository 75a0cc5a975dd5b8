import type { Lang } from './words';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day, a month or a year in a sentence: 2026年11月22日, 22 November 2026. */
export function dayInWords(lang: Lang, day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (lang === 'zh') {
    return `${year}年${month ? `${month}月` : ''}${date ? `${date}日` : ''}`;
  }
  return [date, month && months[month - 1], year].filter(Boolean).join(' ');
}

/** A moment in Beijing time: its day and its minutes. */
export function beijing(moment: string): { day: string; minutes: string } {
  const shifted = new Date(new Date(moment).getTime() + 8 * 3_600_000).toISOString();
  return { day: shifted.slice(0, 10), minutes: shifted.slice(11, 16) };
}

export function momentInWords(lang: Lang, moment: string): string {
  const { day, minutes } = beijing(moment);
  return lang === 'zh' ? `${dayInWords(lang, day)}${minutes}` : `${dayInWords(lang, day)} at ${minutes}`;
}

export const momentInTable = (moment: string): string => `${beijing(moment).day} ${beijing(moment).minutes}`;

/** A moment of this machine: 10:12 in Beijing. */
export const minutesOf = (moment: number): string => beijing(new Date(moment).toISOString()).minutes;

/** How many days the second lies after the first; both full days. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Digits as recorded, with commas. */
export const withCommas = (decimal: string): string => decimal.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
