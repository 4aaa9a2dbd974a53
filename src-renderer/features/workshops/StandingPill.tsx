import { IconBan, IconCalendarEvent, IconChecks } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { useText } from '../../i18n/text.ts';
import { assertNever } from '../../ui/assertNever.ts';
import { StatusPill } from '../../ui/StatusPill.tsx';

export type WorkshopState = CallOutput<'workshop.list'>[number]['state'];

export interface StandingPillProps {
  readonly state: WorkshopState;
  /** A day has passed whose attendance is not confirmed. */
  readonly toConfirm?: boolean | undefined;
}

/** Where a workshop stands, in a word. */
export function StandingPill({ state, toConfirm = false }: StandingPillProps): ReactNode {
  const t = useText();
  if (toConfirm) return <StatusPill tone="waiting">{t('workshops.state.confirm')}</StatusPill>;
  switch (state) {
    case 'planned':
      return (
        <StatusPill tone="info" icon={<IconCalendarEvent />}>
          {t('workshops.state.planned')}
        </StatusPill>
      );
    case 'held':
      return (
        <StatusPill tone="ok" icon={<IconChecks />}>
          {t('workshops.state.held')}
        </StatusPill>
      );
    case 'cancelled':
      return (
        <StatusPill tone="neutral" icon={<IconBan />}>
          {t('workshops.state.cancelled')}
        </StatusPill>
      );
    default:
      return assertNever(state);
  }
}
