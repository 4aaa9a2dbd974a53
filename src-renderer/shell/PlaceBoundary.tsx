import { Component, type ErrorInfo, type ReactNode } from 'react';
import { text } from '../i18n/text.ts';
import { BrokenState } from '../ui/BrokenState.tsx';
import styles from './Shell.module.css';

export interface PlaceBoundaryProps {
  readonly children: ReactNode;
}

interface PlaceBoundaryState {
  readonly error: unknown;
  readonly broken: boolean;
}

/** Keeps the failure of one place to that place. A class, since React has no hook for it. */
export class PlaceBoundary extends Component<PlaceBoundaryProps, PlaceBoundaryState> {
  override state: PlaceBoundaryState = { error: null, broken: false };

  static getDerivedStateFromError(error: unknown): PlaceBoundaryState {
    return { error, broken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('place broke', error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { error } = this.state;
    return (
      <div className={styles['broken']}>
        <BrokenState
          title={text('shell.broken.place')}
          what={text('shell.broken.what')}
          safe={text('shell.broken.safe')}
          todo={text('shell.broken.todo')}
          detail={error instanceof Error ? error.message : String(error)}
          onRetry={() => this.setState({ error: null, broken: false })}
        />
      </div>
    );
  }
}
