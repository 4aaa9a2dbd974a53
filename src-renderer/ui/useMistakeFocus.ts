import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * Gives the focus to the first field of a form that has an error.
 * @returns to be called beside the state that shows the errors: the focus moves once they are drawn
 */
export function useMistakeFocus(form: RefObject<HTMLElement | null>): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked, form]);
  return useCallback(() => setAsked((times) => times + 1), []);
}
