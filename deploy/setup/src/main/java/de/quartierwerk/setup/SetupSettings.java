package de.quartierwerk.setup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of an installation: variables of the environment, and secrets from files of {@code QUARTIERWERK_SECRETS}
 * (by default {@code /run/secrets}), which never stand in the environment.
 */
final class SetupSettings {
    private static final List<String> PLACEHOLDERS = List.of("${", "changeme", "change-me");

    private final Map<String, String> environment;
    private final Path secrets;

    SetupSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.secrets = Path.of(environment.getOrDefault("QUARTIERWERK_SECRETS", "/run/secrets"));
    }

    /** A variable that has to be set. */
    String required(String variable) {
        return checked(variable, environment.get(variable));
    }

    /** A variable that may be left out. */
    String optional(String variable, String usual) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? usual : checked(variable, value);
    }

    /** A variable that is a positive number. */
    int number(String variable, int usual) {
        String value = optional(variable, Integer.toString(usual));
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new SetupFailure(variable + " has to be a positive whole number, not " + value);
    }

    /** A secret that is the whole content of its file. */
    String secret(String file) {
        try {
            return checked(file, Files.readString(secrets.resolve(file)).strip());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The secrets of a file with a line {@code name=secret} for each. */
    Map<String, String> secrets(String file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets.resolve(file))) {
            lines.load(reader);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        Map<String, String> values = new HashMap<>();
        lines.stringPropertyNames()
                .forEach(name -> values.put(name, checked(file + ": " + name, lines.getProperty(name))));
        return values;
    }

    /** The secret of that name, which must stand in the file. */
    String secret(String file, String name) {
        return checked(file + ": " + name, secrets(file).get(name));
    }

    private SetupFailure unreadable(String file, IOException cause) {
        return new SetupFailure("The secret " + secrets.resolve(file) + " cannot be read", cause);
    }

    private static String checked(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new SetupFailure(name + " is not set");
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (PLACEHOLDERS.stream().anyMatch(lower::contains)) {
            throw new SetupFailure(name + " is still a placeholder");
        }
        return value;
    }
}
