import type { WordKey } from './words';

interface Entry {
  /** Its address below the district. */
  page: string;
  word: WordKey;
}

/** The pages, in the order of the menu; each stands here once it is done. */
export const menu: readonly Entry[] = [
  { page: 'overview', word: 'overview' },
  { page: 'findings', word: 'findings' },
  { page: 'tasks', word: 'tasks' },
  { page: 'plans', word: 'plans' },
  { page: 'lists', word: 'lists' },
  { page: 'indicators', word: 'comparison' },
  { page: 'reviews', word: 'reviews' },
  { page: 'ledger', word: 'ledger' },
  { page: 'policy', word: 'policy' },
];
