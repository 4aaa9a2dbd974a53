/** Takes the last change of the open record back. */
export const UNDO_KEYS = 'mod+z';
/** Brings it again. */
export const REDO_KEYS = 'mod+shift+z';
/** The same, as Windows has it. */
export const REDO_KEYS_TOO = 'mod+y';
