package io.greenroom.server.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Sets the log up, in code, because reading a file of XML would take a tenth of each start. */
public final class Logs {
    /** Flyway tells of each step; Helidon of what the exception that it ends in tells too. */
    private static final Map<String, Level> QUIETER =
            Map.of("org.flywaydb", Level.WARN, "io.helidon", Level.WARN, "io.helidon.webserver.LoomServer", Level.OFF);

    private Logs() {}

    /**
     * Writes everything from INFO on to the standard error stream, which leaves the other one to what commands print.
     */
    public static void write(LogFormat format) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        write(context, format, Level.INFO);
        QUIETER.forEach((name, level) -> context.getLogger(name).setLevel(level));
        FromJavaLogging.install();
    }

    static void write(LoggerContext context, LogFormat format, Level least) {
        Encoder<ILoggingEvent> encoder = format.decided() == LogFormat.JSON ? new JsonLines() : new TextLines();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(least);
        root.addAppender(appender);
    }
}
