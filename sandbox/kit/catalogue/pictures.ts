/** Pictures made in code: PNG files of sixteen pixels in a colour of their own, the same bytes for the same name. */
import { seededRandom } from '../random.ts';

const side = 4;
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The name is part of the file, so that two names never give the same bytes. */
export function pictureOf(fileName: string): Uint8Array<ArrayBuffer> {
  const title = new TextEncoder().encode(`Title\0${encodeURIComponent(fileName)}`);
  return joined([
    signature,
    chunk('IHDR', joined([uint32(side), uint32(side), Uint8Array.of(8, 2, 0, 0, 0)])),
    chunk('tEXt', title),
    chunk('IDAT', stored(pixelsOf(fileName))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Whether the bytes begin as a PNG, JPEG, GIF or WebP file does. */
export function isPicture(bytes: Uint8Array): boolean {
  const starts = ['89504e470d0a1a0a', 'ffd8ff', '47494638', '52494646'];
  const head = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return starts.some((start) => head.startsWith(start));
}

/** Rows of red, green, blue, each with its filter byte. */
function pixelsOf(fileName: string): Uint8Array<ArrayBuffer> {
  const random = seededRandom(crc(new TextEncoder().encode(fileName)));
  const row = () => [0, ...Array.from({ length: side * 3 }, () => Math.floor(random() * 256))];
  return Uint8Array.from(Array.from({ length: side }, row).flat());
}

/** A zlib stream of one block that is not compressed. */
function stored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = bytes.length;
  const header = Uint8Array.of(
    0x78,
    0x01,
    0x01,
    length & 255,
    length >> 8,
    ~length & 255,
    (~length >> 8) & 255,
  );
  return joined([header, bytes, uint32(adler(bytes))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = joined([new TextEncoder().encode(type), data]);
  return joined([uint32(data.length), named, uint32(crc(named))]);
}

function crc(bytes: Uint8Array): number {
  const last = bytes.reduce(
    (value, byte) => (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8),
    0xffffffff,
  );
  return (last ^ 0xffffffff) >>> 0;
}

function adler(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
