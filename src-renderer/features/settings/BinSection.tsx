import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { notify, reportFailure } from '../../state/notices.ts';
import { useStored } from '../../state/useStored.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDate, formatInstant } from '../../ui/format.ts';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './settings.module.css';

type BinLine = CallOutput<'bin.list'>[number];

/** Kosz: what was removed and can come back, the last removed first. */
export function BinSection(): ReactNode {
  const t = useText();
  const bin = useStored('bin.list', {});
  const nameOf = ({ entity, title }: BinLine): string =>
    title === '' ? t(`settings.bin.kinds.${entity}`) : title;

  async function restore(line: BinLine): Promise<void> {
    try {
      await call('bin.restore', { entity: line.entity, id: line.id });
      notify(t('settings.bin.restored', { name: nameOf(line) }));
    } catch (error) {
      reportFailure(error, () => restore(line));
    }
  }

  return (
    <Section title={t('settings.bin.title')}>
      <p className={styles['lead']}>{t('settings.bin.hint')}</p>
      <LoadedView of={bin} failedTitle={t('settings.bin.failed')}>
        {(lines) =>
          lines.length === 0 ? (
            <p className={styles['quiet']}>{t('settings.bin.empty')}</p>
          ) : (
            <ul className={styles['bin']}>
              {lines.map((line) => (
                <li key={`${line.entity} ${line.id}`}>
                  <span>
                    <strong>{nameOf(line)}</strong>
                    <span className={styles['quiet']}>
                      {t('settings.bin.detail', {
                        kind: t(`settings.bin.kinds.${line.entity}`),
                        on: formatInstant(line.removedAt),
                        expires: formatDate(line.expiresOn),
                      })}
                    </span>
                  </span>
                  <Button icon={<IconArrowBackUp />} onClick={() => void restore(line)}>
                    {t('settings.bin.restore')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
    </Section>
  );
}
