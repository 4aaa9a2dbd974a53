import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { scoreRange } from '../../../../src-main/domain/coachingGoal.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Sparkline } from '../../../ui/Sparkline.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { AutosaveForm } from '../../../ui/useAutosave.ts';
import { GoalDialog, type GoalTarget } from '../goals/GoalDialog.tsx';
import { GAS_VALUES } from '../goals/goalValues.ts';
import styles from './Goals.module.css';
import { Part, SeenBy } from './Part.tsx';
import {
  previousScore,
  scoreLine,
  scoreOfKeys,
  TWO_DIGITS_MS,
  type ScoredGoal,
  type ScoreValue,
} from './scores.ts';
import type { SessionPageData } from './SessionView.tsx';
import type { SessionValues } from './sessionValues.ts';
import type { ScoreForm } from './useScoreForm.ts';

interface ScoreRowProps {
  readonly scored: ScoredGoal;
  readonly score: ScoreValue;
  readonly previous: number | null;
  readonly onScore: (value: number | null) => void;
}

/** Digits typed on a row of scores choose one: `1` then `0` is ten. */
function useDigits(
  scale: ScoredGoal['goal']['scale'],
  onScore: (value: number) => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ keys: '', at: 0 });
  const { least, most } = scoreRange(scale);
  return (event) => {
    if (!/^[\d-]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const before = event.timeStamp - typed.current.at < TWO_DIGITS_MS ? typed.current.keys : '';
    const both = scoreOfKeys(before + event.key, least, most);
    const keys = both === null ? event.key : before + event.key;
    typed.current = { keys, at: event.timeStamp };
    const value = scoreOfKeys(keys, least, most);
    if (value === null) return;
    onScore(value);
    // The focus goes along, so that Tab leaves the row.
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.focus();
  };
}

function signed(value: number, scale: ScoredGoal['goal']['scale']): string {
  if (scale !== 'gas' || value === 0) return String(value);
  return value > 0 ? `+${value}` : `−${-value}`;
}

function ScoreRow({ scored, score, previous, onScore }: ScoreRowProps): ReactNode {
  const t = useText();
  const { goal } = scored;
  const onKeyDown = useDigits(goal.scale, onScore);
  const { least, most } = scoreRange(goal.scale);
  const values =
    goal.scale === 'gas'
      ? GAS_VALUES
      : Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return (
    <div
      className={styles['scores']}
      data-scale={goal.scale}
      role="radiogroup"
      aria-label={t('coaching.goal.scoreOf', { goal: goal.title })}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {values.map((value, index) => (
        <label
          key={value}
          className={styles['score']}
          data-previous={value === previous || undefined}
          title={
            value === previous
              ? t('coaching.goal.previously', { score: signed(value, goal.scale) })
              : undefined
          }
        >
          <input
            type="radio"
            name={`score-${goal.id}`}
            value={value}
            checked={score.value === value}
            onChange={() => onScore(value)}
            onClick={() => {
              // Pressing the chosen score again takes it back: somebody pressed the wrong goal.
              if (score.value === value) onScore(null);
            }}
          />
          <span className={styles['number']}>{signed(value, goal.scale)}</span>
          {goal.scale === 'gas' && (
            <span className={styles['sentence']}>{goal.gasLevels?.[index] ?? ''}</span>
          )}
        </label>
      ))}
    </div>
  );
}

interface GoalCardProps {
  readonly scored: ScoredGoal;
  readonly page: SessionPageData;
  readonly on: string;
  readonly scores: ScoreForm;
  readonly onEdit: () => void;
}

function GoalCard({ scored, page, on, scores, onEdit }: GoalCardProps): ReactNode {
  const t = useText();
  const { goal, ownerName } = scored;
  const sessionId = page.session.id;
  const score = scores.scoreOf(goal.id);
  const previous = previousScore(scored, sessionId, on);
  const { least, most } = scoreRange(goal.scale);
  const lacksNumber = score.value === null && score.note.trim() !== '';
  return (
    <li className={styles['goal']}>
      <div className={styles['head']}>
        <div>
          <h3 className={styles['title']}>{goal.title}</h3>
          <p className={styles['facts']}>
            {ownerName ?? t('coaching.goal.team')}
            {' · '}
            {previous === null
              ? t('coaching.goal.first')
              : t('coaching.goal.previously', { score: signed(previous, goal.scale) })}
          </p>
        </div>
        <span className={styles['way']}>
          <Sparkline
            label={goal.title}
            values={scoreLine(scored, sessionId, on, score.value)}
            min={least}
            max={most}
          />
          <IconButton
            small
            label={t('coaching.goal.editOne', { goal: goal.title })}
            icon={<IconPencil />}
            onClick={onEdit}
          />
        </span>
      </div>
      <ScoreRow
        scored={scored}
        score={score}
        previous={previous}
        onScore={(value) => scores.change(goal.id, { value })}
      />
      <div className={styles['note']}>
        <TextField
          label={t('coaching.goal.noteOf', { goal: goal.title })}
          hideLabel
          placeholder={t('coaching.goal.noteHint')}
          error={lacksNumber ? t('coaching.goal.noteNeedsScore') : null}
          value={score.note}
          onChange={(note) => scores.change(goal.id, { note })}
          onBlur={() => void scores.form.flush()}
        />
      </div>
    </li>
  );
}

interface GoalScoresProps {
  readonly page: SessionPageData;
  readonly form: AutosaveForm<SessionValues>;
  readonly scores: ScoreForm;
}

/** The goals of the process: how far each is today, beside how far it was. */
export function GoalScores({ page, form, scores }: GoalScoresProps): ReactNode {
  const t = useText();
  const [editing, setEditing] = useState<GoalTarget | null>(null);
  const { engagement, team, agreement } = page;
  const on = form.values.date ?? page.session.date;
  const hasScore = (scored: ScoredGoal): boolean =>
    scored.scores.some((score) => score.sessionId === page.session.id);
  const shown = page.goals.filter((scored) => scored.goal.state === 'open' || hasScore(scored));
  const members = team.filter((person) => engagement.participantIds.includes(person.id));
  return (
    <Part
      title={t('coaching.goal.title')}
      count={shown.length}
      seenBy={
        <>
          <SeenBy agreement={agreement} field="goals" />
          {agreement?.shared.includes('goals') === true &&
            !agreement.shared.includes('goalScores') && (
              <span className={styles['noScores']}>{t('coaching.goal.withoutScores')}</span>
            )}
        </>
      }
      actions={
        <Button kind="quiet" icon={<IconPlus />} onClick={() => setEditing({ kind: 'new' })}>
          {t('coaching.goal.add')}
        </Button>
      }
    >
      {shown.length === 0 && <p className={styles['none']}>{t('coaching.goal.noneInSession')}</p>}
      <ul className={styles['goals']}>
        {shown.map((scored) => (
          <GoalCard
            key={scored.goal.id}
            scored={scored}
            page={page}
            on={on}
            scores={scores}
            onEdit={() => setEditing({ kind: 'saved', goal: scored.goal })}
          />
        ))}
      </ul>
      {editing !== null && (
        <GoalDialog
          target={editing}
          engagementId={engagement.id}
          members={members}
          onClose={() => setEditing(null)}
        />
      )}
    </Part>
  );
}
