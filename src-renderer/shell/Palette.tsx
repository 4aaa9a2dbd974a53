import { Modal } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { showPalette, usePaletteStore, type PaletteCommand } from '../state/palette.ts';
import { goTo, PLACES } from '../state/route.ts';
import { matchesText } from '../ui/collation.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { PLACE_ICONS, PLACE_KEYS, startOf } from './places.tsx';
import styles from './Palette.module.css';
import { usePaletteHits } from './usePaletteHits.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

interface Group {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

function usePlaces(query: string): readonly Entry[] {
  const t = useText();
  return PLACES.map((place) => ({
    id: `place-${place}`,
    label: t(`shell.nav.${place}`),
    icon: PLACE_ICONS[place],
    keys: place === 'gallery' ? undefined : PLACE_KEYS[place],
    run: () => goTo(startOf(place)),
  })).filter(({ label, id }) =>
    query === '' ? id !== 'place-gallery' : matchesText(query, label),
  );
}

function commandEntry({ id, label, shortcut, run }: PaletteCommand): Entry {
  return { id: `command-${id}`, label, icon: <IconChevronRight />, keys: shortcut, run };
}

function useGroups(query: string): {
  readonly groups: readonly Group[];
  readonly searching: boolean;
  readonly failed: boolean;
} {
  const t = useText();
  const places = usePlaces(query);
  const commands = usePaletteStore((state) => state.commands)
    .filter(({ label, keywords }) => query === '' || matchesText(query, label, keywords))
    .map(commandEntry);
  const { groups: found, searching, failed } = usePaletteHits(query);
  // What is known at once stands first, so that nothing moves under the eye when the data answers.
  const groups = [
    { id: 'places', label: t('shell.palette.places'), entries: places },
    { id: 'commands', label: t('shell.palette.commands'), entries: commands },
    ...found.map(({ source, hits }) => ({
      id: source.id,
      label: source.label,
      entries: hits.map((hit) => ({
        ...hit,
        id: `${source.id}-${hit.id}`,
        icon: hit.place === undefined ? null : PLACE_ICONS[hit.place],
      })),
    })),
  ];
  return { groups: groups.filter(({ entries }) => entries.length > 0), searching, failed };
}

interface ResultsProps {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly active: string | undefined;
  readonly onPick: (entry: Entry) => void;
}

function Results({ id, groups, active, onPick }: ResultsProps): ReactNode {
  const t = useText();
  return (
    <div id={id} role="listbox" aria-label={t('shell.palette.title')} className={styles['results']}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <p id={`${id}-${group.id}`} className={styles['group']} role="presentation">
            {group.label}
          </p>
          {group.entries.map((entry) => (
            <div
              key={entry.id}
              id={`${id}-${entry.id}`}
              role="option"
              className={styles['entry']}
              aria-selected={entry.id === active}
              onClick={() => onPick(entry)}
            >
              <span className={styles['icon']} aria-hidden="true">
                {entry.icon}
              </span>
              <span className={styles['label']}>{entry.label}</span>
              {entry.detail !== undefined && (
                <span className={styles['detail']}>{entry.detail}</span>
              )}
              {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function PaletteBody(): ReactNode {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = typed.trim();
  const { groups, searching, failed } = useGroups(query);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries.find((entry) => entry.id === chosen) ?? entries[0];

  useEffect(() => {
    if (active !== undefined) {
      document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [id, active]);

  const pick = (entry: Entry): void => {
    showPalette(false);
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && active !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(active);
    } else if (step !== undefined && active !== undefined) {
      event.preventDefault();
      const index = entries.indexOf(active) + step;
      setChosen(entries[(index + entries.length) % entries.length]?.id ?? null);
    }
  };
  const said = (): string => {
    if (searching) return t('shell.palette.searching');
    if (failed) return t('shell.palette.failed');
    return t('shell.palette.found', { count: entries.length });
  };
  return (
    <>
      <div className={styles['line']}>
        <IconSearch size={18} aria-hidden="true" />
        <input
          data-autofocus
          autoFocus
          className={styles['input']}
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          aria-autocomplete="list"
          aria-label={t('shell.palette.title')}
          placeholder={t('shell.palette.placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Results id={id} groups={groups} active={active?.id} onPick={pick} />
      {entries.length === 0 && !searching && (
        <p className={styles['none']}>{t('shell.palette.none', { query })}</p>
      )}
      {failed && <p className={styles['none']}>{t('shell.palette.failed')}</p>}
      <div className={styles['foot']}>
        <span className={styles['keys']} aria-hidden="true">
          <KeyHint keys="arrowup" /> <KeyHint keys="arrowdown" /> {t('shell.palette.move')}
          <KeyHint keys="enter" /> {t('shell.palette.choose')}
          <KeyHint keys="escape" /> {t('shell.palette.close')}
        </span>
        <span role="status">{said()}</span>
      </div>
    </>
  );
}

/** One field for places, commands and everything the sources find. */
export function Palette(): ReactNode {
  const t = useText();
  const open = usePaletteStore((state) => state.open);
  return (
    <Modal
      opened={open}
      onClose={() => showPalette(false)}
      withCloseButton={false}
      size={600}
      padding={0}
      yOffset="14vh"
      // Whoever opens it types at once: no letter may fall into a transition.
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles['content'] ?? '', overlay: styles['overlay'] ?? '' }}
      attributes={{ content: { 'aria-label': t('shell.palette.title') } }}
    >
      <PaletteBody />
    </Modal>
  );
}
