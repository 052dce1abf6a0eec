package io.greenroom.contract;

/**
 * Something that an account has or lacks, such as {@code tsp}.
 *
 * @param name as operations name it in {@code needs}
 * @param title a few words for people
 * @param failure the name of the failure that tells a caller that it is off
 */
public record Feature(String name, String title, String failure) {}
