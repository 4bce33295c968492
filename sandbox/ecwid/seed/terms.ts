/** How most sales of the seed are sent. */
export const post = { method: 'PostNL brievenbus of pakket', rate: '6.95' };
export const parcel = { method: 'Pakket binnen Europa', rate: '13.95' };
