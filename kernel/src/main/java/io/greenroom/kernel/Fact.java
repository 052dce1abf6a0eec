package io.greenroom.kernel;

/**
 * Something that happened in one group and that other groups react to, in the same unit. Groups declare the facts that
 * they publish with {@link Bindings#publishes} and listen with {@link Bindings#fact}.
 */
public interface Fact {}
