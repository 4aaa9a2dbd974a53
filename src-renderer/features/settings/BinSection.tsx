import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { momentText } from '../../shell/backups/backupText.ts';
import { notify, reportFailure } from '../../state/notices.ts';
import { useStored } from '../../state/useStored.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDate } from '../../ui/format.ts';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './settings.module.css';

type BinLine = CallOutput<'bin.list'>[number];

const capitalised = (words: string): string =>
  words.slice(0, 1).toLocaleUpperCase('pl') + words.slice(1);

/** Kosz: what was removed and can come back, the last removed first. */
export function BinSection(): ReactNode {
  const t = useText();
  const bin = useStored('bin.list', {});
  const nameOf = ({ entity, title }: BinLine): string =>
    title === '' ? capitalised(t(`settings.bin.kinds.${entity}`)) : title;
  const detailOf = ({ entity, title, removedAt, expiresOn }: BinLine): string => {
    const days = { on: momentText(removedAt), expires: formatDate(expiresOn) };
    return title === ''
      ? t('settings.bin.days', days)
      : t('settings.bin.detail', { kind: t(`settings.bin.kinds.${entity}`), ...days });
  };

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
                    <span className={styles['quiet']}>{detailOf(line)}</span>
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
