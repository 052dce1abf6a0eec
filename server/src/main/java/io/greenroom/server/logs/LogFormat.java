package io.greenroom.server.logs;

import java.io.Console;

/** What a line of the log looks like. */
public enum LogFormat {
    /** Text on a terminal, else JSON. */
    AUTO,
    TEXT,
    JSON;

    /** What this comes to for the process as it was started. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 is back to null where there is no terminal.
    LogFormat decided() {
        if (this != AUTO) {
            return this;
        }
        Console console = System.console();
        return console != null && console.isTerminal() ? TEXT : JSON;
    }
}
