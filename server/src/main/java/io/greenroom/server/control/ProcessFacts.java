package io.greenroom.server.control;

import java.time.Instant;

/**
 * Facts about this process.
 *
 * @param version of Greenroom
 * @param profile of the default settings
 * @param engine {@code sqlite} or {@code postgresql}
 * @param keeps whether its data outlives the process
 * @param url of the server
 * @param started when it was ready
 */
public record ProcessFacts(String version, String profile, String engine, boolean keeps, String url, Instant started) {}
