package io.greenroom.kernel.auth;

/** Stands in for the authorization server's, which is being written. */
public final class Passwords {
    private Passwords() {}

    public static String hash(String password) {
        return password;
    }

    public static boolean matches(String password, String hash) {
        return hash.equals(password);
    }
}
