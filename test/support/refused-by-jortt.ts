/** A refusal in Jortt's own form: it says that nothing was done. */
export const refusedByJortt = {
  error: { code: 422, key: 'params.invalid', message: 'The parameters are invalid.', details: [] },
};
