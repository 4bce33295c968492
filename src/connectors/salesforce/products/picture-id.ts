/** Of the only picture that a product has: its address is a field of the product (sheet 5.5). */
export const pictureId = 'DisplayUrl';
