package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signing keys of this installation: drawn at the first start and kept in the store, so that all nodes share them
 * and tokens survive a restart. Read access to the store is enough to sign tokens. Immutable; threads may share it.
 */
public final class Keys {
    /** The keys belong to the installation, not to an account. */
    private static final String NO_ACCOUNT = "";

    private static final int KEY_BYTES = 64;

    private final Key tokens;
    private final Signer signer;

    /** A key and the key id that tokens name it by. */
    public record Key(String id, SecretKey secret) {}

    private Keys(Key tokens, Signer signer) {
        this.tokens = tokens;
        this.signer = signer;
    }

    /** Reads the keys, or creates them when the store has none. */
    public static Keys load(Store store) {
        return store.write(
                NO_ACCOUNT,
                unit -> new Keys(
                        key(unit, "tokens"),
                        new Signer(key(unit, "signer").secret().getEncoded())));
    }

    private static Key key(Transaction unit, String purpose) {
        Doc kept = unit.find(KernelTables.SERVER_KEYS, purpose)
                .orElseGet(() -> unit.insert(
                        KernelTables.SERVER_KEYS,
                        unit.blank(KernelTables.SERVER_KEYS)
                                .put("id", purpose)
                                .put(
                                        "key_id",
                                        UUID.nameUUIDFromBytes(Secrets.bytes(16))
                                                .toString())
                                .put("key", Secrets.token(KEY_BYTES))));
        byte[] secret = Base64.getUrlDecoder().decode(kept.text("key"));
        return new Key(kept.text("key_id"), new SecretKeySpec(secret, "HmacSHA512"));
    }

    /** The key that signs access and refresh tokens. */
    public Key tokens() {
        return tokens;
    }

    /** Signs page tokens, forms and other texts that the server reads back. */
    public Signer signer() {
        return signer;
    }
}
