package io.greenroom.server.control;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import java.util.List;

/** All the scopes that an app of a kind can be given. */
public final class Scopes {
    private static final String CHATBOT = "imchat:bot";

    private Scopes() {}

    /** The contract's scopes that make sense for an app of this kind, each once. */
    public static List<String> of(Contract contract, CallerKind kind) {
        return switch (kind) {
            case CHATBOT -> List.of(CHATBOT);
            case JWT -> List.of();
            case USER, ACCOUNT, SERVER ->
                contract.scopes().stream()
                        .filter(scope -> suits(kind, scope))
                        .sorted()
                        .toList();
        };
    }

    private static boolean suits(CallerKind kind, String scope) {
        boolean master = scope.endsWith(":master");
        boolean administrator = master || scope.endsWith(":admin");
        return !scope.equals(CHATBOT)
                && !(kind == CallerKind.USER && administrator)
                && !(kind == CallerKind.ACCOUNT && master);
    }
}
