import { saidFrom } from './words';

/** Of the page 跨期交接, and of the comparison table's button. */
export const saidHandover = saidFrom({
  hint: [
    '上一规划期末实施的规划：总结评估是否完成，由哪个规划接续，延续到新一期的是否已随新一期全区发展规划调整或者声明无需调整。',
    'Of the plans of the old period: is the final evaluation done, what succeeds them, have those that run on followed the new one?',
  ],
  period: ['新一期起始年', 'New period from'],
  periodFrom: ['{year}年起的一期', 'Period from {year}'],
  evaluation: ['总结评估', 'Final evaluation'],
  succession: ['接续规划', 'Successor'],
  continuation: ['延续到新一期', 'Running on'],
  none: ['上一规划期没有规划。', 'There is no plan of the old period.'],
  notOfThisTier: ['只有区级行政区有跨期交接。', 'Only districts have a handover between periods.'],
  drafts: ['届时仍在编制、未见批准或者发布记录，未列入：', 'Being drafted then, without a recorded approval or publication, and not listed: '],
  counted: ['{n}个规划', 'Plans: {n}'],
  countTicked: ['已选{n}个规划', 'Plans ticked: {n}'],
  tickOpen: ['选中所列待声明的', 'Tick those shown that may be declared'],
  tickPlan: ['选中{plan}', 'Tick {plan}'],
  declare: ['以一份文件声明无需调整', 'Declare no change by one document'],
  atMost: ['一次至多{n}个。', 'At most {n} at once.'],
  recordEvaluation: ['登记总结评估', 'Record the evaluation'],
  confirmSuccessor: ['确认由其接续', 'Confirm as its successor'],
  applyForSuccessor: ['申报新一期规划', 'Apply for one of the new period'],
  amend: ['提出调整', 'Propose an amendment'],
  weaker: ['弱于新一期发展规划：{names}', 'Weaker than the new development plan: {names}'],
  weakerHint: ['声明无需调整不消除弱于约束性目标的问题。', 'Declaring no change does not clear what is weaker than a binding target.'],
  table: ['下载比对表', 'Download the comparison table'],
} as const satisfies Record<string, readonly [string, string]>);
