import { Badge, Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { RegionState, RegionView } from '../api';
import { canTake, needsChoice } from './choices';
import { Difference } from './Difference';
import { words } from './words';

const colours = {
  current: 'success',
  outdated: 'brand',
  edited: 'warning',
  conflict: 'danger',
  missing: 'subtle',
  bound: 'warning',
} as const satisfies Record<RegionState, string>;

/** A managed region: how it stands, what would change, and what the person wants. */
export function RegionCard({
  region,
  isChosen,
  isBusy,
  onChoose,
  onOne,
}: {
  region: RegionView;
  isChosen: boolean;
  isBusy: boolean;
  onChoose: (isChosen: boolean) => void;
  onOne: () => void;
}) {
  const { state, title } = region;
  const needsHand = state === 'bound' || (!region.isTagged && state !== 'current' && state !== 'missing');
  return (
    <li className="p-card p-stack p-tight">
      <div className="p-line p-apart">
        {canTake(region) && !needsChoice(region) ? (
          <Checkbox
            label={title}
            aria-label={words.include(title)}
            checked={isChosen}
            disabled={isBusy}
            onChange={(_, data) => onChoose(data.checked === true)}
          />
        ) : (
          <span className="p-strong">{title}</span>
        )}
        <Badge appearance="tint" color={colours[state]}>
          {words.states[state]}
        </Badge>
      </div>
      <span className="p-small">{needsHand && state !== 'bound' ? words.untagged : words.says[state]}</span>
      {region.places > 1 && (
        <div className="p-line">
          <Badge appearance="outline" color="informative">
            {words.places(region.places)}
          </Badge>
          <span className="p-small">{words.placesHint(region.places)}</span>
        </div>
      )}
      <Changes region={region} />
      {canTake(region) && needsChoice(region) && (
        <RadioGroup
          layout="horizontal"
          aria-label={words.choose(title)}
          value={isChosen ? 'take' : 'keep'}
          disabled={isBusy}
          onChange={(_, data) => onChoose(data.value === 'take')}
        >
          <Radio value="keep" label={words.keep} />
          <Radio value="take" label={words.take} />
        </RadioGroup>
      )}
      {canTake(region) && (isChosen || !needsChoice(region)) && (
        <div>
          <Button size="small" disabled={isBusy} aria-label={words.oneNamed(title)} onClick={onOne}>
            {words.one}
          </Button>
        </div>
      )}
    </li>
  );
}

function Changes({ region }: { region: RegionView }) {
  const { state, before, text, now } = region;
  switch (state) {
    case 'current':
      return null;
    case 'outdated':
      return <Difference label={words.change} before={text} after={now} />;
    case 'edited':
      return <Difference label={words.byHand} before={before} after={text} />;
    case 'conflict':
      return (
        <>
          <Difference label={words.byHand} before={before} after={text} />
          <Difference label={words.byTasks} before={before} after={now} />
        </>
      );
    case 'bound':
      return <Difference label={words.byTasks} before={text} after={now} />;
    case 'missing':
      return <NowText text={now} />;
  }
}

function NowText({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="p-small">{words.nowText}</summary>
      {isOpen && <div className="p-diff">{text}</div>}
    </details>
  );
}
