import { createContext } from 'react';

/** Told when a form has itself written something on the way, such as a document: that is no change by others. */
export const WrittenContext = createContext<(seq: number | undefined) => void>(() => undefined);
