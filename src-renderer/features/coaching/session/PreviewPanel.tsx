import { IconX } from '@tabler/icons-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { fieldsWithheld } from '../../../../src-main/domain/reportLayer.ts';
import { useText } from '../../../i18n/text.ts';
import { missingText } from '../../../state/missingText.ts';
import { useStored } from '../../../state/useStored.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { PdfView } from '../../../ui/pdf/PdfView.tsx';
import styles from './Preview.module.css';
import type { SessionPageData } from './SessionView.tsx';

interface PreviewPanelProps {
  readonly page: SessionPageData;
  readonly onClose: () => void;
}

function Missing({
  missing,
}: {
  readonly missing: CallOutput<'report.preview'>['missing'];
}): ReactNode {
  const t = useText();
  return (
    <div>
      <dt>{t('coaching.preview.missing')}</dt>
      <dd>
        {missing.length === 0
          ? t('coaching.preview.nothingMissing')
          : missing.map((one) => missingText(one)).join(', ')}
      </dd>
    </div>
  );
}

function Kept({ agreement }: { readonly agreement: SessionPageData['agreement'] }): ReactNode {
  const t = useText();
  if (agreement === null) return null;
  const kept = fieldsWithheld({ shared: agreement.shared });
  return (
    <div>
      <dt>{t('coaching.preview.kept')}</dt>
      <dd>
        {kept.length === 0
          ? t('coaching.preview.nothingKept')
          : kept.map((field) => t(`coaching.fieldInline.${field}`)).join(', ')}
      </dd>
    </div>
  );
}

/** The real PDF of what is saved now, beside what it lacks and what the agreement keeps out of it. */
export function PreviewPanel({ page, onClose }: PreviewPanelProps): ReactNode {
  const t = useText();
  const id = useId();
  const subjectId = page.session.id;
  const preview = useStored('report.preview', { kind: 'coaching-session', subjectId }, [subjectId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside className={styles['panel']} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={styles['head']}>
        <div>
          <h2 id={id} className={styles['title']}>
            {t('coaching.preview.title')}
          </h2>
          <p className={styles['subtitle']}>{t('coaching.preview.subtitle')}</p>
        </div>
        <IconButton label={t('coaching.session.previewHide')} icon={<IconX />} onClick={onClose} />
      </div>
      <LoadedView of={preview} failedTitle={t('coaching.preview.failed')}>
        {({ pdf, missing }) => (
          <>
            <dl className={styles['facts']}>
              <Missing missing={missing} />
              <Kept agreement={page.agreement} />
            </dl>
            <PdfView bytes={pdf} label={t('coaching.preview.pdf')} />
          </>
        )}
      </LoadedView>
    </aside>
  );
}
