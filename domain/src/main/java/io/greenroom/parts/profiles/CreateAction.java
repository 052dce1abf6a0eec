package io.greenroom.parts.profiles;

import io.greenroom.kernel.doc.ContractViolation;
import java.util.Arrays;

/** The actions that create a user. */
public enum CreateAction {
    /** By an invitation that the user accepts. */
    CREATE("create", LoginType.EMAIL),
    /** At once, in a managed domain of the account, with a password. */
    AUTO_CREATE("autoCreate", LoginType.EMAIL),
    /** At once, as an API user, who never signs in. */
    CUST_CREATE("custCreate", LoginType.API),
    /** At once, as a user of single sign-on. */
    SSO_CREATE("ssoCreate", LoginType.SSO);

    private final String text;
    private final long loginType;

    CreateAction(String text, long loginType) {
        this.text = text;
        this.loginType = loginType;
    }

    public static CreateAction of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new ContractViolation("No user is created by " + text));
    }

    public String text() {
        return text;
    }

    /** The login type of the new user. */
    public long loginType() {
        return loginType;
    }
}
