package io.greenroom.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The sources of settings, beside the profiles' defaults.
 *
 * @param arguments of the command line, without the command
 * @param properties of the Java machine
 * @param environment of the process
 * @param file {@code greenroom.yaml}, which need not exist
 */
public record Sources(
        List<String> arguments, Map<String, String> properties, Map<String, String> environment, Path file) {

    /** The sources of this process. */
    public static Sources of(List<String> arguments) {
        Map<String, String> properties = new java.util.HashMap<>();
        System.getProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        return new Sources(arguments, properties, System.getenv(), Path.of("greenroom.yaml"));
    }
}
