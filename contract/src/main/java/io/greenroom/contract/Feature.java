package io.greenroom.contract;

/**
 * A feature that can be enabled for an account, such as {@code tsp}.
 *
 * @param name as operations refer to it in {@code needs}
 * @param title a few words for people
 * @param failure the name of the failure when it is disabled
 */
public record Feature(String name, String title, String failure) {}
