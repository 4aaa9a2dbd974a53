import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState, type SubmitEvent, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { ResourceKind } from '../../../../src-main/domain/resource.ts';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { keepDraft } from '../../../state/keptDraft.ts';
import { useKeeping } from '../../../state/useKeeping.ts';
import styles from './Resources.module.css';
import { EMPTY_RESOURCE, nextLine, resourceForm, type ResourceLine } from './resourceLine.ts';

type ResourceView = CallOutput<'engagement.get'>['resources'][number];
type Direction = ResourceView['direction'];

const DIRECTIONS = ['have', 'seek'] as const satisfies readonly Direction[];
const TEAM = 'team';

interface ResourceBoardProps {
  readonly resources: readonly ResourceView[];
  readonly engagement: { readonly id: string; readonly libraryId: string };
  readonly sessionId: string | null;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly kept?: ResourceLine | null | undefined;
}

function remove(resource: ResourceView, removed: string): void {
  call('bin.remove', { entity: 'resource', id: resource.id }).then(
    () =>
      notifyWithUndo(removed, async () => {
        await call('bin.restore', { entity: 'resource', id: resource.id });
      }),
    (error: unknown) => reportFailure(error),
  );
}

function Item({
  resource,
  isNew,
}: {
  readonly resource: ResourceView;
  readonly isNew: boolean;
}): ReactNode {
  const t = useText();
  return (
    <li className={styles['item']} data-new={isNew || undefined}>
      <span className={styles['kind']}>{t(`coaching.resources.kind.${resource.kind}`)}</span>
      <span className={styles['name']}>
        {resource.name}
        {resource.ownerName !== null && (
          <span className={styles['owner']}>{resource.ownerName}</span>
        )}
      </span>
      <IconButton
        small
        label={t('coaching.resources.removeOne', { name: resource.name })}
        icon={<IconX />}
        onClick={() => remove(resource, t('coaching.resources.removed'))}
      />
    </li>
  );
}

function Column({
  direction,
  resources,
  sessionId,
}: Pick<ResourceBoardProps, 'resources' | 'sessionId'> & {
  readonly direction: Direction;
}): ReactNode {
  const t = useText();
  const listed = resources
    .filter((resource) => resource.direction === direction)
    .toSorted(
      (one, other) =>
        ResourceKind.options.indexOf(one.kind) - ResourceKind.options.indexOf(other.kind),
    );
  return (
    <div className={styles['column']} data-direction={direction}>
      <h3 className={styles['heading']}>{t(`coaching.resources.${direction}`)}</h3>
      {listed.length === 0 && (
        <p className={styles['none']}>{t(`coaching.resources.none.${direction}`)}</p>
      )}
      <ul>
        {listed.map((resource) => (
          <Item
            key={resource.id}
            resource={resource}
            isNew={sessionId !== null && resource.sessionId === sessionId}
          />
        ))}
      </ul>
    </div>
  );
}

function AddLine({
  engagement,
  sessionId,
  members,
  kept,
}: Omit<ResourceBoardProps, 'resources'>): ReactNode {
  const t = useText();
  const line = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useKeeping(kept ?? EMPTY_RESOURCE, (values) =>
    keepDraft('resource', newDraftId(sessionId ?? engagement.id), 0, values),
  );
  const { direction, kind, name, ownerParticipantId } = form.values;
  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setProblem(t('coaching.resources.noName'));
      return;
    }
    try {
      await form.end();
      const place = { libraryId: engagement.libraryId, engagementId: engagement.id, sessionId };
      await call('resource.save', resourceForm(form.values, place));
      form.reset(nextLine(form.values));
      setProblem(null);
      line.current?.querySelector<HTMLInputElement>('[name="resource-name"]')?.focus();
    } catch (error) {
      setProblem(describeFailure(error));
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form ref={line} className={styles['add']} onSubmit={submit}>
      <ChoiceField
        label={t('coaching.resources.direction')}
        hideLabel
        options={DIRECTIONS.map((one) => ({
          value: one,
          label: t(`coaching.resources.short.${one}`),
        }))}
        value={direction}
        onChange={(next) => form.patch({ direction: next ?? direction })}
      />
      <div className={styles['kindField']}>
        <SelectField
          label={t('coaching.resources.kindLabel')}
          hideLabel
          options={ResourceKind.options.map((one) => ({
            value: one,
            label: t(`coaching.resources.kind.${one}`),
          }))}
          value={kind}
          onChange={(next) => form.patch({ kind: next ?? kind })}
        />
      </div>
      <div className={styles['nameField']}>
        <TextField
          label={t('coaching.resources.name')}
          hideLabel
          name="resource-name"
          placeholder={t(`coaching.resources.example.${kind}`)}
          error={problem}
          value={name}
          onChange={(words) => form.patch({ name: words })}
        />
      </div>
      <div className={styles['ownerField']}>
        <SelectField
          label={t('coaching.resources.whose')}
          hideLabel
          options={[
            { value: TEAM, label: t('coaching.goal.team') },
            ...members.map((person) => ({ value: person.id, label: person.name })),
          ]}
          value={ownerParticipantId ?? TEAM}
          onChange={(owner) => form.patch({ ownerParticipantId: owner === TEAM ? null : owner })}
        />
      </div>
      <IconButton
        label={t('coaching.resources.add')}
        icon={<IconPlus />}
        onClick={() => void save()}
      />
      {/* Makes Enter in the fields save the line. */}
      <button type="submit" hidden>
        {t('coaching.resources.add')}
      </button>
    </form>
  );
}

/** What the team and its people have and seek, with a quick line to add to it. */
export function ResourceBoard(props: ResourceBoardProps): ReactNode {
  return (
    <>
      <div className={styles['board']}>
        {DIRECTIONS.map((direction) => (
          <Column
            key={direction}
            direction={direction}
            resources={props.resources}
            sessionId={props.sessionId}
          />
        ))}
      </div>
      <AddLine {...props} />
    </>
  );
}
