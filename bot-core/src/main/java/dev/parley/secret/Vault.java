package dev.parley.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals texts with AES-256 in GCM, so that whoever reads or changes the store learns and forges
/// nothing. The first of its keys seals, all of them open.
public final class Vault {
  /// How long a key is.
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final String VERSION = "v1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();

  private Vault() {}

  /// The vault with these keys.
  ///
  /// @param keys 32 bytes each in base64, with commas between them, the newest first
  /// @throws IllegalArgumentException where they are not; the message does not quote them
  public static Vault with(Secret keys) {
    Vault vault = new Vault();
    for (String key : keys.reveal().split(",", -1)) {
      byte[] bytes = decoded(key.strip());
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
      }
      vault.keys.put(Secret.of(key.strip()).fingerprint(), new SecretKeySpec(bytes, "AES"));
    }
    return vault;
  }

  private static byte[] decoded(String key) {
    try {
      return Base64.getDecoder().decode(key);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("a key is written in base64");
    }
  }

  /// Seals a text.
  ///
  /// @param about what it belongs to; it opens only there
  public String sealed(String text, String about) {
    String key = keys.keySet().iterator().next();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(text.getBytes(UTF_8));
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return String.join(".", VERSION, key, Base64.getUrlEncoder().encodeToString(whole));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES in GCM", impossible);
    }
  }

  /// Opens a text that was sealed.
  ///
  /// @throws SealedTextException where that is not possible
  public String opened(String sealed, String about) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      throw new SealedTextException("it is no sealed text", null);
    }
    if (!keys.containsKey(parts[1])) {
      throw new SealedTextException("it was sealed with a key that is not given", null);
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(parts[2]);
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      return new String(
          cipher(Cipher.DECRYPT_MODE, parts[1], nonce, about)
              .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES),
          UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException changed) {
      throw new SealedTextException("it was changed, or belongs elsewhere", changed);
    }
  }

  /// Whether the newest key sealed it.
  public boolean isCurrent(String sealed) {
    return sealed.startsWith(VERSION + "." + keys.keySet().iterator().next() + ".");
  }

  private Cipher cipher(int mode, String key, byte[] nonce, String about)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "[vault with " + keys.size() + " keys]";
  }
}
