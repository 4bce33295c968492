/** Why a person leaves all of a cause out: one of these, as words of somebody's own may name people. */
export const leftOutWhys = ['booked_by_hand', 'test', 'not_for_target', 'twice', 'other'] as const;
export type LeftOutWhy = (typeof leftOutWhys)[number];
