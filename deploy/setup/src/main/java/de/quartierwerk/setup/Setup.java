package de.quartierwerk.setup;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command of the image {@code setup}: {@code databases}, {@code topics}, {@code realm} or {@code demonstration}.
 */
public final class Setup {
    /** Kept, since the logging of a logger that nobody holds is forgotten. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Setup() {}

    /** Does what the word says; ends with status 1 and one line where that is not possible. */
    public static void main(String[] words) {
        KAFKA.setLevel(Level.WARNING);
        try {
            run(List.of(words), new SetupSettings(System.getenv()));
        } catch (SetupFailure e) {
            System.err.println("setup: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> words, SetupSettings settings) {
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "databases" -> DatabaseSetup.of(settings).run();
            case "topics" -> TopicSetup.of(settings).run();
            case "realm" -> RealmSetup.of(settings).run();
            case "demonstration" -> DemonstrationSetup.of(settings).run();
            default -> throw new SetupFailure("one word is expected: databases, topics, realm or demonstration");
        }
    }
}
