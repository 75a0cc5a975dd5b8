import { saidFrom } from '../../shell/words';

/** Of a finding that stands open beside the list and no longer holds. */
export const saidFindings = saidFrom({
  cleared: ['已消除：按台账现有记录，{day}该问题不再成立。', 'Cleared: by what is recorded now it no longer stands on {day}.'],
  standsNot: [
    '{day}没有这个问题：已消除，或者不在您的范围内。',
    'There is no such finding on {day}: it was cleared, or is not within your scope.',
  ],
});
