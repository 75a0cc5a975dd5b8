import type { Role } from '../../generated/graphql';
import type { WordKey } from './words';

interface Entry {
  /** Its address below the district. */
  page: string;
  word: WordKey;
  /** Whose daily work it is; others come to it by links. */
  roles: readonly Role[];
}

const supervisors: readonly Role[] = ['REFORM_COMMISSION', 'AUDIT', 'OPERATOR'];
const planners: readonly Role[] = [...supervisors, 'DEPARTMENT'];

/** The pages, in the order of the menu; each stands here once it is done. */
const menu: readonly Entry[] = [
  { page: 'overview', word: 'overview', roles: supervisors },
  { page: 'findings', word: 'findings', roles: supervisors },
  { page: 'tasks', word: 'tasks', roles: planners },
  { page: 'funding', word: 'funding', roles: ['FINANCE', 'AUDIT', 'OPERATOR'] },
  { page: 'plans', word: 'plans', roles: [...planners, 'FINANCE'] },
  { page: 'lists', word: 'lists', roles: supervisors },
  { page: 'indicators', word: 'comparison', roles: planners },
  { page: 'reviews', word: 'reviews', roles: supervisors },
  { page: 'ledger', word: 'ledger', roles: supervisors },
  { page: 'policy', word: 'policy', roles: supervisors },
  { page: 'people', word: 'people', roles: ['ADMIN'] },
  { page: 'access', word: 'accessJournal', roles: ['ADMIN', 'AUDIT'] },
];

export const menuOf = (role: Role): readonly Entry[] => menu.filter((e) => e.roles.includes(role));
