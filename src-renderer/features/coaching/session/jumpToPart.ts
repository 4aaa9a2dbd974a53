/** Marks a part of the page that the keyboard jumps to. */
export const PART_ATTRIBUTE = 'data-part';

const FIELDS = 'input:not(:disabled), textarea:not(:disabled)';

/** Fields before buttons: what one types into or chooses, or else the first thing one can press. */
function firstFocusable(part: Element): HTMLElement | null {
  const field = part.querySelector<HTMLInputElement | HTMLTextAreaElement>(FIELDS);
  if (field === null) return part.querySelector<HTMLElement>('button:not(:disabled)');
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return field;
  // The keyboard enters a group of radio buttons at the chosen one.
  return (
    part.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field.name)}"]:checked`) ?? field
  );
}

/** Moves the focus to the next (1) or previous (-1) part of the page, round its ends. */
export function jumpToPart(direction: 1 | -1): void {
  const parts = [...document.querySelectorAll(`[${PART_ATTRIBUTE}]`)];
  const stops = parts.flatMap((part) => {
    const target = firstFocusable(part);
    return target === null ? [] : [{ part, target }];
  });
  const now = stops.findIndex(({ part }) => part.contains(document.activeElement));
  const from = now === -1 && direction === -1 ? 0 : now;
  const next = stops.at((from + direction) % stops.length);
  next?.target.focus();
  next?.part.scrollIntoView({ block: 'nearest' });
}
