import type { FundingMoney, FundingPurpose } from '../../../generated/graphql';

/** What offices write in a cell, and what it means. Text stays text: no amount goes through a number. */

export const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '');

const moneyWords: readonly [RegExp, FundingMoney][] = [
  [/^(DISTRICT|((区|县)?本级|区级|区|县级)(财政)?(性)?(预算)?(内)?(资金|预算)?|财政资金)$/i, 'DISTRICT'],
  [/^(UPPER_TRANSFER|(上级|中央|省级|市级)(财政)?(专项)?(转移支付|补助)?(资金)?|转移支付(资金)?)$/i, 'UPPER_TRANSFER'],
  [/^(OTHER|其他(资金)?|自筹(资金)?|社会(资本|资金))$/i, 'OTHER'],
];

const purposeWords: readonly [RegExp, FundingPurpose][] = [
  [/^(PRELIMINARY_STUDY|前期(研究)?(经费)?)$/i, 'PRELIMINARY_STUDY'],
  [/^(DRAFTING|(规划)?编制(经费)?)$/i, 'DRAFTING'],
  [/^(IMPLEMENTATION|(规划)?实施(经费)?)$/i, 'IMPLEMENTATION'],
  [/^(EVALUATION|(规划)?评估(经费)?)$/i, 'EVALUATION'],
  [/^(FINAL_PAYMENT|尾款(支付)?)$/i, 'FINAL_PAYMENT'],
];

const meaning = <T,>(words: readonly [RegExp, T][], cell: string): T | undefined => words.find(([word]) => word.test(plain(cell)))?.[1];

export const moneyOf = (cell: string): FundingMoney | undefined => meaning(moneyWords, cell);
export const purposeOf = (cell: string): FundingPurpose | undefined => meaning(purposeWords, cell);

/** 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, 20261122; undefined for what is no day. */
export function dayOf(cell: string): string | undefined {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:0?0:00(:00)?)?$/.exec(plain(cell));
  const [year, month, date] = found ? [found[1]!, found[2] ?? found[4]!, found[3] ?? found[5]!] : ['', '', ''];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const read = new Date(`${day}T00:00:00Z`);
  return found && !isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

/** A year of a budget: 2026, 2026年, 2026年度. */
export const yearOf = (cell: string): number | undefined => {
  const found = /^(20\d{2})(年度?)?$/.exec(plain(cell));
  return found ? Number(found[1]) : undefined;
};

/** In yuan, digits as written: 1,200,000.50, 120万元, ￥1200元. Undefined for what is no amount above nothing. */
export function amountOf(cell: string, isTenThousands = false): string | undefined {
  const found = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万元|万|元)?$/.exec(plain(cell));
  if (!found) {
    return undefined;
  }
  const [whole, fraction] = [found[1]!.replace(/,/g, ''), (found[2] ?? '').slice(1)];
  const amount = found[3]?.startsWith('万') || (isTenThousands && found[3] !== '元') ? shifted(whole, fraction) : joined(whole, fraction);
  const [digits, after = ''] = amount.split('.');
  return /[1-9]/.test(amount) && digits!.length <= 15 && after.length <= 10 ? amount : undefined;
}

const joined = (whole: string, fraction: string) => whole.replace(/^0+(?=\d)/, '') + (fraction ? `.${fraction}` : '');

/** Ten thousand times as much: the point goes four places to the right. */
const shifted = (whole: string, fraction: string) => {
  const digits = fraction.padEnd(4, '0');
  return joined(whole + digits.slice(0, 4), digits.slice(4).replace(/0+$/, ''));
};
