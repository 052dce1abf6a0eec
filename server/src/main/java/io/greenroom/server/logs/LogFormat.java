package io.greenroom.server.logs;

import java.io.Console;

/** The format of log lines. */
public enum LogFormat {
    /** Text on a terminal, else JSON. */
    AUTO,
    TEXT,
    JSON;

    /** The format for this process. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 is back to null where there is no terminal.
    LogFormat decided() {
        if (this != AUTO) {
            return this;
        }
        Console console = System.console();
        return console != null && console.isTerminal() ? TEXT : JSON;
    }
}
