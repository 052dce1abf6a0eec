package io.greenroom.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Greenroom. */
public final class Version {
    private static final String JAR = "/META-INF/maven/io.greenroom/greenroom-server/pom.properties";

    private Version() {}

    /** The version of the jar. */
    public static String text() {
        try (InputStream in = Version.class.getResourceAsStream(JAR)) {
            if (in == null) {
                return "(not from a jar)";
            }
            Properties jar = new Properties();
            jar.load(in);
            return jar.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
