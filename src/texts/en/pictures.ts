/** Why a picture cannot be had. `file` is the last part of its address. */
const others = 'The rest of the product is brought across.';

export const pictures = {
  /** `status`: of the answer; 0 where there was none, or where the address is no public one. */
  picture_unreachable: ({ file, status }: { readonly file: string; readonly status: number }) => ({
    message: `The picture ${file} cannot be fetched${status === 0 ? '' : `: its address answers with status ${status}`}. ${others}`,
    action: 'Put the picture right in the source, and retry.',
  }),
  picture_timed_out: ({ file }: { readonly file: string; readonly status: number }) => ({
    message: `The picture ${file} did not come in time. ${others}`,
    action: 'Nothing to do: it is tried again by itself.',
  }),
  picture_unusable: ({ file, type }: { readonly file: string; readonly type: string }) => ({
    message: `${file} is no picture, but ${type || 'of no known type'}. ${others}`,
    action: 'Replace it by a picture in the source, and retry.',
  }),
  picture_too_large: ({ file, maxMegabytes }: { readonly file: string; readonly maxMegabytes: number }) => ({
    message: `The picture ${file} has more than ${maxMegabytes} MB. ${others}`,
    action: 'Make it smaller in the source, and retry.',
  }),
};
