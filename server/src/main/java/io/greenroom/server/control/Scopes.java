package io.greenroom.server.control;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import java.util.List;

/** All scopes that an app of a kind can have. */
public final class Scopes {
    private static final String CHATBOT = "imchat:bot";

    private Scopes() {}

    /** The contract's scopes that apply to an app of this kind, without duplicates. */
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
