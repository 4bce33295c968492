import type { PictureDraft, ProductChanges, VariantDraft } from '../../../connectors/contract/products.ts';

/** What is to change as it is kept with the activity, and shown: only what is named, pictures without their bytes. */
export function shownChanges({ fields, values, attributes, variants, ...rest }: ProductChanges) {
  const { options, categories, pictures } = rest;
  const shown = {
    fields,
    values,
    attributes,
    addVariants: variants.add,
    changeVariants: Object.fromEntries<Partial<VariantDraft>>(variants.change),
    retireVariants: variants.retire,
    options,
    addCategories: categories.add,
    removeCategories: categories.remove,
    addPictures: pictures.add.map(shownPicture),
    replacePictures: Object.fromEntries([...pictures.replace].map(([id, each]) => [id, shownPicture(each)])),
    removePictures: pictures.remove,
    describePictures: Object.fromEntries(
      [...(pictures.describe ?? [])].map(([id, each]) => [id, shownPicture(each)]),
    ),
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => Object.keys(value).length > 0));
}

function shownPicture({ url, position, fileName }: PictureDraft) {
  return { url, position, fileName };
}
