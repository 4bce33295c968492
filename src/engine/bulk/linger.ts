/** Changes of levels within this time share a batch, and those of one key are one. */
export const lingerMs = 1_500;
