import { IconTrash, IconUserShield } from '@tabler/icons-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { draftValues } from '../../../state/draftValues.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { showPersonalData } from '../../../state/personalData.ts';
import { rereadWhenChanged } from '../../../state/rereadWhenChanged.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { useAutosave } from '../../../ui/useAutosave.ts';
import { useLoaded } from '../../../ui/useLoaded.ts';
import styles from './card.module.css';
import {
  differsInPerson,
  differsInPlace,
  memberProblem,
  memberValues,
  type Member,
  type MemberValues,
} from './member.ts';
import { MemberFields } from './MemberFields.tsx';

interface MemberFormProps {
  readonly member: Member;
  readonly draft: MemberValues | null;
}

/** Saves when and as what somebody is in the team, where that differs from what is stored. */
async function savePlace(values: MemberValues, saved: RefObject<Member>): Promise<void> {
  const { membership } = saved.current;
  if (!differsInPlace(values, memberValues(saved.current))) return;
  const { id, revision } = membership;
  const { position, from, to } = values;
  saved.current = {
    ...saved.current,
    membership: await call('team.changeMembership', { id, revision, position, from, to }),
  };
}

/** Saves somebody's own details, where they differ from what is stored. */
async function savePerson(values: MemberValues, saved: RefObject<Member>): Promise<void> {
  const { participant } = saved.current;
  if (!differsInPerson(values, memberValues(saved.current))) return;
  const { id, revision } = participant;
  const { email, phone } = values;
  saved.current = {
    ...saved.current,
    participant: await call('team.change', {
      id,
      revision,
      name: values.name.trim(),
      email,
      phone,
    }),
  };
}

function MemberForm({ member, draft }: MemberFormProps): ReactNode {
  const t = useText();
  const { participant, membership } = member;
  const saved = useRef(member);
  const form = useAutosave<MemberValues>({
    initial: draft ?? memberValues(member),
    initialIsDraft: draft !== null,
    check: (values) => {
      const problem = memberProblem(values);
      return problem === null ? null : t(`libraries.check.${problem}`);
    },
    commit: (values) =>
      rereadWhenChanged(
        async () => {
          await savePlace(values, saved);
          await savePerson(values, saved);
          await call('draft.discard', { entity: 'participant', entityId: participant.id });
        },
        async () => {
          const { team } = await call('library.get', { id: membership.libraryId });
          saved.current = team.find((one) => one.membership.id === membership.id) ?? saved.current;
        },
      ),
    keepDraft: async (values) => {
      await call('draft.keep', {
        entity: 'participant',
        entityId: participant.id,
        baseRevision: saved.current.participant.revision,
        body: JSON.stringify(values),
      });
    },
  });
  const problem = memberProblem(form.values);
  return (
    <>
      <MemberFields
        field={form.field}
        withEnd
        nameError={problem === 'personName' ? t('libraries.check.personName') : undefined}
        datesError={problem === 'dates' ? t('libraries.check.dates') : undefined}
      />
      <p className={styles['saved']}>
        <SaveStatus status={form.status} onRetry={() => void form.retry()} />
      </p>
    </>
  );
}

export interface MemberDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** A member of the team: details and the time in the team, saved as one types. */
export function MemberDialog({ member, onClose }: MemberDialogProps): ReactNode {
  const t = useText();
  const { participant, membership } = member;
  const draft = useLoaded(async () => {
    const kept = await call('draft.get', { entity: 'participant', entityId: participant.id });
    return kept?.baseRevision === participant.revision
      ? draftValues(kept.body, memberValues(member))
      : null;
  }, []);
  const remove = async (): Promise<void> => {
    try {
      await call('bin.remove', { entity: 'teamMembership', id: membership.id });
      onClose();
      notifyWithUndo(t('libraries.team.removed', { name: participant.name }), async () => {
        await call('bin.restore', { entity: 'teamMembership', id: membership.id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <Dialog
      title={t('libraries.team.edit', { name: participant.name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" icon={<IconTrash />} onClick={() => void remove()}>
            {t('libraries.team.remove')}
          </Button>
          <Button
            kind="quiet"
            icon={<IconUserShield />}
            onClick={() => showPersonalData({ kind: 'participant', id: participant.id })}
          >
            {t('personalData.open')}
          </Button>
          <Button onClick={onClose}>{t('libraries.details.done')}</Button>
        </>
      }
    >
      <LoadedView of={draft}>{(kept) => <MemberForm member={member} draft={kept} />}</LoadedView>
    </Dialog>
  );
}
