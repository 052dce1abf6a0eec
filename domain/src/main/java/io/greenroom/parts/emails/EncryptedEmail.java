package io.greenroom.parts.emails;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Signer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** E-mail addresses encrypted, as requests may name users: the same text for one address on every node. */
public final class EncryptedEmail {
    private static final String PURPOSE = "encrypted e-mail address";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private EncryptedEmail() {}

    /** An address, encrypted. */
    public static String of(Signer signer, String email) {
        byte[] nonce = Arrays.copyOf(HexFormat.of().parseHex(signer.hex(PURPOSE, email)), NONCE_BYTES);
        try {
            byte[] encrypted =
                    cipher(signer, Cipher.ENCRYPT_MODE, nonce).doFinal(email.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("An e-mail address cannot be encrypted", e);
        }
    }

    /** Decrypts an address; empty when the text was not encrypted by this installation. */
    public static Optional<String> open(Signer signer, String text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            int length = Math.max(0, sealed.length - NONCE_BYTES);
            byte[] email = cipher(signer, Cipher.DECRYPT_MODE, nonce).doFinal(sealed, sealed.length - length, length);
            return Optional.of(new String(email, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(Signer signer, int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(signer.keyFor(PURPOSE), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
