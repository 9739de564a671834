package de.quartierwerk.servers;

import java.nio.file.Path;
import java.nio.file.Paths;

/** The artefacts that the build put on the server process's class path. */
final class Versions {
    private Versions() {}

    /** The file of the first artefact whose file name begins so. */
    static Path artefact(String prefix) {
        for (String entry :
                ServersCommand.resource(ServersCommand.CLASS_PATH).strip().split(":", -1)) {
            Path file = Paths.get(entry);
            if (file.getFileName().toString().startsWith(prefix)) {
                return file;
            }
        }
        throw new IllegalStateException("No artefact " + prefix + " in " + ServersCommand.CLASS_PATH);
    }

    /**
     * The version of the first artefact whose file name begins so: the folder it lies in, as in any Maven repository.
     */
    static String of(String prefix) {
        return artefact(prefix).getParent().getFileName().toString();
    }
}
