/** In pieces: a call takes only so many arguments. A multiple of three, so that the pieces fit together. */
const pieceLength = 3 * 8_192;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += pieceLength) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + pieceLength)));
  }
  return text;
}
