package de.quartierwerk.servers;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.LogManager;

/**
 * The main class of the JVM in which the servers run: {@code test} for a build's tests, {@code local} for one platform.
 */
public final class ServersProcess {
    private ServersProcess() {}

    /**
     * Runs until stopped.
     *
     * @param arguments {@code test <checkout> <folder>} or {@code local <settings file>}
     */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        switch (arguments[0]) {
            case "test" -> TestServers.run(Paths.get(arguments[1]), Paths.get(arguments[2]));
            case "local" -> LocalServers.run(Paths.get(arguments[1]));
            default -> throw new IllegalArgumentException("Unknown use " + arguments[0]);
        }
    }

    /** Ends this JVM when one of its children ends unasked. */
    static void endWith(GuardedProcess child, Path log, BooleanSupplier stopping) {
        child.whenEnded(code -> {
            if (!stopping.getAsBoolean()) {
                System.err.println(child.name() + " has ended with code " + code + ":\n" + Folders.tail(log, 10));
                System.exit(3);
            }
        });
    }
}
