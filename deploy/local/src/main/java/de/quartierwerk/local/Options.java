package de.quartierwerk.local;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Iterator;
import java.util.List;

/** What the command line of {@code deploy/local/run} asks for. */
record Options(Command command, LocalSettings settings, boolean fresh, boolean demonstration) {
    /** What to do. */
    enum Command {
        FOREGROUND,
        DETACH,
        SUPERVISE,
        STOP,
        STATUS,
        HELP
    }

    static final String USAGE = """
            deploy/local/run [options]

            Starts PostgreSQL, Kafka, Keycloak and the five services on this machine, loads a made-up region and stays in
            the foreground; Ctrl-C stops all it started. Data lies in .quartierwerk/local and is kept.

              --detach           return as soon as everything is ready, and leave the platform running
              --stop             stop a platform that runs
              --status           tell what runs, and where
              --fresh            begin with empty data
              --no-demo          load no made-up region
              --port-offset N    add N to every port
              --data FOLDER      another folder for data and logs
              --no-build         run what is built, even where it is older than its sources
              --help             this text

            Ports: services 8081 to 8085, Keycloak 8180, PostgreSQL 15432, Kafka 19092 and 19093.
            """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the word that is not understood
     */
    static Options of(List<String> words) {
        Command command = Command.FOREGROUND;
        LocalSettings settings = LocalSettings.usual();
        boolean fresh = false;
        boolean demonstration = true;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--detach" -> command = Command.DETACH;
                case "--supervise" -> command = Command.SUPERVISE;
                case "--stop" -> command = Command.STOP;
                case "--status" -> command = Command.STATUS;
                case "--help", "-h" -> command = Command.HELP;
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demonstration = false;
                case "--port-offset" -> settings = settings.withPortOffset(offset(value(word, rest)));
                case "--data" -> settings = settings.withData(folder(value(word, rest)));
                default -> throw new IllegalArgumentException("Unknown option " + word);
            }
        }
        return new Options(command, settings, fresh, demonstration);
    }

    private static String value(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return rest.next();
    }

    private static int offset(String value) {
        try {
            int offset = Integer.parseInt(value);
            if (offset >= -7000 && offset <= 46000) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("--port-offset needs a number from -7000 to 46000, not " + value);
    }

    private static Path folder(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("--data needs a folder");
        }
        return Paths.get(value);
    }
}
