package io.greenroom.server.control;

import java.time.Instant;

/**
 * What runs here.
 *
 * @param version which Greenroom
 * @param profile which defaults apply
 * @param engine {@code sqlite} or {@code postgresql}
 * @param keeps whether what it holds outlives the process
 * @param url where it is reached
 * @param started when it was ready
 */
public record ProcessFacts(String version, String profile, String engine, boolean keeps, String url, Instant started) {}
