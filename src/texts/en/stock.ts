/** Why a level is not written, or not as it should be. None of these texts names what a sentence for many levels cannot. */
const numbers: Readonly<Record<string, string>> = {
  available: 'how much is available',
  onHand: 'how much is on hand',
  availableAndIncoming: 'how much is available and how much comes in',
};

export const stock = {
  sku_unknown: ({ system }: { readonly system: string }) => ({
    message: `${system} has no product with this SKU.`,
    action:
      'Add the product there, or correct the SKU in one of the two; or set "unknown" to "ignore", and such levels are only counted.',
  }),
  /** `keys`: whose SKU it is in the source. */
  sku_shared: ({ sku, keys }: { readonly sku: string; readonly keys: readonly string[] }) => ({
    message: `The SKU ${sku} stands more than once in the source, or is one to the target: ${keys.join(', ')}. Which level is right is not known, and none was written.`,
    action: 'Give each of them a SKU of its own in the source.',
  }),
  /** `quantity`: as the setting has it. */
  level_unread: ({ system, quantity }: { readonly system: string; readonly quantity: string }) => ({
    message: `${system} does not state ${numbers[quantity] ?? quantity} of this level, at one of the chosen places at least. Nothing was written: what is not known is not zero.`,
    action: 'Look at the level there, or choose another "quantity" in the settings.',
  }),
  /** `said`: the system's own words; nothing of a person was sent there. */
  level_refused: ({
    system,
    said,
    systemCode = '',
  }: {
    readonly system: string;
    readonly said: string;
    readonly systemCode?: string;
  }) => ({
    message: `${system} refuses this level${systemCode === '' ? '' : ` (${systemCode})`}${said === '' ? '.' : `: ${said}`}`,
    action:
      'Correct there or in the source what it refuses. It is sent again when the level changes, or when you ask for it.',
  }),
  level_moving: ({ system }: { readonly system: string }) => ({
    message: `A level in ${system} changed while it was written, by a sale that has not arrived yet or by somebody else, or what it is of has another id there by now.`,
    action: 'Nothing to do: it is read and decided about again.',
  }),
  parent_asleep: ({ system, parent }: { readonly system: string; readonly parent: string }) => ({
    message: `The level was written, but ${system} goes on showing ${parent}, which it belongs to, as sold out.`,
    action: `Mark ${parent} as in stock in ${system}.`,
  }),
};

/** What a level is, where nothing is wrong with it: the states of levels; and why nothing was written since. */
export const stockReasons = {
  written: () => 'as it should be in the target',
  unknown: () => 'the target has no such SKU',
  uncounted: () => 'not counted, in the source or in the target',
  unplaced: () => 'no level of it at the chosen place',
  set_aside: () => 'refused before, and not changed since',
  under_way: () => 'on its way now, in a batch',
  due: () => 'it goes with one of the next batches',
  nothing_told: () => 'no change of it was reported since',
  not_active: () => 'the link is paused, or a draft',
  flow_off: () => 'the flow is switched off',
  not_open: () => 'one of its connections was not checked yet, or opens another account',
};

/** What a preview says beside its figures. */
export const stockNotes = {
  without_sku: ({ count }: { readonly count: number }) =>
    `${count === 1 ? 'One level has' : `${count} levels have`} no SKU in the source, and ${count === 1 ? 'is' : 'are'} skipped.`,
};
