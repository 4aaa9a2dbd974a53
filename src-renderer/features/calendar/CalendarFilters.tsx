import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useStored } from '../../state/useStored.ts';
import { compareText } from '../../ui/collation.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { toggleKind, useCalendarStore } from './calendarStore.ts';
import styles from './Calendar.module.css';
import type { CalendarEvent } from './calendarTypes.ts';
import { KindIcon } from './EventMark.tsx';

const KINDS = ['workshop', 'session'] as const satisfies readonly CalendarEvent['kind'][];

/** In the list of people: all of them. */
const EVERYBODY = '';

/** Which kinds and whose events are shown; the switches are the legend as well. */
export function CalendarFilters(): ReactNode {
  const t = useText();
  const { person, hidden } = useCalendarStore();
  const persons = useStored('person.list', {});
  const names = persons.kind === 'ready' ? persons.data.map(({ name }) => name) : [];
  return (
    <Toolbar
      label={t('calendar.filters')}
      end={
        <div className={styles['person']}>
          <SelectField
            label={t('calendar.person')}
            hideLabel
            searchable
            options={[
              { value: EVERYBODY, label: t('calendar.everybody') },
              ...names.toSorted(compareText).map((name) => ({ value: name, label: name })),
            ]}
            value={person ?? EVERYBODY}
            onChange={(next) =>
              useCalendarStore.setState({ person: next === EVERYBODY ? null : next })
            }
          />
        </div>
      }
    >
      {KINDS.map((kind) => {
        const shown = !hidden.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            className={styles['kind']}
            data-kind={kind}
            aria-pressed={shown}
            onClick={() => toggleKind(kind)}
          >
            <KindIcon kind={kind} />
            {t(`calendar.kinds.${kind}`)}
            {shown ? (
              <IconEye size={15} aria-hidden="true" />
            ) : (
              <IconEyeOff size={15} aria-hidden="true" />
            )}
          </button>
        );
      })}
    </Toolbar>
  );
}
