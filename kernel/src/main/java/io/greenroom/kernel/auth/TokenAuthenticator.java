package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;
import static io.greenroom.kernel.store.KernelTables.GRANTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates access tokens. A verified signature is cached; whether the token is still valid is read from the store
 * for each request, so that a revocation holds on every node at once.
 */
public final class TokenAuthenticator implements Authenticator {
    private static final int REMEMBERED = 10_000;

    private final Store store;
    private final Clock clock;
    private final Tokens tokens;
    private final @Nullable LegacyTokens legacy;
    private final Failure invalid;
    private final Failure expired;
    private final Cache<String, Proven> proven =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** A token whose signature has been verified. */
    sealed interface Proven permits Granted, LegacyTokens.SelfSigned {}

    /** One of our tokens, and the caller by its grant as of one version. */
    private static final class Granted implements Proven {
        private final Tokens.Claims claims;
        private volatile @Nullable Known known;

        Granted(Tokens.Claims claims) {
            this.claims = claims;
        }

        Caller caller(Doc grant) {
            Known last = known;
            if (last == null || last.version != grant.version()) {
                last = new Known(grant.version(), callerOf(grant));
                known = last;
            }
            return last.caller;
        }

        private Caller callerOf(Doc grant) {
            Set<String> scopes = new LinkedHashSet<>(grant.texts("scopes"));
            return new Caller(claims.account(), claims.userId(), claims.appId(), Grants.kind(grant), scopes);
        }

        private record Known(long version, Caller caller) {}
    }

    /**
     * Creates an authenticator over a store.
     *
     * @param legacyJwt whether legacy JWT apps may sign their own tokens
     */
    public TokenAuthenticator(Contract contract, Store store, Clock clock, Tokens tokens, boolean legacyJwt) {
        this.store = store;
        this.clock = clock;
        this.tokens = tokens;
        this.legacy = legacyJwt ? new LegacyTokens(store) : null;
        this.invalid = contract.failure("token-invalid");
        this.expired = contract.failure("token-expired");
    }

    @Override
    public Identity identify(String token) {
        Proven known = proven.getIfPresent(token);
        if (known == null) {
            known = prove(token);
            proven.put(token, known);
        }
        return switch (known) {
            case Granted granted -> identify(granted);
            case LegacyTokens.SelfSigned signed -> identify(token, signed);
        };
    }

    private Proven prove(String token) {
        return tokens.verify(token)
                .filter(claims -> claims.type() == Tokens.Type.ACCESS)
                .<Proven>map(Granted::new)
                .or(() -> legacy == null ? Optional.empty() : legacy.verify(token))
                .orElseThrow(() -> refuse(invalid));
    }

    private Identity identify(Granted token) {
        Tokens.Claims claims = token.claims;
        return store.read(claims.account(), unit -> {
            Doc account = account(unit, claims.expires());
            Doc grant = unit.find(GRANTS, claims.grantId()).orElseThrow(() -> refuse(invalid));
            if (Grants.hasRevoked(grant, claims.jti())) {
                throw refuse(invalid);
            }
            return new Identity(token.caller(grant), account);
        });
    }

    private Identity identify(String token, LegacyTokens.SelfSigned signed) {
        return store.read(signed.account(), unit -> {
            Doc account = account(unit, signed.expires());
            if (clock.now(account.id()).isBefore(signed.begins())) {
                throw refuse(invalid);
            }
            Caller caller = signed.caller(unit).orElseThrow(() -> {
                proven.invalidate(token);
                return refuse(invalid);
            });
            return new Identity(caller, account);
        });
    }

    /** The row of the unit's account; its clock decides whether the token has expired. */
    private Doc account(Transaction unit, Instant expires) {
        Doc account = unit.find(ACCOUNTS, unit.account()).orElseThrow(() -> refuse(invalid));
        clock.follow(account);
        if (!clock.now(account.id()).isBefore(expires)) {
            throw refuse(expired);
        }
        return account;
    }

    private static Refusal refuse(Failure failure) {
        return new Refusal(failure, Map.of());
    }
}
