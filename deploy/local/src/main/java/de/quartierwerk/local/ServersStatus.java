package de.quartierwerk.local;

import de.quartierwerk.servers.LocalServersSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what the server process tells of its start. */
final class ServersStatus {
    private ServersStatus() {}

    /** Whether the state has been reached; a failure it tells is thrown. */
    static boolean has(Path status, String state) throws StartFailure {
        List<String> lines = lines(status);
        for (String line : lines) {
            if (line.startsWith(LocalServersSettings.FAILED)) {
                throw new StartFailure(String.join("\n", lines.subList(lines.indexOf(line), lines.size()))
                        .substring(LocalServersSettings.FAILED.length()));
            }
        }
        return lines.contains(state);
    }

    private static List<String> lines(Path status) {
        try {
            return Files.exists(status) ? Files.readAllLines(status) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
