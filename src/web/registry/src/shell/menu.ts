import type { Role } from '../../generated/graphql';
import type { WordKey } from './words';

interface Entry {
  /** Its address below the district. */
  page: string;
  word: WordKey;
  /** Whose it is; without it, whoever reads the district. */
  roles?: readonly Role[];
}

const whole: readonly Role[] = ['REFORM_COMMISSION', 'FINANCE', 'AUDIT', 'OPERATOR'];
const supervisors: readonly Role[] = ['REFORM_COMMISSION', 'AUDIT', 'OPERATOR'];

/** The pages, in the order of the menu; each stands here once it is done. */
export const menu: readonly Entry[] = [
  { page: 'overview', word: 'overview', roles: whole },
  { page: 'findings', word: 'findings' },
  { page: 'tasks', word: 'tasks' },
  { page: 'plans', word: 'plans' },
  { page: 'lists', word: 'lists', roles: whole },
  { page: 'indicators', word: 'comparison' },
  { page: 'reviews', word: 'reviews' },
  { page: 'ledger', word: 'ledger', roles: supervisors },
  { page: 'policy', word: 'policy' },
  { page: 'people', word: 'people', roles: ['ADMIN'] },
  { page: 'access', word: 'accessJournal', roles: ['ADMIN', 'AUDIT'] },
];

/** The pages of a role; who keeps accounts has no plan data. */
export const menuOf = (role: Role): readonly Entry[] =>
  menu.filter((e) => (e.roles ? e.roles.includes(role) : role !== 'ADMIN'));
