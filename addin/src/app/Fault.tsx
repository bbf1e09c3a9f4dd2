import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { zh } from '../strings';

/** Shows a sentence in the place of a page that cannot be drawn. */
export class Fault extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main role="alert" style={{ padding: 24 }}>
        <h1>{zh.problems.title}</h1>
        <p>{zh.problems.page}</p>
        <Button onClick={() => window.location.reload()}>{zh.problems.retry}</Button>
      </main>
    );
  }
}
