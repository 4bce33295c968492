interface FlowParts {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

export function FlowName({ flow, from, to }: FlowParts) {
  return (
    <span class="flow-name">
      {flow}{' '}
      <span class="quiet">
        {from} <span aria-hidden="true">→</span>
        <span class="unseen">to</span> {to}
      </span>
    </span>
  );
}
