import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { RecordPlace } from '../../state/historyText.ts';
import { closeHistory, openHistory, useOpenHistory } from '../../state/openHistory.ts';
import { useCommand } from '../../state/palette.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { turnBack } from '../../state/turnBack.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { REDO_KEYS, REDO_KEYS_TOO, UNDO_KEYS } from './keys.ts';

/** Does the field undo its own typing? There Ctrl+Z belongs to it. */
function undoesItself(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  const pressed = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset'];
  return (
    element instanceof HTMLInputElement && !element.readOnly && !pressed.includes(element.type)
  );
}

function useTyping(): boolean {
  const [typing, setTyping] = useState(() => undoesItself(document.activeElement));
  useEffect(() => {
    const enter = (event: FocusEvent): void =>
      setTyping(event.target instanceof Element && undoesItself(event.target));
    const leave = (): void => setTyping(false);
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return typing;
}

/** Undo and redo on a record's page by keyboard, and its history when it is opened. Once on the page. */
export function RecordHistory({ entity, id }: RecordPlace): ReactNode {
  const t = useText();
  const place: RecordPlace = { entity, id };
  const open = useOpenHistory(({ place: shown }) => shown?.entity === entity && shown.id === id);
  const enabled = !useTyping();
  const undo = (): void => void turnBack('undo', place);
  const redo = (): void => void turnBack('redo', place);
  useShortcut({
    id: 'history-undo',
    keys: UNDO_KEYS,
    label: t('history.undo'),
    run: undo,
    enabled,
  });
  useShortcut({
    id: 'history-redo',
    keys: REDO_KEYS,
    label: t('history.redo'),
    run: redo,
    enabled,
  });
  useShortcut({
    id: 'history-redo-too',
    keys: REDO_KEYS_TOO,
    label: t('history.redo'),
    run: redo,
    enabled,
  });
  useCommand({ id: 'history', label: t('history.title'), run: () => openHistory(place) });
  useEffect(() => closeHistory, [entity, id]);
  return open && <HistoryDialog place={place} />;
}
