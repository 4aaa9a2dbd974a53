import type { ReactNode } from 'react';
import type { Failure, FailureCode } from '../../../src-main/contract/failure.ts';
import { welcome } from '../../i18n/pl/welcome.ts';
import { useText } from '../../i18n/text.ts';
import { BrokenState } from '../../ui/BrokenState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { BackupOffer } from './BackupOffer.tsx';
import { showFolder } from './showFolder.ts';
import styles from './welcome.module.css';

/** The failures with a page of their own: those for which there are texts. */
type ToldCode = Extract<keyof typeof welcome.problem, FailureCode>;

function isTold(code: string): code is ToldCode {
  const { problem }: { readonly problem: object } = welcome;
  return Object.hasOwn(problem, code) && code.includes('-');
}

/** Failures that a backup mends: what lies in the folder is damaged or gone. */
const DAMAGE: readonly FailureCode[] = [
  'not-a-database',
  'file-damaged',
  'file-missing',
  'key-file-damaged',
  'key-file-missing',
];

export interface ProblemProps {
  readonly failure: Failure;
  /** Where the workspace lies; empty when that is not known. */
  readonly folder: string;
  readonly onRetry: () => void;
}

/** Why the workspace does not open: what happened, what is safe, what to do; a backup where one would help. */
export function Problem({ failure, folder, onRetry }: ProblemProps): ReactNode {
  const t = useText();
  const told = isTold(failure.code) ? failure.code : 'other';
  return (
    <div className={styles['problem']}>
      <h1 className="visually-hidden">{t(`welcome.problem.${told}.title`)}</h1>
      <BrokenState
        title={t(`welcome.problem.${told}.title`)}
        what={t(`welcome.problem.${told}.what`)}
        safe={t(`welcome.problem.${told}.safe`)}
        todo={t(`welcome.problem.${told}.todo`)}
        onRetry={onRetry}
        detail={told === 'other' ? failure.code : undefined}
      />
      {DAMAGE.includes(failure.code) && <BackupOffer situation="damaged" />}
      {folder !== '' && (
        <p className={styles['folder']}>
          {t('welcome.problem.folder', { folder })}{' '}
          <LinkButton onClick={() => void showFolder()}>
            {t('welcome.problem.showFolder')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
