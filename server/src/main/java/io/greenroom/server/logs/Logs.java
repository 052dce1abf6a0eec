package io.greenroom.server.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/** Configures the log in code, because reading an XML file would take a tenth of each start. */
public final class Logs {
    private Logs() {}

    /** Writes everything from INFO on to the standard error stream; the standard output is for commands. */
    public static void write(LogFormat format) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        write(context, format, Level.INFO);
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
