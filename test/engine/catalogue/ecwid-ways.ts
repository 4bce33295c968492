/** What all pairs whose target is an Ecwid have in common. */

/** Nothing puts a picture into the place of another in the gallery: it goes to the end. */
export const waysOfEcwid = { replacedGoesLast: true };

export const uploadsToEcwid = /\/(image|gallery)$/;

/** What the merchant's day comes to. */
export const dayInEcwid = {
  'PUT ecwid /api/v3/{id}/categories/{id}': 2,
  // Eleven products, the words of the pictures of two, and two levels.
  'PUT ecwid /api/v3/{id}/products/{id}': 15,
  'POST ecwid /api/v3/{id}/products/{id}/combinations': 1,
  // The price of one variation, the level of another, and that of the new one.
  'PUT ecwid /api/v3/{id}/products/{id}/combinations/{id}': 3,
  'POST ecwid /api/v3/{id}/products/{id}/gallery': 2,
  'DELETE ecwid /api/v3/{id}/products/{id}/gallery/{id}': 1,
};
