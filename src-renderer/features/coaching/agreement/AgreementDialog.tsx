import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { keepDraft, readDraft } from '../../../state/keptDraft.ts';
import { useKeeping } from '../../../state/useKeeping.ts';
import styles from './Agreement.module.css';
import { AgreementWords, SharedFields } from './AgreementFields.tsx';
import {
  agreementProblem,
  AgreementValues,
  proposedFields,
  valuesOfAgreement,
} from './agreementValues.ts';

type EngagementView = Pick<CallOutput<'engagement.get'>, 'engagement' | 'team' | 'agreement'> & {
  readonly coachName: string;
};

/** Names of the people of a process and its coach: the parties one would expect. */
function expectedParties({ engagement, team, coachName }: EngagementView): string[] {
  const people = team.filter((person) => engagement.participantIds.includes(person.id));
  return [...people.map((person) => person.name), coachName];
}

interface AgreementFormProps {
  readonly view: EngagementView;
  readonly initial: AgreementValues;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function AgreementForm({ view, initial, onDone, onClose }: AgreementFormProps): ReactNode {
  const t = useText();
  const { engagement, agreement } = view;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useKeeping(initial, (values) => keepDraft('agreement', engagement.id, 0, values));

  const record = async (): Promise<void> => {
    const { values } = form;
    const found = agreementProblem(values);
    if (found !== null || values.agreedOn === null) {
      setProblem(t(`coaching.agreement.problem.${found ?? 'noDate'}`));
      return;
    }
    setBusy(true);
    try {
      await form.end();
      await call('agreement.record', {
        engagementId: engagement.id,
        agreedOn: values.agreedOn,
        parties: values.parties.filter((party) => party.trim() !== ''),
        shared: values.shared,
        terms: values.terms,
      });
      notify(t('coaching.agreement.recorded'));
      onDone();
    } catch (error) {
      setProblem(describeFailure(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="large"
      title={agreement === null ? t('coaching.agreement.first') : t('coaching.agreement.next')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void record()}>
            {t('coaching.agreement.record')}
          </Button>
        </>
      }
    >
      {agreement !== null && <p className={styles['past']}>{t('coaching.agreement.nextNote')}</p>}
      <div className={styles['columns']}>
        <AgreementWords values={form.values} onChange={form.patch} names={expectedParties(view)} />
        <SharedFields values={form.values} onChange={form.patch} />
      </div>
      {problem !== null && (
        <div role="alert">
          <Warning tone="danger" title={problem} />
        </div>
      )}
    </Dialog>
  );
}

interface AgreementDialogProps {
  readonly view: EngagementView;
  readonly onClose: () => void;
}

/** Records an agreement, or a new version of it; what was typed before and not recorded comes back. */
export function AgreementDialog({ view, onClose }: AgreementDialogProps): ReactNode {
  const t = useText();
  const { engagement, agreement } = view;
  const draft = useLoaded(
    () => readDraft('agreement', engagement.id, AgreementValues),
    [engagement.id],
  );
  const fresh: AgreementValues =
    agreement === null
      ? {
          agreedOn: today(),
          parties: expectedParties(view),
          shared: [...proposedFields(engagement.form)],
          terms: t('coaching.agreement.proposedTerms'),
        }
      : { ...valuesOfAgreement(agreement), agreedOn: today() };
  return (
    <LoadedView of={draft} loading={null}>
      {(kept) => (
        <AgreementForm
          view={view}
          initial={kept?.values ?? fresh}
          onDone={onClose}
          onClose={onClose}
        />
      )}
    </LoadedView>
  );
}
