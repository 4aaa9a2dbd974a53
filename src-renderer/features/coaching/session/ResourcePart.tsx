import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import type { KeptDraft } from '../../../state/keptDraft.ts';
import { Part, SeenBy } from './Part.tsx';
import { ResourceBoard } from './ResourceBoard.tsx';
import type { ResourceLine } from './resourceLine.ts';
import type { SessionPageData } from './SessionView.tsx';

interface ResourcePartProps {
  readonly page: SessionPageData;
  readonly kept: KeptDraft<ResourceLine> | null;
}

/** Resources of the process as a part of the session. */
export function ResourcePart({ page, kept }: ResourcePartProps): ReactNode {
  const t = useText();
  const { engagement, team, agreement, resources, session } = page;
  return (
    <Part
      title={t('coaching.resources.title')}
      count={resources.length}
      seenBy={<SeenBy agreement={agreement} field="resources" />}
    >
      <ResourceBoard
        resources={resources}
        engagement={engagement}
        sessionId={session.id}
        members={team.filter((person) => engagement.participantIds.includes(person.id))}
        kept={kept?.values}
      />
    </Part>
  );
}
