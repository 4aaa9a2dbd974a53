import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { scoreRange } from '../../../../src-main/domain/coachingGoal.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Section } from '../../../ui/Section.tsx';
import { Sparkline } from '../../../ui/Sparkline.tsx';
import type { GoalTarget } from '../goals/GoalDialog.tsx';
import styles from './Process.module.css';

type ScoredGoal = CallOutput<'engagement.get'>['goals'][number];

interface GoalListProps {
  readonly goals: readonly ScoredGoal[];
  readonly onOpen: (target: GoalTarget) => void;
}

function GoalLine({
  scored,
  onOpen,
}: {
  readonly scored: ScoredGoal;
  readonly onOpen: () => void;
}): ReactNode {
  const t = useText();
  const { goal, ownerName, scores } = scored;
  const { least, most } = scoreRange(goal.scale);
  const facts = [
    ownerName ?? t('coaching.goal.team'),
    goal.state === 'open' ? null : t(`coaching.goal.state.${goal.state}`),
    goal.dueOn === null ? null : t('coaching.goal.due', { date: formatDate(goal.dueOn) }),
    goal.measure === '' ? null : goal.measure,
  ].filter((fact) => fact !== null);
  return (
    <li>
      <button type="button" className={styles['goal']} data-state={goal.state} onClick={onOpen}>
        <span>
          <span className={styles['goalTitle']}>{goal.title}</span>
          <br />
          <span className={styles['goalFacts']}>{facts.join(' · ')}</span>
        </span>
        <Sparkline
          label={goal.title}
          values={scores.map((score) => score.value)}
          min={least}
          max={most}
        />
      </button>
    </li>
  );
}

/** The goals of a process with the way their scores went. */
export function GoalList({ goals, onOpen }: GoalListProps): ReactNode {
  const t = useText();
  return (
    <Section
      title={t('coaching.goal.title')}
      count={goals.length}
      actions={
        <Button kind="quiet" icon={<IconPlus />} onClick={() => onOpen({ kind: 'new' })}>
          {t('coaching.goal.add')}
        </Button>
      }
    >
      {goals.length === 0 && <p className={styles['quiet']}>{t('coaching.goal.none')}</p>}
      <ul className={styles['rows']}>
        {goals.map((scored) => (
          <GoalLine
            key={scored.goal.id}
            scored={scored}
            onOpen={() => onOpen({ kind: 'saved', goal: scored.goal })}
          />
        ))}
      </ul>
    </Section>
  );
}
