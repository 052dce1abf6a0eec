package io.greenroom.kernel;

/**
 * Something that has happened in one group and that others act upon, in the same unit. Groups declare the facts that
 * they publish with {@link Bindings#publishes} and listen with {@link Bindings#fact}.
 */
public interface Fact {}
