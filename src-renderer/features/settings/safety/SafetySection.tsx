import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { momentText } from '../../../shell/backups/backupText.ts';
import { useStored } from '../../../state/useStored.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import { AsideBlock } from './AsideBlock.tsx';
import { BackupsBlock } from './BackupsBlock.tsx';
import { fileDamageText, type SafetyView } from './guards.ts';
import { KeychainSection } from './KeychainSection.tsx';
import { KeysBlock } from './KeysBlock.tsx';
import { LockSection } from './LockSection.tsx';
import { LostLaptopBlock } from './LostLaptopBlock.tsx';
import { Overview } from './Overview.tsx';
import { SecondPlaceBlock } from './SecondPlaceBlock.tsx';
import { SelfTestBlock } from './SelfTestBlock.tsx';
import styles from './safety.module.css';

/** What went wrong or may go wrong, where something did. */
function Alarms({ view }: { readonly view: SafetyView }): ReactNode {
  const t = useText();
  const { lastCheck, fileDamage, lostLog, folderWarning } = view;
  const damaged = lastCheck?.good === false;
  if (!damaged && fileDamage === null && !lostLog && folderWarning === null) return null;
  return (
    <div className={styles['alarms']}>
      {damaged && (
        <Warning tone="danger" title={t('safety.damage.title')}>
          {t('safety.damage.body', { when: momentText(lastCheck.at) })}
        </Warning>
      )}
      {fileDamage !== null && (
        <Warning tone="danger" title={t('safety.files.title')}>
          {fileDamageText(fileDamage)}
        </Warning>
      )}
      {lostLog && <Warning title={t('safety.lostLog.title')}>{t('safety.lostLog.body')}</Warning>}
      {folderWarning !== null && (
        <Warning title={t(`safety.folder.${folderWarning}`)}>{t('safety.folder.body')}</Warning>
      )}
    </div>
  );
}

/** Bezpieczeństwo: what protects the data, backups and going back to one, keys, the self-test, a lost laptop. */
export function SafetySection(): ReactNode {
  const t = useText();
  const safety = useStored('safety.get', {});
  const lock = useStored('lock.get', {});
  return (
    <Section title={t('settings.safety.title')}>
      <LoadedView of={safety} failedTitle={t('safety.failed')}>
        {(view) => (
          <div className={styles['blocks']}>
            <Alarms view={view} />
            <Overview view={view} lockMinutes={lock.kind === 'ready' ? lock.data.minutes : null} />
            <BackupsBlock view={view} onChanged={safety.reload} />
            <SecondPlaceBlock second={view.second} onChanged={safety.reload} />
            {view.aside.length > 0 && <AsideBlock aside={view.aside} onChanged={safety.reload} />}
            {!view.demonstration && (
              <KeysBlock hasRecovery={view.recovery.exists} onChanged={safety.reload} />
            )}
            <LockSection onChanged={lock.reload} />
            {!view.demonstration && <KeychainSection />}
            <SelfTestBlock />
            <LostLaptopBlock />
          </div>
        )}
      </LoadedView>
      {safety.kind === 'broken' && <BackupsBlock view={null} onChanged={safety.reload} />}
    </Section>
  );
}
