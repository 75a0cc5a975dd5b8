import type { FundingMoney, FundingPurpose } from '../../../generated/graphql';
import { amountOf, dayOf, moneyOf, plain, purposeOf, yearOf } from './cells';

/** One question as it was pasted, and what of it could not be read: that is left out and told, never guessed. */
export interface Line {
  asked: string;
  plan: string;
  project?: string;
  amount?: string;
  money?: FundingMoney;
  purpose?: FundingPurpose;
  on?: string;
  budgetYear?: number;
  doubts: Doubt[];
  /** Of a workbook's line: its cell, and what of it the server could not read. */
  place?: string;
  problems?: string[];
}

export type Doubt = 'doubtPlan' | 'doubtAmount' | 'doubtDay' | 'doubtMoney' | 'doubtPurpose' | 'doubtText';

type Kind = 'plan' | 'project' | 'amount' | 'money' | 'purpose' | 'day' | 'year' | 'skip' | 'unread';

const headings: readonly [RegExp, Kind][] = [
  [/^(规划|规划(名称|代码|名称或代码|代码或名称)|plan|code|title)$/i, 'plan'],
  [/^((申请|资金)?项目(名称)?|project)$/i, 'project'],
  [/^((申请|拟安排|安排)?(金额|资金|经费|资金额)(\((单位:)?(人民币)?,?(万元|元)\))?|amount(\(yuan\))?)$/i, 'amount'],
  [/^(资金来源|来源|资金性质|money|source)$/i, 'money'],
  [/^((资金)?用途|purpose)$/i, 'purpose'],
  [/^((申请|审核|安排)?日期|审核日|date|day|on)$/i, 'day'],
  [/^((预算)?年度|budgetyear|year)$/i, 'year'],
  [/^(序号|编号|备注|说明|单位|申请单位|no\.?|remarks?)$/i, 'skip'],
];

export const mostLines = 200;

/** The lines of what was pasted; a heading is none. */
export function linesOf(text: string): Line[] {
  const rows = rowsOf(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const head = rows[0]?.map(headingOf);
  const hasHead = head !== undefined && head.filter((kind) => kind && kind !== 'skip').length > 0 && head.includes('plan');
  const body = hasHead ? rows.slice(1) : rows;
  const isTenThousands = hasHead && rows[0]!.some((cell) => headingOf(cell) === 'amount' && plain(cell).includes('万元'));
  const serial = hasHead ? -1 : serialColumn(body);
  return body.map((row) => lineOf(row, hasHead ? row.map((_, i) => head[i] ?? 'skip') : kindsOf(row, serial), isTenThousands));
}

const headingOf = (cell: string): Kind | undefined => headings.find(([word]) => word.test(plain(cell)))?.[1];

/** Cells as Excel copies them, parted by tabs, quoted where they hold a break; typed ones by semicolons. */
function rowsOf(text: string): string[][] {
  const unquoted = text.replace(/\r\n?/g, '\n').replace(/(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)/g, (_, before: string, cell: string) =>
    before + cell.replace(/""/g, '"').replace(/[\t\n]+/g, ' '));
  return unquoted.split('\n').map((row) => row.split(row.includes('\t') ? '\t' : /[;；|]/).map((cell) => cell.trim()));
}

/** 1, 2, 3 … beneath one another count the lines. */
const serialColumn = (rows: string[][]): number =>
  rows.length > 1 ? rows[0]!.findIndex((_, i) => rows.every((row, n) => row[i] === String(n + 1))) : -1;

function kindsOf(row: readonly string[], serial: number): Kind[] {
  const found: (Kind | undefined)[] = row.map((cell, i) =>
    i === serial || cell === '' ? 'skip'
    : moneyOf(cell) ? 'money'
    : purposeOf(cell) ? 'purpose'
    : dayOf(cell) ? 'day'
    : amountOf(cell) ? 'amount'
    : undefined);
  // Beside an amount, four digits are the year of a budget.
  if (found.filter((kind) => kind === 'amount').length > 1) {
    const year = row.findIndex((cell, i) => found[i] === 'amount' && yearOf(cell) !== undefined);
    found[year] = year < 0 ? undefined : 'year';
  }
  const texts = row.map((_, i) => i).filter((i) => found[i] === undefined);
  const plan = texts.find((i) => /^[A-Z]{2,}-\d/i.test(row[i]!)) ?? texts.find((i) => /规划|纲要/.test(row[i]!)) ?? texts[0];
  const project = texts.find((i) => i !== plan);
  return row.map((_, i) => (i === plan ? 'plan' : i === project ? 'project' : (found[i] ?? 'unread')));
}

function lineOf(row: readonly string[], kinds: readonly Kind[], isTenThousands: boolean): Line {
  const cell = (kind: Kind) => {
    const i = kinds.indexOf(kind);
    return (i < 0 ? '' : row[i]) || undefined;
  };
  const [plan, amount, day, money, purpose, year] = [
    cell('plan'), cell('amount'), cell('day'), cell('money'), cell('purpose'), cell('year'),
  ];
  const line: Line = {
    asked: row.filter((c, i) => c !== '' && (kinds[i] !== 'skip' || !/^\d+$/.test(c))).join(' '),
    plan: plan ?? '',
    project: cell('project'),
    amount: amount && amountOf(amount, isTenThousands),
    on: day && dayOf(day),
    money: money ? moneyOf(money) : undefined,
    purpose: purpose ? purposeOf(purpose) : undefined,
    budgetYear: year ? yearOf(year) : undefined,
    doubts: [],
  };
  const doubts: [Doubt, boolean][] = [
    ['doubtPlan', !plan],
    ['doubtAmount', (!!amount && !line.amount) || kinds.filter((kind) => kind === 'amount').length > 1],
    ['doubtDay', !!day && !line.on],
    ['doubtMoney', !!money && !line.money],
    ['doubtPurpose', !!purpose && !line.purpose],
    ['doubtText', kinds.includes('unread')],
  ];
  return { ...line, doubts: doubts.filter(([, holds]) => holds).map(([doubt]) => doubt) };
}
