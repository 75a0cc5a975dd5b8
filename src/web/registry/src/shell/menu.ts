import type { Role } from '../../generated/graphql';
import type { WordKey } from './words';

interface Entry {
  /** Its address below the district. */
  page: string;
  word: WordKey;
  /** Whose daily work it is; others come to it by links. */
  roles: readonly Role[];
  /** What it shows; an entry without it is for all of its roles. */
  shows?: string;
}

const supervisors: readonly Role[] = ['REFORM_COMMISSION', 'AUDIT', 'OPERATOR'];
const planners: readonly Role[] = [...supervisors, 'DEPARTMENT'];

/** The pages, in the order of the menu; each stands here once it is done. */
const menu: readonly Entry[] = [
  { page: 'overview', word: 'overview', roles: supervisors },
  { page: 'findings', word: 'findings', roles: [...planners, 'FINANCE'] },
  { page: 'waivers', word: 'waivers', roles: [...planners, 'FINANCE'], shows: 'District.waivers' },
  { page: 'tasks', word: 'tasks', roles: [...planners, 'FINANCE'] },
  { page: 'funding', word: 'funding', roles: ['FINANCE', 'REFORM_COMMISSION', 'AUDIT', 'OPERATOR'] },
  { page: 'plans', word: 'plans', roles: [...planners, 'FINANCE'] },
  { page: 'applications', word: 'applications', roles: planners },
  { page: 'lists', word: 'lists', roles: planners },
  { page: 'indicators', word: 'comparison', roles: planners },
  { page: 'assignments', word: 'assignments', roles: [...planners, 'FINANCE'] },
  { page: 'reviews', word: 'reviews', roles: supervisors },
  { page: 'handover', word: 'handover', roles: planners, shows: 'District.handover' },
  { page: 'consultation', word: 'consultation', roles: [...planners, 'FINANCE'] },
  { page: 'experts', word: 'experts', roles: planners },
  { page: 'import', word: 'import', roles: ['REFORM_COMMISSION', 'DEPARTMENT', 'OPERATOR'], shows: 'Mutation.importWorkbook' },
  { page: 'ledger', word: 'ledger', roles: supervisors },
  { page: 'trials', word: 'trials', roles: supervisors, shows: 'Query.whatIf' },
  { page: 'policy', word: 'policy', roles: supervisors },
  { page: 'people', word: 'people', roles: ['ADMIN'], shows: 'Query.accounts' },
  { page: 'access', word: 'accessJournal', roles: ['ADMIN', 'AUDIT'], shows: 'Query.accessJournal' },
];

/** Whose work the interface for programs is; anybody comes to it by its address. */
const integrators: readonly Role[] = ['REFORM_COMMISSION', 'ADMIN', 'OPERATOR'];

export const hasInterface = (role: Role): boolean => integrators.includes(role);

export const menuOf = (role: Role, may: readonly string[]): readonly Entry[] =>
  menu.filter((e) => e.roles.includes(role) && (e.shows === undefined || may.includes(e.shows)));
