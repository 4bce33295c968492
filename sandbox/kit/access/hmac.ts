type Hash = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** Of text as UTF-8, or of bytes. */
export async function hmac(hash: Hash, key: string, message: string | ArrayBuffer): Promise<ArrayBuffer> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  return crypto.subtle.sign(
    'HMAC',
    imported,
    typeof message === 'string' ? encoder.encode(message) : message,
  );
}

export function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

export function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
