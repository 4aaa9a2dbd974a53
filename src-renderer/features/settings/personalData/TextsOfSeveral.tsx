import type { ReactNode } from 'react';
import type { SubjectView } from '../../../../src-main/contract/personalDataCalls.ts';
import { useText } from '../../../i18n/text.ts';
import { formatDateShort } from '../../../ui/format.ts';
import { Warning } from '../../../ui/Warning.tsx';
import styles from './personalData.module.css';

/** What to look over before the export leaves: texts that go whole, others' data included; nothing where none is. */
export function TextsOfSeveral({ view }: { readonly view: SubjectView }): ReactNode {
  const t = useText();
  const { ofSeveral, sections } = view;
  const isMentioned = sections.some(({ key, rows }) => key === 'mentions' && rows.length > 0);
  if (ofSeveral.length === 0 && !isMentioned) return null;
  return (
    <div className={styles['inset']}>
      <Warning title={t('personalData.several.title')}>
        <p>{t('personalData.several.body')}</p>
        {ofSeveral.length > 0 && (
          <details>
            <summary>{t('personalData.several.where', { count: ofSeveral.length })}</summary>
            <ul className={styles['small']}>
              {ofSeveral.map(({ key, on, what }, index) => (
                <li key={`${index} ${what}`}>
                  {t(`personalData.several.${key}`, { on: formatDateShort(on), what })}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Warning>
    </div>
  );
}
