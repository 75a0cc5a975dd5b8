import { saidFrom } from '../shell/words';

/** Of the forms alone, and loaded with them. */
export const saidInForms = saidFrom({
  wasThere: ['登记册中已有相同内容，未重复记入', 'It is in the registry already: nothing was recorded again'],
  registryFinds: ['登记册核对的结果（供答复时参考）', 'What the registry finds, to go by'],
  foundSo: ['符合', 'in order'],
  foundNotSo: ['不符合', 'not in order'],
  foundOpen: ['待核实', 'to be checked'],
} as const satisfies Record<string, readonly [string, string]>);
