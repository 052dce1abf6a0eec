package io.greenroom.server;

/** The command line of Greenroom. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("Greenroom on Java " + Runtime.version() + ": no server yet.");
    }
}
