import { saidFrom } from './words';

/** Of due days beside working days, and of duties by persons. */
export const saidDays = saidFrom({
  workingDaysLeft: ['{n}个工作日', '{n} working days'],
  oneWorkingDay: ['1个工作日', '1 working day'],
  noWorkingDay: ['其间没有工作日', 'no working day until then'],
  person: ['人员', 'Person'],
  ofMe: ['{name}（本人）', '{name} (myself)'],
  personHint: [
    '列出记录写明由其办理的，以及其单位的、未写明由谁办理的事项；须由他人办理的不列。',
    'What the records give to the person, and what is the agency’s and names nobody; not what must be left to another.',
  ],
  ofOwnAgency: ['本单位的事项（{n}）', 'Of my agency ({n})'],
  nothingOfOwn: ['本单位没有待办事项。', 'My agency owes nothing.'],
  ofOthers: ['其他单位的事项（{n}）', 'Of other agencies ({n})'],
  noSetDay: ['无法定期限', 'no day is set'],
  reference: ['参考{day}，已过', 'to go by: {day}, past'],
  undated: ['无法定期限，参考日期已过', 'No day is set, and the one to go by is past'],
  notMoved: [
    '到期日不因节假日顺延（来源文件未规定）；到期日为休息日的，请在此前最后一个工作日办完。',
    'No due day is moved off a day off (no source says so): be done on the last working day before it.',
  ],
} as const satisfies Record<string, readonly [string, string]>);
