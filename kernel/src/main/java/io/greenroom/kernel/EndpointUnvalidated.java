package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;

/**
 * A fact: the endpoint of a subscription to events has failed its validation for the second, fourth or sixth time.
 *
 * @param subscription its row
 * @param failures the number of failures in a row
 * @param reason of the last one
 * @param disabled whether the subscription was disabled
 */
public record EndpointUnvalidated(Doc subscription, int failures, String reason, boolean disabled) implements Fact {}
