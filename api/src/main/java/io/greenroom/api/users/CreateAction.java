package io.greenroom.api.users;

import io.greenroom.kernel.doc.ContractViolation;
import java.util.Arrays;

/** The ways to add a user. */
enum CreateAction {
    /** By an invitation that the user accepts. */
    CREATE("create", LoginType.EMAIL),
    /** At once, in a domain of the account's own, with a password. */
    AUTO_CREATE("autoCreate", LoginType.EMAIL),
    /** At once, as somebody who never signs in. */
    CUST_CREATE("custCreate", LoginType.API),
    /** At once, as somebody who signs in with the account's own service. */
    SSO_CREATE("ssoCreate", LoginType.SSO);

    private final String text;
    private final long loginType;

    CreateAction(String text, long loginType) {
        this.text = text;
        this.loginType = loginType;
    }

    static CreateAction of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new ContractViolation("Nobody is added by " + text));
    }

    String text() {
        return text;
    }

    /** How a user who was added so signs in. */
    long loginType() {
        return loginType;
    }
}
