import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** What NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = "v1.";

/** Seals a person's key by AES-256-GCM; it opens for the same person only, so that rows cannot be exchanged. */
export function sealKey(key: string, { secret, user_id }: { secret: Buffer; user_id: string }): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(user_id));
  const sealed = Buffer.concat([cipher.update(key, "utf8"), cipher.final()]);
  return FORM + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The key, or null when it was sealed with another secret, for somebody else, or was changed. */
export function openKey(sealed: string, { secret, user_id }: { secret: Buffer; user_id: string }): string | null {
  if (!sealed.startsWith(FORM)) return null;
  const bytes = Buffer.from(sealed.slice(FORM.length), "base64url");
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  if (tag.length < TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(user_id)).setAuthTag(tag);
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
