import type { WordKey } from './words';

/** The pages, in the order of the menu: what is here stands there. */
export const menu = [
  'overview', 'findings', 'plans', 'lists', 'policy',
] as const satisfies readonly WordKey[];
