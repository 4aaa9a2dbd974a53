import type { ReactNode } from 'react';
import { describeFailure, failureCode } from '../i18n/failures.ts';
import { useText } from '../i18n/text.ts';
import { assertNever } from './assertNever.ts';
import { BrokenState } from './BrokenState.tsx';
import { LoadingState } from './LoadingState.tsx';
import type { Loaded } from './useLoaded.ts';

export interface LoadedViewProps<T> {
  readonly of: Loaded<T>;
  readonly failedTitle?: string | undefined;
  /** Drawn while the data is on its way, instead of grey lines. */
  readonly loading?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Loaded data, or its loading and broken states; the empty state is the content's own. */
export function LoadedView<T>({
  of,
  failedTitle,
  loading,
  children,
}: LoadedViewProps<T>): ReactNode {
  const t = useText();
  switch (of.kind) {
    case 'loading':
      return loading ?? <LoadingState />;
    case 'broken': {
      const damaged = failureCode(of.error) === 'file-damaged';
      return (
        <BrokenState
          title={failedTitle ?? t('ui.state.failedTitle')}
          what={describeFailure(of.error)}
          safe={damaged ? t('ui.state.damagedSafe') : undefined}
          todo={damaged ? t('ui.state.damagedTodo') : undefined}
          onRetry={of.reload}
        />
      );
    }
    case 'ready':
      return children(of.data);
    default:
      return assertNever(of);
  }
}
