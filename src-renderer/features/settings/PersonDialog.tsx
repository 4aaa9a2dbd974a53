import { IconTrash, IconUserShield } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../state/notices.ts';
import { showPersonalData } from '../../state/personalData.ts';
import { rereadWhenChanged } from '../../state/rereadWhenChanged.ts';
import { refreshGate } from '../../state/workspaceGate.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { useAutosave } from '../../ui/useAutosave.ts';
import { useLoaded } from '../../ui/useLoaded.ts';
import { PersonFields } from './PersonFields.tsx';
import {
  personDraft,
  personForm,
  personProblem,
  personValues,
  type Person,
  type PersonValues,
} from './personForm.ts';
import styles from './settings.module.css';

interface PersonFormProps {
  readonly person: Person;
  readonly draft: PersonValues | null;
  readonly isMe: boolean;
}

function PersonForm({ person, draft, isMe }: PersonFormProps): ReactNode {
  const t = useText();
  const saved = useRef<Pick<Person, 'id' | 'revision'>>(person);
  const form = useAutosave<PersonValues>({
    initial: draft ?? personValues(person),
    initialIsDraft: draft !== null,
    check: (values) => {
      const problem = personProblem(values);
      return problem === null ? null : t(`settings.people.${problem}`);
    },
    commit: (values) =>
      rereadWhenChanged(
        async () => {
          saved.current = await call('person.save', personForm(values, saved.current));
          // The name in the sidebar is read together with the workspace's state.
          if (isMe) await refreshGate();
        },
        async () => {
          const people = await call('person.list', {});
          saved.current = people.find(({ id }) => id === person.id) ?? saved.current;
        },
      ),
    keepDraft: async (values) => {
      await call('draft.keep', {
        entity: 'person',
        entityId: saved.current.id,
        baseRevision: saved.current.revision,
        body: JSON.stringify(values),
      });
    },
  });
  return (
    <>
      <PersonFields
        values={form.values}
        strict
        patch={form.patch}
        onBlur={() => void form.flush()}
      />
      <p className={styles['saved']}>
        <SaveStatus status={form.status} onRetry={() => void form.retry()} />
      </p>
    </>
  );
}

export interface PersonDialogProps {
  readonly person: Person;
  readonly isMe: boolean;
  readonly onClose: () => void;
}

/** Details and roles of a person, saved as one types; oneself cannot be removed. */
export function PersonDialog({ person, isMe, onClose }: PersonDialogProps): ReactNode {
  const t = useText();
  const { id, name, revision } = person;
  const draft = useLoaded(async () => {
    const kept = await call('draft.get', { entity: 'person', entityId: id });
    return kept?.baseRevision === revision ? personDraft(kept.body, personValues(person)) : null;
  }, []);
  const remove = async (): Promise<void> => {
    try {
      await call('bin.remove', { entity: 'person', id });
      onClose();
      notifyWithUndo(t('settings.people.removed', { name }), async () => {
        await call('bin.restore', { entity: 'person', id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <Dialog
      title={t('settings.people.edit', { name })}
      open
      onClose={onClose}
      actions={
        <>
          {!isMe && (
            <Button kind="quiet" icon={<IconTrash />} onClick={() => void remove()}>
              {t('settings.people.remove')}
            </Button>
          )}
          <Button
            kind="quiet"
            icon={<IconUserShield />}
            onClick={() => {
              onClose();
              showPersonalData({ kind: 'person', id });
            }}
          >
            {t('personalData.open')}
          </Button>
          <Button onClick={onClose}>{t('settings.people.done')}</Button>
        </>
      }
    >
      <LoadedView of={draft}>
        {(kept) => <PersonForm person={person} draft={kept} isMe={isMe} />}
      </LoadedView>
    </Dialog>
  );
}
