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
 * The keys of this installation, drawn at its first start and kept in the store, so that all nodes have the same and
 * tokens outlive a restart. Whoever can read the store can sign tokens. Immutable; threads may share it.
 */
public final class Keys {
    /** No account's: the keys are the installation's. */
    private static final String NO_ACCOUNT = "";

    private static final int KEY_BYTES = 64;

    private final Key tokens;
    private final Signer signer;

    /** A key and the name that tokens call it by. */
    public record Key(String id, SecretKey secret) {}

    private Keys(Key tokens, Signer signer) {
        this.tokens = tokens;
        this.signer = signer;
    }

    /** Reads the keys, or draws them when there are none yet. */
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

    /** What tokens are signed with. */
    public Key tokens() {
        return tokens;
    }

    /** Signs page tokens, forms and other texts that come back. */
    public Signer signer() {
        return signer;
    }
}
