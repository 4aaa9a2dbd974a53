import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './plan.module.css';
import type { VenueValues } from './planValues.ts';

/** What a trainer must know of the place, beyond its name. */
const DETAILS = ['room', 'equipment', 'contact', 'access', 'meals', 'lodging'] as const;

export interface VenueFieldsProps {
  readonly venue: VenueValues;
  /** Libraries of the workshop, offered as the place with one press. */
  readonly hosts: readonly { readonly id: string; readonly name: string; readonly town: string }[];
  readonly onChange: (venue: VenueValues) => void;
  readonly onLeave: () => void;
}

/** Where the workshop is; the details are folded away until there are some. */
export function VenueFields({ venue, hosts, onChange, onLeave }: VenueFieldsProps): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(DETAILS.some((name) => venue[name] !== ''));
  const id = useId();
  const field = (name: keyof VenueValues): ReactNode => (
    <TextField
      key={name}
      label={t(`workshops.venue.${name}`)}
      value={venue[name]}
      onChange={(value) => onChange({ ...venue, [name]: value })}
      onBlur={onLeave}
    />
  );
  return (
    <div className={styles['fields']}>
      {venue.name === '' && venue.town === '' && hosts.length > 0 && (
        <div className={styles['hosts']}>
          {hosts.slice(0, 4).map((host) => (
            <Button
              key={host.id}
              onClick={() => onChange({ ...venue, name: host.name, town: host.town })}
            >
              {t('workshops.venue.atLibrary', { town: host.town })}
            </Button>
          ))}
        </div>
      )}
      <div className={styles['pair']}>
        {field('name')}
        {field('town')}
      </div>
      {field('address')}
      <div>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )}
          {t('workshops.venue.more')}
        </button>
      </div>
      <div id={id} className={styles['grid']} hidden={!open}>
        {DETAILS.map(field)}
      </div>
    </div>
  );
}
