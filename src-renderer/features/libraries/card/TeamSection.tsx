import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDateShort } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';
import { LinkRow } from './LinkRow.tsx';
import type { Member } from './member.ts';
import { MemberDialog } from './MemberDialog.tsx';
import { NewMemberDialog } from './NewMemberDialog.tsx';

function useTimeInTeam(): (member: Member) => string | null {
  const t = useText();
  return ({ membership: { from, to } }) => {
    if (from !== null && to !== null) {
      return t('libraries.team.between', { from: formatDateShort(from), to: formatDateShort(to) });
    }
    if (from !== null) return t('libraries.team.since', { date: formatDateShort(from) });
    return to === null ? null : t('libraries.team.until', { date: formatDateShort(to) });
  };
}

interface MembersProps {
  readonly members: readonly Member[];
  readonly onOpen: (member: Member) => void;
}

function Members({ members, onOpen }: MembersProps): ReactNode {
  const timeOf = useTimeInTeam();
  return (
    <ul>
      {members.map((member) => (
        <LinkRow
          key={member.membership.id}
          title={
            <span className={styles['member']}>
              <PersonAvatar name={member.participant.name} size={24} />
              {member.participant.name}
            </span>
          }
          detail={
            <span className={styles['memberDetail']}>
              {[member.membership.position, timeOf(member)]
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
            </span>
          }
          onOpen={() => onOpen(member)}
        />
      ))}
    </ul>
  );
}

export interface TeamSectionProps {
  readonly card: LibraryCard;
}

/** The team of the Zone today, and who was in it before. */
export function TeamSection({ card }: TeamSectionProps): ReactNode {
  const t = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const { team, library } = card;
  const present = team.filter(({ current }) => current);
  const former = team.filter(({ current }) => !current);
  const opened = team.find(({ membership }) => membership.id === openId);
  const open = ({ membership }: Member): void => setOpenId(membership.id);
  return (
    <Section
      title={t('libraries.team.title')}
      count={present.length || undefined}
      actions={
        <IconButton
          small
          label={t('libraries.team.add')}
          icon={<IconPlus />}
          onClick={() => setAdding(true)}
        />
      }
    >
      {present.length === 0 && (
        <div className={styles['emptyPart']}>
          <p className={styles['quiet']}>{t('libraries.team.empty')}</p>
          <Button icon={<IconPlus />} onClick={() => setAdding(true)}>
            {t('libraries.team.add')}
          </Button>
        </div>
      )}
      <Members members={present} onOpen={open} />
      {former.length > 0 && (
        <details className={styles['folded']}>
          <summary>
            {t('libraries.team.former')} ({former.length})
          </summary>
          <Members members={former} onOpen={open} />
        </details>
      )}
      {opened !== undefined && (
        <MemberDialog key={opened.membership.id} member={opened} onClose={() => setOpenId(null)} />
      )}
      {adding && <NewMemberDialog libraryId={library.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}
