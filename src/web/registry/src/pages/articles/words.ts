import { saidFrom } from '../../shell/words';

export const saidOfArticles = saidFrom({
  hint: [
    '通知逐句、法律按摘录，各由哪些规则编码、以什么方式承载，或者为什么未编码；规则自己引用的条款才算编码。',
    'The notice by sentences, laws by excerpts: which rules encode each, what else carries it, or why not. A rule encodes what it cites.',
  ],
  document: ['文件', 'Document'],
  clause: ['条款', 'Clause'],
  text: ['条文', 'Text'],
  status: ['编码情况', 'How it is encoded'],
  findings: ['当日问题', 'Findings of the day'],
  reason: ['说明', 'In words'],
  excerpt: ['法律只有摘录，以公布的文本为准。', 'Laws are excerpts; what was promulgated counts.'],
  meaning: ['英文为大意，不具效力。', 'The English says what it means and has no force.'],
  totals: [
    '{n}条：已编为规则{encoded}条，以其他方式承载{carried}条，未编码{notEncoded}条；可判定、尚未编为规则的（含部分）{open}条。',
    '{n} paragraphs: {encoded} encoded, {carried} carried otherwise, {notEncoded} not encoded; {open} could be judged, or judged further.',
  ],
  carrier: ['{kind}：', '{kind}: '],
  moreFindings: ['共{n}项', '{n} in all'],
  noFindings: ['没有问题', 'None'],
  none: ['没有符合筛选的条文。', 'No paragraph fits the filter.'],
});
