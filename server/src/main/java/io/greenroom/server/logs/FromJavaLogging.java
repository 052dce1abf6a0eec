package io.greenroom.server.logs;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Forwards the records of {@code java.util.logging}, which libraries and the JDK use, to the log. */
final class FromJavaLogging extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    static void install() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new FromJavaLogging());
    }

    @Override
    public void publish(LogRecord record) {
        String name = record.getLoggerName() == null ? "java" : record.getLoggerName();
        org.slf4j.event.Level level = record.getLevel().intValue() >= Level.SEVERE.intValue()
                ? org.slf4j.event.Level.ERROR
                : record.getLevel().intValue() >= Level.WARNING.intValue()
                        ? org.slf4j.event.Level.WARN
                        : org.slf4j.event.Level.INFO;
        LoggerFactory.getLogger(name)
                .atLevel(level)
                .setCause(record.getThrown())
                .log(formatter.formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
